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
  /** The whole objective: weighted squared deviations, weighted rules, wishes. */
  readonly total: Certified;
  readonly attributes: readonly AttributeCertificate[];
  /** Penalty of wishes and observed themes; absent when nobody gave any. */
  readonly wishes?: Certified;
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
