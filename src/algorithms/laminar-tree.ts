/** A laminar family: sets of elements any two of which are nested or disjoint, as a tree. Node 0 holds every element. */
export interface LaminarTree {
  /** The smallest set around each set, of a smaller number than its own; −1 for node 0. */
  readonly parent: Int32Array;
  /** The smallest set that holds each element. */
  readonly nodeOf: Int32Array;
}

/** The elements in an order in which every set is a run: set `node` is `order[start[node]] … order[end[node] − 1]`. */
export interface LaminarRuns {
  readonly order: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Orders the elements by a tree; those of one smallest set keep the order in which they are given. */
export function runsOf({ parent, nodeOf }: LaminarTree, given: Int32Array): LaminarRuns {
  const nodes = parent.length;
  const own = new Int32Array(nodes);
  for (const node of nodeOf) own[node]++;
  const total = own.slice();
  for (let node = nodes - 1; node > 0; node--) total[parent[node]] += total[node];
  const start = new Int32Array(nodes);
  const end = new Int32Array(nodes);
  const nextChild = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) {
    if (node > 0) {
      start[node] = nextChild[parent[node]];
      nextChild[parent[node]] += total[node];
    }
    nextChild[node] = start[node] + own[node];
    end[node] = start[node] + total[node];
  }
  const next = start.slice();
  const order = new Int32Array(nodeOf.length);
  for (const element of given) order[next[nodeOf[element]]++] = element;
  return { order, start, end };
}

/** How many sets lie around each set. */
export function depthsOf({ parent }: LaminarTree): Int32Array {
  const depth = new Int32Array(parent.length);
  for (let node = 1; node < parent.length; node++) depth[node] = depth[parent[node]] + 1;
  return depth;
}
