import { compareText } from '../../domain/fold.js';
import { add, fraction, isLess, type Fraction } from '../../domain/fraction.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { compileProblem, type Problem } from '../problem.js';
import { totalBase } from '../solution.js';
import { countMoves, type Home } from '../home.js';
import { findFewestMoves } from './fewest-moves.js';

import { searchLimited } from './limited-search.js';
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
  readonly bound: Fraction;
}

export interface RepairRequest {
  /** Its groups are those to fill, of any sizes. */
  readonly module: Module;
  readonly home: Home;
  readonly seed: string;
  /** Most people who may change groups; absent: as few as can. */
  readonly maxMoves?: number;
  /** What each number of moves would give is found too, for the person to choose. */
  readonly isCompared: boolean;
}

export type RepairResult =
  | {
      readonly status: 'repaired';
      readonly chosen: RepairStep;
      /** Each with more moves than the one before, and better; the chosen one among them. */
      readonly steps: readonly RepairStep[];
      /** Fewer people than that cannot move, or, where it is not proved, were not found to do. */
      readonly fewest: number;
      readonly isProved: boolean;
      readonly proposals: number;
    }
  /** Proved: no groups of these sizes keep the hard rules, whoever moves. */
  | { readonly status: 'impossible' }
  /** So many people have to move at least. */
  | { readonly status: 'too-few-moves'; readonly fewest: number; readonly isProved: boolean }
  | { readonly status: 'unknown' };

/** Moves beyond the fewest that are compared. */
const BEYOND = [1, 2, 3, 4, 6, 8, 12];
/** Proposals of an annealing per person, at least so many, and annealings. */
const PROPOSALS = 400;
const LEAST_PROPOSALS = 10_000;
const ROUNDS = 3;
/** Changes of sizes that are tried of an assignment, and how often one is followed. In a small cohort all are tried. */
const SHIFTS = 6;
const SMALL = 400;
const MOST_SHIFTS = 10;

/**
 * The fewest people who have to change groups, exactly; then the best groups for that number, and for some more. Groups keep sizes within their
 * limits, not the sizes they had.
 */
export function repairGroups(request: RepairRequest): RepairResult {
  const { module, home, maxMoves, isCompared } = request;
  const found = findFewestMoves(module, home);
  if (found.status !== 'found') return found;
  const { moves: fewest, isProved } = found;
  if (maxMoves !== undefined && maxMoves < fewest) return { status: 'too-few-moves', fewest, isProved };
  const search = createRepairSearch(request);
  const allowed = maxMoves ?? fewest;
  const first = search.better(found.groupOf, fewest);
  const steps = [first];
  const limits = [...(isCompared ? BEYOND.map((more) => fewest + more) : []), allowed];
  for (const limit of [...new Set(limits)].sort((a, b) => a - b)) {
    const last = steps[steps.length - 1];
    if (limit <= fewest || isOptimal(last)) continue;
    const next = search.better(last.groupOf, limit);
    if (compareSteps(next, last) < 0) steps.push(next);
  }
  const within = steps.filter(({ moves }) => moves <= allowed);
  return { status: 'repaired', chosen: within[within.length - 1], steps, fewest, isProved, proposals: search.made() };
}

function isOptimal({ hard, value, bound }: RepairStep): boolean {
  return hard === 0 && !isLess(bound, value);
}

function compareSteps(a: RepairStep, b: RepairStep): number {
  return a.hard - b.hard || (isLess(a.value, b.value) ? -1 : isLess(b.value, a.value) ? 1 : 0);
}

function createRepairSearch({ module, home, seed }: RepairRequest) {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const findShifts = createShiftFinder(module, home);
  const known = new Map<string, { readonly problem: Problem; readonly base: Fraction }>();
  const people = home.homeOf.length;
  let made = 0;

  /** The problem of the sizes that an assignment has. */
  function compile(groupOf: Int32Array) {
    const sizes = new Int32Array(groups.length);
    for (const group of groupOf) sizes[group]++;
    const key = sizes.join(' ');
    let compiled = known.get(key);
    if (compiled === undefined) {
      const own = { ...module, groups: groups.map((group, g) => ({ ...group, size: sizes[g] })) };
      const problem = compileProblem(own);
      compiled = { problem, base: totalBase(own, problem) };
      known.set(key, compiled);
    }
    return compiled;
  }

  function run(start: Int32Array, mostMoves: number, rounds: number): RepairStep {
    const { problem, base } = compile(start);
    const limits = {
      homeOf: home.homeOf,
      mostMoves,
      seed,
      proposals: Math.max(LEAST_PROPOSALS, PROPOSALS * people),
      rounds,
    };
    const { hard, soft, groupOf, proposals } = searchLimited({ problem, groupOf: start, ...limits });
    made += proposals;
    const whole = (penalty: number) => add(fraction(penalty, problem.unit), base);
    const value = whole(soft);
    return {
      moves: countMoves(home.homeOf, groupOf),
      problem,
      groupOf,
      hard,
      soft,
      value,
      bound: whole(problem.softBound),
    };
  }

  function better(start: Int32Array, mostMoves: number): RepairStep {
    let best = run(start, mostMoves, ROUNDS);
    const wanted = people * groups.length <= SMALL ? Infinity : SHIFTS;
    for (let count = 0; count < MOST_SHIFTS && !isOptimal(best); count++) {
      let leader: RepairStep | undefined;
      for (const { person, to } of findShifts(best.groupOf, mostMoves, wanted)) {
        const shifted = best.groupOf.slice();
        shifted[person] = to;
        const tried = run(shifted, mostMoves, 0);
        if (compareSteps(tried, leader ?? best) < 0) leader = tried;
      }
      if (leader === undefined) break;
      const settled = run(leader.groupOf, mostMoves, ROUNDS);
      best = compareSteps(settled, leader) < 0 ? settled : leader;
    }
    return best;
  }

  return { better, made: () => made };
}
