import { describe, expect, it } from 'vitest';
import { allowedRange, isConvex, spreadTable } from '../../src/proof/count-table.js';

const table = (...prices: readonly number[]) => Float64Array.from(prices);

describe('a count table', () => {
  it('spread over two groups costs the cheapest split', () => {
    expect([...spreadTable(table(4, 1, 0, 1), 2)]).toEqual([8, 5, 2, 1, 0, 1, 2]);
  });

  it('spread over groups where nobody may be alone leaves no way to split one', () => {
    expect([...spreadTable(table(0, Infinity, 0, 0), 2)]).toEqual([0, Infinity, 0, 0, 0, 0, 0]);
  });

  it('allows from its first finite count to its last', () => {
    expect(allowedRange(table(Infinity, 0, Infinity, 2, Infinity))).toEqual({ least: 1, most: 3 });
    expect(allowedRange(table(Infinity, Infinity))).toBeUndefined();
  });

  it('is convex when no step is cheaper than the one before, and no count between is forbidden', () => {
    expect(isConvex(table(4, 1, 0, 1, Infinity), { least: 0, most: 3 })).toBe(true);
    expect(isConvex(table(0, 1, 0), { least: 0, most: 2 })).toBe(false);
    expect(isConvex(table(0, Infinity, 0, 0), { least: 0, most: 3 })).toBe(false);
  });
});
