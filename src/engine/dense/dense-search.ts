import { createRandom, type Random } from '../random.js';
import { anneal, type Annealed } from './annealing.js';
import { crossGroups } from './crossover.js';
import type { DenseProblem } from './dense-problem.js';
import { createDenseState, type DenseState } from './dense-state.js';
import { createElite } from './elite.js';
import { dealAtRandom, drawSizes } from './group-sizes.js';
import { createRowScan } from './row-scan.js';

/** One start of the search, advanced in steps: the path does not depend on how the steps are cut. */
export interface DenseSearch {
  /** Proposals made so far. */
  readonly proposals: () => number;
  readonly isDone: () => boolean;
  /** Makes at least `proposals` more, to the end of a pass over all moves; stops early when the budget is spent. */
  readonly step: (proposals: number) => void;
  /** The best assignment met. The array must not be changed. */
  readonly best: () => Annealed;
}

/**
 * Where coolings begin and end, and where one goes on from a crossing, as shares of the standard deviation of what a random
 * exchange gains. Weights without structure freeze all at once in the upper window; distances of points in space, of which
 * most exchanges are nearly worthless, settle far below it.
 */
const WINDOWS = [
  { hot: 0.16, cold: 0.08, warm: 0.125 },
  { hot: 0.06, cold: 0.005, warm: 0.03 },
];
/** Share of the budget for finding out which window suits. */
const PILOT = 0.03;
/** Coolings from fresh starts before the first crossing. */
const FRESH = 4;
/** Passes of a cooling: the square root of all there are, times n², over this; found by trial at 120, 240 and 480 people. */
const PASS_SCALE = 2_400;
const LEAST_PASSES = 20;
const SAMPLE = 2_000;

/**
 * Annealing from many starts, by passes over all moves ({@link createRowScan}), in turn with group-wise crossings of the best
 * assignments so far ({@link crossGroups}). The length of a cooling grows with the square root of the budget, so that a
 * larger one buys both longer coolings and more of them.
 */
export function createDenseSearch(problem: DenseProblem, seed: string, start: number, budget: number): DenseSearch {
  const random = createRandom(`${seed}/${start}`);
  const n = problem.weights.peopleCount;
  const state = createDenseState(problem);
  const scan = createRowScan(problem, random);
  const elite = createElite();
  const usual = sumOfAllPairs(state, problem) < 0 ? 'fewest' : 'most';
  const dealSizes = (wish: 'fewest' | 'most') => dealAtRandom(drawSizes(problem, n, wish, random), random);
  state.load(dealSizes(usual));
  let spread = spreadOfGains(state, problem, random);
  // The sizes that hold the most pairs may put everyone in one group, where nobody can be exchanged and all deals are one.
  const isLumped = spread === 0;
  if (isLumped) {
    state.load(dealSizes('fewest'));
    spread = spreadOfGains(state, problem, random);
  }
  const unit = Math.max(1, spread);
  const deal = () => dealSizes(isLumped && random.index(2) === 0 ? 'fewest' : usual);
  let made = 0;
  let best: Annealed = { value: state.value(), groupOf: state.groupOf.slice() };

  function* run(hot: number, cold: number, passes: number): Generator<void, Annealed> {
    const spend = (proposals: number) => {
      made += proposals;
      if (state.value() > best.value) best = { value: state.value(), groupOf: state.groupOf.slice() };
    };
    return yield* anneal({ state, scan, random, hot: hot * unit, cold: cold * unit, passes, spend });
  }

  function* search(): Generator<void, void> {
    const allPasses = Math.max(1, Math.floor(budget / Math.max(1, n * n)));
    let window = WINDOWS[0];
    let leader = -Infinity;
    for (const candidate of WINDOWS) {
      state.load(deal());
      const found = yield* run(candidate.hot, candidate.cold, Math.ceil(allPasses * PILOT));
      if (found.value > leader) [window, leader] = [candidate, found.value];
    }
    const length = Math.max(LEAST_PASSES, Math.ceil((Math.sqrt(allPasses) * n * n) / PASS_SCALE));
    for (let round = 0; ; round++) {
      // A cooling that the budget would cut in its hot part is worth nothing: the last one is as long as what is left.
      const left = Math.max(1, Math.floor((budget - made) / (n * n)));
      const isCrossing = round >= FRESH && round % 2 === 1 && elite.size() >= 2;
      const wanted = isCrossing ? Math.ceil(length / 2) : length;
      const passes = left < 2 * wanted ? left : wanted;
      state.load(isCrossing ? crossGroups(problem, elite.draw(random), random) : deal());
      elite.admit(yield* run(isCrossing ? window.warm : window.hot, window.cold, passes));
    }
  }

  const steps = search();
  const isDone = () => made >= budget || problem.least.length < 2;
  return {
    proposals: () => made,
    isDone,
    step: (proposals) => {
      const until = made + proposals;
      while (made < until && !isDone()) steps.next();
    },
    best: () => best,
  };
}

/** What all pairs weigh together: whether a pair adds to the value or takes from it, on average. */
function sumOfAllPairs(state: DenseState, { weights, least }: DenseProblem): number {
  if (least.length === 0) return 0;
  state.load(new Int32Array(weights.peopleCount));
  return state.value();
}

/** The standard deviation of what an exchange of two random people gains, over a sample; at least 1, or 0 where none was met. */
function spreadOfGains(state: DenseState, { weights }: DenseProblem, random: Random): number {
  const { affinity, own, groupOf } = state;
  const n = weights.peopleCount;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i < SAMPLE; i++) {
    const p = random.index(n);
    const q = random.index(n);
    if (groupOf[p] === groupOf[q]) continue;
    const gain =
      affinity[groupOf[q] * n + p] + affinity[groupOf[p] * n + q] - own[p] - own[q] - 2 * weights.between(p, q);
    sum += gain;
    squares += gain * gain;
    count++;
  }
  if (count === 0) return 0;
  const mean = sum / count;
  return Math.max(1, Math.sqrt(Math.max(0, squares / count - mean * mean)));
}
