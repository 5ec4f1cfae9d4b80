/** The best assignment met by a search, kept at little cost while the search moves on. */
export interface Incumbent {
  /** The assignment as it stands is the best. */
  readonly mark: () => void;
  /** Two people were exchanged. */
  readonly record: (p: number, q: number) => void;
  /** The assignment as it stood when it was marked last, as an array of its own. */
  readonly assignment: () => Int32Array;
}

/**
 * Notes the exchanges made since the best was met, so that they can be undone: copying everybody at each improvement would
 * cost people × improvements. When that list grows longer than the assignment, it is turned into a copy once.
 *
 * @param live The assignment that the search changes.
 */
export function createIncumbent(live: Int32Array): Incumbent {
  let journal = new Int32Array(64);
  let length = 0;
  let copy: Int32Array | undefined;

  function rewind(): Int32Array {
    const rewound = live.slice();
    for (let i = length - 2; i >= 0; i -= 2) {
      const group = rewound[journal[i]];
      rewound[journal[i]] = rewound[journal[i + 1]];
      rewound[journal[i + 1]] = group;
    }
    return rewound;
  }

  return {
    mark: () => {
      length = 0;
      copy = undefined;
    },
    record: (p, q) => {
      if (copy !== undefined) return;
      if (length === journal.length) {
        const longer = new Int32Array(2 * length);
        longer.set(journal);
        journal = longer;
      }
      journal[length++] = p;
      journal[length++] = q;
      if (length > 2 * live.length) copy = rewind();
    },
    assignment: () => copy?.slice() ?? rewind(),
  };
}
