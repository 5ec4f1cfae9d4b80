import { compareText } from '../../domain/fold.js';
import { add, fraction, isLess, type Fraction } from '../../domain/fraction.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { countMoves, type Home } from '../home.js';
import { compileProblem, type Problem } from '../problem.js';
import { createRandom } from '../random.js';
import { totalBase } from '../solution.js';
import { scoreOf } from '../state.js';
import { demandOf } from '../feasibility/demand.js';
import { hardRulesOf } from '../feasibility/hard-rule.js';
import { createHardSeating, type HardSeating } from './hard-seating.js';
import { createMending } from './mending.js';
import { createChainFinder, type PersonMove } from './move-chains.js';
import { createLimitedSearch, type LimitedResult, type LimitedSearch } from './limited-search.js';
import { createShiftFinder, disjointGains } from './size-shifts.js';

/** The best groups for some number of moves. */
export interface RepairStep {
  /** People with a home who are elsewhere. */
  readonly moves: number;
  /** With the sizes that they have now. */
  readonly problem: Problem;
  readonly groupOf: Int32Array;
  /** Violations of hard rules, in the problem's units. */
  readonly hard: number;
  readonly soft: number;
  /** The whole objective, sizes included: steps of other sizes can be compared with it. */
  readonly value: Fraction;
  /** No groups of these sizes have less, whoever moves. */
  readonly bound: Fraction;
}

/** Fewer hard violations, then a smaller value. */
export function compareSteps(a: RepairStep, b: RepairStep): number {
  return a.hard - b.hard || (isLess(a.value, b.value) ? -1 : isLess(b.value, a.value) ? 1 : 0);
}

/** Whether no groups of the same sizes are better. */
export function isAtBound({ hard, value, bound }: RepairStep): boolean {
  return hard === 0 && !isLess(bound, value);
}

/** Searches the best groups for some number of moves, sizes included. */
export interface RepairSearch {
  /** Some groups as a step, searched no further. */
  readonly stepOf: (groupOf: Int32Array) => RepairStep;
  /**
   * A step that is no worse, within so many moves: by descent alone, or by one annealing as well; then by moves that are tried together. Yields between
   * bounded pieces of work.
   *
   * @param round number of the annealing, from 1; 0: none
   * @param isChosen whether it is what the person asked for, and worth more pains than what is shown beside it
   * @param tell is told of steps within the moves, each better than the one before
   */
  readonly improve: (
    start: RepairStep,
    mostMoves: number,
    round: number,
    isChosen: boolean,
    tell: (step: RepairStep) => void,
  ) => Generator<void, RepairStep>;
  /** Proposals made so far. */
  readonly made: () => number;
}

/** Proposals of an annealing: per person, at least so many; from {@link MANY} people on by so many more for each. */
const PROPOSALS = 200;
const LEAST_PROPOSALS = 5_000;
const MANY = 500;
const PROPOSALS_BEYOND = 5;
/** Prices of a hard violation, by annealing in turn, see {@link LimitedSearch}. */
const HARD_PRICES = [4, 1, 2];
/** How often moves are taken back and made anew in a round. */
const VARIATIONS = 6;
/** So many times as often for what was asked for. */
const CHOSEN = 3;
/** Changes of sizes that are tried of an assignment, one by one, and how often one is followed. In a small cohort all are tried. */
const SHIFTS = 1;
const SMALL = 400;
const MOST_SHIFTS = 10;
/** Chains of moves that are tried of an assignment, and most people among whom they are looked for. */
const CHAINS = 4;
const CHAINED = 500;
/** Groups that are thought of for each person. */
const SHIFTS_EACH = 1;
/** In a large cohort fewer changes are tried, such that all that is tried for one number of moves has so many people. */
const TRIED_PEOPLE = 60_000;
/** Changes that are done at once: all that gain, then a share of them, as long as it is more than one. */
const BATCH_SHARE = 4;
/** People of all sizes of groups that are kept compiled. */
const KEPT_PEOPLE = 2_000_000;

