import seedrandom from 'seedrandom';

/** A stream of numbers that depends on its seed alone: the same on every machine and version of Node. */
export interface Random {
  /** A whole number from 0 to `below` − 1; `below` is at least 1. */
  readonly index: (below: number) => number;
}

/**
 * Johannes Baagøe's Alea (as packaged by seedrandom): 32-bit draws by additions and multiplications that are exact in
 * double precision, no transcendental function.
 */
export function createRandom(seed: string): Random {
  const draw = seedrandom.alea(seed);
  return { index: (below) => Math.floor(draw() * below) };
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
