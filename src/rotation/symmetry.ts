import type { AbelianGroup } from './abelian-group.js';

/**
 * A group that moves people: all but a few stand in rings, in each of which every element of the group has one place; the few stay
 * where they are (Colbourn and Dinitz, Handbook of Combinatorial Designs, on designs with a prescribed group).
 */
export interface Symmetry {
  readonly peopleCount: number;
  readonly group: AbelianGroup;
  /** Person p < rings × order is at element p mod order of ring ⌊p / order⌋; all others stay. */
  readonly rings: number;
  /** By element × people: where it moves somebody. */
  readonly moved: Int32Array;
  /** By pair of people, in both orders: the number of the class of pairs that are moved into each other. */
  readonly classOf: Int32Array;
  /** By class: its pairs. */
  readonly classSizes: Int32Array;
}

export function createSymmetry(peopleCount: number, group: AbelianGroup, rings: number): Symmetry {
  const { order, sums } = group;
  const moved = new Int32Array(order * peopleCount);
  for (let element = 0; element < order; element++) {
    for (let p = 0; p < peopleCount; p++) {
      const place = p % order;
      moved[element * peopleCount + p] = p < rings * order ? p - place + sums[element * order + place] : p;
    }
  }
  const classOf = new Int32Array(peopleCount * peopleCount).fill(-1);
  const sizes: number[] = [];
  for (let x = 0; x < peopleCount; x++) {
    for (let y = x + 1; y < peopleCount; y++) {
      if (classOf[x * peopleCount + y] >= 0) continue;
      let size = 0;
      for (let element = 0; element < order; element++) {
        const u = moved[element * peopleCount + x];
        const v = moved[element * peopleCount + y];
        if (classOf[u * peopleCount + v] < 0) size++;
        classOf[u * peopleCount + v] = sizes.length;
        classOf[v * peopleCount + u] = sizes.length;
      }
      sizes.push(size);
    }
  }
  return { peopleCount, group, rings, moved, classOf, classSizes: Int32Array.from(sizes) };
}
