import type { Random } from '../random.js';
import type { Annealed } from './annealing.js';

/** The best few assignments, no two of one value: the parents of crossings. */
export interface Elite {
  readonly size: () => number;
  readonly admit: (candidate: Annealed) => void;
  /** Two different ones, each as likely as any other; there must be two. */
  readonly draw: (random: Random) => readonly [Int32Array, Int32Array];
}

const CAPACITY = 8;

export function createElite(): Elite {
  const held: Annealed[] = [];
  return {
    size: () => held.length,
    admit: (candidate) => {
      if (held.some(({ value }) => value === candidate.value)) return;
      held.push(candidate);
      held.sort((a, b) => b.value - a.value);
      if (held.length > CAPACITY) held.pop();
    },
    draw: (random) => {
      const first = random.index(held.length);
      const second = (first + 1 + random.index(held.length - 1)) % held.length;
      return [held[first].groupOf, held[second].groupOf];
    },
  };
}
