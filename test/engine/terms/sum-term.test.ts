import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemTooLarge } from '../../../src/engine/exact.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { certify } from '../../../src/engine/solution.js';
import { createSumModel } from '../../../src/engine/terms/sum-term.js';
import { text } from '../../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

const origin = { kind: 'role', index: 0 } as const;
const layer = (numbers: readonly number[], price = 1) => ({ origin, numbers: Float64Array.from(numbers), price });

describe('sums of groups', () => {
  it('cost their squared distance from the fair share, above the least of whole sums', () => {
    const model = createSumModel(Int32Array.of(2, 2), [layer([1, 2, 3, 6])]);
    // 12 in all, 6 each: 3 + 9 is 3 off twice, 1 + 6 and 2 + 3 is 1 off twice.
    expect(model.start(Int32Array.of(0, 0, 1, 1)).penalty).toBe(18);
    expect(model.start(Int32Array.of(0, 1, 1, 0)).penalty).toBe(2);
    expect(model.bound).toBe(0);
  });

  it('share out by the size of each group', () => {
    // 12 in all of 4 people: 3 for the one, 9 for the three.
    const model = createSumModel(Int32Array.of(1, 3), [layer([3, 3, 0, 6])]);
    expect(model.start(Int32Array.of(0, 1, 1, 1)).penalty).toBe(0);
    expect(model.start(Int32Array.of(1, 1, 0, 1)).penalty).toBe(9 + 9);
  });

  it('are bounded by what whole numbers leave over', () => {
    // 5 in two groups, 5/2 each, at a price of 2: (S − 5/2)² is 1/4 at 2 and at 3, and 9/4 at 1 and at 4; above the least, times 2.
    const model = createSumModel(Int32Array.of(1, 1), [layer([1, 4], 2)]);
    expect(model.start(Int32Array.of(0, 1)).penalty).toBe(8);
    expect(model.bound).toBe(0);
    // 4 in three, 4/3 each, at a price of 3: 1, 1, 2 is the least, where 2 costs 3 · (4/9 − 1/9) more than 1 does.
    expect(createSumModel(Int32Array.of(1, 1, 1), [layer([0, 0, 4], 3)]).bound).toBe(1);
  });

  it('change with a swap by the two groups it touches', () => {
    const term = createSumModel(Int32Array.of(2, 2), [layer([1, 2, 3, 6], 5)]).start(Int32Array.of(0, 0, 1, 1));
    // 2 for 6: sums 3, 9 become 7, 5.
    expect(term.delta(1, 3)).toBe(5 * (2 - 18));
    expect(term.delta(3, 1)).toBe(5 * (2 - 18));
    // In the second group alone 9 becomes 5, 1 off its share instead of 3; in the first, 3 becomes 7.
    expect(term.taking(1, 3)).toBe(5 * (1 - 9));
    expect(term.taking(3, 1)).toBe(5 * (1 - 9));
    // 1 in the place of 3: 9 becomes 7.
    expect(term.taking(0, 2)).toBe(5 * (1 - 9));
    expect(term.taking(2, 3)).toBe(5 * ((9 - 3 - 6) ** 2 - 9));
    term.apply(1, 3);
    expect(term.penalty).toBe(10);
  });

  it('do not change when two people of one number change places', () => {
    const model = createSumModel(Int32Array.of(2, 2), [layer([0, 2, 2, 0])]);
    const term = model.start(Int32Array.of(0, 0, 1, 1));
    expect(term.delta(1, 2)).toBe(0);
    expect([...term.isInvolved]).toEqual([0, 1, 1, 0]);
  });
});

describe('sums of any whole numbers', () => {
  it('cost no less than the bound, which the best whole sums reach, each group counted from its nearest', () => {
    const numbers = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(numbers, fc.constantFrom([1, 1, 2], [1, 3], [2, 2], [2, 1, 1]), (drawn, sizes) => {
        // At a price of 4 every share of four people is whole; a squared distance is counted in sixteenths.
        const total = drawn.reduce((sum, number) => sum + number, 0);
        const squared = (sum: number, size: number) => (4 * sum - total * size) ** 2;
        // The share of three of four people is at most 18 away from 0.
        const whole = Array.from({ length: 49 }, (_, index) => index - 24);
        const least = (size: number) => Math.min(...whole.map((sum) => squared(sum, size)));
        const costOf = (sums: readonly number[]) =>
          sums.reduce((cost, sum, group) => cost + squared(sum, sizes[group]) - least(sizes[group]), 0) / 4;
        const model = createSumModel(Int32Array.from(sizes), [layer(drawn, 4)]);
        const groupOf = Int32Array.from(sizes.flatMap((size, group) => Array.from({ length: size }, () => group)));
        const sums = sizes.map((_, group) =>
          drawn.reduce((sum, number, p) => sum + (groupOf[p] === group ? number : 0), 0),
        );
        expect(model.start(groupOf).penalty).toBe(costOf(sums));
        const splits = whole.flatMap((first) =>
          sizes.length === 2
            ? [[first, total - first]]
            : whole.map((second) => [first, second, total - first - second]),
        );
        expect(model.bound).toBe(Math.min(...splits.map(costOf)));
      }),
      { numRuns: runs(30) },
    );
  });

  it('make a difference only to whoever has a number in one of them', () => {
    const model = createSumModel(Int32Array.of(2, 1), [layer([0, 2, 0]), layer([0, 0, 1])]);
    expect([...model.start(Int32Array.of(0, 0, 1)).isInvolved]).toEqual([0, 1, 1]);
  });
});

