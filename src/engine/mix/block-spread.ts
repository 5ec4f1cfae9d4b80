import type { Random } from '../random.js';
import { createBins } from './bins.js';
import { createFocus } from './focus.js';
import type { Mix } from './mix.js';
import { createPartnerFinder } from './partners.js';
import type { Rests } from './rests.js';
import { levelsBySeat, type BinRange } from './seating.js';

/** Proposals per person who may be exchanged between blocks. */
const SPREAD = 20;

/**
 * Makes each block a fair sample of the people of one size. Of the people of a profile every block gets its share, rounded
 * down; those who are left over, a few of each profile, are dealt to the blocks in turn and exchanged among them until each
 * level comes as near its share as the groups of the block can use: the search one level up, the blocks being the bins. A
 * sample drawn by profile alone is off by a few people in each level, which the groups of a block could never make good among
 * themselves where a share is nearly whole.
 *
 * @param people The people of that size by profile.
 * @returns The people block by block, in each by profile.
 */
export function spreadBlocks(
  mix: Mix,
  rests: readonly Rests[],
  blocks: readonly BinRange[],
  people: Int32Array,
  random: Random,
): Int32Array {
  const { levelStart, levels, levelCount, width, curvature } = mix;
  const groupsOf = blocks.map(({ first, last }) => last - first);
  const groups = groupsOf.reduce((sum, own) => sum + own, 0);
  const mostGroups = groupsOf.reduce((most, own) => Math.max(most, own), 0);
  const runs = findRuns(mix, people);
  const runLength = (run: number) => runs[run + 1] - runs[run];
  const hasShares = (run: number) => runLength(run) * mostGroups >= groups;
  const shareOf = (run: number, block: number) => Math.floor((runLength(run) * groupsOf[block]) / groups);

  const totals = new Int32Array(levelCount);
  const seats = groupsOf.map((own) => (own * people.length) / groups);
  /** Holders by block and level among those who are not left over. */
  const settled = new Int32Array(blocks.length * levelCount);
  const left: number[] = [];
  for (let run = 0; run + 1 < runs.length; run++) {
    const p = people[runs[run]];
    const held = levels.subarray(levelStart[p], levelStart[p + 1]);
    for (const level of held) totals[level] += runLength(run);
    let next = runs[run];
    for (let block = 0; block < blocks.length && hasShares(run); block++) {
      const share = shareOf(run, block);
      for (const level of held) settled[block * levelCount + level] += share;
      seats[block] -= share;
      next += share;
    }
    for (; next < runs[run + 1]; next++) left.push(people[next]);
  }

  const binStart = new Int32Array(blocks.length + 1);
  seats.forEach((own, block) => (binStart[block + 1] = binStart[block] + own));
  const dealt = dealInTurn(left, binStart);
  const isCounted = (level: number) => curvature[level] > 0;
  const tableOf = (entry: (level: number, own: number, there: number) => number) =>
    groupsOf.flatMap((own, block) =>
      Array.from(totals, (_, level) => entry(level, own, settled[block * levelCount + level])),
    );
  const bins = createBins({
    ...levelsBySeat(mix, dealt),
    levelCount,
    width,
    binStart,
    curvature: curvature.map((value) => (value > 0 ? 2 * groups : 0)),
    rowOf: Int32Array.from(blocks.keys()),
    pull: Float64Array.from(
      tableOf((level, own, there) => (isCounted(level) ? 2 * (own * totals[level] - groups * there) : 0)),
    ),
    low: Int32Array.from(
      tableOf((level, own, there) => (isCounted(level) ? own * Math.floor(totals[level] / groups) - there : 0)),
    ),
    high: Int32Array.from(
      tableOf((level, own, there) =>
        isCounted(level) ? own * Math.ceil(totals[level] / groups) - there : totals[level],
      ),
    ),
  });
  const phase = createFocus({
    bins,
    random,
    firstBin: 0,
    lastBin: blocks.length,
    budget: SPREAD * dealt.length,
    temperature: 0,
    partners: createPartnerFinder(mix, rests, dealt)(0, dealt.length),
    isAllowed: () => true,
    swap: (p, q) => {
      bins.swap(p, q);
      return false;
    },
  });

  phase.run(SPREAD * dealt.length);

  const blockOf = new Int32Array(mix.peopleCount);
  for (let seat = 0; seat < dealt.length; seat++) blockOf[dealt[seat]] = bins.binOf[seat];
  const next = new Int32Array(blocks.length);
  for (let block = 1; block < blocks.length; block++)
    next[block] = next[block - 1] + (groupsOf[block - 1] * people.length) / groups;
  const sorted = new Int32Array(people.length);
  for (let run = 0; run + 1 < runs.length; run++) {
    let from = runs[run];
    for (let block = 0; block < blocks.length && hasShares(run); block++) {
      for (let share = shareOf(run, block); share > 0; share--) sorted[next[block]++] = people[from++];
    }
    for (; from < runs[run + 1]; from++) sorted[next[blockOf[people[from]]]++] = people[from];
  }
  return sorted;
}

/** Where the people of each profile begin among people sorted by profile, and the end. */
function findRuns({ profiles: { profileOf } }: Mix, people: Int32Array): readonly number[] {
  const runs: number[] = [];
  for (let at = 0; at < people.length; at++) {
    if (at === 0 || profileOf[people[at]] !== profileOf[people[at - 1]]) runs.push(at);
  }
  runs.push(people.length);
  return runs;
}

/** Deals people to bins in turn, passing over the full ones: the person at each seat. */
function dealInTurn(people: readonly number[], binStart: Int32Array): Int32Array {
  const seated = new Int32Array(people.length);
  const next = binStart.slice(0, -1);
  let bin = -1;
  for (const p of people) {
    do bin = bin + 1 === next.length ? 0 : bin + 1;
    while (next[bin] === binStart[bin + 1]);
    seated[next[bin]++] = p;
  }
  return seated;
}
