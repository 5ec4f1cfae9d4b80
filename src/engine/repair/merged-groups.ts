import type { Group } from '../../domain/group.js';
import { isMet, type Demand } from '../feasibility/demand.js';
import type { Home } from '../home.js';

/** Groups of which some are taken together. */
export interface MergedGroups {
  readonly groups: readonly Group[];
  /** With the sums of the limits. */
  readonly home: Home;
  /** How many groups each stands for. */
  readonly copies: Int32Array;
}

/**
 * Takes groups together in which nothing is amiss, those that are alike to every demand about places: whatever can be done in the groups with so
 * many moves can be done in these, so that what is impossible in these is impossible.
 *
 * @param isAmiss whether a group is to stay by itself
 */
export function mergeGroups(
  groups: readonly Group[],
  demands: readonly Demand[],
  { homeOf, least, most }: Home,
  isAmiss: (group: number) => boolean,
): MergedGroups {
  const placing = demands.filter(({ placed }) => placed.length > 0);
  const merged = new Map<string, number>();
  const first: number[] = [];
  const mergedOf = groups.map((group, g) => {
    const places = placing.map(({ isAllowed }) => (isAllowed(group) ? '+' : '-')).join('');
    const key = isAmiss(g) ? `${g}` : places;
    const known = merged.get(key);
    if (known !== undefined) return known;
    merged.set(key, first.length);
    return first.push(g) - 1;
  });
  const sum = (values: Int32Array | undefined) => {
    const sums = new Int32Array(first.length);
    mergedOf.forEach((own, g) => (sums[own] += values?.[g] ?? 1));
    return sums;
  };
  return {
    groups: first.map((g) => groups[g]),
    home: { homeOf: homeOf.map((home) => (home < 0 ? home : mergedOf[home])), least: sum(least), most: sum(most) },
    copies: sum(undefined),
  };
}

/** The demands that people do not meet while they are at home, and those about where somebody who has no home is to be. */
export function unmetAtHome(groups: readonly Group[], demands: readonly Demand[], { homeOf }: Home): readonly Demand[] {
  return demands.filter((demand) => {
    const isFor = (person: number) => homeOf[person] < 0;
    return demand.tied.some(isFor) || demand.placed.some(isFor) || !isMet(demand, groups, homeOf);
  });
}
