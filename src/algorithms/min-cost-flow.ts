/**
 * Minimum-cost flow in a directed network with integer capacities and integer costs.
 *
 * Successive shortest augmenting paths: every path found is the cheapest left, and as much as it can carry is sent along it at once. The first path of a call comes from a queued
 * Bellman-Ford, which is what allows negative costs; the following ones from Dijkstra over reduced costs, which stay non-negative thanks to node potentials.
 *
 * Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, 'Network Flows' (1993), section 9.7; the potentials are those of J. Edmonds and R. M. Karp (JACM 19(2), 1972) and N. Tomizawa (1971).
 */

/** What one call of {@link FlowNetwork.solve} sent. */
export interface FlowSolution {
  /** Units sent from the source to the sink by this call. */
  readonly flow: number;
  /** What those units cost, all arcs together. */
  readonly cost: number;
}

/** A network one adds arcs to, then solves, then reads. */
export interface FlowNetwork {
  /**
   * Adds an arc and returns its id: 0 for the first arc, 1 for the next, and so on.
   *
   * @param from node the arc leaves, 0 to nodeCount − 1.
   * @param to node the arc enters.
   * @param capacity most units it carries: an integer ≥ 0, or Infinity.
   * @param cost of one unit: an integer, negative allowed as long as no cycle has a negative cost.
   * @throws RangeError when a node, the capacity or the cost is not as above.
   */
  readonly addArc: (from: number, to: number, capacity: number, cost: number) => number;
  /**
   * Sends the cheapest flow of `wanted` units from `source` to `sink`, or of as many as the network carries when that is less (absent: as many as it carries).
   * The answer depends on the order in which arcs were added, and on nothing else. A second call goes on from the flow of the first and returns what it added.
   *
   * @throws RangeError when a cycle of negative cost can be reached from the source, or when the flow would be infinite.
   */
  readonly solve: (source: number, sink: number, wanted?: number) => FlowSolution;
  /** Units the solved flow sends along an arc. */
  readonly flowOn: (arc: number) => number;
}

/** Arcs are stored in pairs: arc `2a` and its residual `2a + 1`. Nodes link to their arcs through `first` and `next`. */
interface Arcs {
  readonly first: Int32Array;
  next: Int32Array;
  head: Int32Array;
  room: Float64Array;
  cost: Float64Array;
  count: number;
}

/** A network of `nodeCount` nodes, numbered from 0, without arcs. */
export function createFlowNetwork(nodeCount: number): FlowNetwork {
  const arcs: Arcs = {
    first: new Int32Array(nodeCount).fill(-1),
    next: new Int32Array(64),
    head: new Int32Array(64),
    room: new Float64Array(64),
    cost: new Float64Array(64),
    count: 0,
  };
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < nodeCount;

  return {
    addArc: (from, to, capacity, cost) => {
      if (!isNode(from) || !isNode(to)) throw new RangeError(`no such arc end: ${from} -> ${to}`);
      if (!(capacity >= 0) || (capacity !== Infinity && !Number.isSafeInteger(capacity)))
        throw new RangeError(`not a capacity: ${capacity}`);
      if (!Number.isSafeInteger(cost)) throw new RangeError(`not a cost: ${cost}`);
      if (arcs.count + 2 > arcs.head.length) growArcs(arcs);
      pushArc(arcs, from, to, capacity, cost);
      pushArc(arcs, to, from, 0, -cost);
      return arcs.count / 2 - 1;
    },
    solve: (source, sink, wanted = Infinity) => {
      if (!isNode(source) || !isNode(sink) || source === sink)
        throw new RangeError(`no flow from ${source} to ${sink}`);
      return sendCheapestFlow(arcs, source, sink, wanted);
    },
    flowOn: (arc) => arcs.room[2 * arc + 1] ?? 0,
  };
}

function pushArc(arcs: Arcs, from: number, to: number, room: number, cost: number): void {
  const arc = arcs.count++;
  arcs.head[arc] = to;
  arcs.room[arc] = room;
  arcs.cost[arc] = cost;
  arcs.next[arc] = arcs.first[from];
  arcs.first[from] = arc;
}

function growArcs(arcs: Arcs): void {
  const size = arcs.head.length * 2;
  const grown = {
    next: new Int32Array(size),
    head: new Int32Array(size),
    room: new Float64Array(size),
    cost: new Float64Array(size),
  };
  grown.next.set(arcs.next);
  grown.head.set(arcs.head);
  grown.room.set(arcs.room);
  grown.cost.set(arcs.cost);
  Object.assign(arcs, grown);
}

