import { describe, expect, it } from 'vitest';
import { packLevels, type LevelInput } from '../../../src/engine/balance.js';
import { chooseFamilies, findFamilies, type LevelFamily } from '../../../src/engine/constructions/level-families.js';

const CLASSES = [{ size: 4, groups: 2 }];
const EVERYONE = Int32Array.from({ length: 8 }, (_, p) => p);

/** Eight people who hold these levels of attributes of two levels each: the first attribute's are 0 and 1, and so on. */
function inputOf(levelsOf: readonly (readonly number[])[], attributes: number): LevelInput {
  return {
    ...packLevels(levelsOf),
    levelCount: 2 * attributes,
    blocks: Array.from({ length: attributes }, (_, index) => ({
      origin: { kind: 'attribute', key: `${index}` },
      first: 2 * index,
      count: 2,
      isConvex: true,
    })),
    priceOf: (_level, _size, count) => count,
  };
}

const bit = (p: number, place: number) => (p >> place) & 1;
const levelsIn = (families: readonly LevelFamily[]) =>
  families.map(({ levels }) => levels.flat().sort((a, b) => a - b));

describe('families of levels that do not cross', () => {
  const crossing = [...EVERYONE].map((p) => [bit(p, 0), 2 + bit(p, 1), 4 + bit(p, 2)]);

  it('are chosen attribute by attribute: what crosses both is left out', () => {
    expect(levelsIn(chooseFamilies(inputOf(crossing, 3), CLASSES, EVERYONE))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(findFamilies(inputOf(crossing, 3), CLASSES, EVERYONE)).toBeUndefined();
  });

  it('take in what lies inside a family already', () => {
    const nested = [...EVERYONE].map((p) => [bit(p, 0), 2 + bit(p, 1), 4 + (bit(p, 0) & bit(p, 2))]);
    // Level 5 lies in level 1; level 4 is held by all of level 0 and some of level 1, which it crosses.
    expect(levelsIn(chooseFamilies(inputOf(nested, 3), CLASSES, EVERYONE))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const inside = nested.map((levels) => levels.filter((level) => level !== 4));
    expect(levelsIn(chooseFamilies(inputOf(inside, 3), CLASSES, EVERYONE))).toEqual([
      [0, 1, 5],
      [2, 3],
    ]);
    expect(levelsIn(findFamilies(inputOf(inside, 3), CLASSES, EVERYONE) ?? [])).toEqual([
      [0, 1, 5],
      [2, 3],
    ]);
  });

  it('leave out an attribute of which somebody holds two levels that cross', () => {
    const several = [...EVERYONE].map((p) => [...(p < 3 ? [0] : p < 5 ? [0, 1] : [1]), 2 + bit(p, 0)]);
    expect(levelsIn(chooseFamilies(inputOf(several, 2), CLASSES, EVERYONE))).toEqual([[2, 3], []]);
  });

  it('leave out levels that cost nothing', () => {
    const free = {
      ...inputOf(crossing, 3),
      priceOf: (level: number, _size: number, count: number) => (level < 4 ? count : 0),
    };
    expect(levelsIn(findFamilies(free, CLASSES, EVERYONE) ?? [])).toEqual([
      [0, 1],
      [2, 3],
    ]);
    // A price of a full group alone is a price.
    const full = { ...free, priceOf: (_level: number, size: number, count: number) => (count === size ? 1 : 0) };
    expect(findFamilies(full, CLASSES, EVERYONE)).toBeUndefined();
  });
});
