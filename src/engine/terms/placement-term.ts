import { append } from '../../domain/append.js';
import { placementBound } from '../lower-bound.js';
import type { Origin, Share, Term, TermModel } from './term.js';

/** What it costs to have a person somewhere: wishes, observed themes, `fixed`, `never`. */
export interface PlacementLayer {
  readonly origin: Origin;
  /** An integer of at least 0. */
  readonly costOf: (person: number, place: number) => number;
}

/** The placement term: a cost per person and place, a place being a set of groups that are alike to everybody. */
export interface PlacementModelInput {
  readonly peopleCount: number;
  readonly groupSizes: Int32Array;
  readonly placeOf: Int32Array;
  readonly placeCount: number;
  readonly layers: readonly PlacementLayer[];
}

export function createPlacementModel(input: PlacementModelInput): TermModel {
  const { peopleCount, groupSizes, placeOf, placeCount, layers } = input;
  const seats = Array.from({ length: placeCount }, () => 0);
  placeOf.forEach((place, group) => (seats[place] += groupSizes[group]));
  const { rowOf, costOf, peopleInRow } = mergeRows(peopleCount, placeCount, layers);
  const isInvolved = Uint8Array.from(rowOf, (row) => (isFlat(costOf, row * placeCount, placeCount) ? 0 : 1));
  // Who costs the same everywhere costs nothing that a move could change: in a chain of moves some would count it and others not.
  const changing = costOf.map((cost, at) => (isFlat(costOf, at - (at % placeCount), placeCount) ? 0 : cost));
  const bound = placementBound(costOf, peopleInRow, seats);
  // Both people may come from their dearest place to their cheapest.
  const reach = 2 * widestRange(costOf, placeCount);
  const layerBounds = layers.map((layer) => {
    if (layers.length === 1) return bound;
    const alone = mergeRows(peopleCount, placeCount, [layer]);
    return placementBound(alone.costOf, alone.peopleInRow, seats);
  });

  function start(groupOf: Int32Array): Term {
    const delta = (p: number, q: number) => {
      const from = placeOf[groupOf[p]];
      const to = placeOf[groupOf[q]];
      const ofP = rowOf[p] * placeCount;
      const ofQ = rowOf[q] * placeCount;
      return costOf[ofP + to] - costOf[ofP + from] + costOf[ofQ + from] - costOf[ofQ + to];
    };
    const taking = (p: number, q: number) => {
      const place = placeOf[groupOf[q]];
      return changing[rowOf[p] * placeCount + place] - changing[rowOf[q] * placeCount + place];
    };
    let penalty = 0;
    for (let p = 0; p < peopleCount; p++) penalty += costOf[rowOf[p] * placeCount + placeOf[groupOf[p]]];
    const explain = (): readonly Share[] =>
      layers.map((layer, index) => {
        let sum = 0;
        for (let p = 0; p < peopleCount; p++) sum += layer.costOf(p, placeOf[groupOf[p]]);
        return { origin: layer.origin, penalty: sum, bound: layerBounds[index] };
      });
    const term: Term = {
      isInvolved,
      reach,
      penalty,
      delta,
      taking,
      apply: (p, q) => {
        term.penalty += delta(p, q);
      },
      explain,
    };
    return term;
  }

  return { bound, start };
}

/** People who cost the same everywhere share one row of costs. */
function mergeRows(peopleCount: number, placeCount: number, layers: readonly PlacementLayer[]) {
  const rows = new Map<string, number>();
  const costs: number[] = [];
  const peopleInRow: number[] = [];
  const rowOf = Int32Array.from({ length: peopleCount }, (_, p) => {
    const row = Array.from({ length: placeCount }, (_unused, place) =>
      layers.reduce((sum, layer) => sum + layer.costOf(p, place), 0),
    );
    const key = row.join(' ');
    const known = rows.get(key) ?? rows.size;
    if (known === rows.size) {
      rows.set(key, known);
      append(costs, row);
      peopleInRow.push(0);
    }
    peopleInRow[known]++;
    return known;
  });
  return { rowOf, costOf: Float64Array.from(costs), peopleInRow };
}

/** Whether a row of costs is the same everywhere. */
function isFlat(costs: Float64Array, from: number, length: number): boolean {
  for (let i = 1; i < length; i++) if (costs[from + i] !== costs[from]) return false;
  return true;
}

/** The widest range of the costs of a row. */
function widestRange(costs: Float64Array, length: number): number {
  let widest = 0;
  for (let from = 0; from < costs.length; from += length) {
    const row = costs.subarray(from, from + length);
    const range = row.reduce((a, b) => Math.max(a, b), 0) - row.reduce((a, b) => Math.min(a, b), Infinity);
    widest = Math.max(widest, range);
  }
  return widest;
}