/** Penalty of the only aim of a module, in squared units, and its bound. */
function aimOf(draft: ModuleDraft, groupOf: readonly number[]) {
  const module = moduleOf(draft);
  const [{ value, bound }] = certify(module, compileProblem(module), Int32Array.from(groupOf)).aims;
  return [text(value), text(bound)];
}

const mean = (age: readonly string[], sizes: readonly number[], role = 'mean'): ModuleDraft => ({
  columns: { age },
  sizes,
  balance: { age: 10 },
  roles: { age: role },
});

describe('the role mean', () => {
  it('measures in the round number nearest to the standard deviation', () => {
    // 20 and 24 around 22: a deviation of 2. Groups of 40 and 48 are 4 off their share of 44: 2 units each.
    expect(aimOf(mean(['20', '20', '24', '24'], [2, 2]), [0, 0, 1, 1])).toEqual(['8', '0']);
    expect(aimOf(mean(['20', '20', '24', '24'], [2, 2]), [0, 1, 0, 1])).toEqual(['0', '0']);
    // A hundred times larger: the unit is, too.
    expect(aimOf(mean(['2000', '2000', '2400', '2400'], [2, 2]), [0, 0, 1, 1])).toEqual(['8', '0']);
  });

  it('takes commas and points, and any decimals', () => {
    expect(aimOf(mean(['2,0', '2.0', '2,4', '2.4'], [2, 2]), [0, 0, 1, 1])).toEqual(['8', '0']);
  });

  it('counts somebody without a number as the mean', () => {
    // 20, 24 and two of 22.
    expect(aimOf(mean(['20', '', '24', ''], [2, 2]), [0, 0, 1, 1])).toEqual(['2', '0']);
    expect(aimOf(mean(['20', '', '24', ''], [2, 2]), [0, 1, 0, 1])).toEqual(['0', '0']);
  });

  it('asks nothing where everybody has one number', () => {
    expect(aimOf(mean(['20', '20', '20', '20'], [2, 2]), [0, 0, 1, 1])).toEqual(['0', '0']);
  });

  it('rounds decimals that are finer than a hundredth of the unit', () => {
    // The unit is 2, a step 0.02: 20.004 counts as 20.
    expect(aimOf(mean(['20,004', '20', '24', '24'], [2, 2]), [0, 0, 1, 1])).toEqual(['8', '0']);
  });

  it('knows what sums of such steps must leave over', () => {
    // 0, 0, 1 in three groups of one: the unit is 0.5, and 1/9 + 1/9 + 4/9 of 1 are 8/3 squared units, wherever they sit.
    expect(aimOf(mean(['0', '0', '1'], [1, 1, 1]), [0, 1, 2])).toEqual(['8/3', '8/3']);
  });

  it('refuses what cannot be counted exactly, and says of what it speaks', () => {
    const draft = { ...mean(['1', '2', '3', '100000'], [2, 2]), balance: { age: 999_999_937 } };
    expect(() => compileProblem(moduleOf(draft))).not.toThrow();
    const many = Array.from({ length: 400 }, (_, index) => `${index},37`);
    const large = { ...mean(many, [200, 199, 1]), balance: { age: 999_999_937 } };
    expect(() => compileProblem(moduleOf(large))).toThrow(ProblemTooLarge);
    expect(() => compileProblem(moduleOf(large))).toThrow(/^numbers: /);
  });
});

describe('the role spread', () => {
  it('evens out the squares of the distances from the mean as well', () => {
    // −2, 2 and −1, 1: sums are even; squares 4, 4, 1, 1 deviate by 3/2, so their unit is 2; sums of 8 and 2 are 3 off their
    // share of 5, which is 3/2 units each.
    const ages = ['18', '22', '19', '21'];
    expect(aimOf(mean(ages, [2, 2]), [0, 0, 1, 1])).toEqual(['0', '0']);
    expect(aimOf(mean(ages, [2, 2], 'spread'), [0, 0, 1, 1])[0]).toBe('9/2');
    expect(aimOf(mean(ages, [2, 2], 'spread'), [0, 1, 1, 0])[0]).not.toBe('0');
  });
});
