/** The least of some numbers, however many: spread into the arguments of `Math.min`, more than some 100,000 exceed the stack. Infinity of none. */
export function leastOf(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}

/** The greatest of some numbers, however many, like {@link leastOf}. −Infinity of none. */
export function mostOf(numbers: Iterable<number>): number {
  let most = -Infinity;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
