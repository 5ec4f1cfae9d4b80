import { createIncumbent } from './incumbent.js';
import { createProposer, type Move } from './moves.js';
import type { Problem } from './problem.js';
import type { Random } from './random.js';
import { createSchedule, STAGES } from './schedule.js';
import type { Search } from './search.js';
import { compareScores, createState, type Score, type State } from './state.js';
import { THRESHOLDS, THRESHOLD_UNIT } from './thresholds.js';

/**
 * One hard violation weighs as many mean worsenings: by start, in turn. A light weight lets a start cross the barriers
 * between valid lists that a heavy one never would; a heavy one seldom leaves them.
 */
const HARD_WEIGHTS = [12, 4, 12, 1];
const SAMPLE = 200;

/** What one annealing works on. */
export interface AnnealingInput {
  readonly problem: Problem;
  readonly random: Random;
  /** Number of the start: heats and the price of hard violations differ from start to start. */
  readonly start: number;
  /** Most proposals. */
  readonly budget: number;
  /** Where to begin; taken over. */
  readonly groupOf: Int32Array;
  /** Whether exchanges stay within groups of one size while the mix settles. */
  readonly isConfined: boolean;
  /** Whether the mix is at its best already, so that only lighter terms are left to settle. */
  readonly isSettled: boolean;
}

/**
 * Simulated annealing by swaps (Kirkpatrick, Gelatt and Vecchi 1983). Hard violations are priced at a fixed multiple of a
 * typical swap, so that the search can pass through invalid assignments; the best one met is kept by the exact order of
 * scores. Light terms join when the temperature comes down to their scale, see {@link createSchedule}.
 */
export function createAnnealing({
  problem,
  random,
  start,
  budget,
  groupOf,
  isConfined,
  isSettled,
}: AnnealingInput): Search {
  const state = createState(problem, groupOf);
  const proposer = createProposer(problem);
  const scales = typicalWorsenings(problem, state, random);
  const hardPrice = HARD_WEIGHTS[start % HARD_WEIGHTS.length] * Math.max(1, ...scales);
  const schedule = createSchedule(scales, start);
  if (isSettled) schedule.skip();
  const stageLength = Math.max(1, Math.floor(budget / STAGES));
  let temperature = schedule.temperature();
  let made = 0;
  const incumbent = createIncumbent(state.groupOf);
  let best: Score = { hard: state.hard, soft: state.soft };

  const isAtBound = () => best.hard <= problem.hardBound && best.soft <= problem.softBound;
  const isDone = () => made >= budget || problem.groupSizes.length < 2 || isAtBound() || schedule.isFrozen();

  function noteState(): void {
    if (compareScores(state, best) >= 0) return;
    best = { hard: state.hard, soft: state.soft };
    incumbent.mark();
  }

  function swap(p: number, q: number): void {
    state.swap(p, q);
    incumbent.record(p, q);
  }

  const activePenalty = () => state.activeTerms.reduce((sum, term) => sum + term.penalty, 0);
  function followSchedule(): void {
    temperature = schedule.temperature();
    const joined = schedule.joined().map((index) => state.softTerms[index]);
    state.activeTerms = schedule.isSettling() ? [...joined, ...state.guideTerms] : joined;
    proposer.confine(isConfined && schedule.isSettling());
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
    swap(p, q);
    noteState();
  }

  /** Several swaps are priced by doing them, and undone when refused. */
  function tryMove(move: Move): void {
    const before = { hard: state.hard, soft: activePenalty() };
    for (let i = 0; i < move.length; i += 2) swap(move[i], move[i + 1]);
    if (accepts((state.hard - before.hard) * hardPrice + activePenalty() - before.soft)) noteState();
    else for (let i = move.length - 2; i >= 0; i -= 2) swap(move[i], move[i + 1]);
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
    score: () => best,
    groupOf: () => incumbent.assignment(),
  };
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
