import { checkGroups, type GroupsReport } from '../../src/check/check-groups.js';
import type { Fraction } from '../../src/domain/fraction.js';
import type { GroupList } from '../../src/domain/group.js';
import type { Module } from '../../src/domain/module.js';

/** Every way to fill groups of these sizes, as the group of each person. */
export function* fillings(sizes: readonly number[]): Generator<readonly number[]> {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const left = [...sizes];
  const groupOf: number[] = [];
  function* fill(): Generator<readonly number[]> {
    if (groupOf.length === people) yield [...groupOf];
    for (let group = 0; group < left.length && groupOf.length < people; group++) {
      if (left[group] === 0) continue;
      left[group]--;
      groupOf.push(group);
      yield* fill();
      groupOf.pop();
      left[group]++;
    }
  }
  yield* fill();
}

/** A list that puts each person of the cohort in the module's group of that number. */
export function listOf(module: Module, groupOf: ArrayLike<number>): GroupList {
  return {
    groups: module.groups,
    placements: module.cohort.participants.map(({ key }, person) => ({
      participant: key,
      group: module.groups[groupOf[person]].label,
      source: { file: 'list.csv' },
    })),
  };
}

/** `{ G01: 'ab', G02: 'cd' }`: a list written by hand; a letter is a person. Group sizes are as written. */
export function listFrom(module: Module, members: Readonly<Record<string, string>>): GroupList {
  const placements = Object.entries(members).flatMap(([group, people]) =>
    [...people].map((participant) => ({ participant, group, source: { file: 'list.csv' } })),
  );
  const groups = module.groups
    .filter(({ label }) => label in members)
    .map((group) => ({ ...group, size: members[group.label].length }));
  return { groups, placements };
}

/** What the judge, which knows nothing of the engine, says of every grouping of a small module. */
export function judgeAll(module: Module): readonly GroupsReport[] {
  return [...fillings(module.groups.map(({ size }) => size))].map((groupOf) =>
    checkGroups(module, listOf(module, groupOf)),
  );
}

/** The best score by exhaustion: fewest hard violations, then least soft penalty; and the least soft penalty of any. */
export function bestByExhaustion(module: Module): { hard: number; soft: Fraction; leastSoft: Fraction } {
  const reports = judgeAll(module);
  const hard = Math.min(...reports.map((report) => report.hard));
  const least = (list: readonly GroupsReport[]) =>
    list.map(({ soft }) => soft).reduce((a, b) => (isLess(b, a) ? b : a));
  return { hard, soft: least(reports.filter((report) => report.hard === hard)), leastSoft: least(reports) };
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

/** A fraction in lowest terms: `3/2`, `4`. */
export function text({ numerator, denominator }: Fraction): string {
  const divide = (a: bigint, b: bigint): bigint => (b === 0n ? a : divide(b, a % b));
  const common = divide(numerator < 0n ? -numerator : numerator, denominator);
  const below = denominator / common;
  return below === 1n ? `${numerator / common}` : `${numerator / common}/${below}`;
}
