import type { StopReason } from '../../domain/manifest.js';
import type { Module } from '../../domain/module.js';
import type { Home } from '../home.js';
import type { Control, Cut } from '../stopping.js';
import { findFewestMoves, type FeasibleGroups, type FewestMoves } from './fewest-moves.js';
import { compareSteps, createRepairSearch, isAtBound, type RepairSearch, type RepairStep } from './repair-search.js';

/** What an observer is told between two pieces of work. */
export interface RepairProgress {
  /** The best within the moves allowed so far; absent while no groups are known that keep the hard rules with so few moves. */
  readonly chosen?: RepairStep;
  /** Share of the comparison that is done, from 0 to 1; the fewest moves are found first, while it is 0. */
  readonly spent: number;
}

/** How a repair went that is to go the same way again: how many pieces of work were done, and why it ended. */
export interface RepairTrace {
  readonly pieces: number;
  readonly stopped: StopReason;
}

export interface RepairRequest {
  /** Its groups are those to fill, of any sizes. */
  readonly module: Module;
  readonly home: Home;
  readonly seed: string;
  /** Most people who may change groups; absent: as few as can. */
  readonly maxMoves?: number;
  /** What each number of moves would give is found too, for the person to choose. */
  readonly isCompared: boolean;
  /** Annealings for each number of moves: more never find worse, 0 leaves it at descents; absent: {@link USUAL_ROUNDS}. */
  readonly rounds?: number;
  readonly control?: Control;
  /** Where that repair was cut short, stop at the same point; else go to the end. Absent: go to the end. */
  readonly until?: RepairTrace;
  readonly observe?: (progress: RepairProgress) => void;
}

export type RepairResult =
  | ({
      readonly status: 'repaired';
      readonly chosen: RepairStep;
      /** Each with more moves than the one before, and better; the chosen one among them. */
      readonly steps: readonly RepairStep[];
      /** Fewer people than that cannot move, or, where it is not proved, were not found to do. */
      readonly fewest: number;
      readonly isProved: boolean;
      readonly proposals: number;
    } & RepairTrace)
  /** Proved: no groups of these sizes keep the hard rules, whoever moves. */
  | { readonly status: 'impossible' }
  /** So many people have to move at least. */
  | { readonly status: 'too-few-moves'; readonly fewest: number; readonly isProved: boolean }
  /** It was neither found nor excluded that the hard rules can be kept. */
  | { readonly status: 'unknown' }
  /** Cut short before groups were known that keep the hard rules within the moves allowed. */
  | ({ readonly status: 'cut' } & RepairTrace);

/** Annealings for each number of moves unless the request says otherwise. */
export const USUAL_ROUNDS = 3;

/** Moves beyond the fewest that are compared. */
const BEYOND = [1, 2, 3, 4, 6, 8, 12];

/** What is known of a repair while it is under way. */
interface Known {
  feasible?: FeasibleGroups;
  /** By number of moves allowed, the best so far: each at least as good as the one before. */
  readonly bestOf: Map<number, RepairStep>;
  spent: number;
}

/**
 * The fewest people who have to change groups, exactly where that can be decided; then the best groups for that number, and for some more.
 * Groups keep sizes within their limits, not the sizes they had. Cut short, it gives the best that is known.
 */
export async function repairGroups(request: RepairRequest): Promise<RepairResult> {
  const { module, home, seed, control, until, observe } = request;
  const known: Known = { bestOf: new Map(), spent: 0 };
  const search = createRepairSearch(module, home, seed);
  const course = repairInPieces(request, search, known);
  for (let pieces = 0; ; pieces++) {
    const stopped = cutAt(pieces, until) ?? control?.cut?.();
    if (stopped !== undefined) return cutShort(request, search, known, { pieces, stopped });
    const next = course.next();
    if (next.done === true) {
      const { fewest } = next.value;
      if (fewest.status !== 'found') return { status: fewest.status };
      const { moves, isProved } = fewest;
      if (isTooFew(request, moves)) return { status: 'too-few-moves', fewest: moves, isProved };
      const repaired = summarise(request, search, known, fewest);
      const isBest = isAtBound(repaired.chosen) && !hasSlack(home);
      return { ...repaired, pieces, stopped: isBest ? 'bound' : 'budget' };
    }
    observe?.({ ...chosenOf(request, known), spent: known.spent });
    await control?.pause?.();
  }
}

