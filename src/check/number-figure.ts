import {
  add,
  divide,
  fraction,
  isLess,
  multiply,
  roundToWhole,
  scale,
  subtract,
  ZERO,
  type Fraction,
} from '../domain/fraction.js';
import type { Group } from '../domain/group.js';
import type { Aim } from '../domain/role.js';
import type { Cohort } from '../domain/roster.js';

/** How near the groups' numbers are to the cohort's. Means and variances are of those who have a number. */
export interface NumberFigure {
  /** Squared deviations of the groups' sums from their fair share, in squared units; of squared distances too for `spread`. */
  readonly penalty: Fraction;
  readonly cohort: Moments;
  /** By group; absent where nobody of a group has a number. */
  readonly groups: readonly (Moments | undefined)[];
  /** What deviations of the numbers are measured in. */
  readonly unit: Fraction;
  /** People who have no number and count as the mean. */
  readonly missing: number;
}

/** Mean and variance of some numbers. */
export interface Moments {
  readonly mean: Fraction;
  readonly variance: Fraction;
}

/** Numbers in whole steps, as the penalty counts them. */
interface Coding {
  readonly codeOf: (value: Fraction) => bigint;
  readonly mean: bigint;
  /** The unit in steps. */
  readonly unit: Fraction;
}

/**
 * Judges `mean` or `spread`: values are rounded to a hundredth of the unit where their decimals are finer, somebody without
 * one counts as the mean, and each group's sum is held against its fair share.
 */
export function judgeNumbers(
  cohort: Cohort,
  { key, role, numbers = new Map() }: Aim,
  groups: readonly Group[],
  membersOf: ReadonlyMap<string, readonly string[]>,
): NumberFigure {
  const finest = [...numbers.values()].reduce((most, { denominator }) => (denominator > most ? denominator : most), 1n);
  // One denominator for all: sums of fractions stay small.
  const inSteps = new Map(
    [...numbers].map(([level, { numerator, denominator }]) => [
      level,
      fraction(numerator * (finest / denominator), finest),
    ]),
  );
  const valueOf = new Map(
    cohort.participants.map((person) => [person.key, inSteps.get(person.levels.get(key)?.[0] ?? '')]),
  );
  const decimalStep = fraction(1, finest);
  const everyone = cohort.participants.map((person) => person.key);
  const teams = groups.map(({ label }) => membersOf.get(label) ?? []);
  const valuesOf = (people: readonly string[]) => people.flatMap((person) => valueOf.get(person) ?? []);
  const all = valuesOf(everyone);
  const whole = momentsOf(all);
  const unit = unitNear(whole?.variance ?? ZERO, decimalStep);
  const figures = { cohort: whole ?? { mean: ZERO, variance: ZERO }, unit, missing: everyone.length - all.length };
  const moments = teams.map((team) => momentsOf(valuesOf(team)));
  if (whole === undefined) return { penalty: ZERO, groups: moments, ...figures };

  const judge = (values: ReadonlyMap<string, Fraction | undefined>, coding: Coding) => {
    const codeOf = (person: string) => {
      const value = values.get(person);
      return value === undefined ? coding.mean : coding.codeOf(value);
    };
    return squaredDeviations(everyone.map(codeOf), teams, codeOf, coding.unit);
  };
  const ofNumbers = judge(valueOf, codingOf(whole, decimalStep, 100));
  if (role.kind !== 'spread') return { penalty: ofNumbers, groups: moments, ...figures };
  const coarse = codingOf(whole, decimalStep, 10);
  const squareOf = (value: Fraction) => {
    const distance = coarse.codeOf(value) - coarse.mean;
    return fraction(distance * distance);
  };
  const squares = new Map([...valueOf].map(([person, value]) => [person, value && squareOf(value)]));
  const ofSquares = momentsOf(all.map(squareOf)) ?? whole;
  const penalty = add(ofNumbers, judge(squares, codingOf(ofSquares, fraction(1), 100)));
  return { penalty, groups: moments, ...figures };
}

function momentsOf(values: readonly Fraction[]): Moments | undefined {
  if (values.length === 0) return undefined;
  const share = fraction(1, values.length);
  const mean = multiply(values.reduce(add), share);
  const squares = values.map((value) => multiply(value, value)).reduce(add);
  return { mean, variance: subtract(multiply(squares, share), multiply(mean, mean)) };
}

/** 1, 2 or 5 × 10^k, the nearest by ratio to the standard deviation; the step itself where nothing varies. */
function unitNear(variance: Fraction, step: Fraction): Fraction {
  if (variance.numerator === 0n) return step;
  const square = (value: Fraction) => multiply(value, value);
  let decade = fraction(1);
  // Bring the deviation between the decade and ten times it, give or take.
  while (isLess(variance, square(decade))) decade = divide(decade, fraction(10));
  while (!isLess(variance, scale(square(decade), 100))) decade = scale(decade, 10);
  for (const [digit, next] of [
    [1, 2],
    [2, 5],
    [5, 10],
  ]) {
    if (isLess(variance, scale(square(decade), digit * next))) return scale(decade, digit);
  }
  return scale(decade, 10);
}

/** Whole steps: of the decimals, or so small a part of the unit where that is coarser. */
function codingOf({ mean, variance }: Moments, decimalStep: Fraction, parts: number): Coding {
  const unit = unitNear(variance, decimalStep);
  const part = divide(unit, fraction(parts));
  const step = isLess(part, decimalStep) ? decimalStep : part;
  return {
    codeOf: (value) => roundToWhole(divide(value, step)),
    mean: roundToWhole(divide(mean, step)),
    unit: divide(unit, step),
  };
}

/** Σ (S − A·s/N)² over the groups, in squared units. */
function squaredDeviations(
  codes: readonly bigint[],
  teams: readonly (readonly string[])[],
  codeOf: (person: string) => bigint,
  unit: Fraction,
): Fraction {
  const people = BigInt(Math.max(codes.length, 1));
  const total = codes.reduce((sum, code) => sum + code, 0n);
  const squares = teams.reduce((sum, team) => {
    const own = team.reduce((part, person) => part + codeOf(person), 0n);
    const off = own * people - total * BigInt(team.length);
    return sum + off * off;
  }, 0n);
  return divide(fraction(squares, people * people), multiply(unit, unit));
}
