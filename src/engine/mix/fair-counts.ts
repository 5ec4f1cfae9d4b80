import type { LevelList } from './bins.js';
import { countLevels } from '../terms/count-term.js';
import type { Mix } from './mix.js';

/** By level: the least and the most holders of a bin from which nothing is to be gained. */
export interface FairCounts {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Of bins of one size that share some people: the floor and the ceiling of an even share; anything where a level has no weight.
 *
 * @param levels All that these people hold.
 */
export function fairCounts({ levelCount, curvature }: Mix, levels: LevelList, binCount: number): FairCounts {
  const totals = countLevels(levels, levelCount);
  const isWeighed = (level: number) => curvature[level] > 0;
  return {
    low: totals.map((total, level) => (isWeighed(level) ? Math.floor(total / binCount) : 0)),
    high: totals.map((total, level) => (isWeighed(level) ? Math.ceil(total / binCount) : total)),
  };
}
