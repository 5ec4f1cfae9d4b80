import { describe, expect, it } from 'vitest';
import { findClique } from '../../src/engine/feasibility/clique.js';

describe('a clique', () => {
  const budget = { tests: 1000 };

  it('is one of the given sets, or made of several, or none', () => {
    expect(findClique([[4, 7, 9]], 2, budget)).toEqual([4, 7]);
    const made = findClique(
      [
        [1, 2, 3],
        [3, 4],
        [4, 1],
        [2, 4],
      ],
      4,
      budget,
    );
    expect(new Set(made)).toEqual(new Set([1, 2, 3, 4]));
    // A cycle of five has no triangle.
    expect(
      findClique(
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 0],
        ],
        3,
        budget,
      ),
    ).toBeUndefined();
    expect(findClique([], 2, budget)).toBeUndefined();
  });
});
