import type { Aim } from '../domain/role.js';
import type { Fraction } from '../domain/fraction.js';
import type { Cohort } from '../domain/roster.js';

/** Numbers of people, whose sums over the groups are to be near their fair share. */
export interface NumberColumn {
  /** Which of the module's aims asks for it. */
  readonly aim: number;
  readonly weight: number;
  /** A whole number by person: steps from a value near the mean that all share. */
  readonly numbers: Float64Array;
  /** The square of the unit, in squared steps: what a squared deviation is divided by. */
  readonly unitSquare: Fraction;
}

/** Numbers that are met, how many people have each, and how many have none. */
interface Tally {
  readonly values: readonly bigint[];
  readonly people: readonly number[];
  readonly missing: number;
}

/** Whole codes of the values of a tally, one more for who has none, and the unit that they are measured in. */
interface Coding {
  readonly codes: readonly bigint[];
  readonly missing: bigint;
  readonly unitSquare: Fraction;
}

/** Units are looked for among fractions of a step down to this part: a deviation among 10^16 people is not smaller. */
const FINE = 100_000_000n;

/**
 * The columns of an aim `mean` or `spread`: the numbers themselves, and for `spread` the squares of their distances from the
 * mean too (k-plus, Papenberg 2024). Numbers are measured in a unit of 1, 2 or 5 × 10^k, the nearest by ratio to their
 * standard deviation, so that they weigh as much as levels do; they are counted in whole steps, which are those of the
 * decimals typed, or a hundredth of the unit where that is coarser. Who has no number counts as the mean, rounded to a step.
 */
export function compileNumbers(cohort: Cohort, aims: readonly Aim[]): readonly NumberColumn[] {
  return aims.flatMap(({ key, weight, role, numbers }, aim) => {
    if (numbers === undefined) return [];
    const { tally, rowOf } = tallyNumbers(cohort, key, numbers);
    if (tally.values.length === 0) return [];
    const codings = [encode(tally), ...(role.kind === 'spread' ? [encode(squareDistances(tally))] : [])];
    return codings.map((coding) => ({ aim, weight, ...centre(coding, tally, rowOf) }));
  });
}

/** Values in whole steps of the finest decimals typed; `rowOf` is the row of each person's value, −1 without one. */
function tallyNumbers(
  cohort: Cohort,
  key: string,
  numbers: ReadonlyMap<string, Fraction>,
): { readonly tally: Tally; readonly rowOf: Int32Array } {
  const decimals = [...numbers.values()].reduce(
    (most, { denominator }) => (denominator > most ? denominator : most),
    1n,
  );
  const rows = new Map<string, number>();
  const values: bigint[] = [];
  const people: number[] = [];
  const rowOf = Int32Array.from(cohort.participants, (person) => {
    const level = person.levels.get(key)?.[0];
    const number = level === undefined ? undefined : numbers.get(level);
    if (level === undefined || number === undefined) return -1;
    let row = rows.get(level);
    if (row === undefined) {
      rows.set(level, (row = values.length));
      values.push(number.numerator * (decimals / number.denominator));
      people.push(0);
    }
    people[row]++;
    return row;
  });
  const held = people.reduce((sum, count) => sum + count, 0);
  return { tally: { values, people, missing: rowOf.length - held }, rowOf };
}

function encode(tally: Tally): Coding {
  const { values } = tally;
  const { total, people } = sumUp(tally);
  const unit = unitOf(tally);
  const step = unit >= 100n * FINE ? unit / 100n : FINE;
  return {
    codes: values.map((value) => roundQuotient(value * FINE, step)),
    missing: roundQuotient(total * FINE, people * step),
    unitSquare: { numerator: unit * unit, denominator: step * step },
  };
}

/** Distances from the mean, both rounded to a tenth of the unit or to the step of the decimals, squared. */
function squareDistances(tally: Tally): Tally {
  const { total, people } = sumUp(tally);
  const unit = unitOf(tally);
  const step = unit >= 10n * FINE ? unit / 10n : FINE;
  const mean = roundQuotient(total * FINE, people * step);
  const values = tally.values.map((value) => {
    const distance = roundQuotient(value * FINE, step) - mean;
    return distance * distance;
  });
  return { ...tally, values };
}

/** The unit in parts of 1/FINE: the first u of 1, 2, 5, 10… with variance < u × the one after it. One step where all are alike. */
function unitOf(tally: Tally): bigint {
  const { total, squares, people } = sumUp(tally);
  const variance = (people * squares - total * total) * FINE * FINE;
  if (variance === 0n) return FINE;
  const threshold = people * people;
  for (let decade = 1n; ; decade *= 10n) {
    if (variance < threshold * decade * decade * 2n) return decade;
    if (variance < threshold * decade * decade * 10n) return 2n * decade;
    if (variance < threshold * decade * decade * 50n) return 5n * decade;
  }
}

function sumUp({ values, people }: Tally): { total: bigint; squares: bigint; people: bigint } {
  let total = 0n;
  let squares = 0n;
  let held = 0n;
  values.forEach((value, row) => {
    const count = BigInt(people[row]);
    total += count * value;
    squares += count * value * value;
    held += count;
  });
  return { total, squares, people: held };
}

/** Moves zero near the mean and divides by what all differences have in common: what is left is small, and the same to price. */
function centre(
  { codes, missing, unitSquare }: Coding,
  tally: Tally,
  rowOf: Int32Array,
): Pick<NumberColumn, 'numbers' | 'unitSquare'> {
  const all = tally.missing > 0 ? [...codes, missing] : codes;
  let common = 0n;
  for (const code of all) common = greatestCommonDivisor(common, code - codes[0]);
  if (common === 0n) common = 1n;
  const zero = codes[0] + common * roundQuotient(missing - codes[0], common);
  const numberOf = (code: bigint) => Number((code - zero) / common);
  const rows = codes.map(numberOf);
  const ofMissing = tally.missing > 0 ? numberOf(missing) : 0;
  const numbers = Float64Array.from(rowOf, (row) => (row < 0 ? ofMissing : rows[row]));
  const { numerator, denominator } = unitSquare;
  return { numbers, unitSquare: { numerator, denominator: denominator * common * common } };
}

/** The nearest whole number to a quotient, the greater of two; `divisor` is positive. */
function roundQuotient(dividend: bigint, divisor: bigint): bigint {
  const twice = 2n * dividend + divisor;
  const below = twice / (2n * divisor);
  return below * 2n * divisor > twice ? below - 1n : below;
}

/** Of whole numbers of any sign; 0 and a number have that number in common. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
