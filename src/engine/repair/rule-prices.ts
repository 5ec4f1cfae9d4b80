import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { demandOf, type Demand } from '../feasibility/demand.js';
import { hardRulesOf } from '../feasibility/hard-rule.js';

/** What one hard violation costs: more than all else together, few enough to be counted exactly. */
const PRICE = 0x1000_0000_0000;

/** People of whom a rule counts how many a group has, and what it makes of that. */
interface CountedSet {
  readonly people: readonly number[];
  readonly violations: (count: number) => number;
}

/**
 * What hard rules cost when a group is joined or left: every rule is about how many of some people one group has, or about who is in which
 * group, so that each group is priced by itself.
 *
 * @param groups ordered by label
 * @returns a function of an assignment, whose `broken` is a function of a group, who joins it and who leaves it; −1: nobody
 */
export function createRulePrices(
  module: Module,
  groups: readonly Group[],
): (groupOf: Int32Array) => { readonly broken: (group: number, joins: number, leaves: number) => number } {
  const demands = hardRulesOf(module).map(demandOf);
  const sets = demands.flatMap(countedSetsOf);
  const peopleCount = module.cohort.participants.length;
  const setsOf = Array.from({ length: peopleCount }, (): number[] => []);
  sets.forEach(({ people }, set) => people.forEach((p) => setsOf[p].push(set)));
  const misplaced = new Float64Array(peopleCount * groups.length);
  for (const { placed, isAllowed } of demands) {
    if (placed.length === 0) continue;
    groups.forEach((group, g) => {
      if (!isAllowed(group)) for (const p of placed) misplaced[p * groups.length + g]++;
    });
  }

  return (groupOf) => {
    const counts = sets.map(({ people }) => {
      const own = new Int32Array(groups.length);
      for (const p of people) own[groupOf[p]]++;
      return own;
    });
    const changed = (group: number, person: number, other: number, change: number) => {
      if (person < 0) return 0;
      let sum = change * misplaced[person * groups.length + group];
      for (const set of setsOf[person]) {
        if (other >= 0 && setsOf[other].includes(set)) continue;
        const count = counts[set][group];
        sum += sets[set].violations(count + change) - sets[set].violations(count);
      }
      return sum;
    };
    return {
      broken: (group, joins, leaves) => PRICE * (changed(group, joins, leaves, 1) + changed(group, leaves, joins, -1)),
    };
  };
}

/** The sets that a demand counts: those about places have none. */
function countedSetsOf({ tied, counts }: Demand): readonly CountedSet[] {
  const counted = counts.map(({ people, least, most, isAloneBarred }) => ({
    people,
    violations: (count: number) =>
      Math.max(0, least - count) + Math.max(0, count - most) + (isAloneBarred && count === 1 ? 1 : 0),
  }));
  if (tied.length < 2) return counted;
  // Pairs in two groups are counted half from either.
  return [...counted, { people: tied, violations: (count) => (count * (tied.length - count)) / 2 }];
}
