import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/engine/problem.js';
import { createCountModel, sizeClassesOf } from '../../../src/engine/terms/count-term.js';
import { moduleOf, rule, type ModuleDraft } from '../../helpers/modules.js';

/** The only term of a module. */
function termOf(draft: ModuleDraft) {
  const { hard, soft } = compileProblem(moduleOf(draft));
  expect(hard.length + soft.length).toBe(1);
  return [...hard, ...soft][0];
}

const start = (draft: ModuleDraft, groupOf: readonly number[]) => termOf(draft).start(Int32Array.from(groupOf));
const penaltyOf = (draft: ModuleDraft, groupOf: readonly number[]) => start(draft, groupOf).penalty;

describe('fair share', () => {
  // E: 4 of 6, share 4/3 in a group of 2; (c − 4/3)² = 16/9, 1/9, 4/9; less the least 1/9 and in thirds: 5, 0, 1.
  // I: 2 of 6, share 2/3; (c − 2/3)² = 4/9, 1/9, 16/9; less 1/9 and in thirds: 1, 0, 5.
  const draft: ModuleDraft = { columns: { school: 'EEEEII' }, sizes: [2, 2, 2], balance: { school: 1 } };

  it('costs the squared distance from the share, above the least of whole counts, in units', () => {
    expect(penaltyOf(draft, [0, 0, 1, 1, 2, 2])).toBe(1 + 1 + 5 + (1 + 1 + 5));
    expect(penaltyOf(draft, [0, 1, 2, 2, 0, 1])).toBe(0 + 0 + 1 + (0 + 0 + 1));
  });

  it('has the bound of the rounded share, spread as evenly as may be', () => {
    expect(termOf(draft).bound).toBe(2);
  });

  it('counts each unit as many times as the weight says', () => {
    const heavy = { ...draft, balance: { school: 10 } };
    expect(penaltyOf(heavy, [0, 0, 1, 1, 2, 2])).toBe(140);
    expect(termOf(heavy).bound).toBe(20);
  });

  it('changes by the two groups of a swap', () => {
    const term = start(draft, [0, 0, 1, 1, 2, 2]);
    // EE|EE|II to EI|EE|IE: groups 1 and 3 fall from 1 + 1 and 5 + 5 to nothing.
    expect(term.delta(1, 4)).toBe(-12);
    expect(term.delta(0, 2)).toBe(0);
    term.apply(1, 4);
    expect(term.penalty).toBe(2);
  });

  it('counts a person once in each level held', () => {
    // x: 2 of 4, share 1, in halves 2, 0, 2. y: 3 of 4, share 3/2, in halves above the least 4, 0, 0.
    const several: ModuleDraft = { columns: { stage: ['x|y', 'x', 'y', 'y'] }, sizes: [2, 2], balance: { stage: 1 } };
    expect(penaltyOf(several, [0, 0, 1, 1])).toBe(4);
    const term = start(several, [0, 0, 1, 1]);
    expect(term.delta(1, 2)).toBe(-4);
    expect(term.delta(0, 2)).toBe(-4);
  });

  it('asks nothing of people without a level, who take seats all the same', () => {
    const missing: ModuleDraft = { columns: { school: 'EE..' }, sizes: [2, 2], balance: { school: 1 } };
    // E: 2 of 4, share 1: 1, 0, 1.
    expect(penaltyOf(missing, [0, 0, 1, 1])).toBe(2);
    expect(penaltyOf(missing, [0, 1, 0, 1])).toBe(0);
  });

  it('shares out by the size of each group', () => {
    // E: 2 of 4: share 1/2 in the group of 1, 3/2 in the group of 3: nothing lost with 0 or 1 there and 2 or 1 here.
    const uneven: ModuleDraft = { columns: { school: 'EEII' }, sizes: [1, 3], balance: { school: 1 } };
    expect(penaltyOf(uneven, [0, 1, 1, 1])).toBe(0);
    expect(penaltyOf(uneven, [1, 1, 0, 1])).toBe(0);
  });

  it('adds up over attributes, each answerable for its part', () => {
    const two: ModuleDraft = {
      columns: { school: 'EEII', gender: 'FMFM' },
      sizes: [2, 2],
      balance: { school: 3, gender: 2 },
    };
    // EE|II: every count 1 off its share of 1, 4 cells of weight 3; genders are even.
    const term = start(two, [0, 0, 1, 1]);
    expect(term.explain()).toEqual([
      { origin: { kind: 'attribute', key: 'school' }, penalty: 12, bound: 0 },
      { origin: { kind: 'attribute', key: 'gender' }, penalty: 0, bound: 0 },
    ]);
    expect(term.penalty).toBe(12);
  });
});

