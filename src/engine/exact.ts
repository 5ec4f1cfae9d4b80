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

/** Balance, rules and wishes are added up, and the change of that sum has a sign. */
const LARGEST = Math.floor(Number.MAX_SAFE_INTEGER / 4);

/** Refuses numbers that a double would round: called with the largest penalty that a part of the objective can reach. */
export function assertExact(largest: number, what: string): void {
  if (largest <= LARGEST) return;
  throw new ProblemTooLarge(what, largest);
}
