/** Pairs of people with a weight, as everyone's list of others: what most pairs do not weigh is not stored. */
export interface NeighbourLists {
  readonly peopleCount: number;
  /** The neighbours of p are `neighbours[start[p]] … neighbours[start[p + 1] − 1]`, ascending; each pair stands in both lists. */
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
}

/** The weight of two people; 0 where they are no neighbours. */
export function weightBetween({ start, neighbours, weights }: NeighbourLists, p: number, q: number): number {
  let low = start[p];
  let high = start[p + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (neighbours[middle] < q) low = middle + 1;
    else high = middle;
  }
  return low < start[p + 1] && neighbours[low] === q ? weights[low] : 0;
}

/** What p's neighbours weigh in group `to` beyond what they weigh in group `from`, `besides` left out. */
export function weighMove(
  { start, neighbours, weights }: NeighbourLists,
  groupOf: Int32Array,
  p: number,
  besides: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = start[p]; i < start[p + 1]; i++) {
    const other = neighbours[i];
    if (other === besides) continue;
    const group = groupOf[other];
    if (group === to) sum += weights[i];
    else if (group === from) sum -= weights[i];
  }
  return sum;
}

/** What p's neighbours weigh in a group, `besides` left out. */
export function weighGroup(
  { start, neighbours, weights }: NeighbourLists,
  groupOf: Int32Array,
  p: number,
  besides: number,
  group: number,
): number {
  let sum = 0;
  for (let i = start[p]; i < start[p + 1]; i++)
    if (neighbours[i] !== besides && groupOf[neighbours[i]] === group) sum += weights[i];
  return sum;
}

/** By person, 1 for whoever has a neighbour. */
export function findInvolved({ peopleCount, start }: NeighbourLists): Uint8Array {
  return Uint8Array.from({ length: peopleCount }, (_, p) => (start[p + 1] > start[p] ? 1 : 0));
}

/** The largest absolute value of what one person's list adds up to. */
export function reachOf({ peopleCount, start, weights }: NeighbourLists): number {
  let reach = 0;
  for (let p = 0; p < peopleCount; p++) {
    let sum = 0;
    for (let i = start[p]; i < start[p + 1]; i++) sum += Math.abs(weights[i]);
    reach = Math.max(reach, sum);
  }
  return reach;
}
