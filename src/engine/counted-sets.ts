import type { Cohort } from '../domain/roster.js';
import { isCounting, selectedKeys, type Rule, type Selector } from '../domain/rule.js';

/** People whose number in each group a rule is about. */
export interface CountedSet {
  /** How a message names them: one level, or all that the rule names. */
  readonly who: readonly Selector[];
  /** Keys in cohort order. */
  readonly keys: readonly string[];
}

/**
 * What an `at_least`, `at_most`, `not_alone` or `distinct` rule counts: each level of a bare attribute in turn, and all else
 * together. Empty for a rule of another kind.
 */
export function countedSets(cohort: Cohort, rule: Rule): readonly CountedSet[] {
  if (!isCounting(rule.kind)) return [];
  const levels = rule.who.flatMap((selector) =>
    selector.kind === 'attribute' ? levelSets(cohort, selector.attribute) : [],
  );
  const named = rule.who.filter(({ kind }) => kind !== 'attribute');
  return [...levels, ...(named.length > 0 ? [{ who: named, keys: selectedKeys(cohort, named) }] : [])];
}

/** The holders of each level, in one pass over the people. */
function levelSets(cohort: Cohort, attribute: string): readonly CountedSet[] {
  const levels = cohort.attributes.find(({ key }) => key === attribute)?.levels ?? [];
  const holders = new Map(levels.map((level): [string, string[]] => [level, []]));
  for (const person of cohort.participants) {
    for (const level of person.levels.get(attribute) ?? []) holders.get(level)?.push(person.key);
  }
  return [...holders].map(([level, keys]) => ({ who: [{ kind: 'level', attribute, level }], keys }));
}
