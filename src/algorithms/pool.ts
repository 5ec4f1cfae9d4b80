/** Some of the numbers from 0 on, of which one can be drawn by its place; adding, removing and drawing take no time. */
export interface Pool {
  readonly count: () => number;
  /** The number at a place from 0 to `count() − 1`. Places depend on what was added and removed in which order. */
  readonly at: (place: number) => number;
  readonly has: (number: number) => boolean;
  /** Adds or removes a number; nothing happens where it is so already. */
  readonly set: (number: number, isIn: boolean) => void;
  /** Ascending. */
  readonly list: () => readonly number[];
}

/** @param size one more than the largest number that can be in it */
export function createPool(size: number): Pool {
  const list: number[] = [];
  const placeOf = new Int32Array(size).fill(-1);
  return {
    count: () => list.length,
    at: (place) => list[place],
    has: (number) => placeOf[number] >= 0,
    set: (number, isIn) => {
      if (isIn === placeOf[number] >= 0) return;
      if (isIn) {
        placeOf[number] = list.length;
        list.push(number);
        return;
      }
      const last = list.pop() ?? number;
      if (last !== number) {
        list[placeOf[number]] = last;
        placeOf[last] = placeOf[number];
      }
      placeOf[number] = -1;
    },
    list: () => [...list].sort((a, b) => a - b),
  };
}
