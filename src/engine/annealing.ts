import { mostOf } from '../domain/extremes.js';
import { Incumbent } from './incumbent.js';
import { Proposer, type Move } from './moves.js';
import { compensationCost, findCompensation } from './compensation.js';
import { isMixAlone, type Problem } from './problem.js';
import type { Random } from './random.js';
import { createSchedule, STAGES, type Schedule } from './schedule.js';
import type { Search } from './search.js';
import { State, type Score } from './state.js';
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
/** One in so many swaps that cost too much is tried with one that makes up for it, once the mix has settled. */
const COMPENSATING = 4;

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
export function createAnnealing(input: AnnealingInput): Search {
  return new Annealing(input);
}

// A class, as all that it calls for every proposal: closures of a second annealing would have to be compiled again, and that
// takes a good part of a short one.
class Annealing implements Search {
  readonly #problem: Problem;
  readonly #random: Random;
  readonly #state: State;
  readonly #proposer: Proposer;
  readonly #schedule: Schedule;
  readonly #incumbent: Incumbent;
  readonly #budget: number;
  readonly #stageLength: number;
  readonly #hardPrice: number;
  readonly #isConfined: boolean;
  #temperature: number;
  #made = 0;
  #stageEnd: number;
  /** Proposals that a look at many swaps is worth, still to be counted. */
  #owed = 0;
  #bestHard: number;
  #bestSoft: number;
  readonly #isPlain: boolean;
  #isOver = false;
  #isCompensating = false;

  constructor({ problem, random, start, budget, groupOf, isConfined, isSettled }: AnnealingInput) {
    const state = new State(problem, groupOf);
    this.#problem = problem;
    this.#random = random;
    this.#state = state;
    this.#proposer = new Proposer(problem);
    const scales = typicalWorsenings(problem, state, random);
    this.#hardPrice = Math.ceil(HARD_WEIGHTS[start % HARD_WEIGHTS.length] * mostOf([1, ...scales]));
    this.#schedule = createSchedule(scales, start);
    const isApart = this.#schedule.isWaiting() && problem.peopleCount >= APART.people;
    this.#budget = isApart ? Math.ceil(APART.share * budget) : budget;
    if (isSettled) this.#schedule.skip();
    this.#stageLength = Math.max(1, Math.floor(this.#budget / STAGES));
    this.#stageEnd = this.#stageLength;
    this.#isConfined = isConfined;
    this.#isPlain = isMixAlone(problem);
    this.#incumbent = new Incumbent(groupOf);
    this.#bestHard = state.hard;
    this.#bestSoft = state.soft;
    this.#temperature = this.#schedule.temperature();
    this.#followSchedule();
  }

  proposals(): number {
    return this.#made;
  }

  isDone(): boolean {
    return this.#isOver || this.#made >= this.#budget || this.#problem.groupSizes.length < 2;
  }

  step(proposals: number): void {
    const until = Math.min(this.#budget, this.#made + proposals);
    while (this.#made < until && !this.isDone()) {
      if (this.#owed > 0) {
        // Not beyond the end of a stage, which may be that of all.
        const paid = Math.min(this.#owed, until - this.#made, this.#stageEnd - this.#made);
        this.#owed -= paid;
        this.#count(paid);
        continue;
      }
      const move = this.#proposer.propose(this.#state, this.#random);
      if (move.length > 0) this.#tryMove(move);
      this.#count(1);
    }
  }

  score(): Score {
    return { hard: this.#bestHard, soft: this.#bestSoft };
  }

  groupOf(): Int32Array {
    return this.#incumbent.assignment();
  }

  #count(proposals: number): void {
    this.#made += proposals;
    while (this.#made >= this.#stageEnd) {
      this.#stageEnd += this.#stageLength;
      this.#endStage();
    }
  }

  /** Several swaps are priced one after the other, all but the last by doing them, and undone when refused. */
  #tryMove(move: Move): void {
    const state = this.#state;
    // The loss that is accepted this time, drawn before the loss is known.
    const limit = (this.#temperature * THRESHOLDS[this.#random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT;
    if (move.length === 2) {
      if (!state.loses(move[0], move[1], limit)) this.#accept(move[0], move[1]);
      else if (this.#isCompensating && this.#random.index(COMPENSATING) === 0)
        this.#compensate(move[0], move[1], limit);
      return;
    }
    const last = move.length - 2;
    let loss = 0;
    for (let i = 0; i < last; i += 2) {
      loss += state.delta(move[i], move[i + 1]);
      this.#swap(move[i], move[i + 1]);
    }
    if (loss + state.delta(move[last], move[last + 1]) <= limit) this.#accept(move[last], move[last + 1]);
    else for (let i = last - 2; i >= 0; i -= 2) this.#swap(move[i], move[i + 1]);
  }

  /** A swap that costs too much, with another one that makes up for it. */
  #compensate(p: number, q: number, limit: number): void {
    const state = this.#state;
    const cost = compensationCost(state, p, q);
    if (cost === Infinity) return;
    this.#owed = cost;
    const loss = state.delta(p, q);
    this.#swap(p, q);
    const other = findCompensation(state, p, q, limit - loss);
    if (other === undefined) this.#swap(p, q);
    else this.#accept(other[0], other[1]);
  }

  #accept(p: number, q: number): void {
    this.#swap(p, q);
    this.#noteState();
    // What has settled is kept from now on: it might be lost again before the stage is over.
    if (!this.#schedule.isWaiting() || !this.#isHeavyAtBound()) return;
    this.#schedule.skip();
    this.#followSchedule();
  }

  #swap(p: number, q: number): void {
    this.#state.swap(p, q);
    this.#incumbent.record(p, q);
  }

  #noteState(): void {
    const { hard, soft } = this.#state;
    if (hard > this.#bestHard || (hard === this.#bestHard && soft >= this.#bestSoft)) return;
    this.#bestHard = hard;
    this.#bestSoft = soft;
    this.#incumbent.mark();
    this.#isOver ||= this.#isAtBound();
  }

  #endStage(): void {
    this.#schedule.endStage();
    this.#followSchedule();
  }

  #followSchedule(): void {
    const schedule = this.#schedule;
    const state = this.#state;
    this.#temperature = schedule.temperature();
    const isSettling = schedule.isSettling();
    const joined = new Set(schedule.joined());
    const kept = new Set(schedule.hasSkipped() ? schedule.heavy : []);
    state.weigh(
      state.hardTerms.map(() => this.#hardPrice * (schedule.hasSkipped() ? KEEP : 1)),
      state.softTerms.map((_, index) => (kept.has(index) ? KEEP : joined.has(index) ? 1 : 0)),
      state.guideTerms.map(() => (isSettling ? 1 : 0)),
    );
    this.#isCompensating = !this.#isPlain && !isSettling;
    this.#proposer.confine(this.#isConfined && isSettling);
    this.#isOver = this.#isAtBound() || schedule.isFrozen();
  }

  #isAtBound(): boolean {
    return this.#bestHard <= this.#problem.hardBound && this.#bestSoft <= this.#problem.softBound;
  }

  #isHeavyAtBound(): boolean {
    const { soft, hardBound } = this.#problem;
    const { hard, softTerms } = this.#state;
    return hard <= hardBound && this.#schedule.heavy.every((index) => softTerms[index].penalty() <= soft[index].bound);
  }
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
