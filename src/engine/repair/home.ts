/** Where people were, and how large groups may be now. Groups are ordered by label. */
export interface Home {
  /** By person, the index of the group; −1 for those who were in none, or in one that is no more. */
  readonly homeOf: Int32Array;
  /** Least and most people by group. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}
