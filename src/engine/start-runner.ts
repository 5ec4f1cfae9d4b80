import type { StopReason } from '../domain/manifest.js';
import type { Problem } from './problem.js';
import { createSearch } from './search.js';
import type { Score } from './state.js';
import type { Control } from './stopping.js';

/** Where one start ended. */
export interface StartOutcome extends Score {
  readonly groupOf: Int32Array;
  readonly proposals: number;
  /** Why it ended before its budget; absent when it did not. */
  readonly cut?: StopReason;
}

/** Runs starts, here or elsewhere: a start depends on the seed and its number alone, so where it runs changes nothing. */
export interface StartRunner {
  /** How many starts may be under way at once. */
  readonly threads: number;
  /**
   * Runs one start to the end of its budget, or until so many of its proposals are made; `progress`, if anybody wants to know, is told the
   * proposals made so far and the best met.
   */
  readonly run: (
    start: number,
    proposals: number,
    progress?: (made: number, best: Score) => void,
    until?: number,
  ) => Promise<StartOutcome>;
  /** Drops what is still under way. */
  readonly close: () => Promise<void>;
}

/** Proposals between two looks at the outside world: a few milliseconds. */
export const STEP = 20_000;

/** Runs starts in the calling thread, letting the host breathe between two steps. */
export function createLocalRunner(problem: Problem, seed: string, control: Control = {}): StartRunner {
  return {
    threads: 1,
    run: async (start, proposals, progress, until = Infinity) => {
      const search = createSearch(problem, seed, start, proposals);
      let cut = control.cut?.();
      // In whole steps: a start that was cut between two of them comes to that very state again.
      while (!search.isDone() && cut === undefined && search.proposals() < until) {
        search.step(STEP);
        progress?.(search.proposals(), search.score());
        await control.pause?.();
        cut = control.cut?.();
      }
      return {
        ...search.score(),
        groupOf: search.groupOf(),
        proposals: search.proposals(),
        ...(cut === undefined ? {} : { cut }),
      };
    },
    close: async () => undefined,
  };
}
