/** What can be said of groups that are to go on with other people. */
export interface RepairDiagnosticParams {
  /** Few people of the list are of this cohort: `known` of all that it has. */
  'repair.other-module': { readonly known: number; readonly of: number };
  /** A label that is nearly that of another group, with nobody else in it. */
  'repair.misspelt-label': { readonly people: number };
  /** A rule names somebody who is in the list that is kept, but not in the rosters. */
  'repair.left-in-rule': { readonly name: string; readonly list: string };
  /** Warning: nothing was published beside the list. */
  'repair.no-timetable': { readonly list: string };
  /** Warning: the timetable published beside the list does not know a group of it. */
  'repair.unpublished-label': { readonly label: string; readonly timetable: string };
  /** Warning: the list is not as the manifest beside it has it. */
  'repair.list-edited': object;
  /** So many people have to move at least, and fewer may: proved. */
  'repair.too-few-moves': { readonly most: number; readonly fewest: number };
  /** So many people move in the best way that was found, and fewer may. */
  'repair.more-moves-found': { readonly most: number; readonly fewest: number };
  /** No groups of the sizes allowed keep every hard rule, whoever moves: proved. */
  'repair.impossible': object;
  /** None were found that do. */
  'repair.none-found': object;
  /** The search was cut short before groups were found that keep every hard rule. */
  'repair.cut': object;
}
