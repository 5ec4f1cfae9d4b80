import { toNumber } from '../domain/fraction.js';
import type { Module } from '../domain/module.js';
import type { Problem } from '../engine/problem.js';
import type { SearchProgress } from '../engine/restarts.js';
import { totalBase } from '../engine/solution.js';

/** How far a search has come. */
export interface GroupsProgress extends SearchProgress {
  /** By how much the best score so far exceeds its bound, as a share of it: 0 when they meet, Infinity above a bound of 0. To be shown only. */
  readonly gap: number;
}

/** Adds the gap, which takes what the integer search leaves out of its tables, to what a search tells. */
export function withGap(
  module: Module,
  problem: Problem,
  observe: (progress: GroupsProgress) => void,
): (progress: SearchProgress) => void {
  const base = toNumber(totalBase(module, problem)) * problem.unit;
  return (progress) => {
    const above = Math.max(0, progress.soft - progress.softBound);
    observe({ ...progress, gap: above === 0 ? 0 : above / (progress.softBound + base) });
  };
}
