import { compareText } from '../../domain/fold.js';
import { add, fraction, isLess, type Fraction } from '../../domain/fraction.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { countMoves, type Home } from '../home.js';
import { compileProblem, type Problem } from '../problem.js';
import { createRandom } from '../random.js';
import { totalBase } from '../solution.js';
import { scoreOf } from '../state.js';
import { createChainFinder } from './move-chains.js';
import { createLimitedSearch, type LimitedResult, type LimitedSearch } from './limited-search.js';
import { createShiftFinder } from './size-shifts.js';

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
   * A step that is no worse, within so many moves: by descent alone, or by one annealing as well; then by changes of sizes. Yields between
   * bounded pieces of work.
   *
   * @param round number of the annealing, from 1; 0: none
   * @param tell is told of steps within the moves, each better than the one before
   */
  readonly improve: (
    start: RepairStep,
    mostMoves: number,
    round: number,
    tell: (step: RepairStep) => void,
  ) => Generator<void, RepairStep>;
  /** Proposals made so far. */
  readonly made: () => number;
}

/** Proposals of an annealing per person, at least so many. */
const PROPOSALS = 400;
const LEAST_PROPOSALS = 10_000;
/** Prices of a hard violation, by annealing in turn, see {@link LimitedSearch}. */
const HARD_PRICES = [4, 1, 2];
/** Changes of sizes that are tried of an assignment, and how often one is followed. In a small cohort all are tried. */
const SHIFTS = 6;
const SMALL = 400;
const MOST_SHIFTS = 10;
/** Chains of moves that are tried of an assignment, and most people among whom they are looked for. */
const CHAINS = 4;
const CHAINED = 500;

export function createRepairSearch(module: Module, home: Home, seed: string): RepairSearch {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const people = home.homeOf.length;
  const findShifts = createShiftFinder(module, home);
  const findChains = people <= CHAINED ? createChainFinder(module, home) : undefined;
  const known = new Map<string, Compiled>();
  /** Steps of which no change of sizes was better, by moves allowed. */
  const exhausted = new Map<number, RepairStep>();
  const wanted = people * groups.length <= SMALL ? Infinity : SHIFTS;

  /** The problem of the sizes that an assignment has. */
  function compile(groupOf: Int32Array): Compiled {
    const sizes = new Int32Array(groups.length);
    for (const group of groupOf) sizes[group]++;
    const key = sizes.join(' ');
    let compiled = known.get(key);
    if (compiled === undefined) {
      const own = { ...module, groups: groups.map((group, g) => ({ ...group, size: sizes[g] })) };
      const problem = compileProblem(own);
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
    const proposals = Math.max(LEAST_PROPOSALS, PROPOSALS * people);
    const found =
      round === 0
        ? yield* descend(start, mostMoves, random)
        : yield* anneal(start, mostMoves, random, price, proposals);
    return toStep(compiled, found);
  }

  return {
    stepOf: (groupOf) => {
      const compiled = compile(groupOf);
      return toStep(compiled, { ...scoreOf(compiled.problem, groupOf), groupOf });
    },
    improve: function* (start, mostMoves, round, tell) {
      let best = start;
      const accept = (step: RepairStep) => {
        if (compareSteps(step, best) >= 0) return;
        best = step;
        tell(best);
      };
      if (!isAtBound(best)) accept(yield* run(best.groupOf, mostMoves, round));
      for (let count = 0; count < MOST_SHIFTS && exhausted.get(mostMoves) !== best; count++) {
        const before = best;
        let leader = before;
        for (const { person, to } of findShifts(before.groupOf, mostMoves, wanted)) {
          const shifted = before.groupOf.slice();
          shifted[person] = to;
          const tried = yield* run(shifted, mostMoves, 0);
          if (compareSteps(tried, leader) < 0) leader = tried;
        }
        for (const { moves } of findChains?.(before.groupOf, mostMoves, CHAINS) ?? []) {
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
    made: () => [...known.values()].reduce((sum, { search }) => sum + search.made(), 0),
  };
}

interface Compiled {
  readonly problem: Problem;
  readonly base: Fraction;
  readonly search: LimitedSearch;
}
