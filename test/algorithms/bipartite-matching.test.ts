import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHallViolation, findLargestDeficiency, matchBipartite } from '../../src/algorithms/bipartite-matching.js';

const graphs = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 })), { maxLength: 6 });

/** Every set of left nodes with fewer neighbours than members. */
function violatingSets(neighbours: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return Array.from({ length: 1 << neighbours.length }, (_, mask) =>
    neighbours.flatMap((__, node) => (mask & (1 << node) ? [node] : [])),
  ).filter((set) => new Set(set.flatMap((node) => neighbours[node])).size < set.length);
}

describe('matchBipartite', () => {
  it('moves earlier pairs to make room', () => {
    const matching = matchBipartite([[0, 1], [0], [1, 2]], 3);
    expect([...matching.rightOf]).toEqual([1, 0, 2]);
    expect([...matching.leftOf]).toEqual([1, 0, 2]);
    expect(matching.size).toBe(3);
  });

  it('leaves no node out that could have a partner', () => {
    fc.assert(
      fc.property(graphs, (neighbours) => {
        const matching = matchBipartite(neighbours, 5);
        // König and Hall: the largest matching lacks as many as the worst set does.
        const worst = Math.max(
          0,
          ...violatingSets(neighbours).map((set) => set.length - new Set(set.flatMap((node) => neighbours[node])).size),
        );
        expect(matching.size).toBe(neighbours.length - worst);
        matching.rightOf.forEach((right, left) => {
          if (right >= 0) expect(neighbours[left].includes(right) && matching.leftOf[right] === left).toBe(true);
        });
      }),
    );
  });
});

describe('findHallViolation', () => {
  it('names the three that share two', () => {
    expect(
      findHallViolation(
        [
          [0, 3],
          [1, 2],
          [1, 2],
          [2, 1],
        ],
        4,
      ),
    ).toEqual({ left: [1, 2, 3], right: [1, 2] });
  });

  it('finds nothing where everyone can have a partner', () => {
    expect(findHallViolation([[0], [0, 1]], 2)).toBeUndefined();
  });

  it('finds a set exactly when there is one; all its subsets can be matched', () => {
    fc.assert(
      fc.property(graphs, (neighbours) => {
        const violation = findHallViolation(neighbours, 5);
        expect(violation !== undefined).toBe(violatingSets(neighbours).length > 0);
        if (violation === undefined) return;
        expect(violation.right).toEqual(
          [...new Set(violation.left.flatMap((node) => neighbours[node]))].toSorted((a, b) => a - b),
        );
        expect(violation.right).toHaveLength(violation.left.length - 1);
        expect(violatingSets(violation.left.map((node) => neighbours[node]))).toHaveLength(1);
      }),
    );
  });
});

describe('findLargestDeficiency', () => {
  it('names all four that share two, of which two go without', () => {
    expect(findLargestDeficiency([[0, 3], [1, 2], [1, 2], [2, 1], [1]], 4)).toEqual({
      left: [1, 2, 3, 4],
      right: [1, 2],
    });
  });

  it('lacks as many neighbours as the largest matching leaves nodes alone, and no set lacks more', () => {
    fc.assert(
      fc.property(graphs, (neighbours) => {
        const found = findLargestDeficiency(neighbours, 5);
        const lack = (nodes: readonly number[]) =>
          nodes.length - new Set(nodes.flatMap((node) => neighbours[node])).size;
        const sets = Array.from({ length: 2 ** neighbours.length }, (_, bits) =>
          neighbours.flatMap((_own, node) => (((bits >> node) & 1) === 1 ? [node] : [])),
        );
        const most = Math.max(0, ...sets.map(lack));
        expect(neighbours.length - matchBipartite(neighbours, 5).size).toBe(most);
        expect(found === undefined ? 0 : lack(found.left)).toBe(most);
        if (found !== undefined) expect(found.left.length - found.right.length).toBe(most);
      }),
    );
  });
});
