import { fraction, type Fraction } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import { copyParticipant } from '../domain/participant.js';
import { aimsOf, isShared, type Role } from '../domain/role.js';
import type { Cohort } from '../domain/roster.js';
import { packLevels, type LevelInput } from './balance.js';
import { assertExact } from './exact.js';
import { compileNumbers, greatestCommonDivisor, type NumberColumn } from './number-column.js';
import type { LevelBlock } from './terms/count-term.js';
import type { SumLayer } from './terms/sum-term.js';

/** The cohort as fair share sees it: levels of other roles left out. The cohort itself where no role says anything. */
export function sharedCohort({ cohort, roles }: Pick<Module, 'cohort' | 'roles'>): Cohort {
  if (roles === undefined || roles.size === 0) return cohort;
  const keep = (key: string, levels: readonly string[]) =>
    roles.has(key) ? levels.filter((level) => isShared(roles, key, level)) : levels;
  return {
    attributes: cohort.attributes
      .map((attribute) => ({ ...attribute, levels: keep(attribute.key, attribute.levels) }))
      .filter(({ levels }) => levels.length > 0),
    participants: cohort.participants.map((person) =>
      copyParticipant(
        person,
        new Map(
          [...person.levels]
            .map(([key, levels]): [string, readonly string[]] => [key, keep(key, levels)])
            .filter(([, levels]) => levels.length > 0),
        ),
      ),
    ),
  };
}

/**
 * Roles that count, as price tables. Penalty units: `together` one per group that holds the level, `not_alone` one per
 * person alone in a group, `at_least` and `at_most` one per person missing or too many in a group, `distinct` one per pair
 * that shares a group; each times the attribute's weight.
 */
export function compileAims(module: Module, unit: number): LevelInput {
  const { cohort, groups } = module;
  const aims = aimsOf(module);
  // A cohort may be large, and most modules have no roles: they are not charged a list per person.
  const levelsOf = aims.length === 0 ? [] : cohort.participants.map((): number[] => []);
  const blocks: LevelBlock[] = [];
  const counted: { readonly price: number; readonly table: Table }[] = [];
  const largestSize = groups.reduce((most, { size }) => Math.max(most, size), 0);
  let largest = 0;
  aims.forEach(({ key, weight, role, levels }, index) => {
    if (levels.length === 0) return;
    const price = weight * unit;
    const isConvex = role.kind === 'distinct' || role.kind === 'at_least' || role.kind === 'at_most';
    blocks.push({
      origin: { kind: 'role', index },
      first: counted.length,
      count: levels.length,
      isConvex,
      multiple: price,
    });
    const indexOf = new Map(levels.map((level, own) => [level, counted.length + own]));
    const holders = new Map<string, number>();
    cohort.participants.forEach((person, p) => {
      for (const level of person.levels.get(key) ?? []) {
        const own = indexOf.get(level);
        if (own === undefined) continue;
        levelsOf[p].push(own);
        holders.set(level, (holders.get(level) ?? 0) + 1);
      }
    });
    for (const level of levels) {
      const count = holders.get(level) ?? 0;
      counted.push({ price, table: tableOf(role, count) });
      largest += price * (count * largestSize + groups.length * ((role.count ?? 0) + 1));
    }
  });
  assertExact(largest, 'roles');
  return {
    ...packLevels(levelsOf),
    levelCount: counted.length,
    blocks,
    priceOf: (level, _size, count) => counted[level].price * counted[level].table(count),
  };
}

/** Penalty of a number of holders in a group, before the weight. */
type Table = (count: number) => number;

function tableOf({ kind, count: wanted = 0 }: Role, holders: number): Table {
  if (kind === 'at_least') return (count) => Math.max(0, wanted - count);
  if (kind === 'at_most') return (count) => Math.max(0, count - wanted);
  if (kind === 'distinct') return (count) => (count * (count - 1)) / 2;
  // The only holder of a level is alone anywhere, which this table shows to the bound.
  if (kind === 'together' || holders === 1) return (count) => (count > 0 ? 1 : 0);
  return (count) => (count === 1 ? 1 : 0);
}

