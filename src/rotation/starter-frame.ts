import { shuffle, type Random } from '../engine/random.js';
import { cosetLeaders, isWithin } from './abelian-group.js';
import type { Symmetry } from './symmetry.js';

/** Places of one base block that hold one orbit of people: those whom the block's own symmetry carries there. */
export interface Slot {
  readonly block: number;
  /** First of its places; as many as the block's subgroup has elements, or one for somebody who stays. */
  readonly seat: number;
  readonly length: number;
  readonly stays: boolean;
}

/**
 * How one starter module is put together: its own symmetry carries the base blocks into all of its groups, and the group as a
 * whole carries it into as many modules as the symmetry has cosets.
 */
export interface StarterFrame {
  /** Elements that carry the module into itself. */
  readonly stabiliser: Int32Array;
  /** By base block: elements that carry it into itself, all of them in the stabiliser. */
  readonly blocks: readonly Int32Array[];
  /** By base block: its first place; one more at the end. */
  readonly firstSeat: Int32Array;
  readonly slots: readonly Slot[];
  /** By slot: one person of each orbit of the stabiliser, dealt at random. */
  readonly leaders: Int32Array;
}

/** What modules of one symmetry have in common. */
export interface ModuleSymmetry {
  /** Elements that carry the module into itself. */
  readonly stabiliser: Int32Array;
  /** How many modules the group makes of one. */
  readonly images: number;
  /** Subgroups that blocks may have: of the stabiliser, and no larger than a group. */
  readonly fitting: readonly Int32Array[];
  /** One person of each orbit of the stabiliser: who stays first. */
  readonly leaders: readonly number[];
}

/** Draws that may fail before a module is given up. */
const ATTEMPTS = 5;

/**
 * Every symmetry that a module of these sizes can have. Groups of several sizes can only be of a module without any.
 *
 * @param sizes by group.
 */
export function listModuleSymmetries(symmetry: Symmetry, sizes: Int32Array): readonly ModuleSymmetry[] {
  const { group, peopleCount, rings } = symmetry;
  const isEven = sizes.every((size) => size === sizes[0]);
  const stayers = Array.from({ length: countStayers(symmetry) }, (_, i) => peopleCount - 1 - i);
  return group.subgroups
    .filter(({ length }) => length === 1 || isEven)
    .map((stabiliser) => {
      const first = cosetLeaders(group, allOf(group.order), stabiliser);
      const leaders = Array.from({ length: rings }, (_, ring) => first.map((element) => ring * group.order + element));
      return {
        stabiliser,
        images: group.order / stabiliser.length,
        fitting: group.subgroups.filter((own) => own.length <= sizes[0] && isWithin(own, stabiliser)),
        leaders: [...stayers, ...leaders.flat()],
      };
    });
}

/** Draws a frame at random for a module of a symmetry; `undefined` where none was found. */
export function drawFrame(
  symmetry: Symmetry,
  { stabiliser, fitting, leaders }: ModuleSymmetry,
  sizes: Int32Array,
  random: Random,
): StarterFrame | undefined {
  const staying = countStayers(symmetry);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const blocks = drawBlocks(fitting, stabiliser.length, sizes.length, random);
    const slots =
      blocks === undefined ? undefined : drawSlots(blocks, staying, leaders.length, stabiliser, sizes, random);
    if (blocks === undefined || slots === undefined) continue;
    const firstSeat = new Int32Array(blocks.length + 1);
    for (let block = 0; block < blocks.length; block++) firstSeat[block + 1] = firstSeat[block] + sizes[block];
    const order = Int32Array.from(leaders);
    shuffle(order.subarray(staying), random);
    return { stabiliser, blocks, firstSeat, slots, leaders: order };
  }
  return undefined;
}

/** A place for every orbit: first for people who stay, in blocks that the whole stabiliser keeps, then for all others. */
function drawSlots(
  blocks: readonly Int32Array[],
  staying: number,
  count: number,
  stabiliser: Int32Array,
  sizes: Int32Array,
  random: Random,
): readonly Slot[] | undefined {
  const filled = new Int32Array(blocks.length);
  const seats = new Int32Array(blocks.length);
  for (let block = 1; block < blocks.length; block++) seats[block] = seats[block - 1] + sizes[block - 1];
  const slots: Slot[] = [];
  for (let i = 0; i < count; i++) {
    const stays = i < staying;
    let block = -1;
    let open = 0;
    for (let b = 0; b < blocks.length; b++) {
      const length = stays ? 1 : blocks[b].length;
      const fits = filled[b] + length <= sizes[b] && (!stays || blocks[b].length === stabiliser.length);
      if (fits && random.index(++open) === 0) block = b;
    }
    if (block < 0) return undefined;
    const length = stays ? 1 : blocks[block].length;
    slots.push({ block, seat: seats[block] + filled[block], length, stays });
    filled[block] += length;
  }
  return slots;
}

/** Subgroups of base blocks whose images are as many as there are groups. */
function drawBlocks(
  fitting: readonly Int32Array[],
  order: number,
  groupCount: number,
  random: Random,
): readonly Int32Array[] | undefined {
  const blocks: Int32Array[] = [];
  let left = groupCount;
  while (left > 0) {
    const open = fitting.filter((block) => order / block.length <= left);
    if (open.length === 0) return undefined;
    const block = open[random.index(open.length)];
    blocks.push(block);
    left -= order / block.length;
  }
  return blocks;
}

/** People who stand in no ring. */
export function countStayers({ peopleCount, rings, group }: Symmetry): number {
  return peopleCount - rings * group.order;
}

export function allOf(order: number): Int32Array {
  return Int32Array.from({ length: order }, (_, element) => element);
}
