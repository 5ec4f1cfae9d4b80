import { compareText } from '../../domain/fold.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import { decide } from '../feasibility/decide.js';
import { demandOf } from '../feasibility/demand.js';
import { hardRulesOf } from '../feasibility/hard-rule.js';
import { countMoves, type Home } from '../home.js';

/** The fewest people who must change groups. */
export type FewestMoves =
  | {
      readonly status: 'found';
      readonly moves: number;
      /** By person, a group for each that keeps all hard rules with so many moves. */
      readonly groupOf: Int32Array;
      /** Whether it is proved that fewer would not do; else deciding that took too long. */
      readonly isProved: boolean;
    }
  /** No groups of these sizes keep the hard rules, whoever moves. */
  | { readonly status: 'impossible' }
  | { readonly status: 'unknown' };

/** Steps for one number of moves, in variables of constraints looked at. */
const STEPS = 20_000_000;

/**
 * How few people have to change groups so that every hard rule and size is kept: decided exactly, for ever more moves until there is a
 * way, and then for those between; that fewer do not suffice is proved by the same procedure, or shown by the sizes alone.
 */
export function findFewestMoves(module: Module, home: Home): FewestMoves {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const demands = hardRulesOf(module).map(demandOf);
  const people = home.homeOf.length;
  const settled = home.homeOf.reduce((sum, group) => (group < 0 ? sum : sum + 1), 0);
  const tryMoves = (mostMoves: number) => decide(people, groups, demands, { steps: STEPS }, { ...home, mostMoves });
  const least = forcedBySizes(home);
  /** The most moves that are proved not to suffice, and the most that were tried in vain. */
  let proved = least - 1;
  let tried = least - 1;
  let found: { readonly moves: number; readonly groupOf: Int32Array } | undefined;
  const attempt = (moves: number) => {
    const verdict = tryMoves(moves);
    if (verdict.status === 'possible') found = { moves, groupOf: verdict.groupOf };
    else tried = moves;
    if (verdict.status === 'impossible') proved = Math.max(proved, moves);
  };
  for (let step = 1, moves = Math.min(least, settled); found === undefined; step *= 2) {
    attempt(moves);
    if (found === undefined && moves >= settled) return { status: proved >= settled ? 'impossible' : 'unknown' };
    moves = Math.min(settled, moves + step);
  }
  while (found.moves > tried + 1) attempt(Math.trunc((tried + found.moves) / 2));
  const { groupOf } = found;
  const moves = countMoves(home.homeOf, groupOf);
  return { status: 'found', moves, groupOf, isProved: moves <= proved + 1 };
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
