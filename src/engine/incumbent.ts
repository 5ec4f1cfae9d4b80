/**
 * The best assignment met by a search, kept at little cost while the search moves on: the exchanges made since are noted, so
 * that they can be undone, where copying everybody at each improvement would cost people × improvements. When that list grows
 * longer than the assignment, it is turned into a copy once.
 */
export class Incumbent {
  readonly #live: Int32Array;
  #journal = new Int32Array(64);
  #length = 0;
  #copy: Int32Array | undefined;

  /** @param live The assignment that the search changes; the best as it stands. */
  constructor(live: Int32Array) {
    this.#live = live;
  }

  /** The assignment as it stands is the best. */
  mark(): void {
    this.#length = 0;
    this.#copy = undefined;
  }

  /** Two people were exchanged. */
  record(p: number, q: number): void {
    if (this.#copy !== undefined) return;
    if (this.#length === this.#journal.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#journal);
      this.#journal = longer;
    }
    this.#journal[this.#length++] = p;
    this.#journal[this.#length++] = q;
    if (this.#length > 2 * this.#live.length) this.#copy = this.#rewind();
  }

  /** The assignment as it stood when it was marked last, as an array of its own. */
  assignment(): Int32Array {
    return this.#copy?.slice() ?? this.#rewind();
  }

  #rewind(): Int32Array {
    const rewound = this.#live.slice();
    const journal = this.#journal;
    for (let i = this.#length - 2; i >= 0; i -= 2) {
      const group = rewound[journal[i]];
      rewound[journal[i]] = rewound[journal[i + 1]];
      rewound[journal[i + 1]] = group;
    }
    return rewound;
  }
}
