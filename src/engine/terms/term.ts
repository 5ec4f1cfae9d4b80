import type { CountTables } from './count-term.js';

/**
 * One addend of the objective over a given assignment. All numbers are integers; `groupOf[p]` is the group of person p.
 *
 * The assignment array is shared between the terms of a state and changed by the state alone, after every term has
 * applied a move. For any swap, `delta` equals the penalty recomputed after it minus the one before.
 */
export interface Term {
  /** The penalty of the assignment now. */
  penalty: number;
  /** 1 for each person who can make a difference: a swap of two others changes nothing here. */
  readonly isInvolved: Uint8Array;
  /** No swap lowers the penalty by more; absent: not known. */
  readonly reach?: number;
  /** Change of the penalty if p and q, of different groups, changed places. */
  readonly delta: (p: number, q: number) => number;
  /**
   * Change of the penalty of q's group alone if p, of another one, took q's place there: what q brings elsewhere, and what p leaves
   * behind, are not in it. A swap changes by p taking q's place and q taking p's; where each of several people takes the place of
   * another, all in different groups, it all adds up. Between two people who are not involved it is 0.
   */
  readonly taking: (p: number, q: number) => number;
  /** Takes the swap of p and q into account; called before the assignment array changes. */
  readonly apply: (p: number, q: number) => void;
  /** The penalty by origin; the numbers add up to `penalty`. */
  readonly explain: () => readonly Share[];
}

/** The part of a penalty that one attribute, rule or preference is answerable for. */
export interface Share {
  readonly origin: Origin;
  readonly penalty: number;
  /** No assignment has less of this part. */
  readonly bound: number;
}

/** What the user asked for that a part of the objective stands for. */
export type Origin =
  | { readonly kind: 'attribute'; readonly key: string }
  /** The module's aim of that index. */
  | { readonly kind: 'role'; readonly index: number }
  | { readonly kind: 'rule'; readonly index: number }
  | { readonly kind: 'wishes' }
  /** People who meet again. */
  | { readonly kind: 'history' };

/** The immutable side of a term: compiled once, started once per search. */
export interface TermModel {
  /** No assignment has a smaller penalty. */
  readonly bound: number;
  readonly start: (groupOf: Int32Array) => Term;
  /** What a count term is made of; absent: it is a term of another kind. */
  readonly tables?: CountTables;
}
