import type { LevelFamily } from './level-families.js';

/** People whom no level of two families tells apart. */
export interface Stratum {
  /** Their smallest node in either family. */
  readonly nodes: readonly [number, number];
  readonly people: readonly number[];
}

/** Groups people by the smallest nodes that hold them, in the order of the first person of each. */
export function strataOf([first, second]: readonly [LevelFamily, LevelFamily]): readonly Stratum[] {
  const strata = new Map<number, { nodes: [number, number]; people: number[] }>();
  first.nodeOf.forEach((node, p) => {
    const key = node * second.parent.length + second.nodeOf[p];
    const known = strata.get(key);
    if (known === undefined) strata.set(key, { nodes: [node, second.nodeOf[p]], people: [p] });
    else known.people.push(p);
  });
  return [...strata.values()];
}
