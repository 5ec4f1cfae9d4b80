import { createAnnealing } from './annealing.js';
import { constructAssignment } from './construct.js';
import type { Meetings } from './meetings.js';
import { createDescent } from './descent.js';
import { createMixSearch } from './mix/mix-search.js';
import { createParting } from './parting.js';
import { isMixAlone, type Problem } from './problem.js';
import { createRandom, type Random } from './random.js';
import { compareScores, type Score } from './state.js';

/** One start of the search, advanced in steps: the path does not depend on how the steps are cut. */
export interface Search {
  /** Proposals made so far. */
  readonly proposals: () => number;
  readonly isDone: () => boolean;
  /** Makes up to `proposals` more; stops early when the bound is reached or the budget spent. */
  readonly step: (proposals: number) => void;
  /** Of the best assignment met. */
  readonly score: () => Score;
  /** The best assignment met, as an array of its own. */
  readonly groupOf: () => Int32Array;
}

/** Above so many people the mix is settled by its own search, whatever else is asked: annealing would take too long. */
const LARGE = 5_000;
/** Above so many, parting those who have met settles what the mix leaves open. */
const MANY = 1_000;
/** Proposals per person of a round, or half the budget where that is more. */
const ROUND = 4_000;
/** What a round costs of the budget at least: beyond its proposals, it settles sizes anew. */
const LEAST_ROUND = 500;
/** Heat of each round of the mix search in turn, see {@link createMixSearch}; then a round of annealing, for what it misses. */
const HEATS = [0, 0.225, 0.175];
/** Most people of whom all pairs are tried at the end. */
const MOST_DESCENT = 1_000;
/** Proposals per person of one attempt to settle who sits in a group of which size, and attempts. */
const SIZE_PROPOSALS = 500;
const SIZE_ATTEMPTS = 8;

/**
 * One start. Where nothing but the mix is asked for, rounds of the mix search, and now and then of annealing, until the
 * bound is reached or the budget spent; otherwise annealing over all terms, in large cohorts from where a mix search ends.
 */
export function createSearch(problem: Problem, seed: string, start: number, budget: number): Search {
  const random = createRandom(`${seed}/${start}`);
  const isPlain = isMixAlone(problem);
  if (isPlain && problem.balanceOptimum === undefined) {
    // Who sits in which size is settled by what sizes can share out, which the best groups of a small cohort need not follow.
    const firstTurn = start >= 2 && start % 2 === 1 && problem.peopleCount <= LARGE ? HEATS.length : 0;
    return inTurn(problem, budget, (left, round) => {
      const proposals = Math.min(left, Math.max(ROUND * problem.peopleCount, Math.floor(budget / 2)));
      const turn = (round + firstTurn) % (HEATS.length + 1);
      if (turn < HEATS.length) return createMixSearch(problem, random, proposals, HEATS[turn]);
      return problem.peopleCount > LARGE ? undefined : annealAll(problem, random, seed, start + round, proposals);
    });
  }
  const { isBalanced, peopleCount, themesFirst, meetings } = problem;
  // With wishes or weighted rules beside them, the mix is first settled alone only where annealing would take too long.
  const many = problem.soft.length === 2 && isBalanced ? MANY : LARGE;
  if (meetings !== undefined && peopleCount > many)
    return searchManyWhoMet({ ...problem, meetings }, random, start, budget);
  // A constructed start is better than what the mix search would settle: it is the best mix, or weighs places too.
  const isConstructed = isPlain || themesFirst !== undefined;
  if (!isBalanced || peopleCount <= LARGE || isConstructed) return annealAll(problem, random, seed, start, budget);
  return inTurn(problem, budget, (left, round, before) => {
    if (before === undefined) return createMixSearch(problem, random, left, 0);
    if (round > 1) return undefined;
    const isSettled = before.score().hard <= problem.hardBound;
    const groupOf = before.groupOf();
    return createAnnealing({ problem, random, start, budget: left, groupOf, isConfined: false, isSettled });
  });
}

/** A large cohort in which people have met before: the best mix or places first, then those who meet again are parted, then annealing. */
function searchManyWhoMet(
  problem: Problem & { readonly meetings: Meetings },
  random: Random,
  start: number,
  budget: number,
): Search {
  const { isBalanced, balanceOptimum, themesFirst, hardBound } = problem;
  const isConstructed = !isBalanced || balanceOptimum !== undefined || themesFirst !== undefined;
  const part = (left: number, groupOf: Int32Array) => createParting(problem, random, left, groupOf);
  return inTurn(problem, budget, (left, round, before) => {
    const turn = isConstructed ? round + 1 : round;
    if (turn === 0 || before === undefined)
      return turn === 0 ? createMixSearch(problem, random, left, 0) : part(left, constructAssignment(problem, random));
    const groupOf = before.groupOf();
    if (turn === 1) return part(left, groupOf);
    if (turn > 2) return undefined;
    const isSettled = before.score().hard <= hardBound;
    return createAnnealing({ problem, random, start, budget: left, groupOf, isConfined: false, isSettled });
  });
}

