import type { StopReason } from '../domain/manifest.js';
import type { Problem } from './problem.js';
import { createSearch } from './search.js';
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

/** What an observer is told between two steps. */
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
}

/** Proposals between two looks at the outside world: a few milliseconds. */
const STEP = 20_000;

/**
 * Independent starts one after the other, the best by score, then by start number; stops at once at the lower bound.
 * The first start is always begun, so that there is an answer whatever cuts the search short.
 */
export async function searchBest(problem: Problem, request: SearchRequest): Promise<SearchResult> {
  const { seed, quick, rescue = 0, control, observe } = request;
  const starts = Math.max(1, request.starts);
  const records: StartRecord[] = [];
  let best: (Score & { groupOf: Int32Array }) | undefined;
  let stopped: StopReason = 'budget';
  const isWanted = (start: number) =>
    start < starts || (start < starts + rescue && best !== undefined && best.hard > problem.hardBound);
  for (let start = 0; isWanted(start); start++) {
    const proposals = quick !== undefined && start < quick.starts ? quick.proposals : request.proposals;
    const search = createSearch(problem, seed, start, proposals);
    let cut: StopReason | undefined = control?.cut?.();
    while (!search.isDone() && cut === undefined) {
      search.step(STEP);
      const { hard, soft } = best === undefined || compareScores(search.best(), best) < 0 ? search.best() : best;
      const spent = Math.min(1, (start + search.proposals() / proposals) / starts);
      observe?.({ hard, soft, hardBound: problem.hardBound, softBound: problem.softBound, spent });
      await control?.pause?.();
      cut = control?.cut?.();
    }
    const found = search.best();
    records.push({ start, proposals: search.proposals(), hard: found.hard, soft: found.soft });
    if (best === undefined || compareScores(found, best) < 0) best = found;
    if (best.hard <= problem.hardBound && best.soft <= problem.softBound) stopped = 'bound';
    else if (cut !== undefined) stopped = cut;
    if (stopped !== 'budget') break;
  }
  if (best === undefined) throw new Error('a search has at least one start');
  return { ...best, stopped, starts: records };
}
