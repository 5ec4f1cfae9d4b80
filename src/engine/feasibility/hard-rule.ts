import type { Module } from '../../domain/module.js';
import { indexPeople, type PeopleIndex } from '../../domain/people-index.js';
import { participantName } from '../../domain/participant.js';
import { isCounting, type Rule, type Selector } from '../../domain/rule.js';

/** People whose number in each group a rule is about. */
export interface CountedPeople {
  /** How a message names them: one level, or all that the rule names. */
  readonly who: readonly Selector[];
  /** Indices in the cohort, ascending. */
  readonly people: readonly number[];
}

/** A rule without a weight, and whom it is about: indices in the cohort, ascending. */
export interface HardRule {
  readonly rule: Rule;
  readonly people: readonly number[];
  /** For the rules that count people of a group: each level of a bare attribute in turn, and all else together. */
  readonly counted: readonly CountedPeople[];
}

/** The rules that valid groups must keep. Without any it costs nothing, whatever the cohort. */
export function hardRulesOf({ cohort, rules }: Module): readonly HardRule[] {
  const index = indexPeople(cohort);
  return rules
    .filter(({ weight }) => weight === undefined)
    .map((rule) => ({ rule, people: index.peopleOf(rule.who), counted: countedPeople(index, rule) }));
}

function countedPeople(index: PeopleIndex, { kind, who }: Rule): readonly CountedPeople[] {
  if (!isCounting(kind)) return [];
  const levels = who.flatMap((selector): readonly CountedPeople[] => {
    if (selector.kind !== 'attribute') return [];
    const { attribute } = selector;
    return [...index.holdersOf(attribute)].map(([level, people]) => ({
      who: [{ kind: 'level', attribute, level }],
      people,
    }));
  });
  const named = who.filter((selector) => selector.kind !== 'attribute');
  return [...levels, ...(named.length > 0 ? [{ who: named, people: index.peopleOf(named) }] : [])];
}

/** The lines of these rules, ascending, each once: `2, 3, 5`. */
export function linesOf(rules: readonly { readonly rule: Rule }[]): string {
  return [...new Set(rules.map(({ rule }) => rule.source.line ?? 0))].sort((a, b) => a - b).join(', ');
}

/** The rule that stands last in its file: where a message about several of them points. At least one is given. */
export function lastOf(rules: readonly { readonly rule: Rule }[]): Rule {
  return rules.map(({ rule }) => rule).reduce((a, b) => ((b.source.line ?? 0) >= (a.source.line ?? 0) ? b : a));
}

/** The names of people by index, in cohort order. */
export function namesOf({ cohort }: Module, people: readonly number[]): string {
  return [...people]
    .sort((a, b) => a - b)
    .map((person) => participantName(cohort.participants[person]))
    .join(', ');
}

/** Seats of the largest group; 0 without groups. */
export function largestSize({ groups }: Module): number {
  return groups.reduce((largest, { size }) => Math.max(largest, size), 0);
}
