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
  /** How many findings it had told when it was cut; absent: none, or it was not. */
  readonly told?: number;
}

/** Where a proof was cut short, for it to end there again. */
export interface ProofTrace {
  readonly cut: Cut;
  /** Findings that were known then. */
  readonly told: number;
}

/**
 * Proves, here or in another thread, how good an assignment of a module is, given as the group of each person by the
 * indices of the compiled problem.
 */
export type Prover = (module: Module, groupOf: Int32Array, limits: ProofLimits) => Promise<ProverAnswer>;

/** Proves in the calling thread, which hears nothing else meanwhile. The solver is loaded by the first proof. */
export const proveHere: Prover = async (...request) => createProver(undefined)(...request);

/** Proves in the calling thread, and knows no more in the end than another run did when it was cut short, if a trace says so. */
export function createProver(trace: ProofTrace | undefined): Prover {
  return async (module, groupOf, limits) => {
    if (trace?.told === 0) return { cut: trace.cut, told: 0 };
    const { solveWithHighs } = await import('./highs-solver.js');
    const known: ProofFinding[] = [];
    const problem = compileProblem(module);
    known.push(await prove(problem, groupOf, limits, solveWithHighs, (finding) => known.push(finding)));
    const finding = known.at((trace?.told ?? 0) - 1) ?? known[known.length - 1];
    return trace === undefined ? { finding } : { finding, cut: trace.cut, told: trace.told };
  };
}
