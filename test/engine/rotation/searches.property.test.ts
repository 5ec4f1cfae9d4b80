import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/engine/random.js';
import { Dealing } from '../../../src/engine/rotation/dealing.js';
import { Exchanges } from '../../../src/engine/rotation/exchanges.js';
import { Reseating } from '../../../src/engine/rotation/reseating.js';
import type { RotationGroups } from '../../../src/engine/rotation/rotation-problem.js';
import type { RotationSearch } from '../../../src/engine/rotation/rotation-search.js';
import { RotationState } from '../../../src/engine/rotation/rotation-state.js';
import { compareScores } from '../../../src/engine/state.js';
import { runs } from '../../helpers/runs.js';
import { rotations, scoreFromNothing, type DrawnRotation } from './rotations.js';

const SEARCHES: Readonly<Record<string, (drawn: DrawnRotation) => RotationSearch>> = {
  dealing: ({ rotation, groups }) =>
    new Dealing({ rotation, random: createRandom('deal'), groups: copy(groups), heat: 0.1, budget: 120 }),
  'dealing one module': ({ rotation, groups }) =>
    new Dealing({ rotation, random: createRandom('one'), groups: copy(groups), only: 1, heat: 0.1, budget: 120 }),
  reseating: ({ rotation, groups }) =>
    new Reseating({ rotation, random: createRandom('seat'), groups: copy(groups), budget: 400 }),
  exchanges: ({ rotation, groups }) => new Exchanges(rotation, copy(groups), 10_000),
};

function copy(groups: RotationGroups): RotationGroups {
  return groups.map((groupOf) => groupOf.slice());
}

function sizesOf(groupOf: Int32Array): readonly number[] {
  const sizes: number[] = [];
  for (const group of groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

/** How many pairs are together in so many modules, by that number. */
function timesTogether(groups: RotationGroups): readonly number[] {
  const counts = groups.map(() => 0);
  const n = groups[0].length;
  for (let p = 0; p < n; p++) {
    for (let q = 0; q < p; q++) {
      const times = groups.filter((groupOf) => groupOf[p] === groupOf[q]).length;
      if (times > 0) counts[times - 1]++;
    }
  }
  return counts;
}

describe.each(Object.entries(SEARCHES))('%s', (_, create) => {
  it('gives groups of the right sizes, no worse than it began with, whose score is that from nothing', () => {
    fc.assert(
      fc.property(rotations(), (drawn) => {
        const search = create(drawn);
        while (!search.isDone()) search.step(64);
        const found = search.groups();
        const { rotation, groups } = drawn;
        for (const groupOf of found) expect(sizesOf(groupOf)).toEqual([...rotation.problem.groupSizes]);
        expect(search.score()).toEqual(scoreFromNothing(rotation, found));
        expect(compareScores(search.score(), scoreFromNothing(rotation, groups))).toBeLessThanOrEqual(0);
      }),
      { numRuns: runs(60) },
    );
  });

  it('comes to the same groups however it is cut into steps', () => {
    fc.assert(
      fc.property(rotations(), fc.integer({ min: 1, max: 40 }), (drawn, length) => {
        const whole = create(drawn);
        while (!whole.isDone()) whole.step(100_000);
        const cut = create(drawn);
        while (!cut.isDone()) cut.step(length);
        expect(cut.groups()).toEqual(whole.groups());
        expect(cut.proposals()).toBe(whole.proposals());
      }),
      { numRuns: runs(20) },
    );
  });
});

it('reseating leaves as many pairs together so many times as there were', () => {
  fc.assert(
    fc.property(rotations(), (drawn) => {
      const search = SEARCHES['reseating'](drawn);
      while (!search.isDone()) search.step(100);
      expect(timesTogether(search.groups())).toEqual(timesTogether(drawn.groups));
    }),
    { numRuns: runs(100) },
  );
});

it('dealing one module leaves the others alone', () => {
  fc.assert(
    fc.property(rotations(), (drawn) => {
      const search = SEARCHES['dealing one module'](drawn);
      while (!search.isDone()) search.step(100);
      const found = search.groups();
      drawn.groups.forEach((groupOf, module) => {
        if (module !== 1) expect(found[module]).toEqual(groupOf);
      });
    }),
    { numRuns: runs(40) },
  );
});

it('exchanges end where no exchange of two people helps', () => {
  fc.assert(
    fc.property(rotations(), ({ rotation, groups }) => {
      const search = new Exchanges(rotation, copy(groups), 1_000_000);
      while (!search.isDone()) search.step(1_000);
      const state = new RotationState(rotation, search.groups());
      const { hard, soft } = search.score();
      state.modules.forEach(({ groupOf }, module) => {
        for (let p = 0; p < groupOf.length; p++) {
          for (let q = 0; q < p; q++) {
            if (groupOf[p] === groupOf[q]) continue;
            state.swap(module, p, q);
            expect(compareScores(state, { hard, soft })).toBeGreaterThanOrEqual(0);
            state.swap(module, p, q);
          }
        }
      });
    }),
    { numRuns: runs(40) },
  );
});
