import type { StopReason } from '../domain/manifest.js';
import type { Problem } from './problem.js';
import { createLocalRunner, type StartOutcome, type StartRunner } from './start-runner.js';
import { compareScores, type Score } from './state.js';
import type { Budget, Control } from './stopping.js';

/** How far one start came: what a replay needs. */
export interface StartRecord extends Score {
  readonly start: number;
  readonly proposals: number;
}

export interface SearchResult extends Score {
  readonly groupOf: Int32Array;
  readonly stopped: StopReason;
  readonly starts: readonly StartRecord[];
}

/** What an observer is told between two steps: the best score known then. */
export interface SearchProgress extends Score {
  readonly hardBound: number;
  readonly softBound: number;
  /** Share of the whole budget spent, from 0 to 1. */
  readonly spent: number;
}

export interface SearchRequest extends Budget {
  readonly seed: string;
  readonly control?: Control;
  readonly observe?: (progress: SearchProgress) => void;
  /** Runs the starts; absent: one after the other in this thread. */
  readonly runner?: StartRunner;
}

/**
 * Independent starts, the best by score, then by start number; stops at once at the lower bound. Starts are judged in the
 * order of their numbers, however many run at once, so that their number of threads changes nothing. The first start is
 * always begun, so that there is an answer whatever cuts the search short.
 */
export async function searchBest(problem: Problem, request: SearchRequest): Promise<SearchResult> {
  const { seed, quick, first = 0, rescue = 0, control, observe } = request;
  const { runner = createLocalRunner(problem, seed, control) } = request;
  const starts = Math.max(1, request.starts);
  const records: StartRecord[] = [];
  const running = new Map<number, Promise<StartOutcome>>();
  const made = new Map<number, number>();
  let best: StartOutcome | undefined;
  let stopped: StopReason = 'budget';
  const isWanted = (start: number) =>
    start < first + starts || (start < first + starts + rescue && best !== undefined && best.hard > problem.hardBound);
  const budgetOf = (start: number) =>
    quick !== undefined && start < quick.starts ? quick.proposals : request.proposals;
  const report = (start: number, proposals: number, found: Score) => {
    made.set(start, proposals / budgetOf(start));
    const spent = Math.min(1, [...made.values()].reduce((sum, share) => sum + share, 0) / starts);
    const { hard, soft } = best === undefined || compareScores(found, best) < 0 ? found : best;
    observe?.({ hard, soft, hardBound: problem.hardBound, softBound: problem.softBound, spent });
  };
  const launch = (start: number) => {
    const tell = (proposals: number, found: Score) => report(start, proposals, found);
    return runner.run(start, budgetOf(start), observe === undefined ? undefined : tell);
  };

  try {
    for (let start = first; isWanted(start); start++) {
      for (let next = start; next < start + runner.threads && isWanted(next); next++) {
        if (!running.has(next)) running.set(next, launch(next));
      }
      const found = await (running.get(start) ?? launch(start));
      records.push({ start, proposals: found.proposals, hard: found.hard, soft: found.soft });
      if (best === undefined || compareScores(found, best) < 0) best = found;
      if (best.hard <= problem.hardBound && best.soft <= problem.softBound) stopped = 'bound';
      else if (found.cut !== undefined) stopped = found.cut;
      if (stopped !== 'budget') break;
    }
  } finally {
    // What still runs is of no interest any more, and neither is how it ends.
    for (const outcome of running.values()) outcome.catch(() => undefined);
    await runner.close();
  }
  if (best === undefined) throw new Error('a search has at least one start');
  return { hard: best.hard, soft: best.soft, groupOf: best.groupOf, stopped, starts: records };
}
