import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/algorithms/bits.js';
import { createSetPacking } from '../../src/algorithms/set-packing.js';
import { runs } from '../helpers/runs.js';

function pack(sets: readonly (readonly number[])[], elements: number, size: number, wanted: number) {
  const words = wordsFor(elements);
  const bits = new Int32Array(sets.length * words);
  sets.forEach((set, index) => {
    for (const element of set) bits[index * words + (element >> 5)] |= 1 << (element & 31);
  });
  const packing = createSetPacking(bits, elements, size, wanted);
  for (let step = 0; step < 100_000 && !packing.isDone(); step++) packing.step();
  expect(packing.isDone()).toBe(true);
  return packing.found();
}

/** Most disjoint sets among those from an index on. */
function mostDisjoint(sets: readonly (readonly number[])[], from = 0, held: ReadonlySet<number> = new Set()): number {
  if (from === sets.length) return 0;
  const without = mostDisjoint(sets, from + 1, held);
  if (sets[from].some((element) => held.has(element))) return without;
  return Math.max(without, 1 + mostDisjoint(sets, from + 1, new Set([...held, ...sets[from]])));
}

describe('set packing', () => {
  it('finds the only cover, and no other sets', () => {
    const sets = [
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 3],
      [4, 5],
    ];
    expect(new Set(pack(sets.slice(1), 6, 2, 3))).toEqual(new Set([0, 2, 3]));
    expect(pack([sets[0], sets[1], sets[4]], 6, 2, 3)).toBeUndefined();
  });

  it('leaves an element out that no set holds, where fewer are wanted', () => {
    expect(pack([[0, 1]], 4, 2, 1)).toEqual([0]);
    expect(pack([[0, 1]], 4, 2, 2)).toBeUndefined();
    expect(pack([], 4, 2, 1)).toBeUndefined();
  });

  it('tells elements of several words apart', () => {
    expect(
      pack(
        [
          [31, 32],
          [0, 64],
          [32, 63],
          [0, 31],
        ],
        65,
        2,
        2,
      ),
    ).toHaveLength(2);
  });

  it('finds a cover whenever there is one, and only disjoint sets', () => {
    const set = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(set, { maxLength: 12 }), fc.constantFrom(2, 3), (sets, wanted) => {
        const found = pack(sets, 9, 3, wanted);
        if (wanted === 3) expect(found !== undefined).toBe(mostDisjoint(sets) === 3);
        if (found === undefined) return;
        expect(new Set(found.flatMap((index) => sets[index])).size).toBe(3 * wanted);
      }),
      { seed: 1, numRuns: runs(300) },
    );
  });
});
