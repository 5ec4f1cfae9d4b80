import { compareText } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import { isInTarget, selectedKeys, type Rule } from '../domain/rule.js';

/** How far one rule is broken. */
export interface RuleFigure {
  readonly rule: Rule;
  /**
   * Violations: pairs separated (`together`) or sharing a group (`apart`), people in a wrong place (`fixed`, `never`),
   * people missing or too many in a group (`at_least`, `at_most`), groups with a lone holder (`not_alone`), pairs who hold the
   * same level (`distinct`). 0 when kept.
   */
  readonly units: number;
  /** The people concerned by the violations, in cohort order. */
  readonly people: readonly string[];
  /** Labels of the groups where it is broken, in group order. */
  readonly groups: readonly string[];
}

const NOBODY: readonly string[] = [];

interface Breach {
  readonly units: number;
  readonly group: string;
  readonly people: readonly string[];
}

/** Judges one rule on an assignment; people without a group count as being nowhere. */
export function judgeRule(
  cohort: Cohort,
  rule: Rule,
  groups: readonly Group[],
  groupOf: ReadonlyMap<string, string>,
): RuleFigure {
  const breaches = breachesOf(cohort, rule, groups, groupOf);
  const people = new Set(breaches.flatMap((breach) => breach.people));
  const labels = new Set(breaches.map((breach) => breach.group));
  return {
    rule,
    units: breaches.reduce((sum, breach) => sum + breach.units, 0),
    people: [...people].sort(compareText),
    groups: groups.filter(({ label }) => labels.has(label)).map(({ label }) => label),
  };
}

function breachesOf(
  cohort: Cohort,
  rule: Rule,
  groups: readonly Group[],
  groupOf: ReadonlyMap<string, string>,
): readonly Breach[] {
  const members = selectedKeys(cohort, rule.who);
  const perGroup = (judge: (present: readonly string[], group: Group) => number, keys = members): Breach[] => {
    const presentIn = byGroup(keys, groupOf);
    return groups.flatMap((group) => {
      const present = presentIn.get(group.label) ?? NOBODY;
      const units = judge(present, group);
      return units > 0 ? [{ units, group: group.label, people: present }] : [];
    });
  };
  const { target, count = 0 } = rule;
  switch (rule.kind) {
    case 'apart':
      return perGroup((present) => (present.length * (present.length - 1)) / 2);
    case 'together': {
      // A pair in two groups is counted half from either side; a pair of which one is nowhere has one side only.
      const nowhere = members.filter((key) => !groupOf.has(key)).length;
      const placed = members.length - nowhere;
      return perGroup((present) => (present.length * (placed - present.length)) / 2 + present.length * nowhere);
    }
    case 'fixed':
      return perGroup((present, group) => (target !== undefined && !isInTarget(group, target) ? present.length : 0));
    case 'never':
      return perGroup((present, group) => (target !== undefined && isInTarget(group, target) ? present.length : 0));
    default: {
      const judge = (present: readonly string[]) => {
        if (rule.kind === 'at_least') return Math.max(0, count - present.length);
        if (rule.kind === 'at_most') return Math.max(0, present.length - count);
        if (rule.kind === 'distinct') return (present.length * (present.length - 1)) / 2;
        return present.length === 1 ? 1 : 0;
      };
      return countedSets(cohort, rule).flatMap((keys) => perGroup(judge, keys));
    }
  }
}

/** The people of each group among those given. */
function byGroup(
  keys: readonly string[],
  groupOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const present = new Map<string, string[]>();
  for (const key of keys) {
    const group = groupOf.get(key);
    if (group === undefined) continue;
    const own = present.get(group);
    if (own === undefined) present.set(group, [key]);
    else own.push(key);
  }
  return present;
}

/** A bare attribute means each of its levels by itself; everything else a rule names is counted together. */
function countedSets(cohort: Cohort, rule: Rule): readonly (readonly string[])[] {
  const bare = rule.who.flatMap((selector) => (selector.kind === 'attribute' ? [selector.attribute] : []));
  const levels = bare.flatMap((attribute) =>
    (attributeOf(cohort, attribute)?.levels ?? []).map((level) =>
      selectedKeys(cohort, [{ kind: 'level', attribute, level }]),
    ),
  );
  const named = rule.who.filter(({ kind }) => kind !== 'attribute');
  return named.length === 0 ? levels : [...levels, selectedKeys(cohort, named)];
}