/**
 * Steers a search for `together`: that a group holds a level costs the same whether one person or many are left in it, so
 * most swaps on the way out of a group change nothing. Here a group costs less the fuller it is of the level, as in
 * Falkenauer's measure of bins that fill up ("A hybrid grouping genetic algorithm for bin packing", 1996). No part of a score.
 */
export function steerTogether(module: Module, aims: LevelInput): LevelInput {
  const together = new Set<number>();
  const kinds = aimsOf(module).map(({ role }) => role.kind);
  for (const { origin, first, count } of aims.blocks) {
    if (origin.kind !== 'role' || kinds[origin.index] !== 'together') continue;
    for (let level = first; level < first + count; level++) together.add(level);
  }
  if (together.size === 0) return { ...aims, levelCount: 0, blocks: [] };
  return {
    ...aims,
    priceOf: (level, size, count) =>
      together.has(level) && count > 0
        ? Math.round((aims.priceOf(level, size, count) * (size * size - count * count)) / (size * size))
        : 0,
  };
}

/** The columns that the roles `mean` and `spread` of a module ask for. */
export function columnsOf(module: Module): readonly NumberColumn[] {
  return compileNumbers(module.cohort, aimsOf(module));
}

/** The least multiple of `unit` in which the penalties of every column are whole. */
export function unitWith(columns: readonly NumberColumn[], groupSizes: Int32Array, unit: number): number {
  const common = columns.reduce((least, column) => {
    const { weight, unitSquare } = column;
    const above = partsOfShare(column, groupSizes) * unitSquare.numerator;
    const needed = above / greatestCommonDivisor(above, BigInt(weight) * unitSquare.denominator);
    return (least / greatestCommonDivisor(least, needed)) * needed;
  }, BigInt(unit));
  assertExact(Number(common), 'numbers');
  return Number(common);
}

/** Columns priced in units of 1/`unit`, which {@link unitWith} has made whole for them. */
export function compileSums(
  columns: readonly NumberColumn[],
  groupSizes: Int32Array,
  unit: number,
): readonly SumLayer[] {
  const size = groupSizes.reduce((most, own) => Math.max(most, own), 0);
  let largest = 0;
  const layers = columns.map(({ aim, weight, numbers, unitSquare }): SumLayer => {
    const price = Number((BigInt(unit) * BigInt(weight) * unitSquare.denominator) / unitSquare.numerator);
    let widest = 0;
    let squares = 0;
    for (const number of numbers) {
      widest = Math.max(widest, Math.abs(number));
      squares += number * number;
    }
    // Σ (S − t)² ≤ size × Σ squares (Cauchy and Schwarz); one group's S and t, whose square has a mixed term, stay below size × widest.
    largest += price * size * (squares + 4 * size * widest * widest);
    return { origin: { kind: 'role', index: aim }, numbers, price };
  });
  assertExact(largest, 'numbers');
  return layers;
}

/** What the sum term leaves out, exactly, before the weight: the squared distance of each share from a whole sum. */
export function sumBase({ numbers, unitSquare }: NumberColumn, groupSizes: Int32Array): Fraction {
  const people = BigInt(numbers.length);
  const total = totalOf(numbers);
  let base = 0n;
  for (const size of groupSizes) {
    const share = total * BigInt(size);
    const below = ((share % people) + people) % people;
    const off = below * 2n <= people ? below : people - below;
    base += off * off;
  }
  return fraction(base * unitSquare.denominator, people * people * unitSquare.numerator);
}

/** The number D such that D times every fair share of the column is whole. */
function partsOfShare({ numbers }: NumberColumn, groupSizes: Int32Array): bigint {
  const people = BigInt(numbers.length);
  const total = totalOf(numbers);
  let common = people;
  for (const size of new Set(groupSizes)) common = greatestCommonDivisor(common, total * BigInt(size));
  return people / common;
}

function totalOf(numbers: Float64Array): bigint {
  let total = 0;
  for (const number of numbers) total += number;
  return BigInt(total);
}
