import { createPairNumbers } from '../../algorithms/pair-numbers.js';

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
 * the heaviest attribute come first in a list, so that people alike on it stand together. Linear in the levels held: equal
 * lists are found by hashing, and one of each sorted by radix, last place first.
 *
 * @param levelStart Person p holds `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending.
 * @param alike By person: those of one number are known to hold the same. Absent: nothing is known.
 */
export function groupProfiles(
  levelStart: Int32Array,
  levels: Int32Array,
  levelCount: number,
  alike?: Int32Array,
): Profiles {
  const peopleCount = levelStart.length - 1;
  const { listOf, firsts } = numberLists(levelStart, levels, alike);
  const sorted = sortLists(firsts, levelStart, levels, levelCount);
  const rankOf = new Int32Array(firsts.length);
  for (let rank = 0; rank < sorted.length; rank++) rankOf[sorted[rank]] = rank;
  const profileOf = listOf;
  for (let p = 0; p < peopleCount; p++) profileOf[p] = rankOf[listOf[p]];
  return { profileOf, ...sortByKey(profileOf, firsts.length) };
}

/** Numbers the lists in the order in which they are first met; the first person who has each. */
function numberLists(
  levelStart: Int32Array,
  levels: Int32Array,
  alike: Int32Array | undefined,
): { readonly listOf: Int32Array; readonly firsts: readonly number[] } {
  const beginnings = createPairNumbers();
  // A beginning of a list is numbered as a pair: of what comes before, and the level after it.
  const listOfBeginning = new Map<number, number>();
  const listOf = new Int32Array(levelStart.length - 1);
  const firsts: number[] = [];
  /** By number of people alike: the first of them. */
  const alikeTo: number[] = [];
  for (let p = 0; p < listOf.length; p++) {
    if (alike !== undefined) {
      const other = alikeTo[alike[p]];
      if (other === undefined) alikeTo[alike[p]] = p;
      else {
        listOf[p] = listOf[other];
        continue;
      }
    }
    let beginning = 0;
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) beginning = beginnings.of(beginning, levels[i]);
    let list = listOfBeginning.get(beginning);
    if (list === undefined) listOfBeginning.set(beginning, (list = firsts.push(p) - 1));
    listOf[p] = list;
  }
  return { listOf, firsts };
}

/** The numbers of the lists in lexicographic order. */
function sortLists(
  firsts: readonly number[],
  levelStart: Int32Array,
  levels: Int32Array,
  levelCount: number,
): Int32Array {
  let longest = 0;
  for (const p of firsts) longest = Math.max(longest, levelStart[p + 1] - levelStart[p]);
  let order = Int32Array.from(firsts.keys());
  const keys = new Int32Array(firsts.length);
  for (let place = longest - 1; place >= 0; place--) {
    for (let rank = 0; rank < order.length; rank++) {
      const p = firsts[order[rank]];
      const at = levelStart[p] + place;
      keys[rank] = at < levelStart[p + 1] ? levels[at] + 1 : 0;
    }
    const before = order;
    order = sortByKey(keys, levelCount + 1).order.map((rank) => before[rank]);
  }
  return order;
}

/**
 * Counting sort: the indices of `keys` by key, those of one key in their own order; those of key k begin at `start[k]`.
 *
 * @param order Memory for the answer, as long as the keys at least.
 */
export function sortByKey(
  keys: Int32Array,
  keyCount: number,
  order = new Int32Array(keys.length),
): { order: Int32Array<ArrayBuffer>; start: Int32Array } {
  const start = new Int32Array(keyCount + 1);
  for (let index = 0; index < keys.length; index++) start[keys[index] + 1]++;
  for (let key = 0; key < keyCount; key++) start[key + 1] += start[key];
  const next = start.slice();
  for (let index = 0; index < keys.length; index++) order[next[keys[index]]++] = index;
  return { order, start };
}
