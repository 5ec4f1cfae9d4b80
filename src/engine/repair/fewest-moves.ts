import { compareText } from '../../domain/fold.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { decideInPieces } from '../feasibility/decide.js';
import { demandOf } from '../feasibility/demand.js';
import { hardRulesOf } from '../feasibility/hard-rule.js';
import { countMoves, type Home } from '../home.js';

/** Groups that keep all hard rules. */
export interface FeasibleGroups {
  /** People with a home who are elsewhere. */
  readonly moves: number;
  /** By person. */
  readonly groupOf: Int32Array;
  /** Whether it is proved that fewer moves would not do; else that is not known. */
  readonly isProved: boolean;
}

/** The fewest people who must change groups. */
export type FewestMoves =
  | ({ readonly status: 'found' } & FeasibleGroups)
  /** No groups of these sizes keep the hard rules, whoever moves. */
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/** Steps for one number of moves, in variables of constraints looked at. */
const STEPS = 20_000_000;

/**
 * How few people have to change groups so that every hard rule and size is kept: decided exactly, for ever more moves until there is a
 * way, and then for those between; that fewer do not suffice is proved by the same procedure, or shown by the sizes alone. Yields between
 * bounded pieces of work.
 *
 * @param tell is told of groups that keep the hard rules, each with fewer moves than the one before
 */
export function* findFewestMoves(
  module: Module,
  home: Home,
  tell: (found: FeasibleGroups) => void,
): Generator<void, FewestMoves> {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const demands = hardRulesOf(module).map(demandOf);
  const people = home.homeOf.length;
  const settled = home.homeOf.reduce((sum, group) => (group < 0 ? sum : sum + 1), 0);
  const least = forcedBySizes(home);
  /** The most moves that are proved not to suffice, and the most that were tried in vain. */
  let proved = least - 1;
  let tried = least - 1;
  let found: { readonly moves: number; readonly groupOf: Int32Array } | undefined;
  const attempt = function* (mostMoves: number): Generator<void, void> {
    const verdict = yield* decideInPieces(people, groups, demands, { steps: STEPS }, { ...home, mostMoves });
    if (verdict.status !== 'possible') tried = mostMoves;
    if (verdict.status === 'impossible') proved = Math.max(proved, mostMoves);
    if (verdict.status === 'possible') {
      const { groupOf } = verdict;
      found = { moves: countMoves(home.homeOf, groupOf), groupOf };
    }
    if (found !== undefined) tell({ ...found, isProved: found.moves <= proved + 1 });
    yield;
  };
  for (let step = 1, moves = Math.min(least, settled); found === undefined; step *= 2) {
    yield* attempt(moves);
    if (found === undefined && moves >= settled) return { status: proved >= settled ? 'impossible' : 'unknown' };
    moves = Math.min(settled, moves + step);
  }
  while (found.moves > tried + 1) yield* attempt(Math.trunc((tried + found.moves) / 2));
  return { status: 'found', ...found, isProved: found.moves <= proved + 1 };
}

/** Moves that the sizes alone ask for: out of groups that are too full, and into those too empty for which too few have no home. */
function forcedBySizes({ homeOf, least, most }: Home): number {
  const counts = new Int32Array(least.length);
  let homeless = 0;
  for (const group of homeOf) {
    if (group < 0) homeless++;
    else counts[group]++;
  }
  let tooMany = 0;
  let tooFew = 0;
  counts.forEach((count, group) => {
    tooMany += Math.max(0, count - most[group]);
    tooFew += Math.max(0, least[group] - count);
  });
  return Math.max(tooMany, tooFew - homeless);
}
