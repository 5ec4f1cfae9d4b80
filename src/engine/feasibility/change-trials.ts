import type { Change } from '../../domain/diagnostics/change.js';
import { tryLayouts } from '../../domain/layout-change.js';
import type { Module } from '../../domain/module.js';
import { participantName } from '../../domain/participant.js';
import type { HardRule } from './hard-rule.js';

/** A change with what it makes of the rules, or of the groups. */
export interface Trial {
  readonly change: Change;
  readonly rules: readonly HardRule[];
  readonly groups: Module['groups'];
}

/** Other numbers for an `at_least` or `at_most` line, the nearest that totals allow first. */
export function* tryCounts(module: Module, rules: readonly HardRule[], entry: HardRule): Generator<Trial> {
  const { rule, counted } = entry;
  if (rule.kind !== 'at_least' && rule.kind !== 'at_most') return;
  const { groups } = module;
  const people = module.cohort.participants.length;
  const asked = rule.count ?? 0;
  const holders = counted.map((set) => set.people.length);
  const fewest = Math.floor(holders.reduce((a, b) => Math.min(a, b), people) / groups.length);
  const most = Math.ceil(holders.reduce((a, b) => Math.max(a, b), 0) / groups.length);
  const [from, to, step] =
    rule.kind === 'at_least' ? [Math.min(asked - 1, fewest), 0, -1] : [Math.max(asked + 1, most), people, 1];
  for (let count = from; step * (to - count) > 0; count += step) {
    const change: Change = { kind: 'count', line: lineOf(entry), rule: rule.kind, count };
    yield { change, rules: replace(rules, entry, { ...entry, rule: { ...rule, count } }), groups };
  }
}

/** A line that names people, without each of these sets of them; nothing where the rest would ask for nothing. */
export function tryWithout(
  module: Module,
  rules: readonly HardRule[],
  entry: HardRule,
  sets: readonly (readonly number[])[],
): readonly Trial[] {
  const { rule, people } = entry;
  const isOfPairs = rule.kind === 'together' || rule.kind === 'apart';
  const isNamed = rule.who.every(({ kind }) => kind === 'participant');
  if (!isNamed || (!isOfPairs && rule.target === undefined)) return [];
  return sets.flatMap((some): readonly Trial[] => {
    const left = people.filter((person) => !some.includes(person));
    if (left.length < (isOfPairs ? 2 : 1)) return [];
    const names = some.map((person) => participantName(module.cohort.participants[person]));
    const change: Change = { kind: 'leave-out', line: lineOf(entry), names };
    return [{ change, rules: replace(rules, entry, { ...entry, people: left }), groups: module.groups }];
  });
}

/** Other sizes, where every group that a rule names is still there. */
export function* trySizes(module: Module, rules: readonly HardRule[]): Generator<Trial> {
  const { themes, settings, cohort, groups } = module;
  const { groupSize, groupCount } = settings;
  const request = {
    themes,
    people: cohort.participants.length,
    ...(groupSize === undefined ? {} : { groupSize }),
    ...(groupCount === undefined ? {} : { groupCount }),
  };
  for (const layout of tryLayouts(request, groups.length)) {
    const labels = new Set(layout.groups.map(({ label }) => label));
    const isAimed = rules.every(({ rule: { target } }) => target?.kind !== 'group' || labels.has(target.label));
    if (isAimed) yield { ...layout, rules };
  }
}

/** The rules without one. */
export function tryDropping(module: Module, rules: readonly HardRule[], entry: HardRule): Trial {
  const change: Change = { kind: 'soften', lines: [lineOf(entry)], which: 'any' };
  return { change, rules: replace(rules, entry), groups: module.groups };
}

/** The line of a rule in its file; 0 where it has none. */
export function lineOf({ rule }: HardRule): number {
  return rule.source.line ?? 0;
}

function replace(rules: readonly HardRule[], entry: HardRule, ...by: readonly HardRule[]): readonly HardRule[] {
  return rules.flatMap((other) => (other === entry ? by : [other]));
}
