/** What can be said of groups that are to go on with other people. */
export interface RepairDiagnosticParams {
  /** Nobody of the list is of this cohort. */
  'repair.nobody': object;
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
