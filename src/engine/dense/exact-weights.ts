import { assertExact } from '../exact.js';
import {
  cellsFor,
  createListWeights,
  createMatrixWeights,
  type PairWeights,
  type WeightedPair,
} from './pair-weights.js';

/** Decimal numbers counted in whole units: `value · unit` is an integer for each of them. */
export interface ExactWeights {
  readonly weights: PairWeights;
  /** A power of ten. */
  readonly unit: number;
}

/** Doubles hold 15 decimal digits whatever they are. */
const UNITS = Array.from({ length: 16 }, (_, decimals) => Number(`1e${decimals}`));

/** @throws RangeError when a number has so many digits that its sums could not be counted exactly. */
export function scaleMatrix(matrix: Float64Array, people: number, sign: 1 | -1): ExactWeights {
  const unit = unitOf(matrix);
  const largest = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const bound = Math.round(largest * unit) * people;
  assertExact(bound * people, 'weights');
  const cells = cellsFor(bound, matrix.length);
  for (let i = 0; i < matrix.length; i++) cells[i] = sign * Math.round(matrix[i] * unit);
  return { weights: createMatrixWeights(cells, people), unit };
}

/** @throws RangeError as {@link scaleMatrix}. */
export function scalePairs(pairs: readonly WeightedPair[], people: number, sign: 1 | -1): ExactWeights {
  const values = Float64Array.from(pairs, ([, , value]) => value);
  const unit = unitOf(values);
  const scaled = pairs.map(([a, b, value]) => [a, b, sign * Math.round(value * unit)] as const);
  assertExact(2 * scaled.reduce((sum, [, , weight]) => sum + Math.abs(weight), 0), 'weights');
  // A matrix is walked faster than lists are, as long as it is not mostly zeros.
  if (people <= MOST_MATRIX_PEOPLE && pairs.length * SPARSE >= (people * people) / 2) {
    const largest = scaled.reduce((most, [, , weight]) => Math.max(most, Math.abs(weight)), 0);
    const cells = cellsFor(largest * people, people * people);
    for (const [a, b, weight] of scaled) {
      cells[a * people + b] = weight;
      cells[b * people + a] = weight;
    }
    return { weights: createMatrixWeights(cells, people), unit };
  }
  return { weights: createListWeights(scaled, people), unit };
}

/** Below one pair in so many, lists are walked faster than a matrix. */
const SPARSE = 8;
const MOST_MATRIX_PEOPLE = 4_096;

/** The least power of ten that makes every value whole: m / unit is exactly the double that was given. */
function unitOf(values: Float64Array): number {
  let decimals = 0;
  for (const value of values) {
    while (Math.round(value * UNITS[decimals]) / UNITS[decimals] !== value) {
      decimals++;
      if (decimals === UNITS.length || Math.abs(value) * UNITS[decimals] > Number.MAX_SAFE_INTEGER)
        throw new RangeError(`${value}: too many digits to be counted exactly; round it, to 3 decimals say`);
    }
  }
  return UNITS[decimals];
}
