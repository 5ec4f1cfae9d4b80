import { describe, expect, it } from 'vitest';
import { hitAll } from '../../src/engine/feasibility/hitting-set.js';
import { filterConflict, findSmallestConflict, type Answer } from '../../src/engine/feasibility/smallest-conflict.js';

const budget = () => ({ steps: 10_000 });

/** Lines of which none of these sets may be kept whole. */
const forbidding =
  (...conflicts: readonly (readonly number[])[]) =>
  (lines: readonly number[]): Answer =>
    conflicts.some((conflict) => conflict.every((line) => lines.includes(line)))
      ? { status: 'impossible' }
      : { status: 'possible', isKept: (line) => lines.includes(line) };

describe('a hitting set', () => {
  it('has the fewest numbers that meet every set', () => {
    expect(hitAll([new Set([1, 2]), new Set([2, 3]), new Set([4])], budget())).toHaveLength(2);
    expect(hitAll([], budget())).toEqual([]);
  });

  it('is not looked for beyond the budget', () => {
    expect(hitAll([new Set([1])], { steps: 0 })).toBeUndefined();
  });
});

describe('the smallest conflict', () => {
  it('is found though a larger one comes first', () => {
    const answerTo = forbidding([0, 1, 2], [3, 5], [1, 2, 4]);
    expect(findSmallestConflict(6, answerTo, budget())).toEqual([3, 5]);
    expect(findSmallestConflict(4, forbidding([0, 1, 2], [2]), budget())).toEqual([2]);
    expect(findSmallestConflict(3, forbidding([]), budget())).toEqual([]);
  });

  it('does not exist where all lines can be kept', () => {
    expect(findSmallestConflict(4, forbidding(), budget())).toBeUndefined();
  });

  it('is not claimed where an answer is unknown', () => {
    expect(findSmallestConflict(4, () => ({ status: 'unknown' }), budget())).toBeUndefined();
  });
});

describe('filtering a conflict', () => {
  it('leaves lines of which each is needed', () => {
    expect(filterConflict([0, 1, 2, 3], forbidding([0, 3], [1, 2, 3]))).toEqual({ lines: [1, 2, 3], isMinimal: true });
  });

  it('keeps a line of which it is not known whether it is needed', () => {
    const whole = forbidding([1]);
    const answerTo = (lines: readonly number[]): Answer => (lines.includes(0) ? whole(lines) : { status: 'unknown' });
    expect(filterConflict([0, 1, 2], answerTo)).toEqual({ lines: [0, 1], isMinimal: false });
  });
});
