import type { Module } from '../../domain/module.js';
import { findColumns } from '../columns.js';
import { sharedCohort } from '../roles.js';
import { countMoves, type Home } from '../home.js';

/** Somebody going to another group with nobody in exchange: two groups change their sizes. */
export interface SizeShift {
  readonly person: number;
  readonly to: number;
}

/**
 * Finds people who could go to another group with nobody in exchange, within the sizes and the moves allowed, those first by whom the
 * balance of attributes gains most. What else is weighed is left to whoever tries them.
 *
 * @returns a function of an assignment, the moves it may have, and how many are wanted
 */
export function createShiftFinder(
  module: Module,
  { homeOf, least, most }: Home,
): (groupOf: Int32Array, mostMoves: number, wanted: number) => readonly SizeShift[] {
  const people = homeOf.length;
  const columns = findColumns(sharedCohort(module), module.balance);
  const firstLevel: number[] = [];
  let levelCount = 0;
  for (const { holders } of columns) {
    firstLevel.push(levelCount);
    levelCount += holders.length;
  }
  const holders = columns.flatMap((column) => [...column.holders]);
  const weights = columns.flatMap(({ weight, holders: own }) => [...own].map(() => weight));
  const levelsOf = Array.from({ length: people }, (_, p) =>
    columns.flatMap(({ profileOf, heldBy }, column) =>
      [...heldBy[profileOf[p]]].map((level) => firstLevel[column] + level),
    ),
  );
  /** Weighted squared deviations of a group, in units of 1/people². */
  const deviation = (counts: Int32Array, from: number, size: number, held: readonly number[], change: number) => {
    let sum = 0;
    for (let level = 0; level < levelCount; level++) {
      const count = counts[from + level] + (held.includes(level) ? change : 0);
      const gap = people * count - holders[level] * size;
      sum += weights[level] * gap * gap;
    }
    return sum;
  };

  return (groupOf, mostMoves, wanted) => {
    const sizes = new Int32Array(least.length);
    const counts = new Int32Array(least.length * levelCount);
    const moves = countMoves(homeOf, groupOf);
    for (let p = 0; p < people; p++) {
      sizes[groupOf[p]]++;
      for (const level of levelsOf[p]) counts[groupOf[p] * levelCount + level]++;
    }
    const found: (SizeShift & { readonly change: number })[] = [];
    for (let p = 0; p < people; p++) {
      const from = groupOf[p];
      if (sizes[from] <= least[from]) continue;
      const away = homeOf[p] >= 0 && homeOf[p] !== from ? 1 : 0;
      const held = levelsOf[p];
      const leaving =
        deviation(counts, from * levelCount, sizes[from] - 1, held, -1) -
        deviation(counts, from * levelCount, sizes[from], held, 0);
      for (let to = 0; to < least.length; to++) {
        if (to === from || sizes[to] >= most[to]) continue;
        if (moves - away + (homeOf[p] >= 0 && homeOf[p] !== to ? 1 : 0) > mostMoves) continue;
        const joining =
          deviation(counts, to * levelCount, sizes[to] + 1, held, 1) -
          deviation(counts, to * levelCount, sizes[to], held, 0);
        found.push({ person: p, to, change: leaving + joining });
      }
    }
    found.sort((a, b) => a.change - b.change || a.person - b.person || a.to - b.to);
    return found.slice(0, wanted);
  };
}
