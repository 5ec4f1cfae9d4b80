import { countMoves } from '../home.js';
import type { Problem } from '../problem.js';
import { createRandom, type Random } from '../random.js';
import { State, type Score } from '../state.js';
import { THRESHOLDS, THRESHOLD_UNIT } from '../thresholds.js';

export interface LimitedSearchInput {
  /** With the sizes that the groups are to have. */
  readonly problem: Problem;
  /** By person, the group to stay in; −1 for those who have none. */
  readonly homeOf: Int32Array;
  /** Most people with a home who may be elsewhere: no fewer than are in `groupOf`. */
  readonly mostMoves: number;
  /** Where to begin. */
  readonly groupOf: Int32Array;
  readonly seed: string;
  /** Proposals of one annealing. */
  readonly proposals: number;
  /** Annealings, each from the best assignment so far. */
  readonly rounds: number;
}

export interface LimitedSearchResult extends Score {
  readonly groupOf: Int32Array;
  /** Proposals made. */
  readonly proposals: number;
}

/** Temperatures of an annealing as shares of a typical worsening, from the first stage to the last. */
const HOT = 0.6;
const COOLING = 0.9;
const STAGES = 50;
/** Price of a hard violation in typical worsenings, by annealing in turn: at the lower ones people who are tied change places one by one. */
const HARD_PRICES = [4, 1, 2];
/** Moves beyond those allowed that an annealing may pass through, and the price of each: several people may have to change places at once. */
const BEYOND = 2;
const MOVE_PRICE = 0.5;
const SAMPLE = 200;
/** Of the exchanges drawn, one in two has somebody who is not at home, and one in three of those brings them back there. */
const AWAY = 2;
const BACK = 3;

/**
 * The best assignment that is at most so many moves from where people were: annealing by swaps that keep near that number, then descent over all
 * pairs. Most people stay, so that the neighbourhood is small and a few rounds go through what there is.
 */
export function searchLimited(input: LimitedSearchInput): LimitedSearchResult {
  const { problem, seed, rounds } = input;
  let best = descendLimited(input, input.groupOf);
  let made = best.proposals;
  for (let round = 0; round < rounds && !isAtBound(problem, best); round++) {
    const annealed = annealLimited(
      input,
      best.groupOf,
      createRandom(`${seed}/repair/${input.mostMoves}/${round}`),
      HARD_PRICES[round % HARD_PRICES.length],
    );
    const found = descendLimited(input, annealed);
    made += input.proposals + found.proposals;
    if (found.hard < best.hard || (found.hard === best.hard && found.soft < best.soft)) best = found;
  }
  return { ...best, proposals: made };
}

function isAtBound({ hardBound, softBound }: Problem, { hard, soft }: Score): boolean {
  return hard <= hardBound && soft <= softBound;
}

function annealLimited(
  { problem, homeOf, mostMoves, proposals }: LimitedSearchInput,
  start: Int32Array,
  random: Random,
  hardPrice: number,
): Int32Array {
  const state = new State(problem, start.slice());
  const { groupOf, members, groupStart } = state;
  const people = problem.peopleCount;
  const scale = typicalWorsening(state, random);
  const price = Math.ceil(hardPrice * scale);
  const movePrice = Math.ceil(MOVE_PRICE * scale);
  state.weigh(
    problem.hard.map(() => price),
    problem.soft.map(() => 1),
    problem.guides.map(() => 0),
  );
  const isAway = (p: number, group: number) => (homeOf[p] >= 0 && homeOf[p] !== group ? 1 : 0);
  let moves = countMoves(homeOf, groupOf);
  const loose = looseList(homeOf, groupOf);
  const length = Math.max(1, Math.floor(proposals / STAGES));
  let temperature = HOT * scale;
  let best = { hard: state.hard, soft: state.soft, groupOf: groupOf.slice() };
  for (let made = 1; made <= proposals; made++) {
    if (made % length === 0) temperature *= COOLING;
    const isLoose = loose.count() > 0 && random.index(AWAY) === 0;
    const p = isLoose ? loose.draw(random) : random.index(people);
    const home = homeOf[p];
    const isBack = home >= 0 && home !== groupOf[p] && random.index(BACK) === 0;
    const q = isBack
      ? members[groupStart[home] + random.index(groupStart[home + 1] - groupStart[home])]
      : random.index(people);
    const [from, to] = [groupOf[p], groupOf[q]];
    if (from === to) continue;
    const then = moves - isAway(p, from) - isAway(q, to) + isAway(p, to) + isAway(q, from);
    if (then > mostMoves + BEYOND) continue;
    const excess = Math.max(0, then - mostMoves) - Math.max(0, moves - mostMoves);
    const limit = (temperature * THRESHOLDS[random.index(THRESHOLDS.length)]) / THRESHOLD_UNIT - excess * movePrice;
    if (state.loses(p, q, limit)) continue;
    state.swap(p, q);
    moves = then;
    loose.update(p);
    loose.update(q);
    if (moves > mostMoves) continue;
    if (state.hard < best.hard || (state.hard === best.hard && state.soft < best.soft))
      best = { hard: state.hard, soft: state.soft, groupOf: groupOf.slice() };
  }
  return best.groupOf;
}

/** Does every swap that is better and within the moves, until none is. */
function descendLimited({ problem, homeOf, mostMoves }: LimitedSearchInput, start: Int32Array): LimitedSearchResult {
  const state = new State(problem, start.slice());
  const { groupOf } = state;
  const isAway = (p: number, group: number) => (homeOf[p] >= 0 && homeOf[p] !== group ? 1 : 0);
  let moves = countMoves(homeOf, groupOf);
  let made = 0;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (let p = 0; p < groupOf.length; p++) {
      for (let q = p + 1; q < groupOf.length; q++) {
        const [from, to] = [groupOf[p], groupOf[q]];
        if (from === to) continue;
        const then = moves - isAway(p, from) - isAway(q, to) + isAway(p, to) + isAway(q, from);
        if (then > mostMoves) continue;
        made++;
        const hard = state.hardDelta(p, q);
        if (hard > 0 || (hard === 0 && state.softDelta(p, q) >= 0)) continue;
        state.swap(p, q);
        moves = then;
        isBetter = true;
      }
    }
  }
  return { hard: state.hard, soft: state.soft, groupOf: groupOf.slice(), proposals: made };
}

/** The people who are not in a home: of those without one, all. */
function looseList(homeOf: Int32Array, groupOf: Int32Array) {
  const list: number[] = [];
  const placeOf = new Int32Array(homeOf.length).fill(-1);
  const update = (p: number) => {
    const isLoose = homeOf[p] < 0 || homeOf[p] !== groupOf[p];
    if (isLoose === placeOf[p] >= 0) return;
    if (isLoose) {
      placeOf[p] = list.length;
      list.push(p);
      return;
    }
    const last = list.pop() ?? p;
    if (last !== p) {
      list[placeOf[p]] = last;
      placeOf[last] = placeOf[p];
    }
    placeOf[p] = -1;
  };
  for (let p = 0; p < homeOf.length; p++) update(p);
  return { count: () => list.length, draw: (random: Random) => list[random.index(list.length)], update };
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
