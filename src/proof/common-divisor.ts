/** The greatest whole number that divides all of them; 1 where there are only zeros. */
export function commonDivisor(numbers: Iterable<number>): number {
  let common = 0;
  for (const number of numbers) {
    let [a, b] = [common, Math.abs(number)];
    while (b !== 0) [a, b] = [b, a % b];
    common = a;
  }
  return Math.max(common, 1);
}
