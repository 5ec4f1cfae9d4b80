import type { Fraction } from './fraction.js';

/** A figure of a solution beside the least that any solution can have. */
export interface Certified {
  readonly value: Fraction;
  readonly bound: Fraction;
}

/** The certificate of one balanced attribute, in squared deviations from fair share, before its weight. */
export interface AttributeCertificate extends Certified {
  readonly key: string;
}

/** What is proved of a group list: every score is shown with this. */
export interface Certificate {
  /** The whole objective: weighted squared deviations, weighted roles and rules, wishes. */
  readonly total: Certified;
  readonly attributes: readonly AttributeCertificate[];
  /** By aim, in the order of `aimsOf`: penalties before the weight. */
  readonly aims: readonly Certified[];
  /** Penalty of wishes and observed themes; absent when nobody gave any. */
  readonly wishes?: Certified;
  /** Penalty of people meeting again; absent when nobody has met before, or it does not matter. */
  readonly history?: Certified;
  /** What a proof by branch and bound did; absent when none was asked for, or there was nothing left to prove. */
  readonly proof?: ProofRecord;
}

/**
 * How a proof ended: optimum proved, its limits reached, the problem too large to try as a
 * whole, its numbers too large to claim anything, sums or earlier
 * meetings that no programme states, or cut short from outside.
 */
export const PROOF_OUTCOMES = [
  'optimal',
  'limit',
  'too-large',
  'inexact',
  'numbers',
  'history',
  'time-limit',
  'interrupted',
] as const;
export type ProofOutcome = (typeof PROOF_OUTCOMES)[number];

/** What a proof was allowed, did and changed. */
export interface ProofRecord {
  readonly outcome: ProofOutcome;
  /** Nodes of branch and bound. */
  readonly nodes: number;
  /** How many of its findings were known when it was cut short from outside; absent: none, or it was not cut. */
  readonly told?: number;
  /** Nodes, and simplex iterations, that each of its programmes was allowed. */
  readonly limits: { readonly nodes: number; readonly iterations: number };
  /** Value and bound before it. */
  readonly start: Certified;
  /** The best value known after it, of the same list or of a better one that it met, and the bound. */
  readonly reached: Certified;
}

/** How far a value lies above its bound, relative to the bound: 0 when they meet, Infinity above a bound of 0. */
export function gapOf({ value, bound }: Certified): number {
  const above = value.numerator * bound.denominator - bound.numerator * value.denominator;
  if (above <= 0n) return 0;
  if (bound.numerator === 0n) return Infinity;
  const whole = bound.numerator * value.denominator;
  return Number((above * 1_000_000_000n) / whole) / 1e9;
}

/** Whether no solution can be better. */
export function isOptimal({ value, bound }: Certified): boolean {
  return value.numerator * bound.denominator <= bound.numerator * value.denominator;
}
