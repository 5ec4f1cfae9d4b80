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

/** The best rotation that was found, with its score as asked. */
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
  /** What is searched: the module as asked, or one whose mix comes first, see `putMixFirst`. */
  readonly module: Module;
  readonly rotation: RotationProblem;
  /** As asked: what scores are told in. */
  readonly asked: RotationProblem;
  /** The groups of one module formed by itself: they keep the hard rules. */
  readonly alone: Int32Array;
  readonly seed: string;
  readonly search: Pick<SearchOptions, 'effort'>;
  readonly counter: PieceCounter;
  /** Told between two pieces: the best so far, and what share of the work is done. */
  readonly observe?: (best: Score, spent: number) => void;
}

/** What an effort is worth. */
interface Effort {
  /** Deals of a start, for each person of each module that may change. */
  readonly deals: number;
  /** Starts of each module that is dealt anew by itself. */
  readonly starts: number;
  /** Starts from a design, of all modules together. */
  readonly designs: number;
  /** Proposals of a reseating, for each person. */
  readonly reseating: number;
}

const EFFORTS: readonly Effort[] = [
  { deals: 12, starts: 1, designs: 1, reseating: 120 },
  { deals: 60, starts: 1, designs: 1, reseating: 300 },
  { deals: 200, starts: 2, designs: 1, reseating: 600 },
  { deals: 240, starts: 4, designs: 2, reseating: 600 },
  { deals: 480, starts: 8, designs: 4, reseating: 1_200 },
  { deals: 960, starts: 16, designs: 8, reseating: 3_000 },
];
/** Budgets grow with the number of people up to so many. */
const MANY = 500;
/** Of each start of the search for a design, where arithmetic gives none without repeats. */
const DESIGN_PROPOSALS = 200_000;
/** Heats of dealing, each with its share of the budget: what is once settled is dealt anew at a lower heat. */
const HEATS = {
  first: { heat: 0.02, share: 1 },
  again: { heat: 0.012, share: 0.5 },
};
/** How often a module by itself is dealt again from where it has settled. */
const AGAIN = 2;
/** Proposals of a piece: some ten milliseconds. */
const PIECES = { dealing: 200, reseating: 5_000, exchanges: 20_000 };
/** People × groups × modules: above, whom everybody would meet in every group is not kept, and modules are formed one by one alone. */
const MOST_CELLS = 30_000_000;
/** Above so many people the pairs are too many to try every exchange. */
const MOST_EXCHANGED = 1_000;
/** Exchanges that are looked at for each person of each module: some twenty passes over all pairs. */
const MOST_EXCHANGES = 10_000;

/**
 * Searches the groups of several modules at once, in two ways of which the better counts. From a design: modules without repeats, their people
 * reseated for the mix, which may be all that is wanted; later all modules dealt anew together. One by one: the module by itself, then one
 * with the memory of the first, and so on, each dealt anew in the face of those before it. The better of the two is dealt anew once more.
 */