function cutAt(pieces: number, until: RepairTrace | undefined): Cut | undefined {
  if (until === undefined || until.stopped === 'bound' || until.stopped === 'budget') return undefined;
  return pieces >= until.pieces ? until.stopped : undefined;
}

function cutShort(request: RepairRequest, search: RepairSearch, known: Known, trace: RepairTrace): RepairResult {
  const { feasible, bestOf } = known;
  if (feasible === undefined || isTooFew(request, feasible.moves)) return { status: 'cut', ...trace };
  if (bestOf.size === 0) bestOf.set(feasible.moves, search.stepOf(feasible.groupOf));
  return { ...summarise(request, search, known, feasible), ...trace };
}

function summarise(request: RepairRequest, search: RepairSearch, known: Known, feasible: FeasibleGroups) {
  const steps = worthTheirMoves(known);
  const fewest = Math.min(feasible.moves, steps[0].moves);
  const chosen = lastWithin(steps, request.maxMoves ?? fewest) ?? steps[0];
  const { isProved } = feasible;
  return { status: 'repaired' as const, chosen, steps, fewest, isProved, proposals: search.made() };
}

function chosenOf({ maxMoves }: RepairRequest, known: Known): Pick<RepairProgress, 'chosen'> {
  const chosen = lastWithin(worthTheirMoves(known), maxMoves ?? known.feasible?.moves ?? 0);
  return chosen === undefined ? {} : { chosen };
}

/** The steps that are better than all with fewer moves, or as many. */
function worthTheirMoves({ bestOf }: Known): readonly RepairStep[] {
  const steps: RepairStep[] = [];
  for (const step of [...bestOf.values()].sort((a, b) => a.moves - b.moves || compareSteps(a, b))) {
    const last = steps.at(-1);
    if (last === undefined || compareSteps(step, last) < 0) steps.push(step);
  }
  return steps;
}

function lastWithin(steps: readonly RepairStep[], allowed: number): RepairStep | undefined {
  return steps.findLast(({ moves }) => moves <= allowed);
}

function isTooFew({ maxMoves }: RepairRequest, fewest: number): boolean {
  return maxMoves !== undefined && maxMoves < fewest;
}

/** Whether groups may have other sizes than they must. */
function hasSlack({ least, most }: Home): boolean {
  return least.some((size, group) => size < most[group]);
}

/** The whole repair, yielding between bounded pieces of work; what is found goes to `known`. */
function* repairInPieces(
  { module, home, seed, maxMoves, isCompared, rounds = USUAL_ROUNDS }: RepairRequest,
  search: RepairSearch,
  known: Known,
): Generator<void, { readonly fewest: FewestMoves }> {
  const fewest = yield* findFewestMoves(module, home, seed, (found) => (known.feasible = found));
  if (fewest.status !== 'found') return { fewest };
  const { moves, groupOf } = fewest;
  known.feasible = fewest;
  const allowed = maxMoves ?? moves;
  if (allowed < moves) return { fewest };
  const { bestOf } = known;
  const compared = isCompared ? BEYOND.map((more) => moves + more) : [];
  const limits = [...new Set([moves, ...compared, allowed])].sort((a, b) => a - b);
  bestOf.set(moves, search.stepOf(groupOf));
  yield;
  for (let round = 0; round <= rounds; round++) {
    let last: RepairStep | undefined;
    for (const [index, limit] of limits.entries()) {
      const own = bestOf.get(limit) ?? last;
      const start = own === undefined || (last !== undefined && compareSteps(last, own) < 0) ? last : own;
      if (start === undefined) continue;
      bestOf.set(limit, start);
      last = yield* search.improve(start, limit, round, limit === allowed, (step) => bestOf.set(limit, step));
      known.spent = (round + (index + 1) / limits.length) / (rounds + 1);
    }
  }
  return { fewest };
}
