import type { ProofRecord } from '../domain/certificate.js';
import type { Module } from '../domain/module.js';
import type { Problem } from '../engine/problem.js';
import { certify } from '../engine/solution.js';
import { scoreOf, type Score } from '../engine/state.js';
import type { Cut } from '../engine/stopping.js';
import type { ProofLimits } from '../proof/prove.js';
import type { Prover } from '../proof/prover.js';

/** A proof to be tried, where and how far. */
export interface ProofRequest {
  readonly prover: Prover;
  readonly limits: ProofLimits;
}

/** The best assignment known once a proof has been tried: the one given, or a better one that it met. */
export interface Strengthened extends Score {
  readonly groupOf: Int32Array;
  /** The problem with the bound that was proved. */
  readonly problem: Problem;
  /** Absent where there was nothing to prove: the assignment was optimal as it came. */
  readonly record?: ProofRecord;
  /** Whether it was proved that no list keeps the hard rules. */
  readonly isImpossible: boolean;
}

/**
 * Tries to prove an assignment optimal, to raise the bound, or to find better; where the hard rules are not kept, to keep
 * them or to prove that nothing can.
 *
 * @param cut Why there is no time left for that; absent: it is tried.
 */
export async function strengthen(
  module: Module,
  problem: Problem,
  found: Score & { readonly groupOf: Int32Array },
  { prover, limits }: ProofRequest,
  cut?: Cut,
): Promise<Strengthened> {
  const { hard, soft, groupOf } = found;
  const known = { hard, soft, groupOf, problem, isImpossible: false };
  if (hard === 0 && soft <= problem.softBound) return known;
  const start = certify(module, problem, groupOf).total;
  if (cut !== undefined) return { ...known, record: { outcome: cut, nodes: 0, limits, start, reached: start } };

  const { finding, cut: cutShort, told = 0 } = await prover(module, groupOf, limits);
  if (finding?.outcome === 'none') return { ...known, isImpossible: true };
  const raised = { ...problem, softBound: finding?.softBound ?? problem.softBound };
  const best = finding?.better ?? groupOf;
  const record: ProofRecord = {
    outcome: cutShort ?? finding?.outcome ?? 'limit',
    nodes: finding?.nodes ?? 0,
    ...(cutShort === undefined || told === 0 ? {} : { told }),
    limits,
    start,
    reached: certify(module, raised, best).total,
  };
  return { ...scoreOf(problem, best), groupOf: best, problem: raised, record, isImpossible: false };
}
