import { describe, expect, it } from 'vitest';
import { append } from '../../src/domain/append.js';
import { leastOf, mostOf } from '../../src/domain/extremes.js';

const MANY = Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 300_007);

describe('least and most', () => {
  it('are found among more numbers than arguments can be', () => {
    expect([leastOf(MANY), mostOf(MANY)]).toEqual([0, MANY.toSorted((a, b) => b - a)[0]]);
  });

  it('of nothing are beyond all numbers', () => {
    expect([leastOf([]), mostOf([])]).toEqual([Infinity, -Infinity]);
  });
});

describe('a list', () => {
  it('grows by more items than arguments can be, in their order', () => {
    const list = [1, 2];
    append(list, MANY);
    expect(list).toEqual([1, 2, ...MANY]);
  });
});
