import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBounds } from '../../../src/engine/feasibility/bounds.js';
import type { SeatingModel } from '../../../src/engine/feasibility/seating-model.js';
import { runs } from '../../helpers/runs.js';

/** Variables with their bounds, and rows of a coefficient for each of them. */
interface System {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly barred?: readonly boolean[];
  readonly rows: readonly { readonly coefficients: readonly number[]; readonly total: number }[];
  /** As many classes as variables allow, by group; absent: one group, and no twins. */
  readonly groupCount?: number;
  readonly twins?: readonly number[];
}

function modelOf({ low, high, barred = [], rows, groupCount = 1, twins = [] }: System): SeatingModel {
  const entries = rows.map(({ coefficients }) =>
    coefficients.flatMap((coefficient, variable) => (coefficient === 0 ? [] : [{ variable, coefficient }])),
  );
  const starts = [0];
  for (const own of entries) starts.push(starts[starts.length - 1] + own.length);
  return {
    groupCount,
    classes: Array.from({ length: low.length / groupCount }, () => ({ items: [], itemCount: 9, weight: 1 })),
    low: Int32Array.from(low),
    high: Int32Array.from(high),
    isOneBarred: Uint8Array.from(low, (_, variable) => (barred[variable] ? 1 : 0)),
    starts: Int32Array.from(starts),
    variables: Int32Array.from(entries.flat(), ({ variable }) => variable),
    coefficients: Int32Array.from(entries.flat(), ({ coefficient }) => coefficient),
    totals: Int32Array.from(rows, ({ total }) => total),
    twins,
  };
}

const boundsOf = (system: System, steps = 1_000_000) => createBounds(modelOf(system), { steps });

/** All values within the bounds that meet every row, and of like groups have the fuller first. */
function solutionsOf({ low, high, barred = [], rows, groupCount = 1, twins = [] }: System): readonly number[][] {
  let values: number[][] = [[]];
  low.forEach((least, variable) => {
    const domain = Array.from({ length: Math.max(0, high[variable] - least + 1) }, (_, step) => least + step);
    values = values.flatMap((before) =>
      domain.filter((value) => !(barred[variable] && value === 1)).map((value) => [...before, value]),
    );
  });
  const isOrdered = (own: readonly number[], g: number) => {
    const columns = [g, g + 1].map((group) => own.filter((_, variable) => variable % groupCount === group));
    const first = columns[0].findIndex((value, c) => value !== columns[1][c]);
    return first < 0 || columns[0][first] > columns[1][first];
  };
  return values.filter(
    (own) =>
      rows.every(({ coefficients, total }) => own.reduce((sum, x, i) => sum + x * coefficients[i], 0) === total) &&
      twins.every((g) => isOrdered(own, g)),
  );
}