describe('rules about counts', () => {
  const draft = (kind: 'at_least' | 'at_most' | 'not_alone', count?: number, weight?: number): ModuleDraft => ({
    columns: { school: 'IIIEEE' },
    sizes: [3, 3],
    rules: [
      rule(kind, 'school=I', {
        ...(count === undefined ? {} : { count }),
        ...(weight === undefined ? {} : { weight }),
      }),
    ],
  });
  /** Penalty with 0, 1, 2, 3 of the three I in the first group, the rest in the other. */
  const byCount = (own: ModuleDraft) =>
    [
      [1, 1, 1, 0, 0, 0],
      [0, 1, 1, 0, 0, 1],
      [0, 0, 1, 0, 1, 1],
      [0, 0, 0, 1, 1, 1],
    ].map((groupOf) => penaltyOf(own, groupOf));

  it('at_least costs one per person missing in a group', () => {
    expect(byCount(draft('at_least', 1))).toEqual([1, 0, 0, 1]);
    expect(byCount(draft('at_least', 2))).toEqual([2, 1, 1, 2]);
    expect(byCount(draft('at_least', 3))).toEqual([3, 3, 3, 3]);
  });

  it('at_most costs one per person too many in a group', () => {
    expect(byCount(draft('at_most', 0))).toEqual([3, 3, 3, 3]);
    expect(byCount(draft('at_most', 1))).toEqual([2, 1, 1, 2]);
    expect(byCount(draft('at_most', 2))).toEqual([1, 0, 0, 1]);
  });

  it('not_alone costs one per group with a single holder', () => {
    expect(byCount(draft('not_alone'))).toEqual([0, 1, 1, 0]);
  });

  it('counts the weight of a weighted rule for each', () => {
    expect(byCount(draft('at_least', 2, 7))).toEqual([14, 7, 7, 14]);
  });

  it('weighs in units when shares are fractions', () => {
    const thirds: ModuleDraft = {
      ...draft('at_most', 0, 7),
      columns: { school: 'IIEEEE' },
      sizes: [2, 2, 2],
      balance: { school: 1 },
    };
    const { soft, unit } = compileProblem(moduleOf(thirds));
    expect(unit).toBe(3);
    expect(soft[1].start(Int32Array.of(0, 1, 0, 1, 2, 2)).penalty).toBe(2 * 7 * 3);
  });

  it('takes each level of a bare attribute by itself, and all else together', () => {
    const rules = (who: string) => [rule('at_least', who, { count: 1 })];
    const groupOf = [0, 0, 0, 1, 1, 1];
    expect(penaltyOf({ columns: { school: 'IIIEEE' }, sizes: [3, 3], rules: rules('school=*') }, groupOf)).toBe(2);
    expect(
      penaltyOf({ columns: { school: 'IIIEEE' }, sizes: [3, 3], rules: rules('school=I school=E') }, groupOf),
    ).toBe(0);
    expect(penaltyOf({ columns: { school: 'IIIEEE' }, sizes: [3, 3], rules: rules('school=* f') }, groupOf)).toBe(3);
  });

  it('is bounded by what counting alone forces', () => {
    expect(termOf(draft('at_least', 2)).bound).toBe(1);
    expect(termOf(draft('at_least', 1)).bound).toBe(0);
    expect(termOf(draft('at_most', 1)).bound).toBe(1);
    expect(termOf(draft('at_most', 0)).bound).toBe(3);
    // Three holders can all be in one group.
    expect(termOf(draft('not_alone')).bound).toBe(0);
  });
});

describe('count model', () => {
  it('prices any table by size', () => {
    const model = createCountModel({
      groupSizes: Int32Array.of(1, 2),
      levelStart: Int32Array.of(0, 1, 2, 2),
      levels: Int32Array.of(0, 0),
      levelCount: 1,
      blocks: [{ origin: { kind: 'rule', index: 0 }, first: 0, count: 1, isConvex: false }],
      priceOf: (_level, size, count) => 100 * size + 10 * count * count,
    });
    // Two holders: 1 + 1 costs 110 + 210, 0 + 2 costs 100 + 240.
    expect(model.start(Int32Array.of(0, 1, 1)).penalty).toBe(320);
    expect(model.start(Int32Array.of(1, 1, 0)).penalty).toBe(340);
    expect(model.bound).toBe(320);
  });

  it('groups the sizes, smallest first', () => {
    expect(sizeClassesOf(Int32Array.of(10, 9, 10, 9, 9))).toEqual([
      { size: 9, groups: 3 },
      { size: 10, groups: 2 },
    ]);
    expect(sizeClassesOf(Int32Array.of())).toEqual([]);
  });
});
