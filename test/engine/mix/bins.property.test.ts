import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBins, type Bins } from '../../../src/engine/mix/bins.js';
import { packLevels } from '../../../src/engine/balance.js';
import { runs } from '../../helpers/runs.js';

/** Levels 0 and 1 of one attribute, 2 to 4 of another; both held once by everybody, or the second any number of times. */
const person = (isWide: boolean) =>
  fc.tuple(
    fc.integer({ min: 0, max: 1 }),
    isWide
      ? fc.integer({ min: 2, max: 4 }).map((level) => [level])
      : fc.uniqueArray(fc.integer({ min: 2, max: 4 }), { maxLength: 3 }),
  );

/** Bins of two rows, whose prices and windows differ. */
const drafts = fc.boolean().chain((isWide) =>
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }).chain((sizes) => {
    const people = sizes.reduce((sum, size) => sum + size, 0);
    const table = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: 10, maxLength: 10 });
    return fc.record({
      isWide: fc.constant(isWide),
      sizes: fc.constant(sizes),
      people: fc.array(person(isWide), { minLength: people, maxLength: people }),
      rows: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: sizes.length, maxLength: sizes.length }),
      curvature: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }),
      pull: table(9),
      low: table(2),
      width: table(1),
      swaps: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }),
    });
  }),
);
type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function start(draft: Draft): { bins: Bins; lists: readonly (readonly number[])[] } {
  const lists = draft.people.map(([first, others]) => [first, ...others].sort((a, b) => a - b));
  const binStart = [0];
  for (const size of draft.sizes) binStart.push(binStart[binStart.length - 1] + size);
  const bins = createBins({
    ...packLevels(lists),
    levelCount: 5,
    width: draft.isWide ? 2 : 0,
    binStart: Int32Array.from(binStart),
    curvature: Float64Array.from(draft.curvature),
    rowOf: Int32Array.from(draft.rows),
    pull: Float64Array.from(draft.pull),
    low: Int32Array.from(draft.low),
    high: Int32Array.from(draft.low, (low, cell) => low + draft.width[cell]),
  });
  return { bins, lists };
}

/** Everything anew, from who sits where. */
function recount(
  { low, width, rows, curvature, pull, sizes }: Draft,
  binOf: Int32Array,
  lists: readonly (readonly number[])[],
) {
  const counts = sizes.map((_, bin) =>
    [0, 1, 2, 3, 4].map((level) => lists.filter((held, p) => binOf[p] === bin && held.includes(level)).length),
  );
  const isOff = counts.map((own, bin) =>
    own.map((count, level) => {
      const cell = rows[bin] * 5 + level;
      return count < low[cell] || count > low[cell] + width[cell];
    }),
  );
  const price = counts
    .flatMap((own, bin) =>
      own.map((count, level) => (curvature[level] / 2) * count * count - pull[rows[bin] * 5 + level] * count),
    )
    .reduce((sum, own) => sum + own, 0);
  return { counts, isOff, price };
}

/** Exchanges two people after the other who sit in different bins. */
function forEachSwap(
  draft: Draft,
  visit: (bins: Bins, lists: readonly (readonly number[])[], p: number, q: number) => void,
) {
  const { bins, lists } = start(draft);
  for (const [a, b] of draft.swaps) {
    const [p, q] = [a % lists.length, b % lists.length];
    if (bins.binOf[p] !== bins.binOf[q]) visit(bins, lists, p, q);
  }
}

describe('bins', () => {
  it('tell what an exchange costs, and keep their counts and people, as a recount does', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        forEachSwap(draft, (bins, lists, p, q) => {
          const before = recount(draft, bins.binOf, lists);
          const delta = bins.delta(p, q);
          const [from, to] = [bins.binOf[p], bins.binOf[q]];
          bins.swap(p, q);
          const after = recount(draft, bins.binOf, lists);
          expect(before.price + delta === after.price).toBe(true);
          expect([bins.binOf[p], bins.binOf[q]]).toEqual([to, from]);
          expect([...bins.counts]).toEqual(after.counts.flat());
          expect([...bins.offCounts]).toEqual(after.isOff.map((own) => own.filter(Boolean).length));
          for (let bin = 0; bin < draft.sizes.length; bin++) {
            const members = bins.members.subarray(bins.binStart[bin], bins.binStart[bin + 1]);
            expect([...members].sort((a, b) => a - b)).toEqual(
              [...bins.binOf.keys()].filter((own) => bins.binOf[own] === bin),
            );
          }
        });
      }),
      { numRuns: runs(30) },
    );
  });

  it('tell the same of two people who differ in one attribute alone', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        forEachSwap(draft, (bins, lists, p, q) => {
          const differing = [lists[p][0] !== lists[q][0], lists[p].slice(1).join() !== lists[q].slice(1).join()];
          [0, 1].forEach((attribute) => {
            if (!differing[1 - attribute]) expect(bins.deltaWithin(attribute, p, q) === bins.delta(p, q)).toBe(true);
          });
        });
      }),
      { numRuns: runs(30) },
    );
  });

  it('know who holds what, and which of their counts are off and which way', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { bins, lists } = start(draft);
        const { counts, isOff } = recount(draft, bins.binOf, lists);
        lists.forEach((held, p) => {
          for (let level = 0; level < 5; level++) expect(bins.holds(p, level)).toBe(held.includes(level));
        });
        isOff.forEach((own, bin) => {
          expect(bins.offCounts[bin]).toBe(own.filter(Boolean).length);
          for (let level = 0; level < 5; level++) {
            const cell = draft.rows[bin] * 5 + level;
            expect(bins.isOver(bin, level)).toBe(counts[bin][level] > draft.low[cell] + draft.width[cell]);
            if (bins.offCounts[bin] === 0) continue;
            const next = [0, 1, 2, 3, 4].map((step) => (level + step) % 5).find((at) => own[at]);
            expect(bins.offLevel(bin, level)).toBe(next);
          }
        });
      }),
      { numRuns: runs(30) },
    );
  });
});
