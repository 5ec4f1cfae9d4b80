import type { Term } from './term.js';

/** The terms of a state that do not count levels: few, and most people make no difference to most of them. */
export interface FewTerms {
  /** Weighs the terms from now on, by a number of at least 0 each; each weighs 1 until then. */
  readonly weigh: (weights: readonly number[]) => void;
  /** The terms of some weight in which p or q makes a difference, as bits. */
  readonly concerned: (p: number, q: number) => number;
  /** The most that a swap could gain by those. */
  readonly reach: (concerned: number) => number;
  /** Change of their weighted sum if p and q, of different groups, changed places. */
  readonly delta: (concerned: number, p: number, q: number) => number;
  /** Takes a swap into account; called before the assignment changes. */
  readonly apply: (p: number, q: number) => void;
}

/** @param terms At most eight: pairs and places, hard and soft, and sums are five. */
export function createFewTerms(terms: readonly Term[], peopleCount: number): FewTerms {
  const involved = new Uint8Array(peopleCount);
  terms.forEach(({ isInvolved }, index) => isInvolved.forEach((is, p) => (involved[p] |= is << index)));
  const weightOf = new Float64Array(terms.length);
  const reaches = new Float64Array(1 << terms.length);
  let weighed = 0;

  function weigh(weights: readonly number[]): void {
    weightOf.set(weights);
    weighed = weights.reduce((bits, weight, index) => (weight === 0 ? bits : bits | (1 << index)), 0);
    for (let bits = 1; bits < reaches.length; bits++) {
      const index = highest(bits);
      const { reach = Infinity } = terms[index];
      reaches[bits] = reaches[bits ^ (1 << index)] + (weightOf[index] === 0 ? 0 : weightOf[index] * reach);
    }
  }
  weigh(terms.map(() => 1));

  return {
    weigh,
    concerned: (p, q) => (involved[p] | involved[q]) & weighed,
    reach: (concerned) => reaches[concerned],
    delta: (concerned, p, q) => {
      let sum = 0;
      for (let left = concerned; left !== 0; left ^= 1 << highest(left)) {
        const index = highest(left);
        sum += weightOf[index] * terms[index].delta(p, q);
      }
      return sum;
    },
    apply: (p, q) => {
      for (let i = 0; i < terms.length; i++) terms[i].apply(p, q);
    },
  };
}

function highest(bits: number): number {
  return 31 - Math.clz32(bits);
}
