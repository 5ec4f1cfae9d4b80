/** How long a search may go on, in proposals, so that the same answer comes on every machine. */
export interface Budget {
  /** Independent starts. */
  readonly starts: number;
  /** Number of the first of them; absent: 0. */
  readonly first?: number;
  /** Proposals of each start; in a small cohort the exchanges come on top that end it, see `createDescent`. */
  readonly proposals: number;
  /** So many more starts, one by one, while no list is known that keeps the hard rules; absent: none. */
  readonly rescue?: number;
  /** The first few starts are shorter, so that a search cut early has a good answer already; absent: all are alike. */
  readonly quick?: { readonly starts: number; readonly proposals: number };
}

/** Why something was cut short from outside. */
export type Cut = 'time-limit' | 'interrupted';

/** What may cut a search short from outside: asked between two steps, never inside one. */
export interface Control {
  /** A reason to stop now; absent or `undefined`: go on. */
  readonly cut?: () => Cut | undefined;
  /** Lets the host breathe (signals, a progress line) between two steps. */
  readonly pause?: () => Promise<void>;
}
