import type { Problem } from '../engine/problem.js';
import { compareScores, scoreOf, type Score } from '../engine/state.js';
import { roundingError, type SolveProgram, type SolverLimits } from './integer-program.js';
import { findBlocks, findProfiles, type Block } from './profiles.js';
import { writeSeatingProgram, type SeatingProgram } from './seating-program.js';
import { stateProblem } from './statement.js';

/** What a proof came to. Penalties are the problem's own whole numbers. */
export interface ProofFinding {
  /**
   * `optimal`: no list is better than the best one. `none`: no list keeps the hard rules. `limit`: the limits came first.
   * `too-large`: the whole problem was not tried; its simplified form may have raised the bound. `inexact`: all was gone
   * through, but numbers so large leave too much to rounding for the last claim. `numbers`: sums of numbers are asked for,
   * which no programme here states, and nothing was tried. `history`: all was gone through but who meets again, which no
   * programme states either.
   */
  readonly outcome: 'optimal' | 'none' | 'limit' | 'too-large' | 'inexact' | 'numbers' | 'history';
  /** No list that keeps the hard rules has a smaller soft penalty. */
  readonly softBound: number;
  /** A better list than the one given; absent when none was met. */
  readonly better?: Int32Array;
  /** Nodes of branch and bound, over all programmes. */
  readonly nodes: number;
}

export type ProofLimits = SolverLimits;

/** People × groups above which not even the blocks of like groups are looked for. */
const MOST_SEATINGS = 4_000_000;
/**
 * Profiles × blocks of a programme that is tried: 150 people in 16 groups have 1,648. Beyond some 300 people in 32 groups the
 * root node alone takes longer than anybody waits.
 */
const MOST_CHOICES = 8_000;

/**
 * Strengthens the bound of a problem, and looks for a list better than the given one, by branch and bound on three
 * programmes in turn, until bound and list meet:
 *
 * 1. the groups that are alike to everybody merged into blocks, which bounds the whole and has no symmetry;
 * 2. block by block, its people split over its groups: if nothing is lost, both are solved;
 * 3. all people and all groups.
 *
 * `tell` is given what is known after each, for whoever may have to stop it from outside.
 */
export async function prove(
  problem: Problem,
  groupOf: Int32Array,
  limits: ProofLimits,
  solve: SolveProgram,
  tell: (known: ProofFinding) => void = () => undefined,
): Promise<ProofFinding> {
  const { peopleCount, groupSizes } = problem;
  let best: Score & { readonly groupOf: Int32Array } = { ...scoreOf(problem, groupOf), groupOf };
  let softBound = problem.softBound;
  let nodes = 0;
  const isOptimal = () => best.hard === 0 && best.soft <= softBound;
  const finding = (outcome: ProofFinding['outcome']): ProofFinding => ({
    outcome,
    softBound,
    ...(best.groupOf === groupOf ? {} : { better: best.groupOf }),
    nodes,
  });
  if (isOptimal()) return finding('optimal');
  if (problem.hasSums) return finding('numbers');
  if (peopleCount * groupSizes.length > MOST_SEATINGS) return finding('too-large');

  const statement = stateProblem(problem);
  const everyone = Array.from({ length: peopleCount }, (_, person) => person);
  const blocks = findBlocks(statement);
  const groups: readonly Block[] = [...groupSizes.keys()].map((group) => [group]);
  const choicesOf = (own: readonly Block[]) => findProfiles(statement, everyone, own).length * own.length;

  const run = async ({ program, startFrom }: SeatingProgram, blockOf?: Int32Array) => {
    const outcome = await solve(program, limits, blockOf && best.hard === 0 ? startFrom(blockOf) : undefined);
    nodes += outcome.nodes;
    return outcome;
  };
  const valueNow = best.soft;
  /** Raises the bound to the least value of a list at or above a solver's. */
  const raise = ({ program, constant }: SeatingProgram, bound: number) => {
    const safe = bound - roundingError(program, statement.setsPerPerson);
    if (safe === -Infinity) return;
    const raw = statement.constant + constant + statement.unit * safe;
    softBound = Math.max(softBound, valueNow - statement.unit * Math.floor((valueNow - raw) / statement.unit));
  };
  const consider = (candidate: Int32Array) => {
    const sizes = new Int32Array(groupSizes.length);
    for (const group of candidate) if (group >= 0) sizes[group]++;
    if (!sizes.every((size, group) => size === groupSizes[group])) return;
    const score = scoreOf(problem, candidate);
    if (compareScores(score, best) < 0) best = { ...score, groupOf: candidate };
  };
  /** The people of each block over its groups; what cannot be split is left where it is. */
  const split = async (blockOf: Int32Array) => {
    const candidate = new Int32Array(peopleCount).fill(-1);
    for (const [index, block] of blocks.entries()) {
      const people = everyone.filter((person) => blockOf[person] === index);
      const seating = writeSeatingProgram(
        statement,
        people,
        block.map((group) => [group]),
      );
      const { values } = await run(seating);
      if (values === undefined) return;
      const seatOf = seating.seat(values);
      for (const person of people) candidate[person] = block[seatOf[person]];
    }
    consider(candidate);
  };

  if (blocks.length < groups.length && choicesOf(blocks) <= MOST_CHOICES) {
    const merged = writeSeatingProgram(statement, everyone, blocks);
    const blockOfGroup = new Int32Array(groupSizes.length);
    blocks.forEach((block, index) => block.forEach((group) => (blockOfGroup[group] = index)));
    const outcome = await run(
      merged,
      best.groupOf.map((group) => blockOfGroup[group]),
    );
    if (outcome.isInfeasible) return finding('none');
    raise(merged, outcome.bound);
    tell(finding('limit'));
    if (isOptimal()) return finding('optimal');
    if (outcome.values !== undefined && choicesOf(groups) <= MOST_CHOICES) await split(merged.seat(outcome.values));
    if (isOptimal()) return finding('optimal');
    tell(finding('limit'));
  }
  if (choicesOf(groups) > MOST_CHOICES) return finding('too-large');
  const whole = writeSeatingProgram(statement, everyone, groups);
  const outcome = await run(whole, best.groupOf);
  if (outcome.isInfeasible) return finding('none');
  if (outcome.values !== undefined) consider(whole.seat(outcome.values));
  raise(whole, outcome.bound);
  const ended = problem.meetings === undefined ? 'inexact' : 'history';
  return finding(isOptimal() ? 'optimal' : outcome.isComplete ? ended : 'limit');
}
