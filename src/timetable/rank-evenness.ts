import type { EarlierRanks, PresentationRank } from '../domain/presentation-rank.js';

/** What one more rank costs a group, by those that it or its members had before. */
export interface RankEvenness {
  /** An integer, the smaller the fairer. */
  readonly costOf: (group: number, presentation: PresentationRank) => number;
  /** From now on the group, with all its members, has had that rank too. */
  readonly record: (group: number, presentation: PresentationRank) => void;
  /** By what the costs of stricter rules are multiplied, so that they stay stricter. */
  readonly scale: number;
}

/** Without earlier modules: the squared sum of the ranks of the group in this one, so that who came last comes early. */
export function evenRankSums(groupCount: number): RankEvenness {
  const sums = Array.from({ length: groupCount }, () => 0);
  return {
    costOf: (group, { rank }) => (sums[group] + rank) * (sums[group] + rank),
    record: (group, { rank }) => void (sums[group] += rank),
    scale: 1,
  };
}

/** Half the way from the first rank to the last; a multiple of 1 to 15, so that offsets before juries of up to 16 groups are exact. */
const HALF = 360_360;
/** A 120th of the whole way: costs are counted in its squares. */
const STEP = HALF / 60;

/**
 * With earlier modules: the mean over the members of the square of the sum of their offsets, the new one included. An offset says where in the
 * order somebody was: −½ first, 0 in the middle, ½ last. Of (D + x)² only 2Dx + x² depends on the rank x: the rest is left out, and with it
 * whatever large numbers a long past would bring. Rounded once, to squares of {@link STEP}.
 *
 * @param labels of the groups, by number. A group of which nothing is known had nothing before.
 */
export function evenPositions(labels: readonly string[], earlier: EarlierRanks): RankEvenness {
  const sums = labels.map((label) => (earlier.get(label) ?? []).flat().reduce((sum, rank) => sum + offsetOf(rank), 0));
  const members = labels.map((label) => Math.max(1, earlier.get(label)?.length ?? 0));
  return {
    costOf: (group, presentation) => {
      const offset = offsetOf(presentation);
      const sum = offset * (2 * sums[group] + offset * members[group]);
      return Math.round(sum / (members[group] * STEP * STEP));
    },
    record: (group, presentation) => void (sums[group] += offsetOf(presentation) * members[group]),
    scale: 1_000,
  };
}

/** In units of which two {@link HALF} are the whole way; of the only group of a jury: 0. */
function offsetOf({ rank, of }: PresentationRank): number {
  return of < 2 ? 0 : Math.round((HALF * (2 * (rank - 1) - (of - 1))) / (of - 1));
}
