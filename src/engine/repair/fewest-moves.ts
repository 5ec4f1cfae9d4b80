import { compareText } from '../../domain/fold.js';
import type { Group } from '../../domain/group.js';
import type { Module } from '../../domain/module.js';
import type { Budget } from '../feasibility/bounds.js';
import { decideInPieces } from '../feasibility/decide.js';
import { demandOf } from '../feasibility/demand.js';
import { hardRulesOf } from '../feasibility/hard-rule.js';
import { countMoves, type Home } from '../home.js';
import { createRandom } from '../random.js';
import { createHardSeating, type HardSeating } from './hard-seating.js';
import { createMending } from './mending.js';
import { countSettled, forcedBySizes, proveByMerging } from './move-bounds.js';

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

/** Steps of one decision while no way is known, and of all once one is, in variables of constraints looked at. */
const STEPS = 20_000_000;
const MOST_STEPS = 5_000_000;
/** Above so many people times groups, a way that is known is not questioned any more. */
const LARGE = 200_000;
/** How often mending is tried, and moves are taken back in vain before it is looked for a bound, and after. */
const MENDINGS = 4;
const FIRST_ATTEMPTS = 20;
const ATTEMPTS = 200;

/**
 * How few people have to change groups so that every hard rule and size is kept. A bound from below: what sizes ask for, then what is decided
 * with groups taken together in which nothing is amiss. A way from above: by mending. Where they differ, the decision procedure settles the
 * numbers between, if it can. Yields between bounded pieces of work.
 *
 * @param tell is told of groups that keep the hard rules, each with fewer moves than the one before
 */
export function* findFewestMoves(
  module: Module,
  home: Home,
  seed: string,
  tell: (found: FeasibleGroups) => void,
): Generator<void, FewestMoves> {
  const groups: readonly Group[] = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const demands = hardRulesOf(module).map(demandOf);
  const people = home.homeOf.length;
  const settled = countSettled(home);
  /** The most moves that are proved not to suffice. */
  let proved = forcedBySizes(home) - 1;
  const known: { best?: { readonly moves: number; readonly groupOf: Int32Array } } = {};
  const accept = (groupOf: Int32Array) => {
    known.best = { moves: countMoves(home.homeOf, groupOf), groupOf };
    tell({ ...known.best, isProved: known.best.moves <= proved + 1 });
  };
  const mostKnown = () => known.best?.moves ?? Infinity;
  const random = createRandom(`${seed}/fewest`);
  const seating = createHardSeating(groups, demands, home);
  const isAmiss = findAmiss(seating, home);
  yield;

  const mending = createMending(seating, random);
  for (let count = 0; count < MENDINGS && mostKnown() === Infinity; count++)
    if (yield* mending.mend()) accept(seating.toGroups());
  if (mostKnown() < Infinity) yield* mending.reduce(proved + 1, FIRST_ATTEMPTS, () => accept(seating.toGroups()));
  proved = yield* proveByMerging(groups, demands, home, isAmiss, proved, mostKnown());
  if (proved >= settled) return { status: 'impossible' };
  if (mostKnown() < Infinity) yield* mending.reduce(proved + 1, ATTEMPTS, () => accept(seating.toGroups()));

  /** The most moves that were tried in vain. */
  let tried = proved;
  const attempt = function* (mostMoves: number, budget: Budget): Generator<void, void> {
    const verdict = yield* decideInPieces(people, groups, demands, budget, { ...home, mostMoves });
    if (verdict.status !== 'possible') tried = mostMoves;
    if (verdict.status === 'impossible') proved = Math.max(proved, mostMoves);
    if (verdict.status === 'possible') accept(verdict.groupOf);
    yield;
  };
  for (let wider = 1, moves = Math.min(proved + 1, settled); mostKnown() === Infinity; wider *= 2) {
    yield* attempt(moves, { steps: STEPS });
    if (mostKnown() === Infinity && moves >= settled) return { status: proved >= settled ? 'impossible' : 'unknown' };
    moves = Math.min(settled, moves + wider);
  }
  const budget = { steps: MOST_STEPS };
  while (mostKnown() > tried + 1 && budget.steps >= 0 && people * groups.length <= LARGE)
    yield* attempt(Math.trunc((tried + mostKnown()) / 2), budget);
  const { best } = known;
  return best === undefined ? { status: 'unknown' } : { status: 'found', ...best, isProved: best.moves <= proved + 1 };
}

/** Finds the groups in which something is amiss while everybody is at home: by their sizes and counts, or as somebody's wrong place. */
function findAmiss({ troubled, strays, away, items }: HardSeating, { homeOf }: Home): (group: number) => boolean {
  const amiss = new Set(troubled.list());
  for (const item of [...strays.list(), ...away.list()]) for (const person of items[item]) amiss.add(homeOf[person]);
  return (group) => amiss.has(group);
}
