import type { Group } from '../../domain/group.js';
import { isInTarget, type RuleKind } from '../../domain/rule.js';
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

function counting({ counted }: HardRule, least: number, most: number, isAloneBarred = false): Demand {
  return { ...NOTHING, counts: counted.map(({ people }) => ({ people, least, most, isAloneBarred })) };
}

function placing({ rule: { target }, people }: HardRule, isInside: boolean): Demand {
  const isAllowed = (group: Group) => target === undefined || isInTarget(group, target) === isInside;
  return { ...NOTHING, placed: people, isAllowed };
}

/** What each kind of rule demands. To be apart is to be at most one of them in any group. */
const DEMANDS: Readonly<Record<RuleKind, (entry: HardRule) => Demand>> = {
  together: ({ people }) => ({ ...NOTHING, tied: people }),
  apart: ({ people }) => ({ ...NOTHING, counts: [{ people, least: 0, most: 1, isAloneBarred: false }] }),
  fixed: (entry) => placing(entry, true),
  never: (entry) => placing(entry, false),
  at_least: (entry) => counting(entry, entry.rule.count ?? 0, Infinity),
  at_most: (entry) => counting(entry, 0, entry.rule.count ?? 0),
  distinct: (entry) => counting(entry, 0, 1),
  not_alone: (entry) => counting(entry, 0, Infinity, true),
};

/** The demand of one hard rule. */
export function demandOf(entry: HardRule): Demand {
  return DEMANDS[entry.rule.kind](entry);
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
