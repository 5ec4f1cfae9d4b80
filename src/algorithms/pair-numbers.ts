/** Numbers pairs of whole numbers from 1, in the order in which they are first met. */
export interface PairNumbers {
  readonly of: (first: number, second: number) => number;
  /** The pair that has a number. */
  readonly first: (number: number) => number;
  readonly second: (number: number) => number;
}

/** A hash table of open addressing with linear probing (Knuth, The Art of Computer Programming, vol. 3, 6.4), never more than half full. */
export function createPairNumbers(): PairNumbers {
  let slots = new Int32Array(1024);
  let firsts = new Int32Array(512);
  let seconds = new Int32Array(512);
  let count = 0;
  const slotOf = (first: number, second: number): number => {
    const mask = slots.length - 1;
    let slot = scatter(Math.imul(first, 0x01000193) ^ second) & mask;
    while (slots[slot] !== 0 && (firsts[slots[slot]] !== first || seconds[slots[slot]] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    firsts = grown(firsts);
    seconds = grown(seconds);
    slots = new Int32Array(2 * slots.length);
    for (let number = 1; number <= count; number++) slots[slotOf(firsts[number], seconds[number])] = number;
  };
  return {
    of: (first, second) => {
      let slot = slotOf(first, second);
      if (slots[slot] !== 0) return slots[slot];
      if (count + 1 === firsts.length) {
        grow();
        slot = slotOf(first, second);
      }
      count++;
      firsts[count] = first;
      seconds[count] = second;
      slots[slot] = count;
      return count;
    },
    first: (number) => firsts[number],
    second: (number) => seconds[number],
  };
}

/** Spreads the bits of a whole number over all 32, so that its lowest bits choose a slot well (the finaliser of MurmurHash3). */
export function scatter(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}
