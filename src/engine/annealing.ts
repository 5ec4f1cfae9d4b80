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
/** So many times its own weight is what has settled priced from then on: lighter terms are to move on the plateau that it leaves. */
const KEEP = 8;
/**
 * Share of its budget that a start takes where heavy terms settle before light ones: each then needs fewer proposals than
 * both at once. The starts of fewer people are short, and need theirs whole.
 */
const APART = { share: 0.7, people: 150 };
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
  budget: granted,
  groupOf,
  isConfined,
  isSettled,
}: AnnealingInput): Search {
  const state = createState(problem, groupOf);
  const proposer = createProposer(problem);
  const scales = typicalWorsenings(problem, state, random);
  const hardPrice = Math.ceil(HARD_WEIGHTS[start % HARD_WEIGHTS.length] * Math.max(1, ...scales));
  const schedule = createSchedule(scales, start);
  const isApart = schedule.isWaiting() && problem.peopleCount >= APART.people;
  const budget = isApart ? Math.ceil(APART.share * granted) : granted;
  if (isSettled) schedule.skip();
  const stageLength = Math.max(1, Math.floor(budget / STAGES));
  let temperature = schedule.temperature();
  let made = 0;
  const incumbent = createIncumbent(state.groupOf);
  let best: Score = { hard: state.hard, soft: state.soft };
  let isOver = false;

  function noteState(): void {
    if (compareScores(state, best) >= 0) return;
    best = { hard: state.hard, soft: state.soft };
    incumbent.mark();
    isOver ||= isAtBound();
  }

  function swap(p: number, q: number): void {
    state.swap(p, q);
    incumbent.record(p, q);
  }

  const isAtBound = () => best.hard <= problem.hardBound && best.soft <= problem.softBound;
  function followSchedule(): void {
    temperature = schedule.temperature();
    const isSettling = schedule.isSettling();
    const joined = new Set(schedule.joined());
    const kept = new Set(schedule.hasSkipped() ? schedule.heavy : []);
    state.weigh(
      state.hardTerms.map(() => hardPrice * (schedule.hasSkipped() ? KEEP : 1)),
      state.softTerms.map((_, index) => (kept.has(index) ? KEEP : joined.has(index) ? 1 : 0)),
      state.guideTerms.map(() => (isSettling ? 1 : 0)),
    );
    proposer.confine(isConfined && isSettling);
    isOver = isAtBound() || schedule.isFrozen();
  }
  followSchedule();

  function endStage(): void {
    schedule.endStage();
    followSchedule();
  }

  const isHeavyAtBound = () =>
    state.hard <= problem.hardBound &&
    schedule.heavy.every((index) => state.softTerms[index].penalty() <= problem.soft[index].bound);

  /** The loss that is accepted this time, drawn before the loss is known. */
  const drawLimit = () => (temperature * THRESHOLDS[random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT;

  function accept(p: number, q: number): void {
    swap(p, q);
    noteState();
    // What has settled is kept from now on: it might be lost again before the stage is over.
    if (!schedule.isWaiting() || !isHeavyAtBound()) return;
    schedule.skip();
    followSchedule();
  }

  /** Several swaps are priced one after the other, all but the last by doing them, and undone when refused. */
  function tryMove(move: Move): void {
    const limit = drawLimit();
    if (move.length === 2) {
      if (!state.loses(move[0], move[1], limit)) accept(move[0], move[1]);
      return;
    }
    const last = move.length - 2;
    let loss = 0;
    for (let i = 0; i < last; i += 2) {
      loss += state.delta(move[i], move[i + 1]);
      swap(move[i], move[i + 1]);
    }
    if (loss + state.delta(move[last], move[last + 1]) <= limit) accept(move[last], move[last + 1]);
    else for (let i = last - 2; i >= 0; i -= 2) swap(move[i], move[i + 1]);
  }

  const isDone = () => isOver || made >= budget || problem.groupSizes.length < 2;
  function step(proposals: number): void {
    const until = Math.min(budget, made + proposals);
    while (made < until && !isDone()) {
      const move = proposer.propose(state, random);
      if (move.length > 0) tryMove(move);
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
