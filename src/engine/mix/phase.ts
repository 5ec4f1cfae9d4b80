import type { Random } from '../random.js';
import type { Bins } from './bins.js';

/** A stretch of the search over some neighbouring bins, advanced in steps: its path does not depend on how they are cut. */
export interface Phase {
  /** Makes up to so many proposals; returns how many. */
  readonly run: (proposals: number) => number;
  readonly isDone: () => boolean;
}

/** Where a phase works, and who is told. */
export interface PhaseInput {
  readonly bins: Bins;
  readonly random: Random;
  /** Bins `firstBin … lastBin − 1`. */
  readonly firstBin: number;
  readonly lastBin: number;
  /** Most proposals. */
  readonly budget: number;
  /** Whether two people may be exchanged as far as all else is concerned. */
  readonly isAllowed: (p: number, q: number) => boolean;
  /** Exchanges them, and tells the change of the penalty; a true answer ends the phase. */
  readonly swap: (p: number, q: number, delta: number) => boolean;
}

/** A phase of so many proposals at most, each made by `propose`; a true answer ends it. */
export function createPhase(budget: number, isSettled: () => boolean, propose: () => boolean): Phase {
  let made = 0;
  let isOver = false;
  const isDone = () => isOver || made >= budget || isSettled();
  return {
    isDone,
    run: (proposals) => {
      const before = made;
      const until = Math.min(budget, made + proposals);
      while (made < until && !isOver && !isSettled()) {
        made++;
        isOver = propose();
      }
      return made - before;
    },
  };
}
