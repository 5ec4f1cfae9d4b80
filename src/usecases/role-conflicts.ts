import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Opposed } from '../domain/diagnostics/role.js';
import { leastOf } from '../domain/extremes.js';
import type { Module } from '../domain/module.js';
import { isNumeric, rolesOfLevel } from '../domain/role.js';
import { attributeOf } from '../domain/roster.js';
import { isCounting } from '../domain/rule.js';

/** Levels that a warning names; beyond, it says that there are more. */
const MOST_LEVELS = 8;

/** What somebody wants of a level: by a role, which has no line, or by a rule. */
interface Want {
  readonly kind: string;
  readonly count: number;
  readonly line?: number;
}

interface LevelWants {
  readonly level: string;
  readonly holders: number;
  readonly wants: readonly Want[];
}

/**
 * Warnings about wishes that oppose one another, one per attribute and pair of wishes: fair share leaves people alone who
 * are never to be; it spreads whom something wants together; and so on. Rules count as roles do, hard or weighted.
 */
export function findRoleConflicts(module: Module): readonly Diagnostic[] {
  return [...module.balance.keys()].flatMap((key) => {
    const levels = wantsByLevel(module, key);
    const oppose = (isOpposed: (level: LevelWants) => readonly Want[]): Opposed | undefined => {
      const found = levels
        .map((level) => ({ ...level, opposed: isOpposed(level) }))
        .filter(({ opposed }) => opposed.length > 0);
      if (found.length === 0) return undefined;
      const names = found.map(({ level, holders }) => `${level} (${holders})`);
      const rest = names.length - MOST_LEVELS;
      const lines = new Set(found.flatMap(({ opposed }) => opposed.flatMap(({ line }) => line ?? [])));
      return {
        attribute: attributeOf(module.cohort, key)?.label ?? key,
        example: `${key}=${found[0].level}`,
        levels: [...names.slice(0, MOST_LEVELS), ...(rest > 0 ? [`+ ${rest}`] : [])],
        lines: [...lines].sort((a, b) => a - b).join(', '),
      };
    };
    const find = ({ wants }: LevelWants, kind: string) => wants.filter((want) => want.kind === kind);
    const both = (first: string, second: string) =>
      oppose((level) => {
        const pair = [find(level, first), find(level, second)];
        return pair.every((found) => found.length > 0) ? pair.flat() : [];
      });

    const diagnostics: Diagnostic[] = [];
    const warn = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    const isThin = spreadsThin(module);
    const alone = oppose((level) =>
      isThin(level.holders) && find(level, 'fair_share').length > 0 ? find(level, 'not_alone') : [],
    );
    if (alone !== undefined) warn(diagnose('warning', 'roles.shared-not-alone', alone));
    const together = both('fair_share', 'together');
    if (together !== undefined) warn(diagnose('warning', 'roles.shared-together', together));
    for (const gathered of ['together', 'not_alone'] as const) {
      const distinct = both('distinct', gathered);
      if (distinct !== undefined) warn(diagnose('warning', 'roles.distinct-gathered', { ...distinct, gathered }));
    }
    const bounds = levels.map((level) => boundsOf(level));
    const crossed = oppose((level) => {
      const { least, most } = boundsOf(level);
      return least.count > most.count ? [least, most] : [];
    });
    const first = bounds.find(({ least, most }) => least.count > most.count);
    if (crossed !== undefined && first !== undefined) {
      const counts = { least: first.least.count, most: first.most.count };
      warn(diagnose('warning', 'roles.least-above-most', { ...crossed, ...counts }));
    }
    return diagnostics;
  });
}

/** The wants of every level of an attribute, the levels with most holders first. */
function wantsByLevel({ cohort, roles, rules }: Module, key: string): readonly LevelWants[] {
  const holders = new Map((attributeOf(cohort, key)?.levels ?? []).map((level) => [level, 0]));
  for (const person of cohort.participants) {
    for (const level of person.levels.get(key) ?? []) holders.set(level, (holders.get(level) ?? 0) + 1);
  }
  const asked = rules.flatMap(({ kind, who, count = 0, source: { line } }) => {
    if ((!isCounting(kind) && kind !== 'together') || who.length !== 1) return [];
    const [selector] = who;
    if (selector.kind === 'participant' || selector.attribute !== key) return [];
    const level = selector.kind === 'level' ? selector.level : undefined;
    return [{ level, want: { kind, count, ...(line === undefined ? {} : { line }) } }];
  });
  return [...holders]
    .map(([level, people]) => ({
      level,
      holders: people,
      wants: [
        ...rolesOfLevel(roles, key, level)
          .filter((role) => !isNumeric(role))
          .map(({ kind, count = 0 }): Want => ({ kind, count })),
        ...asked.filter((rule) => rule.level === undefined || rule.level === level).map(({ want }) => want),
      ],
    }))
    .sort((a, b) => b.holders - a.holders);
}

/** Whether spreading so many holders evenly leaves one alone in some group: a share above 0 and below 2. One is alone anyhow. */
function spreadsThin({ cohort, groups }: Module): (holders: number) => boolean {
  const smallest = leastOf(groups.map(({ size }) => size));
  return (holders) => holders > 1 && holders * smallest < 2 * cohort.participants.length && groups.length > 1;
}

/** The most that something asks for at least, and the fewest at most; `distinct` allows one. */
function boundsOf({ wants }: LevelWants): { readonly least: Want; readonly most: Want } {
  let least: Want = { kind: 'at_least', count: 0 };
  let most: Want = { kind: 'at_most', count: Infinity };
  for (const want of wants) {
    if (want.kind === 'at_least' && want.count > least.count) least = want;
    const limit = want.kind === 'distinct' ? 1 : want.kind === 'at_most' ? want.count : Infinity;
    if (limit < most.count) most = { ...want, count: limit };
  }
  return { least, most };
}
