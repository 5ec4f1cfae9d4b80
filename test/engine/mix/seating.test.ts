import { describe, expect, it } from 'vitest';
import {
  dealWithinBlocks,
  groupsOfSeats,
  layOutBins,
  levelsBySeat,
  seatBySize,
  type BinLayout,
} from '../../../src/engine/mix/seating.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { moduleOf, type ModuleDraft } from '../../helpers/modules.js';

const mixOf = (draft: ModuleDraft) => compileProblem(moduleOf(draft)).mix;
const layOut = (sizes: readonly number[], seed = 's') => {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  return layOutBins(mixOf({ people, sizes }), createRandom(seed));
};

describe('groups laid out as bins', () => {
  it('stand by size, in an order drawn at random, with the seats of each', () => {
    const sizes = [3, 2, 3, 2, 3, 1];
    const { binStart, groupOfBin, classes } = layOut(sizes);
    expect([...groupOfBin].map((group) => sizes[group])).toEqual([1, 2, 2, 3, 3, 3]);
    expect(groupOfBin.toSorted()).toEqual(Int32Array.of(0, 1, 2, 3, 4, 5));
    expect([...binStart]).toEqual([0, 1, 3, 5, 8, 11, 14]);
    expect(classes.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [1, 3],
      [3, 6],
    ]);
    const orders = ['a', 'b', 'c', 'd', 'e'].map((seed) => layOut(sizes, seed).groupOfBin.join());
    expect(new Set(orders).size).toBeGreaterThan(2);
  });

  it('are cut into blocks of about 256, in each size', () => {
    const blocksOf = (ones: number, twos: number) =>
      layOut([...Array.from({ length: ones }, () => 1), ...Array.from({ length: twos }, () => 2)]).classes.map(
        ({ blocks }) => blocks.map(({ first, last }) => [first, last]),
      );
    expect(blocksOf(383, 3)).toEqual([[[0, 383]], [[383, 386]]]);
    expect(blocksOf(3, 385)).toEqual([
      [[0, 3]],
      [
        [3, 196],
        [196, 388],
      ],
    ]);
    expect(blocksOf(641, 1)[0]).toEqual([
      [0, 214],
      [214, 428],
      [428, 641],
    ]);
  });
});

describe('people seated', () => {
  it('stand by the size of their group, in each by profile', () => {
    const mix = mixOf({ columns: { x: 'babaa' }, balance: { x: 1 }, sizes: [2, 3] });
    // The level that most hold comes first.
    expect([...seatBySize(mix, Int32Array.of(1, 1, 0, 1, 0))]).toEqual([4, 2, 1, 3, 0]);
  });

  it('are dealt to the bins of each block in turn', () => {
    const layout: BinLayout = {
      binStart: Int32Array.of(0, 1, 3, 5, 7, 9),
      groupOfBin: Int32Array.of(4, 3, 2, 1, 0),
      classes: [
        { first: 0, last: 1, blocks: [{ first: 0, last: 1 }] },
        {
          first: 1,
          last: 5,
          blocks: [
            { first: 1, last: 3 },
            { first: 3, last: 5 },
          ],
        },
      ],
    };
    const people = Int32Array.of(8, 7, 6, 5, 4, 3, 2, 1, 0);
    const dealt = dealWithinBlocks(layout, people);
    expect([...dealt]).toEqual([8, 7, 5, 6, 4, 3, 1, 2, 0]);
    // The group of each person: 8 sits in the first bin, which is group 4.
    expect([...groupsOfSeats(layout, dealt)]).toEqual([0, 1, 0, 1, 2, 3, 2, 3, 4]);
  });

  it('bring their levels with them, as many as they hold', () => {
    const lists = (cells: readonly string[]) => {
      const mix = mixOf({ columns: { x: cells, y: 'cdcd' }, balance: { x: 1, y: 1 }, sizes: [4] });
      const { levelStart, levels } = levelsBySeat(mix, Int32Array.of(3, 1, 0));
      return [0, 1, 2].map((seat) => [...levels.subarray(levelStart[seat], levelStart[seat + 1])]);
    };
    expect(lists(['a', 'b', 'a', 'b'])).toEqual([
      [1, 3],
      [1, 3],
      [0, 2],
    ]);
    expect(lists(['a', 'a|b', 'a', ''])).toEqual([
      [2, 4],
      [0, 1, 4],
      [0, 3],
    ]);
  });

  it('bring them in half the memory where their numbers are small', () => {
    const mix = mixOf({ columns: { x: 'ab' }, balance: { x: 1 }, sizes: [2] });
    const levelsOf = (levelCount: number) => levelsBySeat({ ...mix, levelCount }, Int32Array.of(1, 0)).levels;
    expect(levelsOf(65_536)).toEqual(Uint16Array.of(1, 0));
    expect(levelsOf(65_537)).toEqual(Int32Array.of(1, 0));
  });
});
