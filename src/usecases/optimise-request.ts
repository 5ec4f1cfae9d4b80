import type { WeightedPair } from '../engine/dense/pair-weights.js';
import type { DenseProblem } from '../engine/dense/dense-problem.js';
import { scaleMatrix, scalePairs, type ExactWeights } from '../engine/dense/exact-weights.js';
import type { Control } from '../engine/stopping.js';

/** How many people a group may have. */
export interface SizeLimits {
  readonly min: number;
  readonly max: number;
}

/** What {@link optimise} is told between two steps. */
export interface OptimiseProgress {
  readonly objective: number;
  /** Share of the whole budget spent, from 0 to 1. */
  readonly spent: number;
}

/** People, what each two of them weigh together, and the groups to place them in. */
export interface OptimiseRequest {
  /**
   * The weight of every two people, symmetric: rows of numbers, or all rows one after the other with `people` given. What
   * stands on the diagonal counts for nothing. Either this or `pairs`.
   */
  readonly distances?: readonly (readonly number[] | Float64Array)[] | Float64Array;
  /** The pairs that weigh something, each once, people being numbered from 0; others weigh 0. Needs `people`. */
  readonly pairs?: readonly WeightedPair[];
  /** How many people; absent: as many as `distances` has rows. */
  readonly people?: number;
  /** By group, how many people it has; or between how many and how many. */
  readonly sizes: readonly (number | SizeLimits)[];
  /** Whether the weights inside groups are to add up to as much, or as little, as can be. */
  readonly goal: 'maximise' | 'minimise';
  /** The same seed gives the same answer on every machine; absent: the empty text. */
  readonly seed?: string;
  /** Moves looked at by each start, rounded up to whole passes over all of them; absent: 2,000 passes, at most 5,000,000,000 moves. */
  readonly proposals?: number;
  /** Independent starts, of which the best counts; absent: 1. */
  readonly starts?: number;
  readonly control?: Control;
  readonly observe?: (progress: OptimiseProgress) => void;
}

/** The problem to maximise, in whole units. */
export interface CompiledRequest {
  readonly problem: DenseProblem;
  /** Units in 1. */
  readonly unit: number;
  /** −1 where weights are turned round, because less is better. */
  readonly sign: 1 | -1;
}

/** People × groups that the affinities are kept for. */
const MOST_CELLS = 134_217_728;

/** @throws RangeError naming what is wrong, and where. */
export function compileRequest(request: OptimiseRequest): CompiledRequest {
  const sign = request.goal === 'minimise' ? -1 : 1;
  const people = countPeople(request);
  const { least, most } = readLimits(request.sizes, people);
  if (people * least.length > MOST_CELLS)
    throw new RangeError(`${people} people × ${least.length} groups: at most ${MOST_CELLS} in all`);
  const { weights, unit } = readWeights(request, people, sign);
  return { problem: { weights, least, most }, unit, sign };
}

function countPeople({ distances, pairs, people }: OptimiseRequest): number {
  if ((distances === undefined) === (pairs === undefined))
    throw new RangeError('either distances or pairs must be given, and not both');
  if (people === undefined && (distances === undefined || distances instanceof Float64Array))
    throw new RangeError('people must say how many people there are');
  const count = people ?? distances?.length ?? 0;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`people is ${count}: at least 1, a whole number`);
  return count;
}

function readLimits(sizes: OptimiseRequest['sizes'], people: number): { least: Int32Array; most: Int32Array } {
  const limits = sizes.map((size) => (typeof size === 'number' ? { min: size, max: size } : size));
  limits.forEach(({ min, max }, group) => {
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min < 0 || max < min)
      throw new RangeError(`sizes[${group}] is ${min} to ${max}: whole numbers, the smaller one first`);
  });
  const total = (pick: (limit: SizeLimits) => number) => limits.reduce((sum, limit) => sum + pick(limit), 0);
  const fewest = total(({ min }) => min);
  const largest = total(({ max }) => max);
  if (people < fewest || people > largest)
    throw new RangeError(
      `the groups hold ${fewest === largest ? fewest : `${fewest} to ${largest}`} people in all, and there are ${people}`,
    );
  return {
    least: Int32Array.from(limits, ({ min }) => min),
    most: Int32Array.from(limits, ({ max }) => Math.min(max, people)),
  };
}

function readWeights({ distances, pairs }: OptimiseRequest, people: number, sign: 1 | -1): ExactWeights {
  if (pairs !== undefined) {
    checkPairs(pairs, people);
    return scalePairs(pairs, people, sign);
  }
  return scaleMatrix(flatten(distances ?? [], people), people, sign);
}

function flatten(distances: NonNullable<OptimiseRequest['distances']>, people: number): Float64Array {
  const isFlat = distances instanceof Float64Array;
  const expected = isFlat ? people * people : people;
  if (distances.length !== expected)
    throw new RangeError(`distances has ${distances.length} ${isFlat ? 'numbers' : 'rows'}: ${expected} expected`);
  const matrix = new Float64Array(people * people);
  for (let p = 0; p < people; p++) {
    const row = isFlat ? distances.subarray(p * people, (p + 1) * people) : distances[p];
    if (row.length !== people) throw new RangeError(`distances[${p}] has ${row.length} numbers: ${people} expected`);
    for (let q = 0; q < people; q++) if (q !== p) matrix[p * people + q] = row[q];
  }
  for (let p = 0; p < people; p++) {
    for (let q = 0; q < people; q++) {
      const weight = matrix[p * people + q];
      if (!Number.isFinite(weight))
        throw new RangeError(`the distance of ${p} and ${q} is ${weight}: a number expected`);
      if (weight !== matrix[q * people + p])
        throw new RangeError(
          `the distance of ${p} and ${q} is ${weight}, that of ${q} and ${p} ${matrix[q * people + p]}`,
        );
    }
  }
  return matrix;
}

function checkPairs(pairs: readonly WeightedPair[], people: number): void {
  const seen = new Set<number>();
  pairs.forEach(([a, b, weight], index) => {
    for (const person of [a, b]) {
      if (!Number.isInteger(person) || person < 0 || person >= people)
        throw new RangeError(`pairs[${index}] names person ${person}: 0 to ${people - 1} expected`);
    }
    if (a === b) throw new RangeError(`pairs[${index}] pairs person ${a} with themself`);
    if (!Number.isFinite(weight)) throw new RangeError(`pairs[${index}] weighs ${weight}: a number expected`);
    const key = Math.min(a, b) * people + Math.max(a, b);
    if (seen.has(key)) throw new RangeError(`pairs[${index}] pairs ${a} and ${b} for the second time`);
    seen.add(key);
  });
}
