import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parabola, type Mix } from '../../../src/engine/mix/mix.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { annealSizes } from '../../../src/engine/mix/size-annealing.js';
import { settleSizes } from '../../../src/engine/mix/size-settlement.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { fillings } from '../../helpers/groupings.js';
import { moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

const seatsOf = ({ classes }: Mix) => classes.map(({ size, groups }) => size * groups);

/** Holders by size class and level. */
function totalsOf({ classes, levelCount, levelStart, levels }: Mix, sizeClassOf: ArrayLike<number>): Int32Array {
  const totals = new Int32Array(classes.length * levelCount);
  for (let p = 0; p < sizeClassOf.length; p++)
    for (const level of levels.subarray(levelStart[p], levelStart[p + 1]))
      totals[sizeClassOf[p] * levelCount + level]++;
  return totals;
}

/** What the totals cost, each level being spread evenly over the groups of a size. */
function priceOf(mix: Mix, sizeClassOf: ArrayLike<number>): number {
  const { classes, levelCount, curvature, pull, least } = mix;
  const totals = totalsOf(mix, sizeClassOf);
  return classes.reduce((sum, { groups }, index) => {
    for (let level = 0; level < levelCount; level++) {
      const cell = index * levelCount + level;
      for (let group = 0; group < groups; group++) {
        const held = Math.floor((totals[cell] + group) / groups);
        sum += parabola(curvature[level], pull[cell], held) - least[cell];
      }
    }
    return sum;
  }, 0);
}

function bestPrice(mix: Mix): number {
  let best = Infinity;
  for (const filling of fillings(seatsOf(mix))) best = Math.min(best, priceOf(mix, filling));
  return best;
}

const settle = (mix: Mix, bound: number, seed = 's') =>
  settleSizes(
    mix,
    Array.from({ length: mix.attributeCount }, (_, attribute) => findRests(mix, attribute)),
    createRandom(seed),
    bound,
  );

/** Cohorts of eight in groups of two or three sizes. */
const mixes = (letters: readonly string[]) => {
  const cells = fc.array(fc.constantFrom(...letters), { minLength: 8, maxLength: 8 });
  return fc
    .record({
      x: cells,
      y: cells,
      z: cells,
      sizes: fc.constantFrom([1, 1, 3, 3], [2, 2, 2, 1, 1], [5, 3], [1, 2, 5]),
      weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    })
    .map(({ x, y, z, sizes, weights: [first, second] }) => {
      const columns = { x, y, z };
      return compileProblem(moduleOf({ columns, balance: { x: first, y: second, z: 1 }, sizes })).mix;
    });
};

describe('who sits in a group of which size', () => {
  it('is settled as well as can be, of all ways to seat eight people', () => {
    fc.assert(
      fc.property(mixes(['a', 'b', 'c', '']), (mix) => {
        const best = bestPrice(mix);
        for (const bound of [0, best]) {
          const found = settle(mix, bound);
          expect(seatsOf(mix)).toEqual(mix.classes.map((_, index) => found.filter((own) => own === index).length));
          expect(priceOf(mix, found)).toBe(best);
        }
      }),
      { seed: 1, numRuns: runs(8) },
    );
  });

  it('is settled for people who hold several levels too, nearly always as well as can be', () => {
    let [asked, reached] = [0, 0];
    fc.assert(
      fc.property(mixes(['a', 'b', 'a|b', 'b|c', '']), (mix) => {
        const found = settle(mix, 0);
        if (priceOf(mix, found) === bestPrice(mix)) reached++;
        asked++;
        expect(seatsOf(mix)).toEqual(mix.classes.map((_, index) => found.filter((own) => own === index).length));
      }),
      { seed: 1, numRuns: runs(6) },
    );
    expect(reached).toBeGreaterThan(0.8 * asked);
  });

  it('is no question of one size', () => {
    const { mix } = compileProblem(moduleOf({ columns: { x: 'abab' }, balance: { x: 1 }, sizes: [2, 2] }));
    expect(settle(mix, 0)).toEqual(new Int32Array(4));
  });

  it('is found by flows alone where an attribute is by itself, for any number of people', () => {
    const people = 400;
    const column = (step: number) => Array.from({ length: people }, (_, p) => `l${(p * p * step) % 7}`);
    const sizes = [...Array.from({ length: 30 }, () => 10), ...Array.from({ length: 10 }, () => 9), 6, 4];
    const { mix, softBound } = compileProblem(moduleOf({ columns: { x: column(3) }, balance: { x: 1 }, sizes }));
    for (const seed of ['a', 'b', 'c']) expect(priceOf(mix, settle(mix, softBound, seed))).toBe(softBound);
  });
});

describe('annealing of sizes', () => {
  const anneal = (mix: Mix, start: readonly number[], bound: number) => {
    const sizeClassOf = Int32Array.from(start);
    const price = priceOf(mix, start);
    let draws = 0;
    const own = createRandom('s');
    const random = { index: (below: number) => (draws++, own.index(below)) };
    const best = annealSizes(mix, sizeClassOf, totalsOf(mix, start), price, bound, random);
    return { best, sizeClassOf, draws };
  };

  it('comes from any seating to a better one, nearly always the best, and tells its price', () => {
    let [asked, reached] = [0, 0];
    fc.assert(
      fc.property(mixes(['a', 'b', 'a|b', 'b|c']), fc.nat({ max: 27 }), (mix, number) => {
        const start = [...fillings(seatsOf(mix))][number];
        const { best, sizeClassOf } = anneal(mix, start, bestPrice(mix));
        if (best === bestPrice(mix)) reached++;
        asked++;
        expect(best).toBeLessThanOrEqual(priceOf(mix, start));
        expect(priceOf(mix, sizeClassOf)).toBe(best);
        expect(seatsOf(mix)).toEqual(mix.classes.map((_, index) => sizeClassOf.filter((own) => own === index).length));
      }),
      { seed: 3, numRuns: runs(10) },
    );
    expect(reached).toBeGreaterThan(0.8 * asked);
  });

  it('comes from every seating of six people to the best, the worst of all too', () => {
    const columns = { x: ['a', 'a', 'b', 'a|b', 'b', 'a|b'], y: 'cdcdcd' };
    const { mix } = compileProblem(moduleOf({ columns, balance: { x: 3, y: 2 }, sizes: [1, 1, 4] }));
    for (const start of fillings(seatsOf(mix)))
      expect(anneal(mix, [...start], bestPrice(mix)).best).toBe(bestPrice(mix));
  });

  it('gives the best it has met, in a hundred stages, where the bound is out of reach', () => {
    const columns = { x: ['a', 'a', 'b', 'a|b', 'b', 'a|b'], y: 'cdcdcd' };
    const { mix } = compileProblem(moduleOf({ columns, balance: { x: 3, y: 2 }, sizes: [1, 1, 4] }));
    const { best, sizeClassOf, draws } = anneal(mix, [0, 1, 0, 1, 1, 1], -1);
    expect(best).toBe(bestPrice(mix));
    expect(priceOf(mix, sizeClassOf)).toBe(best);
    // Two people of each of the 200 of the sample and of a thousand proposals a person, and a threshold for some.
    expect(draws).toBeGreaterThan(2 * (200 + 6_000));
    expect(draws).toBeLessThan(3 * (200 + 6_000));
  });

  it('makes no proposal at the bound', () => {
    const { mix } = compileProblem(moduleOf({ columns: { x: 'aabb' }, balance: { x: 1 }, sizes: [1, 1, 2] }));
    const start = [0, 1, 0, 1];
    expect(anneal(mix, start, priceOf(mix, start))).toMatchObject({ best: priceOf(mix, start), draws: 400 });
  });
});
