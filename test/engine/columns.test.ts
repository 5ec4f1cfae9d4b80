import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findColumns } from '../../src/engine/columns.js';
import { moduleOf } from '../helpers/modules.js';
import { runs } from '../helpers/runs.js';

type Columns = Readonly<Record<string, readonly string[]>>;

/** The columns of a cohort, and what a column is without its name. */
const columnsOf = (columns: Columns, balance: Readonly<Record<string, number>>) =>
  findColumns(moduleOf({ columns, sizes: [6] }).cohort, new Map(Object.entries(balance)));
const bare = (columns: ReturnType<typeof columnsOf>) =>
  columns.map(({ weight, holders, profileOf, heldBy }) => ({
    weight,
    holders: [...holders],
    held: [...profileOf].map((profile) => heldBy[profile]),
  }));

/** The names of the columns of six people, all of one weight, in their order. */
const order = (columns: Readonly<Record<string, string>>) =>
  columnsOf(
    Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, [...cells]])),
    Object.fromEntries(Object.keys(columns).map((key) => [key, 1])),
  ).map(({ key }) => key);

describe('balanced attributes', () => {
  it('come by weight, then by the holders of their levels, then by who holds them', () => {
    expect(columnsOf({ x: [...'uuuvvv'], y: [...'uuuuuv'] }, { y: 1, x: 2 }).map(({ key }) => key)).toEqual(['x', 'y']);
    expect(order({ x: 'uuuvvv', y: 'uuuuvv' })).toEqual(['y', 'x']);
    expect(order({ x: 'uuuvw.', y: 'uuuv..' })).toEqual(['y', 'x']);
    // The first who differ: in x the second person holds the second level, in y the first.
    expect(order({ x: 'uvuvuv', y: 'uuuvvv' })).toEqual(['y', 'x']);
    expect(order({ x: 'uu.uvv', y: 'uuuvv.' })).toEqual(['x', 'y']);
  });

  it('leave out those of no weight and those that nobody holds', () => {
    expect(columnsOf({ x: [...'uuuvvv'] }, { x: 0, z: 3 })).toEqual([]);
  });

  it('number their levels by holders, then by the first who holds one and not the other', () => {
    const [{ holders, profileOf, heldBy }] = columnsOf({ x: ['v|w', 'w', 'u', 'u', 'v|u', ''] }, { x: 1 });
    // u has three; w and v have two, and the second person holds w alone.
    expect([...holders]).toEqual([3, 2, 2]);
    expect([...profileOf].map((profile) => heldBy[profile])).toEqual([[1, 2], [1], [0], [0], [0, 2], []]);
  });

  it('are the same whatever attributes and levels are called, and whatever comes first in the settings', () => {
    const cell = fc.constantFrom('', 'p', 'q', 'r', 'p|q', 'q|r');
    const column = fc.array(cell, { minLength: 6, maxLength: 6 });
    const named: Readonly<Record<string, string>> = { p: 'z', q: 'a', r: 'k' };
    fc.assert(
      fc.property(column, column, fc.constantFrom(1, 2), (first, second, weight) => {
        const rename = (cells: readonly string[]) =>
          cells.map((own) => [...own].map((letter) => named[letter] ?? letter).join(''));
        const own = columnsOf({ a: first, b: second }, { a: weight, b: 1 });
        const other = columnsOf({ a: rename(second), b: rename(first) }, { a: 1, b: weight });
        // Where both attributes and their holders are alike they may change places, and nothing is told of it.
        expect(bare(other)).toEqual(bare(own));
      }),
      { numRuns: runs(150) },
    );
  });
});
