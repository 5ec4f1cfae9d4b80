/** A commutative group of turns, its elements numbered from 0, which turns nothing. */
export interface AbelianGroup {
  readonly order: number;
  /** By pair of elements, first × order + second: one turn after the other. */
  readonly sums: Int32Array;
  /** Lists of elements in ascending order, smaller ones first: from nothing but 0 to all. */
  readonly subgroups: readonly Int32Array[];
  /** Elements other than 0 that undo themselves. */
  readonly involutions: readonly number[];
}

/** Most cyclic factors. Groups of more have too many subgroups to try. */
const MOST_FACTORS = 3;

/**
 * The commutative groups of an order, up to names: each by the orders of the cyclic groups of which it is the product, each
 * dividing the one before (the invariant factors).
 */
export function abelianFactors(order: number): readonly (readonly number[])[] {
  return factorChains(order, order);
}

/** The product of cyclic groups of these orders. */
export function createAbelianGroup(factors: readonly number[]): AbelianGroup {
  const order = factors.reduce((product, factor) => product * factor, 1);
  const sums = new Int32Array(order * order);
  for (let a = 0; a < order; a++) for (let b = 0; b < order; b++) sums[a * order + b] = sumOf(a, b, factors);
  const involutions: number[] = [];
  for (let a = 1; a < order; a++) if (sums[a * order + a] === 0) involutions.push(a);
  return { order, sums, subgroups: findSubgroups(order, sums), involutions };
}

/** Whether all elements of one list are in another; both ascend. */
export function isWithin(one: Int32Array, other: Int32Array): boolean {
  let at = 0;
  for (const element of one) {
    while (at < other.length && other[at] < element) at++;
    if (other[at] !== element) return false;
  }
  return true;
}

/** One element of each class of a subgroup's elements that differ by one of a smaller subgroup. */
export function cosetLeaders({ order, sums }: AbelianGroup, within: Int32Array, by: Int32Array): readonly number[] {
  const seen = new Set<number>();
  const leaders: number[] = [];
  for (const element of within) {
    if (seen.has(element)) continue;
    leaders.push(element);
    for (const step of by) seen.add(sums[element * order + step]);
  }
  return leaders;
}

/** Lists of at most three factors above 1 whose product is `order`, each dividing the one before; the first divides `above`. */
function factorChains(order: number, above: number, length = MOST_FACTORS): readonly (readonly number[])[] {
  if (order === 1) return [[]];
  if (length === 0) return [];
  const chains: (readonly number[])[] = [];
  for (let factor = order; factor > 1; factor--) {
    if (order % factor !== 0 || above % factor !== 0) continue;
    for (const rest of factorChains(order / factor, factor, length - 1)) chains.push([factor, ...rest]);
  }
  return chains;
}

/** The element of which each digit, to the base of its factor, is the sum of the two digits. */
function sumOf(a: number, b: number, factors: readonly number[]): number {
  let sum = 0;
  let unit = 1;
  for (const factor of factors) {
    sum += ((Math.floor(a / unit) + Math.floor(b / unit)) % factor) * unit;
    unit *= factor;
  }
  return sum;
}

/** From the trivial one, each joined with one more element until nothing new comes. */
function findSubgroups(order: number, sums: Int32Array): readonly Int32Array[] {
  const found = new Map<string, Int32Array>([['0', Int32Array.of(0)]]);
  for (const subgroup of found.values()) {
    for (let element = 1; element < order; element++) {
      if (subgroup.includes(element)) continue;
      const joined = join(subgroup, element, order, sums);
      found.set(joined.join(), joined);
    }
  }
  return [...found.values()].sort((one, other) => one.length - other.length);
}

function join(subgroup: Int32Array, element: number, order: number, sums: Int32Array): Int32Array {
  const joined = new Set<number>(subgroup);
  for (let step = element; !joined.has(step); step = sums[step * order + element]) {
    for (const other of subgroup) joined.add(sums[step * order + other]);
  }
  return Int32Array.from(joined).sort();
}
