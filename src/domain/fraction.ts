/** An exact quotient of integers; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function scale(a: Fraction, factor: number): Fraction {
  return { numerator: a.numerator * BigInt(factor), denominator: a.denominator };
}

export function isEqual(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

/** The nearest double: for showing, never for comparing. */
export function toNumber(a: Fraction): number {
  const whole = a.numerator / a.denominator;
  const rest = a.numerator % a.denominator;
  return Number(whole) + Number(rest) / Number(a.denominator);
}
