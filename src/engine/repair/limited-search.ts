import { createPool, type Pool } from '../../algorithms/pool.js';
import { countMoves } from '../home.js';
import type { Problem } from '../problem.js';
import type { Random } from '../random.js';
import { compareScores, State, type Score } from '../state.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';
import { descend } from './limited-descent.js';

/** Groups of one problem, so many moves from where people were. */
export interface LimitedResult extends Score {
  readonly groupOf: Int32Array;
}

/** Searches the groups of certain sizes that are at most so many moves from where people were. Both yield between bounded pieces of work. */
export interface LimitedSearch {
  /** Does every swap that is better and within the moves, until none is, see {@link descend}. */
  readonly descend: (start: Int32Array, mostMoves: number, random: Random) => Generator<void, LimitedResult>;
  /**
   * Annealing by swaps that keep near the number of moves, then {@link descend}.
   *
   * @param hardPrice price of a hard violation in typical worsenings: at the lower ones people who are tied change places one by one
   */
  readonly anneal: (
    start: Int32Array,
    mostMoves: number,
    random: Random,
    hardPrice: number,
    proposals: number,
  ) => Generator<void, LimitedResult>;
  /** Proposals made so far, by both. */
  readonly made: () => number;
}

/** Temperatures of an annealing as shares of a typical worsening, from the first stage to the last. */
const HOT = 0.6;
const COOLING = 0.9;
const STAGES = 50;
/** Moves beyond those allowed that an annealing may pass through, and the price of each: several people may have to change places at once. */
const BEYOND = 2;
const MOVE_PRICE = 0.5;
const SAMPLE = 200;
/** Of the exchanges drawn, one in two has somebody who is not at home, and one in three of those brings them back there. */
const AWAY = 2;
const BACK = 3;
/** Proposals between two yields: some milliseconds. */
const PIECE = 20_000;
/** Any violation of a hard rule outweighs all of the soft penalty: to compare gains with. */
const HARD = Number.MAX_SAFE_INTEGER;
const NOBODY = new Int32Array(0);