const COUNT = 4;
const systems = (isGrouped: boolean): fc.Arbitrary<System> => {
  const list = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { minLength: COUNT, maxLength: COUNT });
  return fc
    .record({
      low: list(fc.integer({ min: 0, max: 2 })),
      spans: list(fc.integer({ min: 0, max: 3 })),
      barred: list(fc.constantFrom(false, false, true)),
      rows: fc.array(
        fc.record({ coefficients: list(fc.integer({ min: -3, max: 3 })), total: fc.integer({ min: -6, max: 8 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ low, spans, ...rest }) => ({
      ...rest,
      low,
      high: low.map((least, variable) => least + spans[variable]),
      ...(isGrouped ? { groupCount: 2, twins: [0] } : {}),
    }));
};

/** Narrower bounds of one variable. */
const narrowings = fc.array(
  fc.tuple(fc.integer({ min: 0, max: COUNT - 1 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 })),
  { minLength: 1, maxLength: 3 },
);

/** Whether the least and the most of a variable can each be part of a sum that a row asks for, others being anything between their bounds. */
function isConsistent({ rows }: System, low: Int32Array, high: Int32Array): boolean {
  return rows.every(({ coefficients, total }) =>
    coefficients.every((coefficient, variable) => {
      const ends = coefficients.map((own, i) => [own * low[i], own * high[i]].sort((a, b) => a - b));
      const least = ends.reduce((sum, [lowest], i) => (i === variable ? sum : sum + lowest), 0);
      const most = ends.reduce((sum, [, highest], i) => (i === variable ? sum : sum + highest), 0);
      return [low[variable], high[variable]].every((value) => {
        const rest = total - coefficient * value;
        return coefficient === 0 || (least <= rest && rest <= most);
      });
    }),
  );
}

const isInRow = ({ rows }: System, variable: number) => rows.some(({ coefficients }) => coefficients[variable] !== 0);

const rangesOf = ({ low, high }: { readonly low: Int32Array; readonly high: Int32Array }) =>
  [...low].map((least, i) => `${least}–${high[i]}`);

describe('bounds', () => {
  it.each([false, true])(
    'lose no solution, and are narrowed as far as each row allows, with like groups: %s',
    (isGrouped) => {
      let failures = 0;
      fc.assert(
        fc.property(systems(isGrouped), (system) => {
          const solutions = solutionsOf(system);
          const { low, high, propagate } = boundsOf(system);
          const failed = propagate();
          if (failed !== undefined) {
            failures++;
            expect(solutions).toEqual([]);
            return;
          }
          for (const own of solutions) {
            expect(own.every((value, variable) => low[variable] <= value && value <= high[variable])).toBe(true);
          }
          expect(low.every((least, variable) => least <= high[variable] || !isInRow(system, variable))).toBe(true);
          expect(isConsistent(system, low, high)).toBe(true);
          expect(system.barred?.some((is, i) => is && (low[i] === 1 || high[i] === 1))).toBe(false);
          // Where nothing is left to choose, there is a solution, which is that.
          if (low.every((value, variable) => value === high[variable])) expect(solutions).toEqual([[...low]]);
        }),
        { numRuns: runs(200) },
      );
      expect(failures).toBeGreaterThan(0);
    },
  );

  it.each([false, true])(
    'are as if one had begun with what is narrowed, and given back when that is undone, with like groups: %s',
    (isGrouped) => {
      fc.assert(
        fc.property(systems(isGrouped), fc.array(narrowings, { maxLength: 4 }), (system, attempts) => {
          const bounds = boundsOf(system);
          if (bounds.propagate() !== undefined) return;
          const [low, high] = [[...bounds.low], [...bounds.high]];
          for (const attempt of attempts) {
            const mark = bounds.mark();
            const fresh = boundsOf({
              ...system,
              low: low.map((value, i) => Math.max(value, ...attempt.map(([v, least]) => (v === i ? least : 0)))),
              high: high.map((value, i) => Math.min(value, ...attempt.map(([v, , most]) => (v === i ? most : 9)))),
            });
            for (const [variable, least, most] of attempt) bounds.narrow(variable, least, most);
            const failed = bounds.propagate();
            expect(failed === undefined).toBe(fresh.propagate() === undefined);
            if (failed === undefined) expect([bounds.low, bounds.high]).toEqual([fresh.low, fresh.high]);
            bounds.undo(mark);
            expect([[...bounds.low], [...bounds.high]]).toEqual([low, high]);
          }
        }),
        { numRuns: runs(150) },
      );
    },
  );

  it('are those of the model, which is not changed, without the number that is barred', () => {
    const model = modelOf({ low: [0, 1, 1, 0], high: [1, 3, 1, 2], barred: [true, true, false, true], rows: [] });
    const bounds = createBounds(model, { steps: 10 });
    expect(rangesOf(bounds)).toEqual(['0–0', '2–3', '1–1', '0–2']);
    expect(bounds.mark()).toBe(0);
    bounds.narrow(3, 0, 1);
    expect(rangesOf(bounds)).toEqual(['0–0', '2–3', '1–1', '0–0']);
    bounds.undo(0);
    bounds.narrow(3, 1, 2);
    bounds.narrow(1, 0, 2);
    expect(rangesOf(bounds)).toEqual(['0–0', '2–2', '1–1', '2–2']);
    expect(rangesOf(model)).toEqual(['0–1', '1–3', '1–1', '0–2']);
    const mark = bounds.mark();
    bounds.narrow(3, 2, 5);
    expect(bounds.mark()).toBe(mark);
    bounds.narrow(3, 0, 1);
    bounds.undo(mark);
    expect(rangesOf(bounds)).toEqual(['0–0', '2–2', '1–1', '2–2']);
    bounds.undo(0);
    expect(rangesOf(bounds)).toEqual(['0–0', '2–3', '1–1', '0–2']);
  });

  it.each([
    ['too much even of the least', [1, 1, 2], [3, 3, 3], 2],
    ['too little even of the most', [0, 0, 0], [3, 1, 2], 4],
    ['nothing left of a variable', [0, 2, 1], [3, 1, 3], 4],
  ])('name the variables of the row that cannot be met: %s', (_, low, high, total) => {
    const rows = [
      { coefficients: [1, 0, -1], total: 0 },
      { coefficients: [0, 1, 1], total },
      { coefficients: [1, 1, 0], total: 2 },
    ];
    expect(boundsOf({ low, high, rows }).propagate()).toEqual([1, 2]);
  });

  it('fill the first of like groups with no less of the first class in which they differ', () => {
    // Two classes in three like groups.
    const system = { low: [0, 0, 0, 0, 0, 0], high: [3, 4, 5, 3, 4, 5], rows: [], groupCount: 3, twins: [0, 1] };
    const bounds = boundsOf(system);
    expect(bounds.propagate()).toBeUndefined();
    expect(rangesOf(bounds)).toEqual(['0–3', '0–3', '0–3', '0–3', '0–4', '0–5']);
    const mark = bounds.mark();
    bounds.narrow(2, 2, 9);
    bounds.narrow(1, 0, 2);
    expect(bounds.propagate()).toBeUndefined();
    // The last two groups have the same of the first class.
    expect(rangesOf(bounds)).toEqual(['2–3', '2–2', '2–2', '0–3', '0–4', '0–4']);
    bounds.narrow(3, 0, 1);
    bounds.narrow(0, 0, 2);
    expect(bounds.propagate()).toBeUndefined();
    expect(rangesOf(bounds)).toEqual(['2–2', '2–2', '2–2', '0–1', '0–1', '0–1']);
    bounds.narrow(5, 1, 9);
    expect(bounds.propagate()).toBeUndefined();
    expect(rangesOf(bounds)).toEqual(['2–2', '2–2', '2–2', '1–1', '1–1', '1–1']);
    bounds.undo(mark);
    bounds.narrow(0, 0, 1);
    bounds.narrow(2, 2, 9);
    expect(bounds.propagate()).toEqual([]);
  });

  it('cost an entry of a row a step, two those of like groups, and what nothing has touched nothing', () => {
    const rows = [
      { coefficients: [1, 1, 0, 0], total: 3 },
      { coefficients: [1, 1, 1, 0], total: 5 },
    ];
    const system = { low: [0, 0, 0, 0], high: [3, 3, 3, 3], rows, groupCount: 2, twins: [0] };
    const budget = { steps: 100 };
    const bounds = createBounds(modelOf(system), budget);
    const spent = () => 100 - budget.steps;
    expect(bounds.propagate()).toBeUndefined();
    // Both rows, and the first class in both groups.
    expect(spent()).toBe(2 + 3 + 2);
    bounds.narrow(2, 2, 2);
    bounds.narrow(2, 1, 2);
    expect(bounds.propagate()).toBeUndefined();
    // The second row and the second group.
    expect(spent()).toBe(7 + 3 + 2);
    expect(bounds.propagate()).toBeUndefined();
    expect(spent()).toBe(12);
    const mark = bounds.mark();
    bounds.narrow(0, 0, 1);
    expect(bounds.propagate()).toEqual([]);
    // The rows leave the second group more than the first can have; what was still to be looked at is forgotten.
    expect(spent()).toBe(12 + 2 + 3 + 2);
    bounds.undo(mark);
    expect(bounds.propagate()).toBeUndefined();
    expect(spent()).toBe(19);
  });

  it('are narrowed no more once the budget has ended', () => {
    const rows = [
      { coefficients: [1, 1, 0, 0], total: 3 },
      { coefficients: [1, 1, 1, 0], total: 5 },
    ];
    const system = { low: [0, 0, 0, 0], high: [3, 3, 3, 3], rows, groupCount: 2, twins: [0] };
    expect(boundsOf(system, 1).propagate()).toEqual([0, 1, 2]);
    expect(boundsOf(system, 2).propagate()).toEqual([]);
    expect(boundsOf(system, 4).propagate()).toEqual([]);
    expect(boundsOf(system, 5).propagate()).toBeUndefined();
  });
});
