import fc from 'fast-check';
import { createListWeights, createMatrixWeights, type PairWeights } from '../../../src/engine/dense/pair-weights.js';

/** Weights drawn for the property tests, in both forms, with the plain function that they stand for. */
export interface DrawnWeights {
  readonly people: number;
  readonly weightOf: (p: number, q: number) => number;
  readonly forms: readonly PairWeights[];
}

/** Symmetric integer weights, negative ones and zeros too. */
export function drawnWeights(people: number): fc.Arbitrary<DrawnWeights> {
  const weight = fc.oneof(fc.constant(0), fc.integer({ min: -20, max: 100 }));
  const pairCount = (people * (people - 1)) / 2;
  return fc.array(weight, { minLength: pairCount, maxLength: pairCount }).map((drawn) => {
    const matrix = new Int32Array(people * people);
    let next = 0;
    for (let p = 0; p < people; p++) {
      for (let q = 0; q < p; q++) matrix[p * people + q] = matrix[q * people + p] = drawn[next++];
    }
    const pairs = [...matrix.keys()]
      .map((cell) => [Math.floor(cell / people), cell % people, matrix[cell]] as const)
      .filter(([p, q, value]) => p > q && value !== 0)
      // In no order, and the smaller of the two first or second.
      .map(([p, q, value], index) => (index % 3 === 0 ? ([q, p, value] as const) : ([p, q, value] as const)))
      .reverse();
    return {
      people,
      weightOf: (p: number, q: number) => matrix[p * people + q],
      forms: [createMatrixWeights(matrix, people), createListWeights(pairs, people)],
    };
  });
}

/** What the weights inside groups add up to, from nothing. */
export function valueOf({ people, weightOf }: DrawnWeights, groupOf: ArrayLike<number>): number {
  let sum = 0;
  for (let p = 0; p < people; p++) for (let q = 0; q < p; q++) if (groupOf[p] === groupOf[q]) sum += weightOf(p, q);
  return sum;
}
