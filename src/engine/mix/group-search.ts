import { Incumbent } from '../incumbent.js';
import type { Problem } from '../problem.js';
import type { Random } from '../random.js';
import type { Score } from '../state.js';
import { createBins, type Bins } from './bins.js';
import { createExploration } from './exploration.js';
import { fairCounts } from './fair-counts.js';
import { createFocus } from './focus.js';
import { createMending } from './mending.js';
import { priceCounts, type Mix } from './mix.js';
import { createPartnerFinder } from './partners.js';
import { createPeers } from './peers.js';
import type { Phase, PhaseInput } from './phase.js';
import { createRepartition } from './repartition.js';
import type { Rests } from './rests.js';
import { createRuleRepair } from './rule-repair.js';
import { groupsOfSeats, levelsBySeat, type BinLayout, type BinRange } from './seating.js';
import { startSideTerms } from './side-terms.js';

/**
 * Proposals per person of a phase: within a block one attribute at a time, at random, then aimed too; then over all groups
 * of one size, then dissolving some of them.
 */
const MENDING = 4;
const EXPLORATION = 3;
const FOCUS = 20;
const AIMED = 200;
const WIDE = 1_000;
const REPARTITION = 1_000;
/** Proposals of the last in all: what it needs does not grow with the cohort. */
const MOST_REPARTITION = 500_000;
/** Proposals per person of whom hard rules speak. */
const REPAIR = 200;

export interface GroupSearchInput {
  readonly problem: Problem;
  readonly rests: readonly Rests[];
  readonly layout: BinLayout;
  /** The person at each seat at first. */
  readonly people: Int32Array;
  readonly random: Random;
  /** Most proposals; a heated search shares them out among the people. */
  readonly budget: number;
  /** Temperature in units of the least curvature. */
  readonly heat: number;
}

/** The groups themselves as bins, with all that is asked beside the mix. */
export interface GroupSearch {
  /** What is to be done, in order: each phase is made when the one before is over. */
  readonly phases: () => Generator<Phase, undefined>;
  readonly isAtBound: () => boolean;
  /** Of the best groups met: fewest hard violations, then the best mix. */
  readonly score: () => Score;
  readonly groupOf: () => Int32Array;
}

export function startGroupSearch(input: GroupSearchInput): GroupSearch {
  const { problem, rests, layout, people, random, budget, heat } = input;
  const { mix, hardBound } = problem;
  const { bound } = problem.soft[0];
  const { binStart, groupOfBin, classes } = layout;
  const bins = createGroupBins(mix, layout, people);
  let penalty = priceCounts(mix, bins.counts, bins.rowOf);
  const sides = startSideTerms(problem, () => groupsOfSeats(layout, people));
  const incumbent = new Incumbent(bins.binOf);
  let best = { hard: sides.hard(), penalty, soft: penalty + sides.soft() };
  const temperature = heat * mix.curvature.reduce((least, own) => (own > 0 ? Math.min(least, own) : least), Infinity);

  const isAtBound = () => best.hard <= hardBound && best.penalty <= bound;
  const hardDelta = (p: number, q: number) => sides.hardDelta(people[p], people[q]);
  function swap(p: number, q: number, delta: number): boolean {
    sides.swap(people[p], people[q]);
    bins.swap(p, q);
    incumbent.record(p, q);
    penalty += delta;
    const hard = sides.hard();
    if (hard < best.hard || (hard === best.hard && penalty < best.penalty)) {
      best = { hard, penalty, soft: penalty + sides.soft() };
      incumbent.mark();
    }
    return isAtBound();
  }
  const over = ({ first, last }: BinRange, perPerson: number): PhaseInput => ({
    bins,
    random,
    firstBin: first,
    lastBin: last,
    budget: perPerson * (binStart[last] - binStart[first]),
    isAllowed: (p, q) => hardDelta(p, q) <= 0,
    swap,
  });
  const findPartners = createPartnerFinder(mix, rests, people);
  const partnersOf = ({ first, last }: BinRange) => findPartners(binStart[first], binStart[last]);

  function* phases(): Generator<Phase, undefined> {
    if (sides.involved.length > 0) {
      const isInvolved = new Uint8Array(people.length);
      for (const p of sides.involved) isInvolved[p] = 1;
      yield createRuleRepair({
        ...over({ first: 0, last: groupOfBin.length }, 0),
        budget: REPAIR * sides.involved.length,
        involved: Int32Array.from(people.keys()).filter((seat) => isInvolved[people[seat]] === 1),
        hardDelta,
        isRepaired: () => sides.hard() <= hardBound,
      });
    }
    for (const block of classes.flatMap(({ blocks }) => blocks)) {
      const partners = partnersOf(block);
      yield createMending({ ...over(block, MENDING), partners, attributeOf: mix.attributeOf });
      if (!isOff(bins, block)) continue;
      yield createExploration(over(block, EXPLORATION));
      yield createFocus({ ...over(block, FOCUS), temperature: 0 });
      if (isOff(bins, block)) yield createFocus({ ...over(block, AIMED), temperature: 0, partners });
    }
    for (const range of classes) {
      if (!isOff(bins, range)) continue;
      const partners = partnersOf(range);
      if (range.blocks.length > 1) {
        yield createMending({ ...over(range, MENDING), partners, attributeOf: mix.attributeOf });
        if (!isOff(bins, range)) continue;
      }
      if (heat > 0) {
        const peers = createPeers(mix, people, binStart[range.first], binStart[range.last]);
        yield createFocus({ ...over(range, budget / people.length), temperature, partners: peers, isConfined: true });
      } else yield createFocus({ ...over(range, WIDE), temperature, partners });
      if (!isOff(bins, range)) continue;
      const repartition = over(range, REPARTITION);
      yield createRepartition({ ...repartition, budget: Math.min(repartition.budget, MOST_REPARTITION), mix, people });
    }
    return undefined;
  }

  return {
    phases,
    isAtBound,
    score: () => ({ hard: best.hard, soft: best.soft }),
    groupOf: () => {
      const binOf = incumbent.assignment();
      const found = new Int32Array(people.length);
      people.forEach((p, seat) => (found[p] = groupOfBin[binOf[seat]]));
      return found;
    },
  };
}

/** The groups as bins: within those of one size, no more is to be had than the floor or the ceiling of an even share. */
function createGroupBins(mix: Mix, layout: BinLayout, people: Int32Array): Bins {
  const { levelCount, width, curvature, pull } = mix;
  const { binStart, groupOfBin, classes } = layout;
  const seated = levelsBySeat(mix, people);
  const low = new Int32Array(pull.length);
  const high = new Int32Array(pull.length);
  classes.forEach(({ first, last }, index) => {
    const [from, to] = [seated.levelStart[binStart[first]], seated.levelStart[binStart[last]]];
    const fair = fairCounts(mix, seated.levels.subarray(from, to), last - first);
    low.set(fair.low, index * levelCount);
    high.set(fair.high, index * levelCount);
  });
  return createBins({
    ...seated,
    levelCount,
    width,
    binStart,
    curvature,
    rowOf: groupOfBin.map((group) => mix.classOf[group]),
    pull,
    low,
    high,
  });
}

function isOff({ offCounts }: Bins, { first, last }: BinRange): boolean {
  for (let bin = first; bin < last; bin++) if (offCounts[bin] > 0) return true;
  return false;
}
