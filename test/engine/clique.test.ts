import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClique } from '../../src/engine/feasibility/clique.js';
import { runs } from '../helpers/runs.js';

describe('a clique', () => {
  /** What looking for one may cost, used up as it is looked for. */
  const budget = () => ({ tests: 1000 });

  it('is one of the given sets, or made of several, or none', () => {
    expect(findClique([[4, 7, 9]], 2, budget())).toEqual([4, 7]);
    expect(findClique([[2], [9, 4, 7]], 3, budget())).toEqual([9, 4, 7]);
    const made = findClique(
      [
        [1, 2, 3],
        [3, 4],
        [4, 1],
        [2, 4],
      ],
      4,
      budget(),
    );
    expect(new Set(made)).toEqual(new Set([1, 2, 3, 4]));
    // A cycle of five has no triangle.
    expect(
      findClique(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 0],
        ],
        3,
        budget(),
      ),
    ).toBeUndefined();
    expect(findClique([], 2, budget())).toBeUndefined();
  });

  it('of one person or of nobody needs no pair', () => {
    expect(findClique([[], [5, 6]], 1, budget())).toEqual([5]);
    expect(findClique([[3]], 0, budget())).toEqual([]);
    expect(findClique([[]], 1, budget())).toBeUndefined();
  });

  it('is found exactly where trying all sets of that size finds one', () => {
    const sets = fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1, maxLength: 3 }), { maxLength: 14 });
    fc.assert(
      fc.property(sets, fc.integer({ min: 2, max: 5 }), (cliques, size) => {
        const isPair = (a: number, b: number) => cliques.some((clique) => clique.includes(a) && clique.includes(b));
        const isClique = (people: readonly number[]) => people.every((a) => people.every((b) => isPair(a, b)));
        const subsets = Array.from({ length: 128 }, (_, bits) => [0, 1, 2, 3, 4, 5, 6].filter((n) => (bits >> n) & 1));
        const found = findClique(cliques, size, { tests: 100_000 });
        if (found === undefined) expect(subsets.some((set) => set.length === size && isClique(set))).toBe(false);
        else expect([new Set(found).size, isClique(found)]).toEqual([size, true]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is not claimed, nor looked for further, once the tests are used up', () => {
    // Every two of six but one pair of each: the greatest clique has three.
    const pairs = [0, 1, 2, 3, 4, 5].flatMap((a) =>
      [0, 1, 2, 3, 4, 5].filter((b) => b > a && b !== a + 3).map((b) => [a, b]),
    );
    expect(findClique(pairs, 3, { tests: 1000 })).toHaveLength(3);
    const spent = { tests: 2 };
    expect(findClique(pairs, 3, spent)).toBeUndefined();
    expect(spent.tests).toBeLessThan(0);
    expect(spent.tests).toBeGreaterThan(-10);
  });

  it('is refused without a test where too few have enough neighbours, however long the rows of them', () => {
    const path = Array.from({ length: 15 }, (_, n) => [n, n + 1]);
    const spent = { tests: 50 };
    // Each round of peeling takes both ends off: eight are enough.
    expect(findClique(path, 3, spent)).toBeUndefined();
    expect(spent.tests).toBe(50);
    // Longer than all rounds, and with a triangle behind it.
    const long = [...Array.from({ length: 60 }, (_, n) => [n, n + 1]), [60, 61], [61, 62], [60, 62]];
    expect(new Set(findClique(long, 3, { tests: 1000 }))).toEqual(new Set([60, 61, 62]));
  });

  it('is refused by colours alone where these are fewer than people', () => {
    // Two halves of ten, each of one with each of the other: two colours, found by 45 + 10 + 45 tests.
    const halves = Array.from({ length: 100 }, (_, at) => [at % 10, 10 + Math.floor(at / 10)]);
    const spent = { tests: 1000 };
    expect(findClique(halves, 3, spent)).toBeUndefined();
    expect(spent.tests).toBe(900);
  });

  it('has each person once, where people are in several sets, and is a set of its very size', () => {
    expect(findClique([[1, 2, 3]], 3, budget())).toEqual([1, 2, 3]);
    const wheel = [1, 2, 3, 4, 5].flatMap((n) => [
      [0, n],
      [n, (n % 5) + 1],
    ]);
    const found = findClique(wheel, 3, budget());
    expect(found).toContain(0);
    expect(new Set(found).size).toBe(3);
    expect(findClique(wheel, 4, budget())).toBeUndefined();
  });

  it('is not looked for among more than half a million pairs', () => {
    /** A set, and one more person beside each of its own. */
    const setAndOne = (people: number) => {
      const set = Array.from({ length: people }, (_, n) => n);
      return [set, ...set.map((n) => [n, people])];
    };
    const tests = (people: number) => {
      const spent = { tests: 1000 };
      expect(findClique(setAndOne(people), people + 1, spent)).toBeUndefined();
      return spent.tests;
    };
    // 499,500 and 500,500 pairs.
    expect([tests(999) < 0, tests(1000)]).toEqual([true, 1000]);
  });

  it('is searched by the same tests everywhere, the vertices of most neighbours last', () => {
    // Rings of five, everybody apart from all other rings and from two of the own.
    const isApart = (a: number, b: number) =>
      a % 3 !== b % 3 || [1, 4].includes((Math.floor(a / 3) + 5 - Math.floor(b / 3)) % 5);
    const rings = Array.from({ length: 15 }, (_, a) => Array.from({ length: a }, (_unused, b) => [b, a]))
      .flat()
      .filter(([b, a]) => isApart(a, b));
    const search = (cliques: readonly (readonly number[])[], size: number) => {
      const spent = { tests: 100_000 };
      return [findClique(cliques, size, spent), 100_000 - spent.tests];
    };
    expect(search(rings, 6)).toEqual([[14, 13, 12, 11, 10, 9], 181]);
    expect(search(rings, 7)).toEqual([undefined, 306]);
    // Three of a wheel, whose hub and rim have three to five neighbours; 9 and 8 have too few for any.
    const rim = [1, 2, 3, 4, 5].flatMap((a) => [
      [a, (a % 5) + 1],
      [0, a],
    ]);
    expect(search([...rim, [5, 9], [9, 8]], 3)).toEqual([[5, 4, 0], 23]);
    expect(search([...rim, [5, 9], [9, 8]], 4)).toEqual([undefined, 21]);
  });
});
