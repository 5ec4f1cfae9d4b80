import type { DenseProblem } from './dense-problem.js';
import { cellsFor, type Cells } from './pair-weights.js';

/** An assignment in the making. All numbers are integers. */
export interface DenseState {
  /** Sum of the weights inside groups. */
  readonly value: () => number;
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** The people of group g: `members[g · n] … members[g · n + sizes[g] − 1]`, n people in all. */
  readonly members: Int32Array;
  /** `affinity[g · n + p]`: what the weights between person p and the members of group g add up to. Group-major. */
  readonly affinity: Cells;
  /** `own[p]`: the affinity of p to the group where p is. */
  readonly own: Cells;
  /** Starts again from another assignment, which is copied. */
  readonly load: (groupOf: Int32Array) => void;
  /** Exchanges p and q, of different groups; `gain` is what the exchange adds to the value. */
  readonly swap: (p: number, q: number, gain: number) => void;
  /** Moves p to another group; `gain` is what that adds to the value. */
  readonly relocate: (p: number, to: number, gain: number) => void;
}

/**
 * Keeps the affinity of everyone to every group, so that the gain of a move is a few look-ups and an accepted move costs
 * O(n) (Lai and Hao 2016, "Iterated maxima search for the maximally diverse grouping problem").
 */
export function createDenseState({ weights, least }: DenseProblem): DenseState {
  const n = weights.peopleCount;
  const groupCount = least.length;
  const groupOf = new Int32Array(n);
  const sizes = new Int32Array(groupCount);
  const members = new Int32Array(groupCount * n);
  const seatOf = new Int32Array(n);
  const affinity = cellsFor(weights.reach, groupCount * n);
  const own = cellsFor(weights.reach, n);
  let value = 0;

  function seat(p: number, group: number): void {
    groupOf[p] = group;
    seatOf[p] = sizes[group];
    members[group * n + sizes[group]++] = p;
  }

  function refreshOwn(group: number): void {
    const from = group * n;
    for (let i = from, end = from + sizes[group]; i < end; i++) own[members[i]] = affinity[from + members[i]];
  }

  return {
    value: () => value,
    groupOf,
    sizes,
    members,
    affinity,
    own,
    load: (assignment) => {
      sizes.fill(0);
      affinity.fill(0);
      for (let p = 0; p < n; p++) {
        seat(p, assignment[p]);
        weights.addTo(affinity, assignment[p] * n, p, 1);
      }
      let twice = 0;
      for (let p = 0; p < n; p++) {
        own[p] = affinity[groupOf[p] * n + p];
        twice += own[p];
      }
      value = twice / 2;
    },
    swap: (p, q, gain) => {
      const from = groupOf[p];
      const to = groupOf[q];
      weights.exchange(affinity, from * n, to * n, p, q);
      const freed = seatOf[p];
      seatOf[p] = seatOf[q];
      seatOf[q] = freed;
      groupOf[p] = to;
      groupOf[q] = from;
      members[to * n + seatOf[p]] = p;
      members[from * n + seatOf[q]] = q;
      refreshOwn(from);
      refreshOwn(to);
      value += gain;
    },
    relocate: (p, to, gain) => {
      const from = groupOf[p];
      weights.addTo(affinity, from * n, p, -1);
      weights.addTo(affinity, to * n, p, 1);
      const last = members[from * n + --sizes[from]];
      members[from * n + seatOf[p]] = last;
      seatOf[last] = seatOf[p];
      seat(p, to);
      refreshOwn(from);
      refreshOwn(to);
      value += gain;
    },
  };
}