/**
 * Searches one after the other, each made when the one before is done; the best of all counts.
 *
 * @param next Makes the search of a round with what is left of the budget, from the best before; `undefined`: no more.
 */
function inTurn(
  problem: Problem,
  budget: number,
  next: (left: number, round: number, before: Search | undefined) => Search | undefined,
): Search {
  let made = 0;
  let spent = 0;
  let round = 0;
  let best: Search | undefined;
  let current = next(budget, round, undefined);
  const isBest = () =>
    current !== undefined && (best === undefined || compareScores(current.score(), best.score()) < 0);
  const leader = () => (isBest() ? current : best);
  const isAtBound = () => {
    const { hard, soft } = leader()?.score() ?? { hard: Infinity, soft: Infinity };
    return hard <= problem.hardBound && soft <= problem.softBound;
  };
  const isDone = () => current === undefined || isAtBound();
  return {
    proposals: () => made + (current?.proposals() ?? 0),
    isDone,
    step: (proposals) => {
      let left = proposals;
      while (left > 0 && current !== undefined && !isAtBound()) {
        const before = current.proposals();
        current.step(left);
        left -= current.proposals() - before;
        if (!current.isDone() || isAtBound()) continue;
        if (isBest()) best = current;
        made += current.proposals();
        spent += Math.max(current.proposals(), LEAST_ROUND * problem.peopleCount);
        current = spent >= budget ? undefined : next(budget - spent, ++round, best);
      }
    },
    score: () => leader()?.score() ?? { hard: Infinity, soft: Infinity },
    groupOf: () => leader()?.groupOf() ?? new Int32Array(problem.peopleCount),
  };
}

/** Annealing over all terms. Two starts in four settle first who sits in a group of which size, see `mergeSizes`. */
function annealAll(problem: Problem, random: Random, seed: string, start: number, budget: number): Search {
  const sizeClassOf = start % 4 < 2 ? settleSizes(problem, seed, start) : undefined;
  const groupOf = constructAssignment(problem, random, sizeClassOf);
  const isConfined = sizeClassOf !== undefined;
  const annealing = createAnnealing({ problem, random, start, budget, groupOf, isConfined, isSettled: false });
  return problem.peopleCount > MOST_DESCENT ? annealing : endInDescent(problem, annealing);
}

/** A search, and then every exchange that still betters its best: nobody is to find one by hand. */
function endInDescent(problem: Problem, search: Search): Search {
  let descent: Search | undefined;
  const current = () => descent ?? search;
  const isAtBound = () => {
    const { hard, soft } = current().score();
    return hard <= problem.hardBound && soft <= problem.softBound;
  };
  return {
    proposals: () => search.proposals() + (descent?.proposals() ?? 0),
    isDone: () => search.isDone() && (isAtBound() || descent?.isDone() === true),
    step: (proposals) => {
      const before = search.proposals();
      search.step(proposals);
      if (!search.isDone() || isAtBound()) return;
      descent ??= createDescent(problem, search.groupOf(), Infinity);
      descent.step(proposals - (search.proposals() - before));
    },
    score: () => current().score(),
    groupOf: () => current().groupOf(),
  };
}

/**
 * Who is to sit in a group of which size, settled on the merged problem by a few short annealings; `undefined` where that
 * would not help.
 */
function settleSizes({ merged }: Problem, seed: string, start: number): Int32Array | undefined {
  if (merged === undefined) return undefined;
  const budget = merged.peopleCount * SIZE_PROPOSALS;
  let best: Search | undefined;
  const isAtBound = () =>
    best !== undefined && compareScores(best.score(), { hard: merged.hardBound, soft: merged.softBound }) <= 0;
  for (let attempt = 0; attempt < SIZE_ATTEMPTS && !isAtBound(); attempt++) {
    const random = createRandom(`${seed}/sizes/${start}/${attempt}`);
    const groupOf = constructAssignment(merged, random);
    const shared = { problem: merged, random, start: start + attempt, budget, groupOf };
    const search = createAnnealing({ ...shared, isConfined: false, isSettled: false });
    search.step(budget);
    if (best === undefined || compareScores(search.score(), best.score()) < 0) best = search;
  }
  return best === undefined || best.score().hard > merged.hardBound ? undefined : best.groupOf();
}
