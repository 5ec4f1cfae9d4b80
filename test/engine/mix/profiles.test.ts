import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupProfiles, sortByKey } from '../../../src/engine/mix/profiles.js';
import { packLevels } from '../../../src/engine/balance.js';
import { runs } from '../../helpers/runs.js';

const profilesOf = (lists: readonly (readonly number[])[], levelCount = 9) => {
  const { levelStart, levels } = packLevels(lists);
  return groupProfiles(levelStart, levels, levelCount);
};

describe('profiles', () => {
  it('number distinct lists in lexicographic order, a list before its continuations', () => {
    const { profileOf, order, start } = profilesOf([[2], [0, 3], [0], [0, 3], []]);
    expect([...profileOf]).toEqual([3, 2, 1, 2, 0]);
    expect([...order]).toEqual([4, 2, 1, 3, 0]);
    expect([...start]).toEqual([0, 1, 2, 4, 5]);
  });

  it('are the same for two people if and only if they hold the same levels', () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 20 }), (lists) => {
        const { profileOf } = profilesOf(lists);
        const textOf = (levels: readonly number[]) => [...levels].sort((a, b) => a - b).join();
        lists.forEach((a, p) =>
          lists.forEach((b, q) => expect(profileOf[p] === profileOf[q]).toBe(textOf(a) === textOf(b))),
        );
      }),
      { seed: 1, numRuns: runs(60) },
    );
  });

  it('come of a counting sort that keeps the order of equals', () => {
    const { order, start } = sortByKey(Int32Array.of(1, 0, 1, 0), 3);
    expect([...order]).toEqual([1, 3, 0, 2]);
    expect([...start]).toEqual([0, 2, 4, 4]);
  });
});
