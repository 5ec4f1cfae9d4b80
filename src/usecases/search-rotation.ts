import type { Module } from '../domain/module.js';
import type { StopReason } from '../domain/manifest.js';
import { findColumns } from '../engine/columns.js';
import { compileProblem } from '../engine/problem.js';
import { createRandom } from '../engine/random.js';
import { searchBest } from '../engine/restarts.js';
import { sharedCohort } from '../engine/roles.js';
import { Dealing } from '../engine/rotation/dealing.js';
import { Exchanges } from '../engine/rotation/exchanges.js';
import type { PieceCounter } from '../engine/rotation/piece-counter.js';
import { Reseating } from '../engine/rotation/reseating.js';
import type { RotationGroups, RotationProblem } from '../engine/rotation/rotation-problem.js';
import type { RotationSearch } from '../engine/rotation/rotation-search.js';
import { priceMeetings } from '../engine/rotation/shared-modules.js';
import { toAssignment } from '../engine/solution.js';
import { compareScores, scoreOf, type Score } from '../engine/state.js';
import { planRotation } from '../rotation/plan-rotation.js';
import type { MetPair } from '../rotation/request.js';
import { budgetOf, type SearchOptions } from './search-options.js';

/** What the best rotation came from. */
export type RotationSource = 'alone' | 'one-by-one' | 'design';

export interface RotationFound extends Score {
  readonly groups: RotationGroups;
  readonly source: RotationSource;
  readonly stopped: StopReason;
  /** Looked at by all searches over the whole rotation. */
  readonly proposals: number;
  /** No rotation of these sizes has fewer meetings again, whatever else is asked. */
  readonly repeatsBound: number;
}

export interface RotationSearchRequest {
  readonly module: Module;
  readonly rotation: RotationProblem;
  /** The groups of one module formed by itself: they keep the hard rules. */
  readonly alone: Int32Array;
  readonly seed: string;
  readonly search: Pick<SearchOptions, 'effort'>;
  readonly counter: PieceCounter;
  /** Told between two pieces: the best so far, and what share of the work is done. */
  readonly observe?: (best: Score, spent: number) => void;
}

/** By effort: deals for each module, proposals of the reseating, and starts of the design's own search. */
const EFFORTS: readonly { readonly deals: number; readonly reseating: number; readonly design: number }[] = [
  { deals: 2_000, reseating: 20_000, design: 1 },
  { deals: 10_000, reseating: 50_000, design: 1 },
  { deals: 40_000, reseating: 100_000, design: 2 },
  { deals: 100_000, reseating: 200_000, design: 4 },
  { deals: 300_000, reseating: 500_000, design: 8 },
  { deals: 1_000_000, reseating: 1_000_000, design: 16 },
];
const DESIGN_PROPOSALS = 200_000;
/** Heats of dealing: all modules from a design, one after the module before, and once more from the best. */
const HEATS = { design: 0.03, single: 0.05, again: 0.02 };
/** Proposals of a piece: some ten milliseconds. */
const PIECES = { dealing: 200, reseating: 5_000, exchanges: 20_000 };
/** People × groups × modules: above, whom everybody would meet in every group is not kept, and modules are formed one by one alone. */
const MOST_CELLS = 30_000_000;
/** Above so many people the pairs are too many to try every exchange. */
const MOST_EXCHANGED = 1_000;

/**
 * Searches the groups of several modules at once. Two ways, and the better counts: the module by itself, then one with the memory of the
 * first, and so on, each dealt anew in the face of the others; and a design without repeats, its people reseated for the mix, then all
 * modules dealt anew together.
 */
