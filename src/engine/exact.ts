/** Thrown when penalties could exceed what a double counts exactly; the message says what is too large. */
export class ProblemTooLarge extends RangeError {}

/** Balance, rules and wishes are added up, and the change of that sum has a sign. */
const LARGEST = Math.floor(Number.MAX_SAFE_INTEGER / 4);

/** Refuses numbers that a double would round: called with the largest penalty that a part of the objective can reach. */
export function assertExact(largest: number, what: string): void {
  if (largest <= LARGEST) return;
  throw new ProblemTooLarge(`${what}: penalties up to ${largest} cannot be counted exactly`);
}
