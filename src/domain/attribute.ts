/** A property of participants whose levels can be balanced over groups: school, internships, region… */
export interface Attribute {
  /** `school`, `internships`, `region`, `gender`, `route`, or the folded header of any other column. */
  readonly key: string;
  /** The header as it was typed first, for people. */
  readonly label: string;
  /** Every level held by someone, as shown, sorted by code units. */
  readonly levels: readonly string[];
  /** Whether somebody holds more than one level, so that levels do not partition the participants. */
  readonly isMultiple: boolean;
}
