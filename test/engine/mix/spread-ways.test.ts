import { describe, expect, it } from 'vitest';
import { spreadBlocks } from '../../../src/engine/mix/block-spread.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { settleSizes } from '../../../src/engine/mix/size-settlement.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { moduleOf } from '../../helpers/modules.js';
import { fingerprint } from '../../helpers/fingerprint.js';

/** So many people with three attributes drawn from such levels, in groups of these sizes. */
function mixOf(levels: readonly string[], sizes: readonly number[]) {
  const random = createRandom('spread');
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const draw = () => Array.from({ length: people }, () => levels[random.index(levels.length)]);
  const columns = { x: draw(), y: draw(), z: draw() };
  const { mix } = compileProblem(moduleOf({ columns, balance: { x: 3, y: 2, z: 1 }, sizes }));
  return { mix, rests: Array.from({ length: mix.attributeCount }, (_, attribute) => findRests(mix, attribute)) };
}

/** Draws of a generator, counted. */
function counted(seed: string) {
  const own = createRandom(seed);
  let draws = 0;
  return { random: { index: (below: number) => (draws++, own.index(below)) }, draws: () => draws };
}

const UNEVEN = [9, 9, 9, 9, 8, 8, 8, 7, 7];

describe('people are spread the same way on every machine', () => {
  it.each([
    [
      'one level each',
      ['a', 'b', 'c', 'd'],
      [
        [575859, 193107],
        [156629, 193289],
      ],
    ],
    [
      'some without',
      ['a', 'b', 'c', ''],
      [
        [390298, 193218],
        [390891, 192661],
      ],
    ],
    [
      'several levels',
      ['a', 'b', 'a|b', 'b|c'],
      [
        [20247, 193664],
        [78843, 193535],
      ],
    ],
  ])('over sizes of groups: %s', (_, levels, expected) => {
    const { mix, rests } = mixOf(levels, UNEVEN);
    const way = ['a', 'b'].map((seed) => {
      const { random, draws } = counted(seed);
      return [fingerprint(settleSizes(mix, rests, random, 0)), draws()];
    });
    expect(way).toEqual(expected);
  });

  it.each([
    [
      'alike',
      [4, 4, 4],
      [
        [246911, 310],
        [97015, 296],
      ],
    ],
    [
      'of several sizes',
      [1, 2, 3, 6],
      [
        [971686, 300],
        [515679, 508],
      ],
    ],
  ])('over blocks of groups: %s', (_, groupsOf, expected) => {
    const { mix, rests } = mixOf(
      ['a', 'b', 'c', ''],
      Array.from({ length: 12 }, () => 5),
    );
    let first = 0;
    const blocks = groupsOf.map((own) => ({ first, last: (first += own) }));
    const way = ['a', 'b'].map((seed) => {
      const { random, draws } = counted(seed);
      return [fingerprint(spreadBlocks(mix, rests, blocks, mix.profiles.order, random)), draws()];
    });
    expect(way).toEqual(expected);
  });
});
