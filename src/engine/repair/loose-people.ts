import type { Random } from '../random.js';

/** The people who are not in a home of theirs: those who are elsewhere, and all who have none. */
export interface LoosePeople {
  readonly count: () => number;
  readonly draw: (random: Random) => number;
  /** Ascending. */
  readonly list: () => readonly number[];
  /** Takes into account that somebody is in another group now. */
  readonly update: (person: number) => void;
}

export function createLoosePeople(homeOf: Int32Array, groupOf: Int32Array): LoosePeople {
  const list: number[] = [];
  const placeOf = new Int32Array(homeOf.length).fill(-1);
  const update = (p: number) => {
    const isLoose = homeOf[p] < 0 || homeOf[p] !== groupOf[p];
    if (isLoose === placeOf[p] >= 0) return;
    if (isLoose) {
      placeOf[p] = list.length;
      list.push(p);
      return;
    }
    const last = list.pop() ?? p;
    if (last !== p) {
      list[placeOf[p]] = last;
      placeOf[last] = placeOf[p];
    }
    placeOf[p] = -1;
  };
  for (let p = 0; p < homeOf.length; p++) update(p);
  return {
    count: () => list.length,
    draw: (random) => list[random.index(list.length)],
    list: () => [...list].sort((a, b) => a - b),
    update,
  };
}
