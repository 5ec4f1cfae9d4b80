/** Thrown when penalties could exceed what a double counts exactly; the message says what is too large. */
export class ProblemTooLarge extends RangeError {
  /** The part of the objective: `balance`, `numbers`, `rules`… */
  readonly part: string;
  readonly largest: number;

  constructor(part: string, largest: number) {
    super(`${part}: penalties up to ${largest} cannot be counted exactly`);
    this.name = 'ProblemTooLarge';
    this.part = part;
    this.largest = largest;
  }
}

/** Every part of the objective may take an eighth of what a double counts exactly, the balance half of it; a bound stands alone. */
const SHARES: Readonly<Record<string, number>> = { balance: 2, bound: 1 };
const SHARE = 8;

/**
 * Refuses numbers that a double would round: called with the largest penalty that a part of the objective can reach.
 * @throws ProblemTooLarge when it is beyond the part's share of 2^53.
 */
export function assertExact(largest: number, part: string): void {
  if (largest <= Math.floor(Number.MAX_SAFE_INTEGER / (SHARES[part] ?? SHARE))) return;
  throw new ProblemTooLarge(part, largest);
}
