import type { HardRule } from './hard-rule.js';

/** Two people and the `together` rules that tie one to the other. */
export interface TiePath {
  readonly first: number;
  readonly second: number;
  readonly path: readonly HardRule[];
}

/** Whence a person or a rule was reached: from which of the ends, and through what. */
interface Reach {
  readonly end: number;
  readonly from: Node | undefined;
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
  const reached = new Map<Node, Reach>(ends.map((end) => [end, { end, from: undefined }]));
  const queue: Node[] = [...ends];
  for (const node of queue) {
    const end = reached.get(node)?.end ?? 0;
    for (const next of typeof node === 'number' ? (rulesOf.get(node) ?? []) : node.people) {
      const there = reached.get(next);
      if (there === undefined) {
        reached.set(next, { end, from: node });
        queue.push(next);
      } else if (there.end !== end) {
        // People have only rules for neighbours, and rules people: no other way that is still to be found is shorter.
        return {
          first: Math.min(end, there.end),
          second: Math.max(end, there.end),
          path: [...rulesTo(node, reached), ...rulesTo(next, reached)],
        };
      }
    }
  }
  return undefined;
}

/** The rules on the way from an end to there, the last first. */
function rulesTo(node: Node, reached: ReadonlyMap<Node, Reach>): readonly HardRule[] {
  const path: HardRule[] = [];
  for (let at: Node | undefined = node; at !== undefined; at = reached.get(at)?.from) {
    if (typeof at !== 'number') path.push(at);
  }
  return path;
}
