import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEquitably } from '../../src/algorithms/equitable-split.js';
import { depthsOf, runsOf, type LaminarTree } from '../../src/algorithms/laminar-tree.js';
import { runs } from '../helpers/runs.js';

const tree = (parent: readonly number[], nodeOf: readonly number[]): LaminarTree => ({
  parent: Int32Array.from(parent),
  nodeOf: Int32Array.from(nodeOf),
});

/** How many elements of each set each part has: a row per set. */
function countsOf({ parent, nodeOf }: LaminarTree, partOf: Int32Array, parts: number): number[][] {
  const counts = Array.from(parent, () => Array.from({ length: parts }, () => 0));
  partOf.forEach((part, element) => {
    for (let node = nodeOf[element]; node >= 0; node = parent[node]) counts[node][part]++;
  });
  return counts;
}

function isSpread(counts: readonly number[]): boolean {
  return Math.max(...counts) - Math.min(...counts) <= 1;
}

const trees = (elements: number): fc.Arbitrary<LaminarTree> =>
  fc.integer({ min: 1, max: 12 }).chain((nodes) =>
    fc
      .record({
        above: fc.array(fc.nat(), { minLength: nodes, maxLength: nodes }),
        nodeOf: fc.array(fc.nat({ max: nodes - 1 }), { minLength: elements, maxLength: elements }),
      })
      .map(({ above, nodeOf }) =>
        tree(
          above.map((number, node) => (node === 0 ? -1 : number % node)),
          nodeOf,
        ),
      ),
  );

describe('laminar tree', () => {
  it('orders the elements so that every set is a run', () => {
    // Everyone ⊃ {a, c, d} ⊃ {c}; everyone ⊃ {b}; e in no smaller set.
    const { order, start, end } = runsOf(tree([-1, 0, 1, 0], [1, 3, 2, 1, 0]), Int32Array.of(0, 1, 2, 3, 4));
    const sets = [0, 1, 2, 3].map((node) => [...order.subarray(start[node], end[node])]);
    expect(sets).toEqual([[4, 0, 3, 2, 1], [0, 3, 2], [2], [1]]);
  });

  it('knows how deep a set lies', () => {
    expect([...depthsOf(tree([-1, 0, 1, 0], []))]).toEqual([0, 1, 2, 1]);
  });
});

describe('equitable split', () => {
  it('gives each of two parts one of every pair of both families', () => {
    // {0, 1}, {2, 3} cross {1, 2}, {3, 0}.
    const partOf = splitEquitably(tree([-1, 0, 0], [1, 1, 2, 2]), tree([-1, 0, 0], [2, 1, 1, 2]), 2);
    expect(partOf[0]).not.toBe(partOf[1]);
    expect(partOf[1]).not.toBe(partOf[2]);
    expect(partOf[2]).not.toBe(partOf[3]);
  });

  it('spreads the sets of two laminar families to the floor or the ceiling of their even share, parts being full', () => {
    const instances = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
      .chain(([parts, size]) =>
        fc.record({ parts: fc.constant(parts), a: trees(parts * size), b: trees(parts * size) }),
      );
    fc.assert(
      fc.property(instances, ({ parts, a, b }) => {
        const partOf = splitEquitably(a, b, parts);
        const counts = [...countsOf(a, partOf, parts), ...countsOf(b, partOf, parts)];
        expect(counts.filter((row) => !isSpread(row))).toEqual([]);
      }),
      { seed: 20180212, numRuns: runs(500) },
    );
  });

  it('refuses parts that cannot be of one size', () => {
    const everyone = tree([-1], [0, 0, 0]);
    expect(() => splitEquitably(everyone, everyone, 2)).toThrow(RangeError);
  });
});
