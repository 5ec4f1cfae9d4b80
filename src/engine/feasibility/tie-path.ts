import type { HardRule } from './hard-rule.js';

/** Two people and the `together` rules that tie one to the other. */
export interface TiePath {
  readonly first: number;
  readonly second: number;
  readonly path: readonly HardRule[];
}

/** Whence a person or a rule was reached: from which of the ends, through what, how many steps away. */
interface Reach {
  readonly end: number;
  readonly from: Node | undefined;
  readonly steps: number;
}

/** A person by index, or a rule that ties people. */
type Node = number | HardRule;

/**
 * The two of these people whom the fewest `together` rules tie, breadth first from all of them at once; `undefined`
 * where no two are tied.
 */
export function findNearestTie(together: readonly HardRule[], ends: readonly number[]): TiePath | undefined {
  const rulesOf = new Map<number, HardRule[]>();
  for (const entry of together) {
    for (const person of entry.people) {
      const own = rulesOf.get(person);
      if (own === undefined) rulesOf.set(person, [entry]);
      else own.push(entry);
    }
  }
  const reached = new Map<Node, Reach>(ends.map((end) => [end, { end, from: undefined, steps: 0 }]));
  const queue: Node[] = [...ends];
  let best: { readonly a: Node; readonly b: Node; readonly steps: number } | undefined;
  for (const node of queue) {
    const here = reached.get(node);
    if (here === undefined || (best !== undefined && here.steps >= best.steps)) break;
    for (const next of typeof node === 'number' ? (rulesOf.get(node) ?? []) : node.people) {
      const there = reached.get(next);
      if (there === undefined) {
        reached.set(next, { end: here.end, from: node, steps: here.steps + 1 });
        queue.push(next);
      } else if (there.end !== here.end) {
        const steps = here.steps + there.steps + 1;
        if (best === undefined || steps < best.steps) best = { a: node, b: next, steps };
      }
    }
  }
  if (best === undefined) return undefined;
  const path: HardRule[] = [];
  const walk = (start: Node): number => {
    let node = start;
    for (;;) {
      if (typeof node !== 'number') path.push(node);
      const from = reached.get(node)?.from;
      if (from === undefined) return reached.get(node)?.end ?? 0;
      node = from;
    }
  };
  const [a, b] = [walk(best.a), walk(best.b)];
  return { first: Math.min(a, b), second: Math.max(a, b), path };
}
