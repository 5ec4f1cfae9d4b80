import { reachOf, weightBetween, type NeighbourLists } from '../neighbour-lists.js';

/** Integer weights between people, symmetric, 0 between a person and themself. */
export interface PairWeights {
  readonly peopleCount: number;
  /** The least weight of any two people: what a pruning test may rely on. */
  readonly least: number;
  /** The largest absolute value of what one person can add up over everybody else. */
  readonly reach: number;
  readonly between: (p: number, q: number) => number;
  /** Adds to `row[from + x]`, for every person x, `factor` times the weight between p and x. */
  readonly addTo: (row: Cells, from: number, p: number, factor: 1 | -1) => void;
  /** As p leaves the group of row `from` for that of row `to` and q does the reverse. */
  readonly exchange: (rows: Cells, from: number, to: number, p: number, q: number) => void;
}

/** Numbers that one person's weights add up to: 32-bit where they fit, since those are the faster. */
export type Cells = Int32Array | Float64Array;

/** A delta adds up four sums. */
const LARGEST_INT32_REACH = 536_870_911;

/** Cells for sums that stay within `reach`. */
export function cellsFor(reach: number, length: number): Cells {
  return reach <= LARGEST_INT32_REACH ? new Int32Array(length) : new Float64Array(length);
}

/** Weights as a full matrix, row after row: an exchange is two passes over contiguous rows. */
export function createMatrixWeights(matrix: Cells, peopleCount: number): PairWeights {
  const n = peopleCount;
  let least = Infinity;
  let reach = 0;
  for (let p = 0; p < n; p++) {
    let sum = 0;
    for (let q = 0; q < n; q++) {
      if (q === p) continue;
      const weight = matrix[p * n + q];
      sum += Math.abs(weight);
      if (weight < least) least = weight;
    }
    if (sum > reach) reach = sum;
  }
  return {
    peopleCount,
    least: n < 2 ? 0 : least,
    reach,
    between: (p, q) => matrix[p * n + q],
    addTo: (row, from, p, factor) => {
      for (let x = 0, cell = p * n; x < n; x++, cell++) row[from + x] += factor * matrix[cell];
    },
    exchange: (rows, from, to, p, q) => {
      const ofP = p * n;
      const ofQ = q * n;
      for (let x = 0; x < n; x++) {
        const difference = matrix[ofQ + x] - matrix[ofP + x];
        rows[from + x] += difference;
        rows[to + x] -= difference;
      }
    },
  };
}

/** Two people and the weight between them. */
export type WeightedPair = readonly [a: number, b: number, weight: number];

/** Weights as lists of neighbours: an exchange costs what two people's lists are long. No pair may come twice. */
export function createListWeights(pairs: readonly WeightedPair[], peopleCount: number): PairWeights {
  const start = new Int32Array(peopleCount + 1);
  for (const [a, b] of pairs) {
    start[a + 1]++;
    start[b + 1]++;
  }
  for (let p = 0; p < peopleCount; p++) start[p + 1] += start[p];
  const next = start.slice();
  const neighbours = new Int32Array(start[peopleCount]);
  const weights = new Float64Array(start[peopleCount]);
  const put = (p: number, q: number, weight: number) => {
    neighbours[next[p]] = q;
    weights[next[p]++] = weight;
  };
  // Ascending neighbours, so that a weight is found by halving: first the smaller ones, then the larger ones.
  const ordered = [...pairs].map(([a, b, weight]) => (a < b ? [a, b, weight] : [b, a, weight]));
  ordered.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  for (const [a, b, weight] of ordered) put(b, a, weight);
  for (const [a, b, weight] of ordered) put(a, b, weight);

  return weighLists({ peopleCount, start, neighbours, weights });
}

/** Weights as lists of neighbours that are at hand. */
export function weighLists(lists: NeighbourLists): PairWeights {
  const { peopleCount, start, neighbours, weights } = lists;
  function addTo(row: Cells, from: number, p: number, factor: 1 | -1): void {
    for (let i = start[p]; i < start[p + 1]; i++) row[from + neighbours[i]] += factor * weights[i];
  }

  const isComplete = weights.length === peopleCount * (peopleCount - 1);
  return {
    peopleCount,
    least: weights.reduce((least, weight) => Math.min(least, weight), isComplete && weights.length > 0 ? Infinity : 0),
    reach: reachOf(lists),
    between: (p, q) => weightBetween(lists, p, q),
    addTo,
    exchange: (rows, from, to, p, q) => {
      addTo(rows, from, p, -1);
      addTo(rows, from, q, 1);
      addTo(rows, to, q, -1);
      addTo(rows, to, p, 1);
    },
  };
}
