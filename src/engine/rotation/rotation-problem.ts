import type { Problem } from '../problem.js';

/** Several modules to plan at once: each the same problem, and what they owe each other. */
export interface RotationProblem {
  /** Of every module, earlier meetings left out. */
  readonly problem: Problem;
  readonly moduleCount: number;
  /** Groups of the modules before, the oldest first: by person, any number of a group; −1 for whoever was not there. */
  readonly earlier: readonly Int32Array[];
  /** What one unit of the price of meeting again costs in the objective; 0 where it does not matter. */
  readonly price: number;
  /** People whom a rule wants together with others. */
  readonly wanted: ReadonlySet<number>;
  /** Whether a rule wants two people together: their meetings cost nothing. */
  readonly isWanted: (p: number, q: number) => boolean;
}

/** By module, by person: the group. */
export type RotationGroups = readonly Int32Array[];
