import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/engine/random.js';
import { abelianFactors, cosetLeaders, createAbelianGroup, isWithin } from '../../src/rotation/abelian-group.js';
import { scoreRotation } from '../../src/rotation/meeting-counts.js';
import { StarterDraw } from '../../src/rotation/starter-draw.js';
import { StarterSearch } from '../../src/rotation/starter-search.js';
import { SymmetricSearch } from '../../src/rotation/symmetric-search.js';
import { createSymmetry } from '../../src/rotation/symmetry.js';

describe('a commutative group', () => {
  it('is one of a known number for each order', () => {
    expect([2, 4, 6, 8, 9, 12, 16, 36].map((order) => abelianFactors(order).length)).toEqual([1, 2, 1, 3, 2, 2, 4, 4]);
    expect(abelianFactors(8)).toEqual([[8], [4, 2], [2, 2, 2]]);
  });

  it('has as many subgroups and elements of order two as is known', () => {
    const counts = [[12], [4, 4], [2, 2, 2], [9], [3, 3]].map((factors) => {
      const { subgroups, involutions } = createAbelianGroup(factors);
      return [subgroups.length, involutions.length];
    });
    expect(counts).toEqual([
      [6, 1],
      [15, 3],
      [16, 7],
      [3, 0],
      [6, 0],
    ]);
  });

  it('falls into cosets of its subgroups', () => {
    const group = createAbelianGroup([4, 2]);
    const all = group.subgroups.at(-1) ?? new Int32Array();
    for (const subgroup of group.subgroups) {
      expect(cosetLeaders(group, all, subgroup)).toHaveLength(group.order / subgroup.length);
      expect(isWithin(subgroup, all)).toBe(true);
      expect(isWithin(all, subgroup)).toBe(subgroup.length === all.length);
    }
  });
});

describe('starters', () => {
  it.each([
    { factors: [4, 4], rings: 2, people: 32, groups: 8, modules: 10 },
    { factors: [9], rings: 3, people: 32, groups: 8, modules: 9 },
    { factors: [3], rings: 4, people: 15, groups: 5, modules: 6 },
    { factors: [2, 2], rings: 4, people: 16, groups: 4, modules: 5 },
  ])('written out have the repeats counted by classes: $factors', ({ factors, rings, people, groups, modules }) => {
    const sizes = new Int32Array(groups).fill(people / groups);
    const random = createRandom('starters');
    const draw = new StarterDraw(
      () => createSymmetry(people, createAbelianGroup(factors), rings),
      sizes,
      modules,
      modules,
    );
    for (let i = 0; i < 30; i++) {
      const frames = draw.next(random);
      if (frames === undefined) continue;
      const search = new StarterSearch(draw.symmetry(), frames, random);
      search.run(i * 20);
      const plan = search.modules();
      expect(plan).toHaveLength(modules);
      for (const groupOf of plan) expect(sizesOf(groupOf, groups)).toEqual([...sizes]);
      expect(search.repeats()).toBe(scoreRotation(people, plan).repeats);
    }
    expect(draw.accepted()).toBeGreaterThan(0);
  });
});

describe('the search of plans with a symmetry', () => {
  it.each([
    ['the schoolgirls of Kirkman', 15, 5, 7],
    ['32 people in groups of 4, nine times', 32, 8, 9],
    ['32 people in groups of 4, ten times', 32, 8, 10],
  ])('finds no repeats: %s', { timeout: 120_000 }, (_, people, groups, modules) => {
    const sizes = new Int32Array(groups).fill(people / groups);
    const search = new SymmetricSearch(people, sizes, modules, createRandom('symmetric'));
    while (!search.isDone() && search.proposals() < 20_000_000) search.step();
    const plan = search.best()?.groupOf ?? [];
    expect(plan).toHaveLength(modules);
    expect(scoreRotation(people, plan).repeats).toBe(0);
  });

  it('has an end where no group can do', () => {
    const search = new SymmetricSearch(4, Int32Array.of(4), 3, createRandom('none'));
    expect(search.isDone()).toBe(true);
    expect(search.best()).toBeUndefined();
  });
});

function sizesOf(groupOf: Int32Array, groupCount: number): number[] {
  const sizes = Array.from({ length: groupCount }, () => 0);
  for (const group of groupOf) sizes[group]++;
  return sizes;
}
