import { depthsOf, runsOf, type LaminarTree } from './laminar-tree.js';

/**
 * Splits elements into parts of one size such that every set of two laminar families is spread as evenly as whole numbers
 * allow: of a set of n, each part has ⌊n/parts⌋ or ⌈n/parts⌉. This is always possible: it is a balanced edge colouring of a
 * bipartite multigraph with nested vertices (D. de Werra, "Equitable colorations of graphs", 1971).
 *
 * Dealing along the first tree spreads the first family: each of its sets is a run of consecutive elements, and a deal
 * gives each part ⌊n/parts⌋ or ⌈n/parts⌉ of any run of n. Then, set by set of the second family, the part that has most of
 * the set and the part that has least are pooled and halved anew ({@link createHalving}), until these differ by one at most.
 * What is spread stays so: where a and b lie between ⌊n/parts⌋ and ⌈n/parts⌉, so do the halves of a + b. And there is an
 * end: halving counts that differ by two or more lowers the sum of their squares.
 *
 * @returns the part of each element, from 0.
 * @throws RangeError when the number of elements is not a multiple of `parts`.
 */
export function splitEquitably(first: LaminarTree, second: LaminarTree, parts: number): Int32Array {
  const elements = first.nodeOf.length;
  const size = elements / parts;
  if (!Number.isInteger(size)) throw new RangeError(`${elements} elements in ${parts} parts of one size`);
  const runs = runsOf(second, Int32Array.from(first.nodeOf.keys()));
  const { order } = runsOf(first, runs.order);
  const partOf = new Int32Array(elements);
  const members = new Int32Array(elements);
  order.forEach((element, rank) => {
    partOf[element] = rank % parts;
    members[(rank % parts) * size + Math.floor(rank / parts)] = element;
  });
  const halve = createHalving(first, second, size);
  const counts = new Int32Array(parts);

  /** How much of a set a part has: nodes have greater numbers than those around them. */
  function countIn(part: number, set: number): number {
    let count = 0;
    for (let seat = part * size; seat < (part + 1) * size; seat++) {
      let node = second.nodeOf[members[seat]];
      while (node > set) node = second.parent[node];
      if (node === set) count++;
    }
    return count;
  }

  for (let set = 1; set < second.parent.length; set++) {
    const held = runs.order.subarray(runs.start[set], runs.end[set]);
    counts.fill(0);
    for (const element of held) counts[partOf[element]]++;
    const floor = Math.floor(held.length / parts);
    if (counts.every((count) => count === floor || count === floor + 1)) continue;
    const byCount = Array.from({ length: size + 1 }, (): number[] => []);
    counts.forEach((count, part) => byCount[count].push(part));
    let low = 0;
    let high = size;
    for (;;) {
      while (byCount[low].length === 0) low++;
      while (byCount[high].length === 0) high--;
      if (high - low <= 1) break;
      const a = byCount[high].pop() ?? 0;
      const b = byCount[low].pop() ?? 0;
      halve(members.subarray(a * size, (a + 1) * size), members.subarray(b * size, (b + 1) * size));
      for (const part of [a, b]) {
        for (let seat = part * size; seat < (part + 1) * size; seat++) partOf[members[seat]] = part;
        byCount[countIn(part, set)].push(part);
      }
    }
  }
  return partOf;
}

/**
 * Halves the elements of two parts such that the halves' counts of every set of both families differ by one at most. In
 * each tree, elements are paired from the smallest sets up, so that each set has one at most whose pair lies outside. Two
 * perfect matchings make even cycles: giving their elements to the halves in turn separates every pair of both trees.
 */
function createHalving(first: LaminarTree, second: LaminarTree, size: number): (a: Int32Array, b: Int32Array) => void {
  const pool = new Int32Array(2 * size);
  const pairIn = [createPairing(first, pool), createPairing(second, pool)];
  const isPlaced = new Uint8Array(2 * size);

  return (a, b) => {
    pool.set(a);
    pool.set(b, size);
    const [firstMate, secondMate] = pairIn.map((pair) => pair());
    isPlaced.fill(0);
    let seat = 0;
    for (let from = 0; from < pool.length; from++) {
      for (let one = from; isPlaced[one] === 0; one = secondMate[firstMate[one]]) {
        isPlaced[one] = 1;
        isPlaced[firstMate[one]] = 1;
        a[seat] = pool[one];
        b[seat] = pool[firstMate[one]];
        seat++;
      }
    }
  };
}

/** Pairs the elements of a pool, by place in the pool, within the smallest sets that can. */
function createPairing(tree: LaminarTree, pool: Int32Array): () => Int32Array {
  const { parent, nodeOf } = tree;
  const depth = depthsOf(tree);
  const deepest = depth.reduce((most, own) => Math.max(most, own), 0);
  const node = new Int32Array(pool.length);
  const mate = new Int32Array(pool.length);
  const waiting = new Int32Array(parent.length).fill(-1);

  return () => {
    mate.fill(-1);
    for (let i = 0; i < pool.length; i++) node[i] = nodeOf[pool[i]];
    for (let level = deepest; level >= 0; level--) {
      for (let i = 0; i < pool.length; i++) {
        if (mate[i] >= 0 || depth[node[i]] !== level) continue;
        const other = waiting[node[i]];
        waiting[node[i]] = other >= 0 ? -1 : i;
        if (other < 0) continue;
        mate[i] = other;
        mate[other] = i;
      }
      for (let i = 0; i < pool.length; i++) {
        if (mate[i] >= 0 || depth[node[i]] !== level) continue;
        waiting[node[i]] = -1;
        node[i] = parent[node[i]];
      }
    }
    return mate;
  };
}