function sendCheapestFlow(arcs: Arcs, source: number, sink: number, wanted: number): FlowSolution {
  const nodeCount = arcs.first.length;
  const potential = new Float64Array(nodeCount);
  const distance = new Float64Array(nodeCount);
  const parentArc = new Int32Array(nodeCount);
  const heap = createNodeHeap(nodeCount, distance);
  let flow = 0;
  let cost = 0;
  let isFirst = true;

  while (flow < wanted) {
    if (isFirst) findDistancesByQueue(arcs, source, distance, parentArc);
    else findDistancesByHeap(arcs, source, sink, potential, distance, parentArc, heap);
    const reach = distance[sink];
    if (reach === Infinity) break;
    // After Dijkstra a node farther than the sink may not be settled: its distance is only known to be at least the sink's, and that bound keeps reduced costs non-negative.
    // Bellman-Ford settles every node, and its distances must be taken whole, since costs may still be negative then.
    for (let node = 0; node < nodeCount; node++) {
      if (!isFirst) potential[node] += Math.min(distance[node], reach);
      else if (distance[node] < Infinity) potential[node] = distance[node];
    }
    isFirst = false;

    let amount = wanted - flow;
    for (let node = sink; node !== source; node = arcs.head[parentArc[node] ^ 1])
      amount = Math.min(amount, arcs.room[parentArc[node]]);
    if (amount === Infinity)
      throw new RangeError('the flow has no bound: some path has only arcs of infinite capacity');
    for (let node = sink; node !== source; node = arcs.head[parentArc[node] ^ 1]) {
      const arc = parentArc[node];
      arcs.room[arc] -= amount;
      arcs.room[arc ^ 1] += amount;
      cost += amount * arcs.cost[arc];
    }
    flow += amount;
  }
  return { flow, cost };
}

/** Bellman-Ford with a queue of the nodes whose distance changed; costs may be negative. */
function findDistancesByQueue(arcs: Arcs, source: number, distance: Float64Array, parentArc: Int32Array): void {
  const nodeCount = arcs.first.length;
  const queue = new Int32Array(nodeCount + 1);
  const isQueued = new Uint8Array(nodeCount);
  const visits = new Int32Array(nodeCount);
  let read = 0;
  let write = 1;
  distance.fill(Infinity);
  distance[source] = 0;
  queue[0] = source;
  while (read !== write) {
    const node = queue[read];
    read = read === nodeCount ? 0 : read + 1;
    isQueued[node] = 0;
    if (visits[node]++ > nodeCount) throw new RangeError('the network has a cycle of negative cost');
    for (let arc = arcs.first[node]; arc >= 0; arc = arcs.next[arc]) {
      if (arcs.room[arc] === 0) continue;
      const to = arcs.head[arc];
      const through = distance[node] + arcs.cost[arc];
      if (through >= distance[to]) continue;
      distance[to] = through;
      parentArc[to] = arc;
      if (isQueued[to] === 1) continue;
      isQueued[to] = 1;
      queue[write] = to;
      write = write === nodeCount ? 0 : write + 1;
    }
  }
}

/** Dijkstra over reduced costs, stopped as soon as the sink is settled. Distances are reduced too: 0 along what the potentials already call cheapest. */
function findDistancesByHeap(
  arcs: Arcs,
  source: number,
  sink: number,
  potential: Float64Array,
  distance: Float64Array,
  parentArc: Int32Array,
  heap: NodeHeap,
): void {
  distance.fill(Infinity);
  distance[source] = 0;
  heap.clear();
  heap.raise(source);
  for (let node = heap.pop(); node >= 0 && node !== sink; node = heap.pop()) {
    const base = distance[node] + potential[node];
    for (let arc = arcs.first[node]; arc >= 0; arc = arcs.next[arc]) {
      if (arcs.room[arc] === 0) continue;
      const to = arcs.head[arc];
      const through = base + arcs.cost[arc] - potential[to];
      if (through >= distance[to]) continue;
      distance[to] = through;
      parentArc[to] = arc;
      heap.raise(to);
    }
  }
}

/** A binary heap of nodes, nearest first; equal distances go by node number, so that the order is always the same. */
interface NodeHeap {
  readonly clear: () => void;
  /** Puts a node in, or moves it up after its distance fell. */
  readonly raise: (node: number) => void;
  /** Takes the nearest node out; −1 when the heap is empty. */
  readonly pop: () => number;
}

function createNodeHeap(nodeCount: number, distance: Float64Array): NodeHeap {
  const nodes = new Int32Array(nodeCount);
  const place = new Int32Array(nodeCount).fill(-1);
  let size = 0;
  const isNearer = (a: number, b: number): boolean =>
    distance[a] < distance[b] || (distance[a] === distance[b] && a < b);
  const put = (node: number, at: number): void => {
    nodes[at] = node;
    place[node] = at;
  };

  return {
    clear: () => {
      size = 0;
      place.fill(-1);
    },
    raise: (node) => {
      let at = place[node] >= 0 ? place[node] : size++;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (!isNearer(node, nodes[above])) break;
        put(nodes[above], at);
        at = above;
      }
      put(node, at);
    },
    pop: () => {
      if (size === 0) return -1;
      const top = nodes[0];
      place[top] = -1;
      const last = nodes[--size];
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= size) break;
        if (below + 1 < size && isNearer(nodes[below + 1], nodes[below])) below++;
        if (!isNearer(nodes[below], last)) break;
        put(nodes[below], at);
        at = below;
      }
      if (size > 0) put(last, at);
      return top;
    },
  };
}
