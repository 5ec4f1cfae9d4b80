import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadBlocks } from '../../../src/engine/mix/block-spread.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

/** People of two attributes in groups of `size`, cut into blocks of so many groups. */
function spreadOver(x: string, y: string, size: number, groupsOf: readonly number[]) {
  const groups = groupsOf.reduce((sum, own) => sum + own, 0);
  const sizes = Array.from({ length: groups }, () => size);
  const { mix } = compileProblem(moduleOf({ columns: { x: [...x], y: [...y] }, balance: { x: 1, y: 1 }, sizes }));
  const rests = [findRests(mix, 0), findRests(mix, 1)];
  let first = 0;
  const blocks = groupsOf.map((own) => ({ first, last: (first += own) }));
  const spread = spreadBlocks(mix, rests, blocks, mix.profiles.order, createRandom('s'));
  const cut = (people: Int32Array) =>
    blocks.map((block) => [...people.subarray(block.first * size, block.last * size)]);
  const holders = (people: readonly number[], level: number) =>
    people.filter((p) => [0, 1].some((attribute) => mix.levels[2 * p + attribute] === level)).length;
  return { mix, blocks: cut(spread), holders, groups };
}

describe('people spread over blocks', () => {
  const cohorts = fc
    .record({
      groupsOf: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
      size: fc.integer({ min: 2, max: 5 }),
    })
    .chain(({ groupsOf, size }) => {
      const length = size * groupsOf.reduce((sum, own) => sum + own, 0);
      const cells = (letters: string) =>
        fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map((list) => list.join(''));
      return fc.record({
        x: cells('aa.b'),
        y: cells('ccde'),
        size: fc.constant(size),
        groupsOf: fc.constant(groupsOf),
      });
    });

  it('fill the seats of every block, each once and by profile', () => {
    fc.assert(
      fc.property(cohorts, ({ x, y, size, groupsOf }) => {
        const { mix, blocks } = spreadOver(x, y, size, groupsOf);
        expect(blocks.flat().sort((a, b) => a - b)).toEqual([...x].map((_, p) => p));
        for (const people of blocks) {
          const ranks = people.map((p) => mix.profiles.profileOf[p]);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        }
      }),
      { seed: 1, numRuns: runs(60) },
    );
  });

  it('give every block at least the share, rounded down, of each profile', () => {
    fc.assert(
      fc.property(cohorts, ({ x, y, size, groupsOf }) => {
        const { mix, blocks, groups } = spreadOver(x, y, size, groupsOf);
        const { profileOf, start } = mix.profiles;
        blocks.forEach((people, block) => {
          for (let profile = 0; profile + 1 < start.length; profile++) {
            const share = Math.floor(((start[profile + 1] - start[profile]) * groupsOf[block]) / groups);
            expect(people.filter((p) => profileOf[p] === profile).length).toBeGreaterThanOrEqual(share);
          }
        });
      }),
      { seed: 2, numRuns: runs(60) },
    );
  });

  it('leave each block what its groups can share evenly', () => {
    // Eight of twelve hold a, and eight c: two of each in every group of three, four in a block of two groups.
    const { blocks, holders, mix } = spreadOver('aabaabaabaab', 'ccdcdcdccccd', 3, [2, 2]);
    expect(
      blocks.map((people) => Array.from({ length: mix.levelCount }, (_, level) => holders(people, level))),
    ).toEqual([
      [4, 2, 4, 2],
      [4, 2, 4, 2],
    ]);
  });

  it('leave each block what its groups can share evenly of every level of one attribute', () => {
    const cells = (length: number) =>
      fc.array(fc.constantFrom(...'aaabbc.'), { minLength: length, maxLength: length }).map((list) => list.join(''));
    const cohort = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 3 }))
      .chain(([size, groupsOf]) =>
        fc.tuple(cells(size * groupsOf.reduce((sum, own) => sum + own, 0)), fc.constant(size), fc.constant(groupsOf)),
      );
    fc.assert(
      fc.property(cohort, ([x, size, groupsOf]) => {
        const { mix, blocks, holders, groups } = spreadOver(x, 'd'.repeat(x.length), size, groupsOf);
        const everybody = [...x].map((_, p) => p);
        for (let level = 0; level < mix.levelCount; level++) {
          if (mix.curvature[level] === 0) continue;
          const share = holders(everybody, level) / groups;
          blocks.forEach((people, block) => {
            expect(holders(people, level)).toBeGreaterThanOrEqual(groupsOf[block] * Math.floor(share));
            expect(holders(people, level)).toBeLessThanOrEqual(groupsOf[block] * Math.ceil(share));
          });
        }
      }),
      { seed: 4, numRuns: runs(40) },
    );
  });

  it('are people of several levels too', () => {
    // Of twelve people six hold a and b, and six c: in blocks of one and of two groups of four.
    const columns = { x: Array.from({ length: 12 }, (_, p) => (p % 2 === 0 ? 'a|b' : 'c')) };
    const { mix } = compileProblem(moduleOf({ columns, balance: { x: 1 }, sizes: [4, 4, 4] }));
    const blocks = [
      { first: 0, last: 1 },
      { first: 1, last: 3 },
    ];
    const spread = spreadBlocks(mix, [findRests(mix, 0)], blocks, mix.profiles.order, createRandom('s'));
    const isEven = (people: Int32Array) => people.filter((p) => p % 2 === 0).length;
    expect([isEven(spread.subarray(0, 4)), isEven(spread.subarray(4))]).toEqual([2, 4]);
  });
});
