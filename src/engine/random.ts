/** A stream of numbers that depends on its seed alone: the same on every machine and version of Node. */
export interface Random {
  /** A whole number from 0 to `below` − 1; `below` is at least 1. */
  readonly index: (below: number) => number;
}

/** Draws thrown away at first, as in PractRand: the seed has reached every bit of the state then. */
const WARM_UP = 12;

/**
 * Chris Doty-Humphrey's sfc32 (of PractRand, where it passes every test): additions, shifts and exclusive ors of 32 bits,
 * and a counter, so that no seed has a period below 2^32. A draw of 32 bits is scaled to its range by one product, which
 * double precision rounds alike everywhere.
 */
export function createRandom(seed: string): Random {
  return new Sfc32(seed);
}

// A class, so that code compiled for one stream serves the next: searches are short.
class Sfc32 implements Random {
  readonly #state: Int32Array;

  constructor(seed: string) {
    this.#state = Int32Array.of(...hashSeed(seed), 1);
    for (let i = 0; i < WARM_UP; i++) this.index(1);
  }

  index(below: number): number {
    const state = this.#state;
    const b = state[1];
    const c = state[2];
    const drawn = (state[0] + b + state[3]) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + drawn;
    state[3]++;
    return Math.floor(((drawn >>> 0) * below) / 0x1_0000_0000);
  }
}

/** The state's other 96 bits: three hashes of the seed by as many multipliers, in the way of FNV-1a (Fowler, Noll and Vo). */
function hashSeed(seed: string): readonly number[] {
  return [0x01000193, 0x85ebca6b, 0xc2b2ae35].map((multiplier) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), multiplier);
    return mixBits(hash);
  });
}

/** MurmurHash3's last step (Appleby): every bit of the hash changes half of the bits of the outcome. */
function mixBits(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Fisher and Yates, in place: every order is as likely. Returns the list. */
export function shuffle(list: Int32Array, random: Random): Int32Array {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.index(last + 1);
    const kept = list[last];
    list[last] = list[other];
    list[other] = kept;
  }
  return list;
}
