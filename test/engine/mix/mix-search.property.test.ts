import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBins } from '../../../src/engine/mix/bins.js';
import { createMixSearch } from '../../../src/engine/mix/mix-search.js';
import { penaltyOf } from '../../../src/engine/mix/mix.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import {
  layOutBins,
  dealWithinBlocks,
  groupsOfSeats,
  levelsBySeat,
  seatBySize,
} from '../../../src/engine/mix/seating.js';
import { settleSizes } from '../../../src/engine/mix/size-settlement.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom, shuffle } from '../../../src/engine/random.js';
import { scoreOf } from '../../../src/engine/state.js';
import { moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

/** Twelve people of two single attributes and one of which some hold two levels, in groups of two sizes. */
const cells = (letters: string, length = 12) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length });
const several = fc.array(fc.constantFrom('s', 't', 's|t', 'u', '.'), { minLength: 12, maxLength: 12 });
const problems = fc
  .record({
    x: cells('ab'),
    y: cells('cde'),
    z: several,
    sizes: fc.constantFrom([2, 2, 2, 3, 3], [4, 4, 4], [5, 4, 3]),
  })
  .map(({ x, y, z, sizes }) =>
    compileProblem(moduleOf({ columns: { x, y, z }, balance: { x: 3, y: 2, z: 1 }, sizes })),
  );

describe('the search for the mix', () => {
  it('prices its groups as the terms do, whole and cut into steps', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 50 }), fc.constantFrom(0, 0.225), (problem, step, heat) => {
        const whole = createMixSearch(problem, createRandom('s'), 3_000, heat);
        whole.step(3_000);
        const cut = createMixSearch(problem, createRandom('s'), 3_000, heat);
        while (!cut.isDone()) cut.step(step);
        expect([...cut.groupOf()]).toEqual([...whole.groupOf()]);
        expect(cut.score()).toEqual(whole.score());
        expect(whole.score()).toEqual(scoreOf(problem, whole.groupOf()));
        expect(whole.score().soft).toBeGreaterThanOrEqual(problem.softBound);
      }),
      { seed: 2, numRuns: runs(25) },
    );
  });

  it('keeps a delta to the penalty recomputed', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 }), (problem, p, q) => {
        const { mix } = problem;
        const layout = layOutBins(mix, createRandom('s'));
        const seats = seatBySize(mix, Int32Array.from(mix.groupSizes.length === 0 ? [] : sizesOf(problem)));
        const people = dealWithinBlocks(layout, seats);
        const bins = createBins({
          ...levelsBySeat(mix, people),
          levelCount: mix.levelCount,
          width: mix.width,
          binStart: layout.binStart,
          curvature: mix.curvature,
          rowOf: layout.groupOfBin.map((group) => mix.classOf[group]),
          pull: mix.pull,
          low: new Int32Array(mix.pull.length),
          high: new Int32Array(mix.pull.length).fill(99),
        });
        if (bins.binOf[p] === bins.binOf[q]) return;
        const groupOf = groupsOfSeats(layout, people);
        const before = penaltyOf(mix, groupOf);
        const delta = bins.delta(p, q);
        const own = groupOf[people[p]];
        groupOf[people[p]] = groupOf[people[q]];
        groupOf[people[q]] = own;
        expect(penaltyOf(mix, groupOf) - before).toBe(delta);
      }),
      { seed: 3, numRuns: runs(30) },
    );
  });

  it('seats as many people in each size as it has seats', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const counts = problem.mix.classes.map((_, index) => sizesOf(problem).filter((own) => own === index).length);
        expect(counts).toEqual(problem.mix.classes.map(({ size, groups }) => size * groups));
      }),
      { seed: 4, numRuns: runs(40) },
    );
  });

  it('reaches the bound where every share is whole and attributes cross', () => {
    const columns = Object.fromEntries(
      [3, 5, 7].map((step, index) => [
        `a${index}`,
        Array.from({ length: 90 }, (_, p) => 'uvw'[Math.floor((p * step) / 7) % 3]),
      ]),
    );
    const problem = compileProblem(
      moduleOf({ columns, balance: { a0: 1, a1: 1, a2: 1 }, sizes: Array.from({ length: 10 }, () => 9) }),
    );
    const search = createMixSearch(problem, createRandom('s'), 90 * 3_000, 0);
    search.step(90 * 3_000);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
  });

  it('reaches the bound where each level is held once in every group, and exchanges get stuck', () => {
    const columns = Object.fromEntries(
      ['x', 'y', 'z'].map((key) => [
        key,
        Array.from(
          shuffle(
            Int32Array.from({ length: 128 }, (_, p) => p % 8),
            createRandom(key),
          ),
          String,
        ),
      ]),
    );
    const problem = compileProblem(
      moduleOf({ columns, balance: { x: 1, y: 1, z: 1 }, sizes: Array.from({ length: 16 }, () => 8) }),
    );
    for (const seed of ['a', 'b', 'c']) {
      const search = createMixSearch(problem, createRandom(seed), 128 * 3_000, 0);
      search.step(128 * 3_000);
      expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    }
  });
});

function sizesOf({ mix, soft }: ReturnType<typeof compileProblem>): readonly number[] {
  const rests = Array.from({ length: mix.attributeCount }, (_, attribute) => findRests(mix, attribute));
  return [...settleSizes(mix, rests, createRandom('s'), soft[0]?.bound ?? 0)];
}
