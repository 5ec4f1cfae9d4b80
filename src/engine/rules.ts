import { selectedKeys, isInTarget, type Rule } from '../domain/rule.js';
import type { Group } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { packLevels, type LevelInput } from './balance.js';
import { countedSets } from './counted-sets.js';
import { assertExact } from './exact.js';
import type { Clique } from './terms/pair-term.js';
import type { LevelBlock } from './terms/count-term.js';
import type { GroupLayer } from './wishes.js';

/** The rules of one hardness, by the kind of term that prices them. */
export interface RuleTerms {
  readonly levels: LevelInput;
  readonly cliques: readonly Clique[];
  readonly layers: readonly GroupLayer[];
}

export interface CompiledRules {
  readonly hard: RuleTerms;
  readonly soft: RuleTerms;
  /** Disjoint sets of people that hard `together` rules tie, none larger than the largest group. */
  readonly clusters: readonly (readonly number[])[];
  /** Labels of groups that a rule names. */
  readonly namedGroups: ReadonlySet<string>;
}

/** Penalty of `count` holders in a group, before the weight. */
type Table = (count: number) => number;

/**
 * Rules as terms. Penalty units: `together` one per pair separated, `apart` one per pair sharing a group, `fixed` and
 * `never` one per person in a wrong place, `at_least` and `at_most` one per person missing or too many in a group,
 * `not_alone` one per group where somebody is the only holder, `distinct` one per pair sharing a group; each times the weight, or 1 when the rule is hard.
 */
export function compileRules(module: Module, unit: number): CompiledRules {
  const { cohort, rules } = module;
  const indexOf = new Map(rules.length === 0 ? [] : cohort.participants.map((person, p) => [person.key, p]));
  const indices = (keys: readonly string[]) => keys.map((key) => indexOf.get(key) ?? 0);
  const people = (rule: Rule) => indices(selectedKeys(cohort, rule.who));
  const priced = rules.map((rule, index) => ({
    rule,
    index,
    price: rule.weight === undefined ? 1 : rule.weight * unit,
  }));
  const termsOf = (isHard: boolean): RuleTerms => {
    const own = priced.filter(({ rule, price }) => (rule.weight === undefined) === isHard && price > 0);
    const cliques = own.flatMap(({ rule, index, price }): Clique[] =>
      rule.kind === 'together' || rule.kind === 'apart'
        ? [{ origin: { kind: 'rule', index }, members: people(rule), wish: rule.kind, weight: price }]
        : [],
    );
    const layers = own.flatMap(({ rule, index, price }): GroupLayer[] => {
      const { target } = rule;
      if (target === undefined) return [];
      const bound = new Set(people(rule));
      const isWrong = (group: Group) => isInTarget(group, target) === (rule.kind === 'never');
      return [{ origin: { kind: 'rule', index }, costOf: (p, group) => (bound.has(p) && isWrong(group) ? price : 0) }];
    });
    const counted = own.flatMap(({ rule, index, price }) =>
      countedSets(cohort, rule).map(({ keys }) => ({ index, members: indices(keys), price, table: tableOf(rule) })),
    );
    // A rule about pairs or places has no more violations than pairs; a counted set lacks up to its count in each group.
    const peopleCount = cohort.participants.length;
    const largestCounted = counted.reduce(
      (sum, { index, price }) => sum + price * peopleCount * Math.max(rules[index].count ?? 0, peopleCount),
      0,
    );
    const largest = own.reduce((sum, { price }) => sum + price * peopleCount * peopleCount, largestCounted);
    assertExact(largest, 'rules');
    return { levels: countedLevels(counted, cohort.participants.length), cliques, layers };
  };
  const together = rules.filter((rule) => rule.kind === 'together' && rule.weight === undefined).map(people);
  const largestGroup = module.groups.reduce((largest, { size }) => Math.max(largest, size), 0);
  return {
    hard: termsOf(true),
    soft: termsOf(false),
    clusters: mergeSets(together).filter(({ length }) => length <= largestGroup),
    namedGroups: new Set(rules.flatMap(({ target }) => (target?.kind === 'group' ? [target.label] : []))),
  };
}

function tableOf(rule: Rule): Table {
  const wanted = rule.count ?? 0;
  if (rule.kind === 'at_least') return (count) => Math.max(0, wanted - count);
  if (rule.kind === 'at_most') return (count) => Math.max(0, count - wanted);
  if (rule.kind === 'distinct') return (count) => (count * (count - 1)) / 2;
  return (count) => (count === 1 ? 1 : 0);
}

function countedLevels(
  counted: readonly { index: number; members: readonly number[]; price: number; table: Table }[],
  peopleCount: number,
): LevelInput {
  const levelsOf = Array.from({ length: counted.length === 0 ? 0 : peopleCount }, (): number[] => []);
  counted.forEach(({ members }, level) => {
    for (const p of members) levelsOf[p].push(level);
  });
  const blocks = counted.map(({ index }, level): LevelBlock => ({
    origin: { kind: 'rule', index },
    first: level,
    count: 1,
    isConvex: false,
  }));
  return {
    ...packLevels(levelsOf),
    levelCount: counted.length,
    blocks,
    priceOf: (level, _size, count) => counted[level].price * counted[level].table(count),
  };
}

/** Unites sets that share a person; sets of one are left out. */
function mergeSets(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let merged: Set<number>[] = [];
  for (const set of sets) {
    const touching = merged.filter((other) => set.some((p) => other.has(p)));
    merged = [
      ...merged.filter((other) => !touching.includes(other)),
      new Set([...set, ...touching.flatMap((other) => [...other])]),
    ];
  }
  return merged.filter((set) => set.size > 1).map((set) => [...set].sort((a, b) => a - b));
}