export async function searchRotation(request: RotationSearchRequest): Promise<RotationFound> {
  const { rotation, alone, seed, search, counter, observe } = request;
  const { problem, moduleCount } = rotation;
  const { deals, reseating, design } = EFFORTS[Math.min(Math.max(search.effort, 0), EFFORTS.length - 1)];
  const isSmall = problem.peopleCount * problem.groupSizes.length * moduleCount <= MOST_CELLS;
  const numbers = Array.from({ length: moduleCount }, (_, module) => module);
  let best = {
    ...score(
      rotation,
      numbers.map(() => alone),
    ),
    source: 'alone' as RotationSource,
  };
  let proposals = 0;
  let stages = 0;
  const stageCount = isSmall ? 2 * moduleCount + 4 : moduleCount + 1;
  const isOver = () => counter.wasCut() !== undefined || isAtBound(rotation, best);
  const consider = (groups: RotationGroups, source: RotationSource) => {
    const found = score(rotation, groups);
    if (compareScores(found, best) < 0) best = { ...found, source };
  };
  const tell = (share: number) => observe?.(best, Math.min(1, (stages + share) / stageCount));
  const run = async (own: RotationSearch, piece: number, budget: number): Promise<RotationGroups> => {
    while (!own.isDone() && counter.cut() === undefined) {
      own.step(piece);
      tell(own.proposals() / budget);
      await counter.pause();
    }
    proposals += own.proposals();
    stages++;
    return own.groups();
  };
  const deal = (groups: RotationGroups, heat: keyof typeof HEATS, name: string, modules?: readonly number[]) => {
    const budget = deals * (modules ?? numbers).length;
    const random = createRandom(`${seed}/${name}`);
    const own = { rotation, random, groups: copy(groups), heat: HEATS[heat], budget };
    return run(new Dealing({ ...own, ...(modules === undefined ? {} : { modules }) }), PIECES.dealing, budget);
  };

  const oneByOne = async (): Promise<void> => {
    const formed: Int32Array[] = [];
    for (const number of numbers) {
      formed.push(isOver() ? alone : await formNext(request, formed, number));
      stages++;
      tell(0);
    }
    let groups: RotationGroups = formed;
    consider(groups, 'one-by-one');
    if (!isSmall) return;
    for (const number of numbers.toReversed()) {
      if (isOver()) return;
      groups = await deal(groups, 'single', `dealing ${number}`, [number]);
    }
    consider(groups, 'one-by-one');
  };
  const fromDesign = async (groupOf: RotationGroups): Promise<void> => {
    const random = createRandom(`${seed}/reseating`);
    const reseated = await run(
      new Reseating({ rotation, random, groups: copy(groupOf), budget: reseating }),
      PIECES.reseating,
      reseating,
    );
    consider(reseated, 'design');
    if (isOver()) return;
    consider(await deal(reseated, 'design', 'dealing'), 'design');
  };

  await oneByOne();
  const plan = await planRotation({
    peopleCount: problem.peopleCount,
    sizes: numbers.map(() => problem.groupSizes),
    strata: strataOf(request.module),
    met: metPairs(rotation.earlier),
    seed: `${seed}/design`,
    budget: { starts: design, proposals: DESIGN_PROPOSALS },
    control: counter,
  });
  stages++;
  if (!isOver() && isSmall) await fromDesign(plan.groupOf);
  if (!isOver() && isSmall) consider(await deal(best.groups, 'again', 'dealing again'), best.source);
  if (!isOver() && isSmall && problem.peopleCount <= MOST_EXCHANGED) {
    const budget = 20 * moduleCount * problem.peopleCount * problem.peopleCount;
    consider(await run(new Exchanges(rotation, copy(best.groups), budget), PIECES.exchanges, budget), best.source);
  }
  const stopped = isAtBound(rotation, best) ? 'bound' : (counter.wasCut() ?? 'budget');
  return { ...best, stopped, proposals, repeatsBound: plan.bound };
}

/** The groups of a module after those before it, by the usual search; those of the module alone where it keeps no hard rules. */
async function formNext(
  { module, rotation, alone, seed, search, counter }: RotationSearchRequest,
  before: RotationGroups,
  number: number,
): Promise<Int32Array> {
  const { problem } = rotation;
  const { history = [] } = module;
  if (number === 0 && history.length === 0) return alone;
  const planned = before.map((groupOf) => ({ rows: [], assignment: toAssignment(problem, groupOf) }));
  const next = compileProblem({ ...module, history: [...history, ...planned] });
  const found = await searchBest(next, {
    ...budgetOf(search, problem.peopleCount, next.meetings !== undefined),
    seed: `${seed}/${number}`,
    control: counter,
  });
  return found.hard > 0 ? alone : found.groupOf;
}

function score(rotation: RotationProblem, groups: RotationGroups): Score & { readonly groups: RotationGroups } {
  const { problem, earlier, price, isWanted } = rotation;
  const own = groups.map((groupOf) => scoreOf(problem, groupOf));
  const meetups = { groupOf: [...earlier, ...groups], first: earlier.length, isWanted };
  const meetings = price === 0 ? 0 : price * priceMeetings(meetups);
  return {
    hard: own.reduce((sum, { hard }) => sum + hard, 0),
    soft: own.reduce((sum, { soft }) => sum + soft, meetings),
    groups,
  };
}

function isAtBound({ problem, moduleCount }: RotationProblem, { hard, soft }: Score): boolean {
  return hard <= moduleCount * problem.hardBound && soft <= moduleCount * problem.softBound;
}

function copy(groups: RotationGroups): RotationGroups {
  return groups.map((groupOf) => groupOf.slice());
}

/** What is balanced, the heaviest first, by the first level that somebody holds of each. */
function strataOf(module: Module): readonly Int32Array[] {
  return findColumns(sharedCohort(module), module.balance).map(({ profileOf, heldBy, holders }) =>
    profileOf.map((profile) => heldBy[profile].at(0) ?? holders.length),
  );
}

function metPairs(earlier: readonly Int32Array[]): readonly MetPair[] {
  return earlier.flatMap((groupOf) => {
    const members = new Map<number, number[]>();
    const pairs: MetPair[] = [];
    groupOf.forEach((group, person) => {
      if (group < 0) return;
      const list = members.get(group) ?? [];
      for (const other of list) pairs.push({ first: other, second: person, times: 1 });
      members.set(group, [...list, person]);
    });
    return pairs;
  });
}