export function createRepairSearch(module: Module, home: Home, seed: string): RepairSearch {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const people = home.homeOf.length;
  const findShifts = createShiftFinder(module, home);
  const findChains = people <= CHAINED ? createChainFinder(module, home) : undefined;
  const known = new Map<string, Compiled>();
  /** Steps of which no moves that were tried together made anything better, by moves allowed. */
  const exhausted = new Map<number, RepairStep>();
  const isSmall = people * groups.length <= SMALL;
  const followed = Math.max(1, Math.min(MOST_SHIFTS, Math.floor(TRIED_PEOPLE / (SHIFTS * people))));
  const singles = isSmall ? Infinity : Math.max(1, Math.min(SHIFTS, Math.floor(TRIED_PEOPLE / (followed * people))));
  const proposals =
    Math.max(LEAST_PROPOSALS, PROPOSALS * Math.min(people, MANY)) + PROPOSALS_BEYOND * Math.max(0, people - MANY);
  const variations = Math.min(VARIATIONS, Math.floor(TRIED_PEOPLE / (VARIATIONS * people)));
  let seating: HardSeating | undefined;
  let forgotten = 0;

  /** The problem of the sizes that an assignment has. */
  function compile(groupOf: Int32Array): Compiled {
    const sizes = new Int32Array(groups.length);
    for (const group of groupOf) sizes[group]++;
    const key = sizes.join(' ');
    let compiled = known.get(key);
    if (compiled === undefined) {
      const [[oldest, first] = []] = known;
      if (oldest !== undefined && first !== undefined && (known.size + 1) * people > KEPT_PEOPLE) {
        forgotten += first.search.made();
        known.delete(oldest);
      }
      const own = { ...module, groups: groups.map((group, g) => ({ ...group, size: sizes[g] })) };
      const problem = compileProblem(own, false);
      compiled = { problem, base: totalBase(own, problem), search: createLimitedSearch(problem, home.homeOf) };
      known.set(key, compiled);
    }
    return compiled;
  }

  function toStep({ problem, base }: Compiled, { hard, soft, groupOf }: LimitedResult): RepairStep {
    const whole = (penalty: number) => add(fraction(penalty, problem.unit), base);
    const moves = countMoves(home.homeOf, groupOf);
    return { moves, problem, groupOf, hard, soft, value: whole(soft), bound: whole(problem.softBound) };
  }

  function* run(start: Int32Array, mostMoves: number, round: number): Generator<void, RepairStep> {
    const compiled = compile(start);
    yield;
    const random = createRandom(`${seed}/repair/${mostMoves}/${round}`);
    const { descend, anneal } = compiled.search;
    const price = HARD_PRICES[(round - 1) % HARD_PRICES.length];
    const found =
      round === 0
        ? yield* descend(start, mostMoves, random)
        : yield* anneal(start, mostMoves, random, price, proposals);
    return toStep(compiled, found);
  }

  /** Moves to try together: changes of sizes, several at once of different groups where many gain, then one by one; then chains. */
  function* planMoves(groupOf: Int32Array, mostMoves: number): Generator<void, readonly (readonly PersonMove[])[]> {
    const found = findShifts(groupOf, mostMoves, isSmall ? Infinity : people > TRIED_PEOPLE ? 1 : SHIFTS_EACH);
    const batch = isSmall
      ? []
      : disjointGains(found, groupOf, home.homeOf, mostMoves - countMoves(home.homeOf, groupOf));
    const plans: (readonly PersonMove[])[] = [];
    for (let size = batch.length; size > 1; size = Math.floor(size / BATCH_SHARE)) plans.push(batch.slice(0, size));
    for (const shift of found.slice(0, singles)) plans.push([shift]);
    if (findChains !== undefined)
      for (const { moves } of yield* findChains(groupOf, mostMoves, CHAINS)) plans.push(moves);
    return people > TRIED_PEOPLE ? plans.slice(0, 1) : plans;
  }

  /** Takes back some moves and mends anew, in other groups and of other people perhaps, which swaps do not come to. */
  function* varied(
    best: () => RepairStep,
    mostMoves: number,
    round: number,
    times: number,
    accept: (step: RepairStep) => void,
  ): Generator<void, void> {
    if (times === 0 || best().moves > mostMoves) return;
    seating ??= createHardSeating(groups, hardRulesOf(module).map(demandOf), home);
    const { items, move, toGroups, violations } = seating;
    const { vary } = createMending(seating, createRandom(`${seed}/repair/vary/${mostMoves}/${round}`));
    for (let count = 0; count < times; count++) {
      const { groupOf } = best();
      items.forEach(([person], item) => move(item, groupOf[person]));
      if (violations() > 0) return;
      if (yield* vary(mostMoves)) accept(yield* run(toGroups(), mostMoves, 0));
      yield;
    }
  }

  return {
    stepOf: (groupOf) => {
      const compiled = compile(groupOf);
      return toStep(compiled, { ...scoreOf(compiled.problem, groupOf), groupOf });
    },
    improve: function* (start, mostMoves, round, isChosen, tell) {
      let best = start;
      const accept = (step: RepairStep) => {
        if (compareSteps(step, best) >= 0) return;
        best = step;
        tell(best);
      };
      if (!isAtBound(best)) accept(yield* run(best.groupOf, mostMoves, round));
      if (round > 0) yield* varied(() => best, mostMoves, round, isChosen ? CHOSEN * variations : variations, accept);
      for (let count = 0; count < followed && exhausted.get(mostMoves) !== best; count++) {
        const before = best;
        let leader = before;
        for (const moves of yield* planMoves(before.groupOf, mostMoves)) {
          const moved = before.groupOf.slice();
          for (const { person, to } of moves) moved[person] = to;
          const tried = yield* run(moved, mostMoves, 0);
          if (compareSteps(tried, leader) < 0) leader = tried;
        }
        accept(leader);
        if (best === before) exhausted.set(mostMoves, best);
      }
      return best;
    },
    made: () => [...known.values()].reduce((sum, { search }) => sum + search.made(), forgotten),
  };
}

interface Compiled {
  readonly problem: Problem;
  readonly base: Fraction;
  readonly search: LimitedSearch;
}
