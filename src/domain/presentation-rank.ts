/** When a group presented to its jury: as which of how many groups. */
export interface PresentationRank {
  /** From 1. */
  readonly rank: number;
  /** At least `rank`. */
  readonly of: number;
}

/**
 * By label of a group: the ranks that each of its members had in presentations of earlier modules, whatever group they were in then. A member
 * of whom nothing is known has none, and counts all the same; of a group that is absent nothing is known.
 */
export type EarlierRanks = ReadonlyMap<string, readonly (readonly PresentationRank[])[]>;

/** Whether the group opened; the only one of its jury neither opens nor closes. */
export function isFirst({ rank, of }: PresentationRank): boolean {
  return of > 1 && rank === 1;
}

/** Whether the group closed; the only one of its jury neither opens nor closes. */
export function isLast({ rank, of }: PresentationRank): boolean {
  return of > 1 && rank === of;
}
