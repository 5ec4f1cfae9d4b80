import type { Module } from '../domain/module.js';
import type { ProofFinding, ProofLimits } from '../proof/prove.js';

/** What a proof's thread is born with. */
export interface ProofOrder {
  readonly module: Module;
  readonly groupOf: Int32Array;
  readonly limits: ProofLimits;
}

/** What is known so far, or at last. */
export interface ProofMessage {
  readonly isLast: boolean;
  readonly finding: ProofFinding;
}
