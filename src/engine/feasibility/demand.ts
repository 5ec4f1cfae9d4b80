import type { Group } from '../../domain/group.js';
import { isInTarget } from '../../domain/rule.js';
import type { HardRule } from './hard-rule.js';

/** How many of some people every group may have. */
export interface CountDemand {
  /** Indices in the cohort, ascending. */
  readonly people: readonly number[];
  readonly least: number;
  readonly most: number;
  /** One of them by themselves in a group is forbidden. */
  readonly isAloneBarred: boolean;
}

/** What a rule demands of any groups, in the three forms that the decision procedure knows. */
export interface Demand {
  /** People who must share a group. */
  readonly tied: readonly number[];
  readonly counts: readonly CountDemand[];
  /** People who may be in some of the groups only. */
  readonly placed: readonly number[];
  readonly isAllowed: (group: Group) => boolean;
}

const NOTHING: Demand = { tied: [], counts: [], placed: [], isAllowed: () => true };

/** The demand of one hard rule. To be apart is to be at most one of them in any group. */
export function demandOf({ rule, people, counted }: HardRule): Demand {
  const counting = (least: number, most: number, isAloneBarred = false): Demand => ({
    ...NOTHING,
    counts: counted.map((set) => ({ people: set.people, least, most, isAloneBarred })),
  });
  const { target, count = 0 } = rule;
  switch (rule.kind) {
    case 'together':
      return { ...NOTHING, tied: people };
    case 'apart':
      return { ...NOTHING, counts: [{ people, least: 0, most: 1, isAloneBarred: false }] };
    case 'fixed':
      return { ...NOTHING, placed: people, isAllowed: (group) => target === undefined || isInTarget(group, target) };
    case 'never':
      return { ...NOTHING, placed: people, isAllowed: (group) => target === undefined || !isInTarget(group, target) };
    case 'at_least':
      return counting(count, Infinity);
    case 'at_most':
      return counting(0, count);
    case 'not_alone':
      return counting(0, Infinity, true);
  }
}

/** Whether people in these groups, by index, keep to a demand. */
export function isMet(demand: Demand, groups: readonly Group[], groupOf: Int32Array): boolean {
  const { tied, placed, counts, isAllowed } = demand;
  if (tied.some((person) => groupOf[person] !== groupOf[tied[0]])) return false;
  if (placed.some((person) => !isAllowed(groups[groupOf[person]]))) return false;
  return counts.every(({ people, least, most, isAloneBarred }) => {
    const present = new Int32Array(groups.length);
    for (const person of people) present[groupOf[person]]++;
    return present.every((count) => count >= least && count <= most && !(isAloneBarred && count === 1));
  });
}
