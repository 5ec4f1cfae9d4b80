import type { PairWeights } from './pair-weights.js';

/** Place everyone in a group so that the weights between people of one group add up to as much as can be. */
export interface DenseProblem {
  readonly weights: PairWeights;
  /** Least and most people of each group; equal where the size is settled. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}
