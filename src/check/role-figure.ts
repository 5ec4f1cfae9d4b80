import { fraction, type Fraction } from '../domain/fraction.js';
import type { Group } from '../domain/group.js';
import type { Aim } from '../domain/role.js';
import type { Cohort } from '../domain/roster.js';
import { judgeNumbers, type NumberFigure } from './number-figure.js';

/** How one level fares under a role that counts. */
export interface LevelFigure {
  readonly level: string;
  readonly holders: number;
  /** Labels of the groups that hold it, in group order. */
  readonly groups: readonly string[];
}

/** What came of one aim. */
export interface RoleFigure {
  readonly aim: Aim;
  /**
   * Penalty before the weight: groups that hold a level (`together`), people alone with theirs (`not_alone`), people missing
   * or too many (`at_least`, `at_most`), pairs that share a group (`distinct`), squared deviations in the numbers' units.
   */
  readonly penalty: Fraction;
  /** By level, with the holders of each; empty for numbers. */
  readonly levels: readonly LevelFigure[];
  /** Labels of the groups that pay, in group order; for `together` and numbers no group alone is to blame: empty. */
  readonly groups: readonly string[];
  /** People concerned in these groups, in cohort order. */
  readonly people: readonly string[];
  /** Absent for roles that count. */
  readonly numbers?: NumberFigure;
}

/** Judges one aim on any list. */
export function judgeAim(
  cohort: Cohort,
  aim: Aim,
  groups: readonly Group[],
  membersOf: ReadonlyMap<string, readonly string[]>,
): RoleFigure {
  if (aim.numbers !== undefined) {
    const numbers = judgeNumbers(cohort, aim, groups, membersOf);
    return { aim, penalty: numbers.penalty, levels: [], groups: [], people: [], numbers };
  }
  const heldBy = new Map(cohort.participants.map((person) => [person.key, person.levels.get(aim.key) ?? []]));
  const blamed = new Set<string>();
  const concerned = new Set<string>();
  let units = 0;
  const levels = aim.levels.map((level): LevelFigure => {
    const present = groups.map(({ label }) =>
      (membersOf.get(label) ?? []).filter((key) => heldBy.get(key)?.includes(level) === true),
    );
    present.forEach((people, group) => {
      const price = priceOf(aim, people.length);
      units += price;
      if (price === 0 || aim.role.kind === 'together') return;
      blamed.add(groups[group].label);
      for (const key of people) concerned.add(key);
    });
    return {
      level,
      holders: cohort.participants.filter((person) => heldBy.get(person.key)?.includes(level) === true).length,
      groups: groups.filter((_, group) => present[group].length > 0).map(({ label }) => label),
    };
  });
  return {
    aim,
    penalty: fraction(units),
    levels,
    groups: groups.filter(({ label }) => blamed.has(label)).map(({ label }) => label),
    people: cohort.participants.filter(({ key }) => concerned.has(key)).map(({ key }) => key),
  };
}

/** What so many holders of a level in one group cost. */
function priceOf({ role }: Aim, present: number): number {
  const { kind, count: wanted = 0 } = role;
  switch (kind) {
    case 'together':
      return present > 0 ? 1 : 0;
    case 'not_alone':
      return present === 1 ? 1 : 0;
    case 'at_least':
      return Math.max(0, wanted - present);
    case 'at_most':
      return Math.max(0, present - wanted);
    case 'distinct':
      return (present * (present - 1)) / 2;
    default:
      return 0;
  }
}