export function createLimitedSearch(problem: Problem, homeOf: Int32Array): LimitedSearch {
  const people = problem.peopleCount;
  const isAway = (p: number, group: number) => (homeOf[p] >= 0 && homeOf[p] !== group ? 1 : 0);
  let made = 0;

  /** Moves that there would be if two people of different groups changed places. */
  function movesAfter(groupOf: Int32Array, moves: number, p: number, q: number): number {
    const [from, to] = [groupOf[p], groupOf[q]];
    return moves - isAway(p, from) - isAway(q, to) + isAway(p, to) + isAway(q, from);
  }

  function* descendFrom(start: Int32Array, mostMoves: number, random: Random): Generator<void, LimitedResult> {
    const state = new State(problem, start.slice());
    state.weigh(
      problem.hard.map(() => 0),
      problem.soft.map(() => 1),
      problem.guides.map(() => 0),
    );
    const { groupOf, members, groupStart } = state;
    const loose = findLoose(homeOf, groupOf);
    const hasHard = problem.hard.length > 0;
    let { hard } = state;
    let moves = countMoves(homeOf, groupOf);
    let unpaid = 0;
    const isWithin = (p: number, q: number) =>
      groupOf[p] !== groupOf[q] && movesAfter(groupOf, moves, p, q) <= mostMoves;
    const gain = (p: number, q: number, before = 0) => {
      if (!isWithin(p, q)) return undefined;
      unpaid++;
      const soft = state.delta(p, q);
      if (soft + before >= 0 && hard <= problem.hardBound) return undefined;
      const whole = (hasHard ? HARD * state.hardDelta(p, q) : 0) + soft;
      return whole + before < 0 ? whole : undefined;
    };
    const score = () => ({ hard: state.hard, soft: state.soft });
    const swap = (p: number, q: number) => {
      moves = movesAfter(groupOf, moves, p, q);
      state.swap(p, q);
      ({ hard } = state);
      loose.set(p, homeOf[p] !== groupOf[p]);
      loose.set(q, homeOf[q] !== groupOf[q]);
    };
    const homemates = (p: number) =>
      homeOf[p] < 0 ? NOBODY : members.slice(groupStart[homeOf[p]], groupStart[homeOf[p] + 1]);
    const isTired = () => {
      if (unpaid < PIECE) return false;
      made += unpaid;
      unpaid = 0;
      return true;
    };
    yield* descend(
      { people, loose, homemates, spare: () => mostMoves - moves, isWithin, gain, swap, score, isTired },
      random,
    );
    made += unpaid;
    return { hard: state.hard, soft: state.soft, groupOf };
  }

  function* anneal(
    start: Int32Array,
    mostMoves: number,
    random: Random,
    hardPrice: number,
    proposals: number,
  ): Generator<void, LimitedResult> {
    const state = new State(problem, start.slice());
    const { groupOf, members, groupStart } = state;
    const scale = typicalWorsening(state, random);
    const price = Math.ceil(hardPrice * scale);
    const movePrice = Math.ceil(MOVE_PRICE * scale);
    state.weigh(
      problem.hard.map(() => price),
      problem.soft.map(() => 1),
      problem.guides.map(() => 0),
    );
    let moves = countMoves(homeOf, groupOf);
    const isLoose = (p: number) => homeOf[p] !== groupOf[p];
    const loose = findLoose(homeOf, groupOf);
    const length = Math.max(1, Math.floor(proposals / STAGES));
    let temperature = HOT * scale;
    let best: Score = { hard: state.hard, soft: state.soft };
    /** The swaps since the best, to be undone in the end. */
    const since: number[] = [];
    const propose = () => {
      const isFromLoose = loose.count() > 0 && random.index(AWAY) === 0;
      const p = isFromLoose ? loose.at(random.index(loose.count())) : random.index(people);
      const home = homeOf[p];
      const isBack = home >= 0 && home !== groupOf[p] && random.index(BACK) === 0;
      const q = isBack
        ? members[groupStart[home] + random.index(groupStart[home + 1] - groupStart[home])]
        : random.index(people);
      if (groupOf[p] === groupOf[q]) return;
      const then = movesAfter(groupOf, moves, p, q);
      if (then > mostMoves + BEYOND) return;
      const excess = Math.max(0, then - mostMoves) - Math.max(0, moves - mostMoves);
      const limit = (temperature * THRESHOLDS[random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT - excess * movePrice;
      if (state.loses(p, q, limit)) return;
      state.swap(p, q);
      since.push(p, q);
      moves = then;
      loose.set(p, isLoose(p));
      loose.set(q, isLoose(q));
      if (moves > mostMoves) return;
      const { hard, soft } = state;
      if (compareScores({ hard, soft }, best) >= 0) return;
      best = { hard, soft };
      since.length = 0;
    };
    for (let tried = 1; tried <= proposals; tried++) {
      if (tried % length === 0) temperature *= COOLING;
      propose();
      if (tried % PIECE === 0) {
        made += PIECE;
        yield;
      }
    }
    made += proposals % PIECE;
    while (since.length > 0) state.swap(since.pop() ?? 0, since.pop() ?? 0);
    return yield* descendFrom(groupOf, mostMoves, random);
  }

  return { descend: descendFrom, anneal, made: () => made };
}

/** The people who are not in a home of theirs: those who are elsewhere, and all who have none. */
function findLoose(homeOf: Int32Array, groupOf: Int32Array): Pool {
  const loose = createPool(homeOf.length);
  for (let p = 0; p < homeOf.length; p++) loose.set(p, homeOf[p] !== groupOf[p]);
  return loose;
}

/** The mean worsening of the swaps that worsen the soft penalty, over a random sample; at least 1. */
function typicalWorsening(state: State, random: Random): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const p = random.index(state.groupOf.length);
    const q = random.index(state.groupOf.length);
    if (state.groupOf[p] === state.groupOf[q]) continue;
    const delta = state.softDelta(p, q);
    if (delta <= 0) continue;
    sum += delta;
    count++;
  }
  return count === 0 ? 1 : Math.max(1, sum / count);
}
