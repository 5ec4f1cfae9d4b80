import type { Problem } from '../problem.js';
import type { Term } from '../terms/term.js';

/** What is asked beside the mix, kept up to date while the mix is searched. */
export interface SideTerms {
  /** Change of the hard violations when two people of different groups are exchanged. */
  readonly hardDelta: (p: number, q: number) => number;
  /** Exchanges them. */
  readonly swap: (p: number, q: number) => void;
  readonly hard: () => number;
  readonly soft: () => number;
  /** The people whom hard rules speak of. */
  readonly involved: Int32Array;
}

/** Starts all terms but the balance on an assignment, which is taken over; asked for where there are any. */
export function startSideTerms({ hard, soft, peopleCount }: Problem, assignment: () => Int32Array): SideTerms {
  if (hard.length + soft.length === 1) {
    const none = () => 0;
    return { hardDelta: none, swap: () => undefined, hard: none, soft: none, involved: new Int32Array(0) };
  }
  const groupOf = assignment();
  const hardTerms = hard.map((model) => model.start(groupOf));
  const softTerms = soft.slice(1).map((model) => model.start(groupOf));
  const total = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + term.penalty, 0);
  const everyone = Int32Array.from({ length: hardTerms.length === 0 ? 0 : peopleCount }, (_, p) => p);
  return {
    hardDelta: (p, q) => {
      let sum = 0;
      for (let i = 0; i < hardTerms.length; i++) {
        const { isInvolved } = hardTerms[i];
        if (isInvolved[p] !== 0 || isInvolved[q] !== 0) sum += hardTerms[i].delta(p, q);
      }
      return sum;
    },
    swap: (p, q) => {
      for (const term of hardTerms) term.apply(p, q);
      for (const term of softTerms) term.apply(p, q);
      const group = groupOf[p];
      groupOf[p] = groupOf[q];
      groupOf[q] = group;
    },
    hard: () => total(hardTerms),
    soft: () => total(softTerms),
    involved: everyone.filter((p) => hardTerms.some(({ isInvolved }) => isInvolved[p] !== 0)),
  };
}
