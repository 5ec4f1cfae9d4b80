/** Words of 32 bits that hold so many elements. */
export function wordsFor(elements: number): number {
  return (elements + 31) >> 5;
}

/** Elements of a word. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The first element of a word that is not 0. */
export function firstBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
