import type { Group } from '../../domain/group.js';
import { decideInPieces } from '../feasibility/decide.js';
import type { Demand } from '../feasibility/demand.js';
import type { Home } from '../home.js';
import { mergeGroups, unmetAtHome } from './merged-groups.js';

/** Steps of all decisions about groups that are taken together, and so many more for each person. */
const MERGED_STEPS = 3_000_000;
const MERGED_STEPS_EACH = 50;

/** Moves that the sizes alone ask for: out of groups that are too full, and into those too empty for which too few have no home. */
export function forcedBySizes({ homeOf, least, most }: Home): number {
  const counts = new Int32Array(least.length);
  let homeless = 0;
  for (const group of homeOf) {
    if (group < 0) homeless++;
    else counts[group]++;
  }
  let tooMany = 0;
  let tooFew = 0;
  counts.forEach((count, group) => {
    tooMany += Math.max(0, count - most[group]);
    tooFew += Math.max(0, least[group] - count);
  });
  return Math.max(tooMany, tooFew - homeless);
}

/**
 * Decides with groups taken together, see {@link mergeGroups}, how many moves do not suffice: first as to the demands that are not met at home,
 * then as to all. Yields between bounded pieces of work.
 *
 * @param isAmiss whether a group is to stay by itself
 * @param proved so many moves are known not to suffice; −1: nothing is known
 * @param known so many moves are known to suffice; infinite: no way is known
 * @returns the most moves that are proved not to suffice, at least `proved`; as many as there are people with a home: no moves do
 */
export function* proveByMerging(
  groups: readonly Group[],
  demands: readonly Demand[],
  home: Home,
  isAmiss: (group: number) => boolean,
  proved: number,
  known: number,
): Generator<void, number> {
  const people = home.homeOf.length;
  const settled = countSettled(home);
  let bound = proved;
  // Fewer demands make a smaller model, which often says as much as the whole.
  for (const some of [unmetAtHome(groups, demands, home), demands]) {
    const merged = mergeGroups(groups, some, home, isAmiss);
    const budget = { steps: MERGED_STEPS + MERGED_STEPS_EACH * people };
    // One move fewer than is known is most often what is impossible.
    let next = Math.min(known - 1, settled);
    for (let possible = known; bound < next && next < possible; next = Math.trunc((bound + possible) / 2)) {
      const homes = { ...merged.home, copies: merged.copies, mostMoves: next };
      const { status } = yield* decideInPieces(people, merged.groups, some, budget, homes);
      yield;
      if (status === 'unknown') break;
      if (status === 'impossible') bound = next;
      else possible = next;
    }
  }
  return bound;
}

/** People with a home. */
export function countSettled({ homeOf }: Home): number {
  return homeOf.reduce((sum, group) => (group < 0 ? sum : sum + 1), 0);
}
