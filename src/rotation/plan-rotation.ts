import type { StopReason } from '../domain/manifest.js';
import { createRandom } from '../engine/random.js';
import { boundRepeats } from './bound.js';
import { constructRotation } from './construct.js';
import { dealByKind } from './deal.js';
import { sumOffShares } from './kind-shares.js';
import { scoreRotation } from './meeting-counts.js';
import { PairSearch } from './pair-search.js';
import {
  assertRotationRequest,
  compareRotations,
  type Groupings,
  type RotationOrigin,
  type RotationPlan,
  type RotationRequest,
  type RotationScore,
} from './request.js';
import { seatPeople } from './seat-people.js';
import { SymmetricSearch } from './symmetric-search.js';
import { layColumns } from './transversal-design.js';

/** Between two looks at the control. */
const STEP = 5_000;
/** Above, the matrices of a search would take too much memory: the construction stands alone. */
const MOST_CELLS = 30_000_000;
/** Above, plans with a symmetry are not looked for: such a cohort has more people than a known plan of that kind. */
const MOST_SYMMETRIC_PEOPLE = 200;

interface Candidate extends RotationScore {
  readonly groupOf: Groupings;
  readonly origin: RotationOrigin;
}

/**
 * Plans several modules of groups so that as few pairs as can be meet again (the social golfer problem, of any sizes). The best of
 * three ways is kept: arithmetic ({@link constructRotation}), plans with a symmetry ({@link SymmetricSearch}), and exchanges
 * ({@link PairSearch}) that begin at either of them, at the best so far, or at chance. Stops at the bound ({@link boundRepeats}): then
 * no plan is better. The same request gives the same plan everywhere, unless it is cut.
 *
 * @throws RangeError where sizes, strata or earlier meetings do not fit the number of people.
 */
export async function planRotation(request: RotationRequest): Promise<RotationPlan> {
  assertRotationRequest(request);
  const { peopleCount, sizes, strata = [], met = [], seed, budget, control } = request;
  const kindOf = strata.length === 0 ? new Int32Array(peopleCount) : numberKinds(strata[0]);
  const bound = boundRepeats(peopleCount, sizes, met);
  const random = createRandom(`${seed}/rotation`);
  let best: Candidate | undefined;
  let proposals = 0;
  let stopped: StopReason | undefined;
  const judge = (groupOf: Groupings, origin: RotationOrigin): Candidate => {
    const found = { groupOf, origin, ...scoreRotation(peopleCount, groupOf, met) };
    if (best === undefined || compareRotations(found, best) < 0) best = found;
    if (found.repeats <= bound) stopped = 'bound';
    return found;
  };
  const end = (): RotationPlan => {
    const { groupOf, repeats, excess, origin } = best ?? design;
    return { groupOf, repeats, excess, bound, origin, proposals, stopped: stopped ?? 'budget' };
  };
  const run = async (search: Pick<PairSearch, 'proposals' | 'isDone' | 'step'>, until: number): Promise<void> => {
    const before = search.proposals();
    while (stopped === undefined && !search.isDone() && search.proposals() < until) {
      search.step(STEP);
      await control?.pause?.();
      stopped = control?.cut?.();
    }
    proposals += search.proposals() - before;
  };

  const sumOff = (groupOf: Groupings) =>
    groupOf.reduce((sum, grouping, module) => sum + sumOffShares(grouping, sizes[module], kindOf), 0);

  const design = judge(constructRotation(request, kindOf, random), 'design');
  const cells = sizes.reduce((sum, { length }) => sum + peopleCount * length, peopleCount * peopleCount);
  if (stopped !== undefined || cells > MOST_CELLS) return end();

  const people = layColumns(peopleCount, strata, 1).people;
  const symmetric = createSymmetricSearch(request, `${seed}/symmetry`);
  let found: Candidate = design;
  for (let start = 0; start < budget.starts && stopped === undefined; start++) {
    const isGood = start < 2 || start % 2 === 1;
    const from = start === 0 ? design : start === 1 ? found : start % 2 === 1 ? (best ?? design) : undefined;
    const startRandom = createRandom(`${seed}/${start}`);
    const search = new PairSearch({
      request,
      kindOf,
      bound,
      isGood,
      budget: budget.proposals,
      random: startRandom,
      start: from?.groupOf ?? sizes.map((list) => dealByKind(people, kindOf, list, startRandom)),
    });
    await run(search, budget.proposals);
    judge(search.best().groupOf, 'search');
    if (symmetric === undefined || stopped !== undefined) continue;
    await run(symmetric, budget.proposals * (start + 1));
    const plan = symmetric.best();
    if (plan === undefined || (start > 0 && plan.repeats > 0 && start + 1 < budget.starts)) continue;
    const labelled = sizes.map((list, module) =>
      module < plan.groupOf.length ? relabel(plan.groupOf[module], list) : undefined,
    );
    const modules = labelled.flatMap((groupOf) => (groupOf === undefined ? [] : [groupOf]));
    const seated = seatPeople(modules, people, kindOf, createRandom(`${seed}/seats`));
    const whole = [...seated, ...design.groupOf.slice(seated.length)];
    // A plan that mixes worse than arithmetic does is of no use, however few meet again.
    if (sumOff(whole) <= sumOff(design.groupOf)) found = judge(whole, 'symmetry');
  }
  return end();
}

/** A search of plans with a symmetry, where all modules have the same sizes and nobody has met: `undefined` elsewhere. */
function createSymmetricSearch(request: RotationRequest, seed: string): SymmetricSearch | undefined {
  const { peopleCount, sizes, met = [] } = request;
  const [first, ...others] = sizes.map((list) =>
    list
      .filter((size) => size > 0)
      .sort()
      .reverse(),
  );
  const isAlike = others.every((list) => list.join() === first.join());
  if (met.length > 0 || !isAlike || peopleCount > MOST_SYMMETRIC_PEOPLE) return undefined;
  return new SymmetricSearch(peopleCount, first, sizes.length, createRandom(seed));
}

/** Groups in the order of their sizes, the largest first, given the labels of groups of these sizes. */
function relabel(groupOf: Int32Array, sizes: Int32Array): Int32Array {
  const bySize = [...sizes.keys()].sort((one, other) => sizes[other] - sizes[one] || one - other);
  return groupOf.map((group) => bySize[group]);
}

/** Levels numbered anew from 0, without gaps. */
function numberKinds(levels: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  for (const level of levels) if (!numbers.has(level)) numbers.set(level, numbers.size);
  return levels.map((level) => numbers.get(level) ?? 0);
}
