import { constructAssignment } from './construct.js';
import { createProposer, type Move } from './moves.js';
import type { Problem } from './problem.js';
import { createRandom, type Random } from './random.js';
import { createSchedule, STAGES } from './schedule.js';
import { createState, type Score, type State } from './state.js';
import { THRESHOLDS, THRESHOLD_UNIT } from './thresholds.js';

/** One start of the search, advanced in steps: the path does not depend on how the steps are cut. */
export interface Search {
  /** Proposals made so far. */
  readonly proposals: () => number;
  readonly isDone: () => boolean;
  /** Makes up to `proposals` more; stops early when the bound is reached or the budget spent. */
  readonly step: (proposals: number) => void;
  /** The best assignment met. The array must not be changed. */
  readonly best: () => Score & { readonly groupOf: Int32Array };
}

/**
 * One hard violation weighs as many mean worsenings: by start, in turn. A light weight lets a start cross the barriers
 * between valid lists that a heavy one never would; a heavy one seldom leaves them.
 */
const HARD_WEIGHTS = [12, 4, 12, 1];
const SAMPLE = 200;
/** Proposals per person for settling who sits in a group of which size. */
const SIZE_PROPOSALS = 3_000;

/**
 * Simulated annealing by swaps (Kirkpatrick, Gelatt and Vecchi 1983) from a constructed start. Hard violations are priced
 * at a fixed multiple of a typical swap, so that the search can pass through invalid assignments; the best one met is kept
 * by the exact order of scores. Light terms join when the temperature comes down to their scale, see {@link createSchedule}.
 * Two starts in four settle first who sits in a group of which size, see {@link mergeSizes}.
 */
export function createSearch(problem: Problem, seed: string, start: number, budget: number): Search {
  const random = createRandom(`${seed}/${start}`);
  const sizeClassOf = start % 4 < 2 ? settleSizes(problem, seed, start) : undefined;
  const state = createState(problem, constructAssignment(problem, random, sizeClassOf));
  const proposer = createProposer(problem);
  const scales = typicalWorsenings(problem, state, random);
  const hardPrice = HARD_WEIGHTS[start % HARD_WEIGHTS.length] * Math.max(1, ...scales);
  const schedule = createSchedule(scales, start);
  const stageLength = Math.max(1, Math.floor(budget / STAGES));
  let temperature = schedule.temperature();
  let made = 0;
  let best: Score & { groupOf: Int32Array } = { hard: state.hard, soft: state.soft, groupOf: state.groupOf.slice() };
  let isBetter = false;

  const isAtBound = () => best.hard <= problem.hardBound && best.soft <= problem.softBound;
  const isDone = () => made >= budget || problem.groupSizes.length < 2 || isAtBound() || schedule.isFrozen();

  function keepBest(): void {
    best = { hard: state.hard, soft: state.soft, groupOf: state.groupOf.slice() };
    isBetter = false;
  }

  function noteState(): void {
    isBetter = state.hard < best.hard || (state.hard === best.hard && state.soft < best.soft);
    if (isBetter && state.hard <= problem.hardBound && state.soft <= problem.softBound) keepBest();
  }

  const activePenalty = () => state.activeTerms.reduce((sum, term) => sum + term.penalty, 0);
  function followSchedule(): void {
    temperature = schedule.temperature();
    state.activeTerms = schedule.joined().map((index) => state.softTerms[index]);
    proposer.confine(sizeClassOf !== undefined && schedule.isSettling());
  }
  followSchedule();

  function endStage(): void {
    schedule.endStage();
    const cannotImprove = schedule
      .joined()
      .every((index) => state.softTerms[index].penalty <= problem.soft[index].bound);
    if (cannotImprove && state.hard <= problem.hardBound) schedule.skip();
    followSchedule();
  }

  function accepts(worsening: number): boolean {
    if (worsening <= 0) return true;
    return worsening * THRESHOLD_UNIT <= temperature * THRESHOLDS[random.index(THRESHOLDS.length)];
  }

  function trySwap(p: number, q: number): void {
    const soft = state.softDelta(p, q);
    const hard = problem.hard.length === 0 ? 0 : state.hardDelta(p, q);
    if (!accepts(hard * hardPrice + soft)) return;
    // A plateau counts as leaving: which of its assignments is kept must not depend on when somebody asks for the best.
    const isLeaving = hard > 0 || (hard === 0 && (soft >= 0 || state.activeTerms.length < state.softTerms.length));
    if (isBetter && isLeaving) keepBest();
    state.swap(p, q);
    noteState();
  }

  /** Several swaps are priced by doing them, and undone when refused. */
  function tryMove(move: Move): void {
    const before = { hard: state.hard, soft: activePenalty() };
    if (isBetter) keepBest();
    for (let i = 0; i < move.length; i += 2) state.swap(move[i], move[i + 1]);
    if (accepts((state.hard - before.hard) * hardPrice + activePenalty() - before.soft)) noteState();
    else for (let i = move.length - 2; i >= 0; i -= 2) state.swap(move[i], move[i + 1]);
  }

  function step(proposals: number): void {
    const until = Math.min(budget, made + proposals);
    while (made < until && !isDone()) {
      const move = proposer.propose(state, random);
      if (move.length === 2) trySwap(move[0], move[1]);
      else if (move.length > 2) tryMove(move);
      made++;
      if (made % stageLength === 0) endStage();
    }
  }

  return {
    proposals: () => made,
    isDone,
    step,
    best: () => {
      if (isBetter) keepBest();
      return best;
    },
  };
}

/** Who is to sit in a group of which size, settled on the merged problem; `undefined` where that would not help. */
function settleSizes({ merged }: Problem, seed: string, start: number): Int32Array | undefined {
  if (merged === undefined) return undefined;
  const budget = merged.peopleCount * SIZE_PROPOSALS;
  const search = createSearch(merged, `${seed}/sizes`, start, budget);
  search.step(budget);
  const { hard, groupOf } = search.best();
  return hard > merged.hardBound ? undefined : groupOf;
}

/** By soft term, the mean worsening of the swaps that worsen it, over a random sample; 0 when none does. */
function typicalWorsenings(problem: Problem, state: State, random: Random): readonly number[] {
  const sums = state.softTerms.map(() => 0);
  const counts = state.softTerms.map(() => 0);
  for (let i = 0; i < SAMPLE; i++) {
    const p = random.index(problem.peopleCount);
    const q = random.index(problem.peopleCount);
    if (state.groupOf[p] === state.groupOf[q]) continue;
    state.softTerms.forEach((term, index) => {
      const delta = term.delta(p, q);
      if (delta <= 0) return;
      sums[index] += delta;
      counts[index]++;
    });
  }
  return sums.map((sum, index) => (counts[index] === 0 ? 0 : sum / counts[index]));
}
