import { describe, expect, it } from 'vitest';
import { constructAssignment } from '../../src/engine/construct.js';
import { compileProblem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { scoreOf } from '../../src/engine/state.js';
import { moduleOf } from '../helpers/modules.js';

describe('first assignment', () => {
  it('fills every group', () => {
    const problem = compileProblem(moduleOf({ people: 10, sizes: [4, 1, 3, 2] }));
    const groupOf = constructAssignment(problem, createRandom('x'));
    expect([0, 1, 2, 3].map((group) => groupOf.filter((own) => own === group).length)).toEqual([4, 1, 3, 2]);
  });

  it('has the best mix of a single attribute in groups of one size already', () => {
    const problem = compileProblem(
      moduleOf({ columns: { school: 'EIEXIEEXIEEI' }, sizes: [3, 3, 3, 3], balance: { school: 1 } }),
    );
    for (const seed of ['a', 'b', 'c']) {
      expect(scoreOf(problem, constructAssignment(problem, createRandom(seed))).soft).toBe(problem.softBound);
    }
  });

  it('deals the people of each size to the groups of that size, by profile', () => {
    const problem = compileProblem(
      moduleOf({ columns: { school: 'EEEEIIII' }, sizes: [3, 1, 3, 1], balance: { school: 1 } }),
    );
    const sizeClassOf = Int32Array.of(0, 1, 1, 1, 1, 1, 1, 0);
    for (const seed of ['a', 'b', 'c']) {
      const groupOf = constructAssignment(problem, createRandom(seed), sizeClassOf);
      expect([...groupOf].map((group) => (group % 2 === 0 ? 1 : 0))).toEqual([...sizeClassOf]);
      expect(groupOf.toSorted()).toEqual(Int32Array.of(0, 0, 0, 1, 2, 2, 2, 3));
      // Three of each school in two groups: neither has all of one.
      const ofSchool = [0, 2].map((group) => groupOf.subarray(0, 4).filter((own) => own === group).length);
      expect(new Set(ofSchool)).toEqual(new Set([1, 2]));
    }
  });

  it('draws the order of the groups', () => {
    const problem = compileProblem(moduleOf({ people: 6, sizes: [1, 1, 1, 1, 1, 1] }));
    const drawn = ['a', 'b', 'c', 'd'].map((seed) => constructAssignment(problem, createRandom(seed)).join());
    expect(new Set(drawn).size).toBeGreaterThan(1);
  });

  it('is what settles themes first, or has the best mix, where there is such a construction', () => {
    const problem = compileProblem(moduleOf({ people: 4, sizes: [2, 2] }));
    const themesFirst = () => Int32Array.of(0, 1, 1, 0);
    const balanceOptimum = { penalty: 0, draw: () => Int32Array.of(1, 1, 0, 0) };
    const construct = (parts: object, sizeClassOf?: Int32Array) =>
      constructAssignment({ ...problem, ...parts }, createRandom('x'), sizeClassOf).join();
    expect(construct({ themesFirst, balanceOptimum })).toBe('0,1,1,0');
    expect(construct({ balanceOptimum })).toBe('1,1,0,0');
    // Who sits in which size is settled: that goes before.
    expect(construct({ balanceOptimum }, Int32Array.of(0, 0, 0, 0))).not.toBe('1,1,0,0');
  });
});
