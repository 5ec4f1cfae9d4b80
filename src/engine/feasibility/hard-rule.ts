import type { Module } from '../../domain/module.js';
import { participantName } from '../../domain/participant.js';
import { selectedKeys, type Rule } from '../../domain/rule.js';

/** A rule without a weight, and whom it is about: indices in the cohort, ascending. */
export interface HardRule {
  readonly rule: Rule;
  readonly people: readonly number[];
}

/** The rules that valid groups must keep. */
export function hardRulesOf({ cohort, rules }: Module): readonly HardRule[] {
  const indexOf = new Map(cohort.participants.map(({ key }, index) => [key, index]));
  const peopleOf = ({ who }: Rule) => {
    // Rules that only name people are often as many as the people: they must not cost a pass over the cohort each.
    const named = who.flatMap((selector) => (selector.kind === 'participant' ? [selector.key] : []));
    const keys = named.length === who.length ? named : selectedKeys(cohort, who);
    return [...new Set(keys.flatMap((key) => indexOf.get(key) ?? []))].sort((a, b) => a - b);
  };
  return rules.filter(({ weight }) => weight === undefined).map((rule) => ({ rule, people: peopleOf(rule) }));
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
