import type { Module } from '../domain/module.js';
import { compileProblem } from '../engine/problem.js';
import type { Cut } from '../engine/stopping.js';
import { prove, type ProofFinding, type ProofLimits } from './prove.js';

/** What a prover says. */
export interface ProverAnswer {
  /** Absent when it was cut before it knew anything. */
  readonly finding?: ProofFinding;
  /** Why it ended before its limits; absent when it did not. */
  readonly cut?: Cut;
}

/**
 * Proves, here or in another thread, how good an assignment of a module is, given as the group of each person by the
 * indices of the compiled problem.
 */
export type Prover = (module: Module, groupOf: Int32Array, limits: ProofLimits) => Promise<ProverAnswer>;

/** Proves in the calling thread, which hears nothing else meanwhile. The solver is loaded by the first proof. */
export const proveHere: Prover = async (module, groupOf, limits) => {
  const { solveWithHighs } = await import('./highs-solver.js');
  return { finding: await prove(compileProblem(module), groupOf, limits, solveWithHighs) };
};