export async function searchRotation(request: RotationSearchRequest): Promise<RotationFound> {
  const { module, rotation, asked, alone, seed, search, counter, observe } = request;
  const { problem, moduleCount } = rotation;
  const { deals, starts, designs, reseating } = EFFORTS[Math.min(Math.max(search.effort, 0), EFFORTS.length - 1)];
  const isDealt = problem.peopleCount * problem.groupSizes.length * moduleCount <= MOST_CELLS;
  const many = Math.min(problem.peopleCount, MANY);
  const numbers = Array.from({ length: moduleCount }, (_, number) => number);
  const sameAgain = numbers.map(() => alone);
  let best = { ...score(rotation, sameAgain), source: 'alone' as RotationSource };
  let told = score(asked, sameAgain);
  let proposals = 0;
  let done = 0;
  // In modules that are formed, or dealt anew by one start.
  const work = moduleCount * (isDealt ? 1 + 2 * starts + designs + 0.5 : 1);
  const isOver = () => counter.wasCut() !== undefined || isAtBound(rotation, best);
  const consider = (groups: RotationGroups, source: RotationSource) => {
    const found = score(rotation, groups);
    if (compareScores(found, best) >= 0) return;
    best = { ...found, source };
    told = score(asked, groups);
  };
  const run = async (own: RotationSearch, piece: number, share: (made: number) => number): Promise<RotationGroups> => {
    while (!own.isDone() && counter.cut() === undefined) {
      own.step(piece);
      observe?.(told, Math.min(1, (done + share(own.proposals())) / work));
      await counter.pause();
    }
    proposals += own.proposals();
    return own.groups();
  };
  const deal = async (
    groups: RotationGroups,
    name: string,
    { heat, share }: (typeof HEATS)[keyof typeof HEATS],
    only?: number,
  ): Promise<RotationGroups> => {
    const count = share * (only === undefined ? moduleCount : 1);
    const budget = Math.ceil(deals * many * count);
    const own = { rotation: { ...rotation, moduleCount: groups.length }, groups: copy(groups), heat, budget };
    const random = createRandom(`${seed}/${name}`);
    const dealing = new Dealing({ ...own, random, ...(only === undefined ? {} : { only }) });
    const dealt = await run(dealing, PIECES.dealing, (made) => (count * made) / budget);
    done += count;
    return dealt;
  };
  /** The groups before with those of one more module, dealt anew from the same ones by every start: the best of them. */
  const formAndDeal = async (before: RotationGroups, number: number): Promise<RotationGroups> => {
    const formed = [...before, await formNext(request, before, number)];
    done++;
    if (!isDealt || (number === 0 && rotation.earlier.length === 0)) return formed;
    const own = { ...rotation, moduleCount: formed.length };
    let [chosen, least] = [formed as RotationGroups, score(own, formed)];
    for (let start = 0; start < starts; start++) {
      let dealt: RotationGroups = formed;
      for (let time = 0; time <= AGAIN && !isOver() && !isAtBound(own, least); time++) {
        dealt = await deal(dealt, `module ${number}/${start}/${time}`, time === 0 ? HEATS.first : HEATS.again, number);
        const found = score(own, dealt);
        if (compareScores(found, least) < 0) [chosen, least] = [dealt, found];
      }
    }
    return chosen;
  };

  const design = await planRotation({
    peopleCount: problem.peopleCount,
    sizes: numbers.map(() => problem.groupSizes),
    strata: strataOf(module),
    met: metPairs(rotation.earlier),
    seed: `${seed}/design`,
    budget: { starts: designs, proposals: DESIGN_PROPOSALS },
    control: counter,
  });
  const reseated: RotationGroups[] = [];
  for (let start = 0; start < designs && isDealt && !isOver(); start++) {
    const random = createRandom(`${seed}/reseating/${start}`);
    const seats = new Reseating({ rotation, random, groups: copy(design.groupOf), budget: reseating * many });
    reseated.push(await run(seats, PIECES.reseating, () => 0));
    consider(reseated[start], 'design');
  }
  let formed: RotationGroups = [];
  for (const number of numbers) formed = isOver() ? [...formed, alone] : await formAndDeal(formed, number);
  consider(formed, 'one-by-one');
  for (const [start, groups] of reseated.entries())
    if (!isOver()) consider(await deal(groups, `design/${start}`, HEATS.first), 'design');
  if (isDealt && !isOver()) consider(await deal(best.groups, 'best', HEATS.again), best.source);
  if (isDealt && problem.peopleCount <= MOST_EXCHANGED && !isOver()) {
    const exchanges = new Exchanges(rotation, copy(best.groups), MOST_EXCHANGES * moduleCount * problem.peopleCount);
    consider(await run(exchanges, PIECES.exchanges, () => 0), best.source);
  }
  const stopped = isAtBound(rotation, best) ? 'bound' : (counter.wasCut() ?? 'budget');
  return { ...told, source: best.source, stopped, proposals, repeatsBound: design.bound };
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
