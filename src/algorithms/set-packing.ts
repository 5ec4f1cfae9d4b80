import { firstBit, wordsFor } from './bits.js';

/** A search for so many disjoint sets, advanced in steps. */
export interface SetPacking {
  /** Tries one more set, unless the search is over; returns how many sets and elements it looked at for that. */
  readonly step: () => number;
  readonly isDone: () => boolean;
  /** Indices of the sets packed; `undefined` while there are too few, and for good when the search is done. */
  readonly found: () => readonly number[] | undefined;
}

/**
 * Algorithm X (Knuth, *Dancing links*, 2000): the element that the fewest sets are left for is held by each of them in
 * turn; one that none is left for stays out, as long as the sets still wanted can be had from the others. Where all elements
 * are needed this is the search for an exact cover, and complete; else packings are missed in which an element stays out
 * that a set is left for. The sets that are left are listed anew at each depth, which for some thousand sets of words of
 * bits is quicker than linked lists.
 *
 * @param sets Set i holds the bits of `sets[i · words] … sets[(i + 1) · words − 1]`.
 * @param elements Elements, from 0.
 * @param size Elements of each set, at least 1.
 * @param wanted Sets to pack.
 */
export function createSetPacking(sets: Int32Array, elements: number, size: number, wanted: number): SetPacking {
  const words = wordsFor(elements);
  const setCount = sets.length / words;
  /** By depth: the sets that are left, how many, the element to hold, and the place in the list. */
  const lists = new Int32Array((wanted + 1) * setCount);
  const lengths = new Int32Array(wanted + 1);
  const held = new Int32Array(wanted + 1);
  const places = new Int32Array(wanted + 1);
  const left = new Int32Array(elements);
  const chosen: number[] = [];
  for (let set = 0; set < setCount; set++) {
    lists[set] = set;
    countElements(set);
  }
  lengths[0] = setCount;
  /** Of the list in use; −1 when there is none any more. */
  let depth = branch(0) ? 0 : -1;

  function countElements(set: number): void {
    for (let word = 0; word < words; word++) {
      for (let bits = sets[set * words + word]; bits !== 0; bits &= bits - 1) left[word * 32 + firstBit(bits)]++;
    }
  }

  /** Lists at the next depth the sets that are disjoint from one, and counts how many are left for each element. */
  function listDisjoint(set: number): void {
    const from = depth * setCount;
    let to = from + setCount;
    left.fill(0);
    for (let i = from; i < from + lengths[depth]; i++) {
      const other = lists[i];
      let word = 0;
      while (word < words && (sets[set * words + word] & sets[other * words + word]) === 0) word++;
      if (word < words) continue;
      lists[to++] = other;
      countElements(other);
    }
    lengths[depth + 1] = to - from - setCount;
  }

  /** Chooses the element to hold at a depth; false where too few can be held. */
  function branch(at: number): boolean {
    let rarest = -1;
    let there = 0;
    for (let element = 0; element < elements; element++) {
      if (left[element] === 0) continue;
      there++;
      if (rarest < 0 || left[element] < left[rarest]) rarest = element;
    }
    held[at] = rarest;
    places[at] = 0;
    return there >= (wanted - at) * size;
  }

  function holds(set: number, element: number): boolean {
    return ((sets[set * words + (element >> 5)] >>> (element & 31)) & 1) === 1;
  }

  const isFound = () => chosen.length === wanted;
  const isDone = () => isFound() || depth < 0;
  return {
    isDone,
    step: () => {
      if (isDone()) return 0;
      const from = depth * setCount;
      const length = lengths[depth];
      let place = places[depth];
      while (place < length && !holds(lists[from + place], held[depth])) place++;
      places[depth] = place + 1;
      if (place === length) {
        depth--;
        chosen.pop();
        return 1;
      }
      const set = lists[from + place];
      listDisjoint(set);
      const looked = length + size * lengths[depth + 1];
      if (depth + 1 === wanted || branch(depth + 1)) {
        chosen.push(set);
        depth++;
      }
      return looked;
    },
    found: () => (isFound() ? chosen : undefined),
  };
}
