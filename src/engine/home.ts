/** Where people were, and how large groups may be now. Groups are ordered by label. */
export interface Home {
  /** By person, the index of the group; −1 for those who were in none, or in one that is no more. */
  readonly homeOf: Int32Array;
  /** Least and most people by group. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** People with a home who are elsewhere. */
export function countMoves(homeOf: Int32Array, groupOf: Int32Array): number {
  let moves = 0;
  for (let p = 0; p < homeOf.length; p++) if (homeOf[p] >= 0 && groupOf[p] !== homeOf[p]) moves++;
  return moves;
}
