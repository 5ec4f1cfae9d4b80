import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { isCounting, isInTarget } from '../../domain/rule.js';
import { hardRulesOf, type HardRule } from '../feasibility/hard-rule.js';

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
  const rules = hardRulesOf(module);
  const sets = rules.flatMap(countedSetsOf);
  const peopleCount = module.cohort.participants.length;
  const setsOf = Array.from({ length: peopleCount }, (): number[] => []);
  sets.forEach(({ people }, set) => people.forEach((p) => setsOf[p].push(set)));
  const misplaced = new Float64Array(peopleCount * groups.length);
  for (const { rule, people } of rules) {
    const { kind, target } = rule;
    if (target === undefined) continue;
    groups.forEach((group, g) => {
      const isWrong = isInTarget(group, target) === (kind === 'never');
      if (isWrong) for (const p of people) misplaced[p * groups.length + g]++;
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

/** The sets that a rule counts; those about places have none. */
function countedSetsOf({ rule, people, counted }: HardRule): readonly CountedSet[] {
  const { kind, count: asked = 0 } = rule;
  if (kind === 'apart') return [{ people, violations: pairs }];
  // Pairs in two groups are counted half from either.
  if (kind === 'together') return [{ people, violations: (count) => (count * (people.length - count)) / 2 }];
  if (!isCounting(kind)) return [];
  return counted.map(({ people: own }) => ({
    people: own,
    violations: (count) => {
      if (kind === 'at_least') return Math.max(0, asked - count);
      if (kind === 'at_most') return Math.max(0, count - asked);
      return kind === 'distinct' ? pairs(count) : count === 1 ? 1 : 0;
    },
  }));
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
