import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignCheapest } from '../../src/algorithms/assignment.js';

describe('assignCheapest', () => {
  it('gives the cheapest column to the one who gains most by it', () => {
    expect(
      assignCheapest([
        [1, 2, 9],
        [1, 7, 9],
      ]),
    ).toEqual([1, 0]);
  });

  it('has nothing to assign without rows, and refuses more rows than columns', () => {
    expect(assignCheapest([])).toEqual([]);
    expect(() => assignCheapest([[1], [2]])).toThrow(RangeError);
  });

  it('costs as little as the best of all assignments', () => {
    const cost = fc.integer({ min: -9, max: 9 });
    const matrix = fc
      .integer({ min: 1, max: 4 })
      .chain((rows) => fc.array(fc.array(cost, { minLength: 5, maxLength: 5 }), { minLength: rows, maxLength: rows }));
    const least = (costs: readonly (readonly number[])[], taken: readonly number[]): number =>
      taken.length === costs.length
        ? 0
        : Math.min(
            ...costs[taken.length].map((each, column) =>
              taken.includes(column) ? Infinity : each + least(costs, [...taken, column]),
            ),
          );
    fc.assert(
      fc.property(matrix, (costs) => {
        const columns = assignCheapest(costs);
        expect(new Set(columns).size).toBe(costs.length);
        expect(columns.reduce((sum, column, row) => sum + costs[row][column], 0)).toBe(least(costs, []));
      }),
    );
  });
});
