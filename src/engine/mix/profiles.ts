/** People sorted and numbered by the levels they hold. */
export interface Profiles {
  /** Profile of each person: people of one profile hold the same levels and are interchangeable to every count term. */
  readonly profileOf: Int32Array;
  /** The people by profile, those of one profile in their own order. */
  readonly order: Int32Array;
  /** People of profile f are `order[start[f]] … order[start[f + 1] − 1]`. */
  readonly start: Int32Array;
}

/**
 * Numbers the distinct level lists in lexicographic order (first level first, a list before its continuations). Levels of
 * the heaviest attribute come first in a list, so that people alike on it stand together. Linear in the levels held: a
 * radix sort, last place first.
 *
 * @param levelStart Person p holds `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending.
 */
export function groupProfiles(levelStart: Int32Array, levels: Int32Array, levelCount: number): Profiles {
  const peopleCount = levelStart.length - 1;
  let longest = 0;
  for (let p = 0; p < peopleCount; p++) longest = Math.max(longest, levelStart[p + 1] - levelStart[p]);
  let order = Int32Array.from({ length: peopleCount }, (_, p) => p);
  const keys = new Int32Array(peopleCount);
  for (let place = longest - 1; place >= 0; place--) {
    order.forEach((p, rank) => {
      const at = levelStart[p] + place;
      keys[rank] = at < levelStart[p + 1] ? levels[at] + 1 : 0;
    });
    const sorted = sortByKey(keys, levelCount + 1);
    const before = order;
    order = sorted.order.map((rank) => before[rank]);
  }

  const isAlike = (p: number, q: number) => {
    const length = levelStart[p + 1] - levelStart[p];
    if (levelStart[q + 1] - levelStart[q] !== length) return false;
    for (let i = 0; i < length; i++) if (levels[levelStart[p] + i] !== levels[levelStart[q] + i]) return false;
    return true;
  };
  const profileOf = new Int32Array(peopleCount);
  const start: number[] = [];
  order.forEach((p, rank) => {
    if (rank === 0 || !isAlike(order[rank - 1], p)) start.push(rank);
    profileOf[p] = start.length - 1;
  });
  return { profileOf, order, start: Int32Array.from([...start, peopleCount]) };
}

/** Counting sort: the indices of `keys` by key, those of one key in their own order; those of key k begin at `start[k]`. */
export function sortByKey(keys: Int32Array, keyCount: number): { order: Int32Array<ArrayBuffer>; start: Int32Array } {
  const start = new Int32Array(keyCount + 1);
  for (let index = 0; index < keys.length; index++) start[keys[index] + 1]++;
  for (let key = 0; key < keyCount; key++) start[key + 1] += start[key];
  const next = start.slice();
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index++) order[next[keys[index]]++] = index;
  return { order, start };
}
