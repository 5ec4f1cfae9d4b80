/** A largest matching of the left side of a bipartite graph into its right side. */
export interface BipartiteMatching {
  /** Right partner of each left node; −1 where it has none. */
  readonly rightOf: Int32Array;
  /** Left partner of each right node; −1 where it has none. */
  readonly leftOf: Int32Array;
  /** Number of pairs. */
  readonly size: number;
}

/**
 * Matches as many left nodes as possible, each to one right node of its own.
 *
 * @param neighbours right nodes that each left node may have, in order of preference between equally large matchings.
 * @param rightCount number of right nodes, numbered from 0.
 *
 * Augmenting paths: H. W. Kuhn, "The Hungarian method for the assignment problem" (1955), in the depth-first form; O(nodes × edges).
 */
export function matchBipartite(neighbours: readonly (readonly number[])[], rightCount: number): BipartiteMatching {
  const rightOf = new Int32Array(neighbours.length).fill(-1);
  const leftOf = new Int32Array(rightCount).fill(-1);
  const seenIn = new Int32Array(rightCount).fill(-1);

  const findPartner = (left: number, round: number): boolean => {
    for (const right of neighbours[left]) {
      if (leftOf[right] >= 0) continue;
      leftOf[right] = left;
      rightOf[left] = right;
      return true;
    }
    for (const right of neighbours[left]) {
      if (seenIn[right] === round) continue;
      seenIn[right] = round;
      if (!findPartner(leftOf[right], round)) continue;
      leftOf[right] = left;
      rightOf[left] = right;
      return true;
    }
    return false;
  };

  let size = 0;
  for (let left = 0; left < neighbours.length; left++) if (findPartner(left, left)) size++;
  return { rightOf, leftOf, size };
}

/** Left nodes that together have one neighbour too few, and those neighbours. */
export interface HallViolation {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * Why not every left node can have a partner: the smallest of the sets that alternating paths reach from each unmatched node. Each has exactly one neighbour fewer than nodes,
 * and leaving out any node of it makes the others matchable. `undefined` when every left node can have a partner. Both lists are in ascending order.
 *
 * P. Hall, "On representatives of subsets" (1935).
 */
export function findHallViolation(
  neighbours: readonly (readonly number[])[],
  rightCount: number,
): HallViolation | undefined {
  const matching = matchBipartite(neighbours, rightCount);
  let smallest: HallViolation | undefined;
  for (let start = 0; start < neighbours.length; start++) {
    if (matching.rightOf[start] >= 0) continue;
    const reached = reachFrom([start], neighbours, matching);
    if (smallest === undefined || reached.left.length < smallest.left.length) smallest = reached;
  }
  return smallest;
}

/**
 * All that alternating paths reach from the unmatched nodes together: as many neighbours fewer than nodes as nodes have no partner in a largest
 * matching, which is the most that any set lacks. `undefined` when every left node can have a partner. Both lists are in ascending order.
 *
 * O. Ore, "Graphs and matching theorems" (1955).
 */
export function findLargestDeficiency(
  neighbours: readonly (readonly number[])[],
  rightCount: number,
): HallViolation | undefined {
  const matching = matchBipartite(neighbours, rightCount);
  const unmatched = neighbours.flatMap((_, left) => (matching.rightOf[left] < 0 ? [left] : []));
  return unmatched.length === 0 ? undefined : reachFrom(unmatched, neighbours, matching);
}

function reachFrom(
  starts: readonly number[],
  neighbours: readonly (readonly number[])[],
  matching: BipartiteMatching,
): HallViolation {
  const left = [...starts];
  const right = new Set<number>();
  for (const node of left) {
    for (const next of neighbours[node]) {
      if (right.has(next)) continue;
      right.add(next);
      left.push(matching.leftOf[next]);
    }
  }
  return { left: left.toSorted((a, b) => a - b), right: [...right].toSorted((a, b) => a - b) };
}
