import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitAll } from '../../src/engine/feasibility/hitting-set.js';
import { filterConflict, findSmallestConflict, type Answer } from '../../src/engine/feasibility/smallest-conflict.js';
import { runs } from '../helpers/runs.js';

const budget = () => ({ steps: 10_000 });

const NUMBERS = [0, 1, 2, 3, 4];
const subsets = Array.from({ length: 32 }, (_, bits) => NUMBERS.filter((number) => (bits >> number) & 1));
const drawnSets = fc.array(fc.subarray(NUMBERS, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

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

  it('meets every set by no more numbers than are needed, and by the lowest of one set', () => {
    fc.assert(
      fc.property(drawnSets, (sets) => {
        const isHit = (numbers: readonly number[]) =>
          sets.every((set) => set.some((number) => numbers.includes(number)));
        const fewest = Math.min(...subsets.filter(isHit).map(({ length }) => length));
        const found = hitAll(
          sets.map((set) => new Set(set)),
          budget(),
        );
        expect(found === undefined ? undefined : [isHit(found), found.length]).toEqual([true, fewest]);
      }),
      { numRuns: runs(200) },
    );
    expect(hitAll([new Set([12, 3, 7])], budget())).toEqual([3]);
  });

  it('costs the sets that are looked at for each choice, of the smallest set first', () => {
    const costOf = (...sets: readonly (readonly number[])[]) => {
      const own = budget();
      return [
        hitAll(
          sets.map((set) => new Set(set)),
          own,
        ),
        10_000 - own.steps,
      ];
    };
    expect(costOf()).toEqual([[], 0]);
    // Of no size below three, which three disjoint sets show at once; then the sets of fewest numbers are met first.
    expect(costOf([1, 2, 3], [4, 5], [6])).toEqual([[6, 4, 1], 3 * 3 + 4 * 3]);
    expect(costOf([0, 1], [1, 2], [0, 2], [3])).toEqual([[3, 0, 1], 40]);
    expect(costOf([1, 2], [2, 3], [3, 4], [1, 4])).toEqual([[1, 3], 24]);
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

  it('is as small as any, whatever the witnesses keep besides', () => {
    fc.assert(
      fc.property(drawnSets, fc.boolean(), (conflicts, isGenerous) => {
        const isKept = (lines: readonly number[]) =>
          !conflicts.some((conflict) => conflict.every((line) => lines.includes(line)));
        const answerTo = (lines: readonly number[]): Answer => {
          if (!isKept(lines)) return { status: 'impossible' };
          const kept = [...lines];
          for (const line of NUMBERS) if (isGenerous && isKept(kept.concat(line))) kept.push(line);
          return { status: 'possible', isKept: (line) => kept.includes(line) };
        };
        const found = findSmallestConflict(5, answerTo, budget());
        const least = Math.min(...conflicts.map(({ length }) => length));
        if (found === undefined) expect(conflicts).toEqual([]);
        else expect([isKept(found), found.length, [...found].sort((a, b) => a - b)]).toEqual([false, least, found]);
        const filtered = filterConflict(NUMBERS, answerTo);
        if (conflicts.length === 0) return;
        expect(filtered.isMinimal).toBe(true);
        expect(isKept(filtered.lines)).toBe(false);
        for (const line of filtered.lines) expect(isKept(filtered.lines.filter((other) => other !== line))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('does not exist where all lines can be kept', () => {
    expect(findSmallestConflict(4, forbidding(), budget())).toBeUndefined();
  });

  it('asks whether lines can be added one by one to those that a witness keeps', () => {
    const asked: string[] = [];
    const answerTo = (lines: readonly number[]): Answer => {
      asked.push(lines.join(''));
      return forbidding([0, 1], [2, 3])(lines);
    };
    expect(findSmallestConflict(4, answerTo, budget())).toEqual([0, 1]);
    // Three witnesses, each with what it takes besides, and what meets all three corrections.
    expect(asked.join(' ')).toBe(' 0 01 02 023 1 01 12 123 3 03 013 023 01');
  });

  it('is none where all lines can be kept, which is seen at once', () => {
    const own = budget();
    expect(findSmallestConflict(3, (lines) => forbidding()(lines), own)).toBeUndefined();
    expect(own.steps).toBe(10_000);
    expect(findSmallestConflict(3, forbidding([0]), { steps: -1 })).toBeUndefined();
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
