import { compareText } from './fold.js';
import { participantName } from './participant.js';
import type { Cohort } from './roster.js';
import { holdersOf, participantOf } from './roster.js';
import type { Source } from './source.js';

export const RULE_KINDS = [
  'together',
  'apart',
  'fixed',
  'never',
  'at_least',
  'at_most',
  'not_alone',
  'distinct',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** Whether a rule of this kind is about how many of some people each group holds. */
export function isCounting(kind: RuleKind): boolean {
  return kind === 'at_least' || kind === 'at_most' || kind === 'not_alone' || kind === 'distinct';
}

/** Whom a rule is about: one person, the holders of a level, or each level of an attribute in turn. */
export type Selector =
  | { readonly kind: 'participant'; readonly key: string }
  | { readonly kind: 'level'; readonly attribute: string; readonly level: string }
  | { readonly kind: 'attribute'; readonly attribute: string };

/** Where `fixed` puts people and `never` keeps them from. A strand belongs to its theme. */
export type Target =
  | { readonly kind: 'group'; readonly label: string }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'strand'; readonly theme: string; readonly strand: string };

/** One line of `rules.csv`, every reference resolved. */
export interface Rule {
  readonly kind: RuleKind;
  readonly who: readonly Selector[];
  /** Only for `fixed` and `never`. */
  readonly target?: Target;
  /** Only for `at_least` and `at_most`: people per group. */
  readonly count?: number;
  /** Penalty of one violation, in the unit of the balance weights; absent: the rule is hard. */
  readonly weight?: number;
  readonly reason: string;
  readonly source: Source;
}

/** Keys of the people meant by the selectors, each once, in cohort order. */
export function selectedKeys(cohort: Cohort, who: readonly Selector[]): readonly string[] {
  const wanted = new Set<string>();
  if (who.every(({ kind }) => kind === 'participant')) {
    // Most rules name people: a list of thousands of them is not to go through the cohort for each.
    for (const selector of who) {
      if (selector.kind === 'participant' && participantOf(cohort, selector.key) !== undefined)
        wanted.add(selector.key);
    }
    return [...wanted].sort(compareText);
  }
  for (const selector of who) {
    if (selector.kind === 'participant') wanted.add(selector.key);
    else if (selector.kind === 'level') {
      for (const person of holdersOf(cohort, selector.attribute, selector.level)) wanted.add(person.key);
    } else {
      for (const person of cohort.participants) if (person.levels.has(selector.attribute)) wanted.add(person.key);
    }
  }
  return cohort.participants.filter((person) => wanted.has(person.key)).map((person) => person.key);
}

/** By key, the places of the sets of {@link togetherSets} that a person is in; nobody else is there. */
export function indexSets(
  sets: readonly { readonly keys: ReadonlySet<string> }[],
): ReadonlyMap<string, readonly number[]> {
  const setsOf = new Map<string, number[]>();
  sets.forEach(({ keys }, set) => {
    for (const key of keys) {
      const own = setsOf.get(key);
      if (own === undefined) setsOf.set(key, [set]);
      else own.push(set);
    }
  });
  return setsOf;
}

/** The people of each rule that wants people together, hard or weighted, with the rule's index. */
export function togetherSets(
  cohort: Cohort,
  rules: readonly Rule[],
): readonly { readonly rule: number; readonly keys: ReadonlySet<string> }[] {
  return rules.flatMap(({ kind, who }, rule) =>
    kind === 'together' ? [{ rule, keys: new Set(selectedKeys(cohort, who)) }] : [],
  );
}

/** Whether a group lies in the target of a `fixed` or `never` rule. */
export function isInTarget(group: { label: string; theme: string; strand: string }, target: Target): boolean {
  if (target.kind === 'group') return group.label === target.label;
  if (target.kind === 'theme') return group.theme === target.theme;
  return group.theme === target.theme && group.strand === target.strand;
}

/** How a message names the people of a rule: names, `attribute=level`, attributes. */
export function describeSelectors(cohort: Cohort, who: readonly Selector[]): string {
  const names = who.map((selector) => {
    if (selector.kind === 'attribute') return selector.attribute;
    if (selector.kind === 'level') return `${selector.attribute}=${selector.level}`;
    const person = participantOf(cohort, selector.key);
    return person === undefined ? selector.key : participantName(person);
  });
  return names.join(', ');
}

/** How a message names a target: a group's label, `THEME`, `THEME/STRAND`. */
export function describeTarget(target: Target): string {
  if (target.kind === 'group') return target.label;
  return target.kind === 'theme' ? target.theme : `${target.theme}/${target.strand}`;
}
