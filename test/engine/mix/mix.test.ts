import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parabola, penaltyOf, priceCounts } from '../../../src/engine/mix/mix.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { fillings } from '../../helpers/groupings.js';
import { moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

describe('the mix', () => {
  it('has a row for each size, by which a count costs its squared distance from the share', () => {
    // Three of five hold a; the unit makes 6/5 and 9/5 whole.
    const { mix, unit } = compileProblem(moduleOf({ columns: { x: 'aabab' }, balance: { x: 7 }, sizes: [3, 2] }));
    expect(mix.classes).toEqual([
      { size: 2, groups: 1 },
      { size: 3, groups: 1 },
    ]);
    expect([...mix.classOf]).toEqual([1, 0]);
    expect([mix.width, mix.attributeCount, [...mix.attributeOf]]).toEqual([1, 1, [0, 0]]);
    const a = mix.levels[0];
    for (const [row, share] of [
      [0, 6 / 5],
      [1, 9 / 5],
    ]) {
      const price = (count: number) => parabola(mix.curvature[a], mix.pull[row * 2 + a], count);
      for (const count of [1, 2, 3]) {
        const squares = (count - share) ** 2 - share ** 2;
        expect(price(count)).toBeCloseTo(7 * unit * squares, 6);
      }
      expect(mix.least[row * 2 + a]).toBe(Math.min(price(0), price(1), price(2)));
    }
  });

  it('has lists of one length where everybody holds one level of each attribute, or none', () => {
    const width = (x: readonly string[]) =>
      compileProblem(moduleOf({ columns: { x, y: 'cdc' }, balance: { x: 1, y: 1 }, sizes: [3] })).mix.width;
    expect(width(['a', 'b', 'a'])).toBe(2);
    expect(width(['a', '', 'a'])).toBe(2);
    expect(width(['a', 'a|b', 'a'])).toBe(0);
  });

  it('costs each grouping what its term does', () => {
    const cells = fc.array(fc.constantFrom('a', 'b', 'a|b', ''), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(cells, cells, fc.constantFrom([2, 2, 2], [1, 2, 3]), (x, y, sizes) => {
        const { mix, soft } = compileProblem(moduleOf({ columns: { x, y }, balance: { x: 3, y: 2 }, sizes }));
        for (const filling of fillings(sizes)) {
          const groupOf = Int32Array.from(filling);
          const { penalty } = soft[0]?.start(groupOf) ?? { penalty: 0 };
          expect(penaltyOf(mix, groupOf)).toBe(penalty);
        }
      }),
      { numRuns: runs(8) },
    );
  });

  it('costs counts by the size of their groups, in any order', () => {
    const { mix } = compileProblem(moduleOf({ columns: { x: 'aabab' }, balance: { x: 7 }, sizes: [3, 2] }));
    const [of2, of3] = [
      [1, 1],
      [2, 1],
    ];
    const [small, large] = [0, 1].map((own) =>
      priceCounts(mix, Int32Array.from(own === 0 ? of2 : of3), Int32Array.of(own)),
    );
    expect(priceCounts(mix, Int32Array.of(...of3, ...of2), Int32Array.of(1, 0))).toBe(small + large);
    expect(priceCounts(mix, Int32Array.of(3, 0), Int32Array.of(1))).toBeGreaterThan(large);
  });
});
