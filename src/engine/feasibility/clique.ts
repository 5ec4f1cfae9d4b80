/** What searches that share it may still cost, in tests of whether two vertices are adjacent. */
export interface CliqueBudget {
  tests: number;
}

/** Pairs that are written out at most; a graph of more is not searched. */
const MOST_PAIRS = 500_000;
const MOST_PEELINGS = 20;

/**
 * `size` vertices that are pairwise adjacent, or `undefined` where there are none or the budget ends before they are
 * found. The graph is a union of cliques. Branch and bound with greedy colouring (Tomita and Seki 2003), stopped as soon
 * as the size is reached.
 */
export function findClique(
  cliques: readonly (readonly number[])[],
  size: number,
  budget: CliqueBudget,
): readonly number[] | undefined {
  const whole = cliques.find(({ length }) => length >= size);
  if (whole !== undefined) return whole.slice(0, size);
  const kept = peel(cliques, size);
  const pairs = kept.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  if (pairs > MOST_PAIRS) return undefined;
  const neighbours = new Map<number, Set<number>>();
  for (const clique of kept) {
    for (const a of clique) {
      const own = neighbours.get(a) ?? new Set();
      neighbours.set(a, own);
      for (const b of clique) if (a !== b) own.add(b);
    }
  }
  const degreeOf = (vertex: number) => neighbours.get(vertex)?.size ?? 0;
  const vertices = [...neighbours.keys()]
    .filter((vertex) => degreeOf(vertex) >= size - 1)
    .sort((a, b) => degreeOf(b) - degreeOf(a) || a - b);
  return searchClique(neighbours, vertices, size, budget);
}

function searchClique(
  neighbours: ReadonlyMap<number, ReadonlySet<number>>,
  vertices: readonly number[],
  size: number,
  budget: CliqueBudget,
): readonly number[] | undefined {
  const clique: number[] = [];

  /** The vertices by colour, each adjacent to none of its own; a clique has at most one of each colour. */
  function colour(candidates: readonly number[]): number[][] {
    const classes: number[][] = [];
    for (const vertex of candidates) {
      const own = neighbours.get(vertex);
      const free = classes.find((members) =>
        members.every((member) => {
          budget.tests--;
          return own?.has(member) !== true;
        }),
      );
      if (free === undefined) classes.push([vertex]);
      else free.push(vertex);
      if (budget.tests < 0) break;
    }
    return classes;
  }

  function extend(candidates: readonly number[]): boolean {
    if (clique.length === size) return true;
    if (clique.length + candidates.length < size) return false;
    const classes = colour(candidates);
    for (let colours = classes.length; clique.length + colours >= size; colours--) {
      const own = classes[colours - 1] ?? [];
      while (own.length > 0) {
        if (budget.tests < 0) return false;
        const vertex = own.pop() ?? 0;
        const adjacent = neighbours.get(vertex);
        clique.push(vertex);
        const left = classes.slice(0, colours).flat();
        budget.tests -= left.length;
        if (extend(left.filter((other) => adjacent?.has(other) === true))) return true;
        clique.pop();
      }
    }
    return false;
  }

  return extend(vertices) ? clique : undefined;
}

/** Leaves out vertices with too few neighbours to be in a clique of that size, a few times over. */
function peel(cliques: readonly (readonly number[])[], size: number): readonly (readonly number[])[] {
  let kept = cliques;
  for (let round = 0; round < MOST_PEELINGS; round++) {
    const degrees = new Map<number, number>();
    for (const clique of kept) {
      for (const vertex of clique) degrees.set(vertex, (degrees.get(vertex) ?? 0) + clique.length - 1);
    }
    const isHopeless = (vertex: number) => (degrees.get(vertex) ?? 0) < size - 1;
    if (![...degrees.keys()].some(isHopeless)) break;
    kept = kept.map((clique) => clique.filter((vertex) => !isHopeless(vertex))).filter(({ length }) => length > 1);
  }
  return kept;
}
