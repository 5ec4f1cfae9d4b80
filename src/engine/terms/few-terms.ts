import type { Term } from './term.js';

/** The terms of a state that do not count levels: few, and most people make no difference to most of them. */
export class FewTerms {
  readonly #terms: readonly Term[];
  /** By person, the terms in which he makes a difference, as bits. */
  readonly #involved: Uint8Array;
  readonly #weights: Float64Array;
  readonly #reaches: Float64Array;
  #weighed = 0;

  /** @param terms At most eight: pairs and places, hard and soft, sums and earlier meetings are six. */
  constructor(terms: readonly Term[], peopleCount: number) {
    this.#terms = terms;
    this.#involved = new Uint8Array(peopleCount);
    terms.forEach(({ isInvolved }, index) => isInvolved.forEach((is, p) => (this.#involved[p] |= is << index)));
    this.#weights = new Float64Array(terms.length);
    this.#reaches = new Float64Array(1 << terms.length);
    this.weigh(terms.map(() => 1));
  }

  /** Weighs the terms from now on, by a number of at least 0 each; each weighs 1 until then. */
  weigh(weights: readonly number[]): void {
    this.#weights.set(weights);
    this.#weighed = weights.reduce((bits, weight, index) => (weight === 0 ? bits : bits | (1 << index)), 0);
    for (let bits = 1; bits < this.#reaches.length; bits++) {
      const index = highest(bits);
      const { reach = Infinity } = this.#terms[index];
      const own = weights[index] === 0 ? 0 : weights[index] * reach;
      this.#reaches[bits] = this.#reaches[bits ^ (1 << index)] + own;
    }
  }

  /** The terms of some weight in which p or q makes a difference, as bits. */
  concerned(p: number, q: number): number {
    return (this.#involved[p] | this.#involved[q]) & this.#weighed;
  }

  /** The most that a swap could gain by those. */
  reach(concerned: number): number {
    return this.#reaches[concerned];
  }

  /** Change of their weighted sum if p and q, of different groups, changed places. */
  delta(concerned: number, p: number, q: number): number {
    let sum = 0;
    for (let left = concerned; left !== 0; left ^= 1 << highest(left)) {
      const index = highest(left);
      sum += this.#weights[index] * this.#terms[index].delta(p, q);
    }
    return sum;
  }

  /** Change of their weighted sum in q's group alone if p took q's place there. */
  taking(concerned: number, p: number, q: number): number {
    let sum = 0;
    for (let left = concerned; left !== 0; left ^= 1 << highest(left)) {
      const index = highest(left);
      sum += this.#weights[index] * this.#terms[index].taking(p, q);
    }
    return sum;
  }

  /** Takes a swap into account; called before the assignment changes. */
  apply(p: number, q: number): void {
    for (let i = 0; i < this.#terms.length; i++) this.#terms[i].apply(p, q);
  }
}

function highest(bits: number): number {
  return 31 - Math.clz32(bits);
}
