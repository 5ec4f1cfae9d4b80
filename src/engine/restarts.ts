import type { StopReason } from '../domain/manifest.js';
import type { Problem } from './problem.js';
import { createLocalRunner, type StartOutcome, type StartRunner } from './start-runner.js';
import { compareScores, type Score } from './state.js';
import type { Budget, Control } from './stopping.js';

/** How far one start came: what a replay needs. */
export interface StartRecord extends Score {
  readonly start: number;
  readonly proposals: number;
  /** Present where something outside ended it before its time. */
  readonly cut?: true;
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

/** How a search went that is to go the same way again: the starts that were made, how far each of them came, and why it ended. */
export interface SearchTrace {
  /** In the order of their numbers, at least one; there may be gaps between them. */
  readonly starts: readonly Pick<StartRecord, 'start' | 'proposals' | 'cut'>[];
  readonly stopped: StopReason;
}

export interface SearchRequest extends Budget {
  readonly seed: string;
  /** Make these starts and no others, each as far as it came then; absent: those of the budget. */
  readonly trace?: SearchTrace;
  readonly control?: Control;
  readonly observe?: (progress: SearchProgress) => void;
  /** Runs the starts; absent: one after the other in this thread. */
  readonly runner?: StartRunner;
}

/** A start that is to be made: its number, after how many proposals to stop it, and whether it was cut short there. */
interface WantedStart {
  readonly start: number;
  readonly until?: number;
  readonly cut?: true;
}

/**
 * Independent starts, the best by score, then by start number; stops at once at the lower bound. Starts are judged in the
 * order of their numbers, however many run at once, so that their number of threads changes nothing. The first start is
 * always begun, so that there is an answer whatever cuts the search short; what other threads have found by then counts too.
 */
export async function searchBest(problem: Problem, request: SearchRequest): Promise<SearchResult> {
  const { seed, quick, first = 0, rescue = 0, control, observe, trace } = request;
  const { runner = createLocalRunner(problem, seed, control) } = request;
  const starts = trace?.starts.length ?? Math.max(1, request.starts);
  const records: StartRecord[] = [];
  const running = new Map<number, Promise<StartOutcome>>();
  const made = new Map<number, number>();
  let best: StartOutcome | undefined;
  let stopped: StopReason = 'budget';
  /** The number of the start that comes at a place in the order, and how far it is to go; `undefined`: no more are wanted. */
  const startAt = (place: number): WantedStart | undefined => {
    if (trace !== undefined) return untilOf(trace, place);
    const isRescue = place < starts + rescue && best !== undefined && best.hard > problem.hardBound;
    return place < starts || isRescue ? { start: first + place } : undefined;
  };
  const budgetOf = (start: number) =>
    quick !== undefined && start < quick.starts ? quick.proposals : request.proposals;
  const report = (start: number, proposals: number, found: Score) => {
    made.set(start, proposals / budgetOf(start));
    const spent = Math.min(1, [...made.values()].reduce((sum, share) => sum + share, 0) / starts);
    const { hard, soft } = best === undefined || compareScores(found, best) < 0 ? found : best;
    observe?.({ hard, soft, hardBound: problem.hardBound, softBound: problem.softBound, spent });
  };
  const launch = (start: number, until?: number) => {
    const tell = (proposals: number, found: Score) => report(start, proposals, found);
    return runner.run(start, budgetOf(start), observe === undefined ? undefined : tell, until);
  };

  try {
    for (let place = 0, wanted = startAt(0); wanted !== undefined; wanted = startAt(++place)) {
      // What cut one start short cuts all: those that other threads have begun count as far as they came.
      if (stopped !== 'budget' && !running.has(place)) break;
      for (let ahead = place; ahead < place + runner.threads && stopped === 'budget'; ahead++) {
        const next = startAt(ahead);
        if (next !== undefined && !running.has(ahead)) running.set(ahead, launch(next.start, next.until));
      }
      const { start, until, cut } = wanted;
      const found = await (running.get(place) ?? launch(start, until));
      const { proposals, hard, soft } = found;
      records.push({ start, proposals, hard, soft, ...(found.cut !== undefined || cut === true ? { cut: true } : {}) });
      if (best === undefined || compareScores(found, best) < 0) best = found;
      if (best.hard <= problem.hardBound && best.soft <= problem.softBound) stopped = 'bound';
      else if (found.cut !== undefined) stopped = found.cut;
      if (stopped === 'bound') break;
    }
  } finally {
    // What still runs is of no interest any more, and neither is how it ends.
    for (const outcome of running.values()) outcome.catch(() => undefined);
    await runner.close();
  }
  if (best === undefined) throw new Error('a search has at least one start');
  if (stopped === 'budget' && trace !== undefined && isCut(trace.stopped)) stopped = trace.stopped;
  return { hard: best.hard, soft: best.soft, groupOf: best.groupOf, stopped, starts: records };
}

/** Where nothing was cut short, every start goes to its own end again: then it is seen whether that is where the trace says. */
function untilOf({ starts, stopped }: SearchTrace, place: number): WantedStart | undefined {
  const record = starts.at(place);
  if (record === undefined || stopped === 'budget') return record && { start: record.start };
  const { start, proposals, cut } = record;
  return { start, until: proposals, ...(cut === undefined ? {} : { cut }) };
}

function isCut(stopped: StopReason): boolean {
  return stopped === 'time-limit' || stopped === 'interrupted';
}
