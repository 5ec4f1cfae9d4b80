import type { Random } from '../random.js';
import { createBins, type Bins } from './bins.js';
import { createFocus } from './focus.js';
import { countLevels, type Mix } from './mix.js';
import { createPartnerFinder } from './partners.js';
import type { Phase } from './phase.js';
import type { Rests } from './rests.js';
import { levelsBySeat, type BinRange } from './seating.js';

/** Proposals per person for exchanges between blocks. */
const SPREAD = 20;

/** The exchange of people between the blocks of one size, until each holds what its groups can share evenly. */
export interface BlockSpread {
  readonly phase: Phase;
  /** The people block by block, in each by profile. */
  readonly people: () => Int32Array;
}

/**
 * The search one level up: the blocks are the bins. A sample drawn by profile is off by a few people in each level, which
 * the groups of a block could never make good among themselves where a share is nearly whole.
 *
 * @param people The people of the blocks, one block after the other.
 */
export function spreadBlocks(
  mix: Mix,
  rests: readonly Rests[],
  blocks: readonly BinRange[],
  people: Int32Array,
  random: Random,
): BlockSpread {
  const { levelCount, width, curvature, profiles } = mix;
  const groups = blocks[blocks.length - 1].last - blocks[0].first;
  const seatsOfGroup = people.length / groups;
  const binStart = Int32Array.from([...blocks, { first: blocks[blocks.length - 1].last }], ({ first }) =>
    Math.round((first - blocks[0].first) * seatsOfGroup),
  );
  const seated = levelsBySeat(mix, people);
  const totals = countLevels(seated.levels, levelCount);
  const tableOf = (entry: (total: number, groupsOfBlock: number, level: number) => number) =>
    blocks.flatMap(({ first, last }) => [...totals].map((total, level) => entry(total, last - first, level)));
  const isCounted = (level: number) => curvature[level] > 0;
  const bins: Bins = createBins({
    ...seated,
    levelCount,
    width,
    binStart,
    curvature: curvature.map((value) => (value > 0 ? 2 * groups : 0)),
    rowOf: Int32Array.from(blocks.keys()),
    pull: Float64Array.from(tableOf((total, own, level) => (isCounted(level) ? 2 * own * total : 0))),
    low: Int32Array.from(tableOf((total, own, level) => (isCounted(level) ? own * Math.floor(total / groups) : 0))),
    high: Int32Array.from(tableOf((total, own, level) => (isCounted(level) ? own * Math.ceil(total / groups) : total))),
  });
  const phase = createFocus({
    bins,
    random,
    firstBin: 0,
    lastBin: blocks.length,
    budget: SPREAD * people.length,
    temperature: 0,
    partners: createPartnerFinder(mix, rests, people)(0, people.length),
    isAllowed: () => true,
    swap: (p, q) => {
      bins.swap(p, q);
      return false;
    },
  });
  return {
    phase,
    people: () => {
      // Within a block by profile, people of one profile in their own order: what the dealing to groups expects.
      const blockOf = new Int32Array(mix.peopleCount).fill(-1);
      for (let seat = 0; seat < people.length; seat++) blockOf[people[seat]] = bins.binOf[seat];
      const next = binStart.slice();
      const sorted = new Int32Array(people.length);
      for (const p of profiles.order) if (blockOf[p] >= 0) sorted[next[blockOf[p]]++] = p;
      return sorted;
    },
  };
}
