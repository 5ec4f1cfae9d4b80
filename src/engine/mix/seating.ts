import { shuffle, type Random } from '../random.js';
import type { LevelList } from './bins.js';
import type { Mix } from './mix.js';
import { sortByKey } from './profiles.js';

/** Bins `first … last − 1`. */
export interface BinRange {
  readonly first: number;
  readonly last: number;
}

/** The groups renumbered as bins: those of one size together, and of these the ones of one block. */
export interface BinLayout {
  /** Seats of bin b: `binStart[b] … binStart[b + 1] − 1`. */
  readonly binStart: Int32Array;
  /** The group that each bin is. */
  readonly groupOfBin: Int32Array;
  /** Bins of each size class, and the blocks that they are cut into. */
  readonly classes: readonly (BinRange & { readonly blocks: readonly BinRange[] })[];
}

/** Groups of a block: their counts fit the second cache of a processor. */
const BLOCK = 256;

/** Cuts the groups of each size, in an order drawn at random, into blocks of about 256. */
export function layOutBins({ classes, groupSizes, classOf }: Mix, random: Random): BinLayout {
  const { order, start } = sortByKey(classOf, classes.length);
  classes.forEach((_, index) => shuffle(order.subarray(start[index], start[index + 1]), random));
  const binStart = new Int32Array(groupSizes.length + 1);
  order.forEach((group, bin) => (binStart[bin + 1] = binStart[bin] + groupSizes[group]));
  return {
    binStart,
    groupOfBin: order,
    classes: classes.map(({ groups }, index) => {
      const first = start[index];
      const count = Math.max(1, Math.round(groups / BLOCK));
      const blocks: BinRange[] = [];
      for (let block = 0, from = first; block < count; block++) {
        const last = from + Math.ceil((groups - block) / count);
        blocks.push({ first: from, last });
        from = last;
      }
      return { first, last: first + groups, blocks };
    }),
  };
}

/** The people of one size class after those of the other, in each by profile: the person at each seat. */
export function seatBySize(mix: Mix, sizeClassOf: Int32Array): Int32Array {
  const { order } = mix.profiles;
  const people = new Int32Array(order.length);
  let next = 0;
  for (let index = 0; index < mix.classes.length; index++) {
    for (let rank = 0; rank < order.length; rank++)
      if (sizeClassOf[order[rank]] === index) people[next++] = order[rank];
  }
  return people;
}

/** Deals the people of each block, in profile order, to its bins in turn; returns the person at each seat. */
export function dealWithinBlocks(layout: BinLayout, people: Int32Array): Int32Array {
  const { binStart } = layout;
  const dealt = new Int32Array(people.length);
  for (const { first, last } of layout.classes.flatMap(({ blocks }) => blocks)) {
    const from = binStart[first];
    const bins = last - first;
    const size = bins === 0 ? 0 : binStart[first + 1] - from;
    for (let at = 0; at < bins * size; at++)
      dealt[from + (at % bins) * size + Math.floor(at / bins)] = people[from + at];
  }
  return dealt;
}

/** The level lists of the people in the order of their seats, so that those who are worked on together stand together. */
export function levelsBySeat(
  { levelStart, levels, levelCount, width }: Mix,
  people: Int32Array,
): { levelStart: Int32Array; levels: LevelList } {
  const start = new Int32Array(people.length + 1);
  for (let seat = 0; seat < people.length; seat++) {
    const p = people[seat];
    start[seat + 1] = start[seat] + (width > 0 ? width : levelStart[p + 1] - levelStart[p]);
  }
  const held = start[people.length];
  const own = levelCount <= 0x1_0000 ? new Uint16Array(held) : new Int32Array(held);
  for (let seat = 0, at = 0; seat < people.length; seat++) {
    const p = people[seat];
    const first = width > 0 ? p * width : levelStart[p];
    for (let i = first, end = first + start[seat + 1] - start[seat]; i < end; i++) own[at++] = levels[i];
  }
  return { levelStart: start, levels: own };
}

/** The group of each person. */
export function groupsOfSeats({ binStart, groupOfBin }: BinLayout, people: Int32Array): Int32Array {
  const groupOf = new Int32Array(people.length);
  for (let bin = 0; bin < groupOfBin.length; bin++) {
    for (let seat = binStart[bin]; seat < binStart[bin + 1]; seat++) groupOf[people[seat]] = groupOfBin[bin];
  }
  return groupOf;
}
