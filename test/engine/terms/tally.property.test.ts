import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLevels } from '../../../src/engine/balance.js';
import { createCountModel } from '../../../src/engine/terms/count-term.js';
import { Tally } from '../../../src/engine/terms/tally.js';
import { runs } from '../../helpers/runs.js';

const SIZES = Int32Array.of(3, 3, 2);
const START = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2);

/** The levels of each person in a term of more levels than a word has bits, so that some stand in a second or third word. */
const drawnTerm = fc.integer({ min: 1, max: 70 }).chain((levelCount) =>
  fc.record({
    levelCount: fc.constant(levelCount),
    levelsOf: fc.array(fc.subarray([...Array.from({ length: levelCount }).keys()]), { minLength: 8, maxLength: 8 }),
    salt: fc.nat(50),
    weight: fc.nat(4),
  }),
);

type Drawn = typeof drawnTerm extends fc.Arbitrary<infer Value> ? Value : never;

/** Prices that follow no rule. */
const priceOf = ({ salt }: Drawn, level: number, size: number, count: number) =>
  ((level + 1) * (salt + 3) + size * 17 + count * 57 * (level + 2)) % 23;

/** What the people of a group cost in a term, counted from nothing. */
function costOf(drawn: Drawn, people: readonly number[]): number {
  let sum = 0;
  for (let level = 0; level < drawn.levelCount; level++) {
    const count = people.filter((p) => drawn.levelsOf[p].includes(level)).length;
    sum += priceOf(drawn, level, people.length, count);
  }
  return sum;
}

const membersOf = (groupOf: Int32Array, group: number) => [...groupOf.keys()].filter((p) => groupOf[p] === group);

/** What changes in a term where somebody takes the place of another. */
function takingOf(drawn: Drawn, groupOf: Int32Array, p: number, q: number): number {
  const before = membersOf(groupOf, groupOf[q]);
  return (
    costOf(
      drawn,
      before.map((member) => (member === q ? p : member)),
    ) - costOf(drawn, before)
  );
}

const modelOf = (drawn: Drawn) =>
  createCountModel({
    ...packLevels(drawn.levelsOf),
    groupSizes: SIZES,
    levelCount: drawn.levelCount,
    blocks: [{ origin: { kind: 'rule', index: 0 }, first: 0, count: drawn.levelCount, isConvex: false }],
    priceOf: (level, size, count) => priceOf(drawn, level, size, count),
  });

describe('terms that count many levels', () => {
  it('cost, one by one and weighed together, what their groups cost counted from nothing, after any swaps', () => {
    const swaps = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(drawnTerm, { minLength: 1, maxLength: 3 }), swaps, (drawn, draw) => {
        const models = drawn.map(modelOf);
        const groupOf = START.slice();
        const terms = models.map((model) => model.start(groupOf));
        const tally = new Tally(
          models.flatMap(({ tables }) => tables ?? []),
          groupOf,
          SIZES.length,
        );
        const takings = (p: number, q: number) => drawn.map((own) => takingOf(own, groupOf, p, q));
        const weigh = (numbers: readonly number[]) =>
          numbers.reduce((sum, number, index) => sum + number * drawn[index].weight, 0);
        for (const [p, q] of draw) {
          if (groupOf[p] === groupOf[q]) continue;
          const deltas = takings(p, q).map((taking, index) => taking + takings(q, p)[index]);
          expect(tally.delta(p, q)).toBe(deltas.reduce((sum, delta) => sum + delta, 0));
          tally.weigh(drawn.map(({ weight }) => weight));
          expect(tally.delta(p, q)).toBe(weigh(deltas));
          expect(tally.taking(p, q)).toBe(weigh(takings(p, q)));
          expect(drawn.map((_, index) => tally.deltaOf(index, p, q))).toEqual(deltas);
          expect(terms.map((term) => term.delta(p, q))).toEqual(deltas);
          expect(terms.map((term) => term.taking(p, q))).toEqual(takings(p, q));
          const people = Int32Array.from([0, 1, 2], (group) => membersOf(groupOf, group)[0]);
          const costs = new Float64Array(9).fill(5);
          tally.addTakings(people, costs);
          const expected = [...people].flatMap((who) =>
            [...people].map((place) => 5 + (who === place ? 0 : weigh(takings(who, place)))),
          );
          expect([...costs]).toEqual(expected);
          tally.weigh(drawn.map(() => 1));
          tally.apply(p, q);
          for (const term of terms) term.apply(p, q);
          [groupOf[p], groupOf[q]] = [groupOf[q], groupOf[p]];
          const penalties = drawn.map((own) =>
            [0, 1, 2].reduce((sum, group) => sum + costOf(own, membersOf(groupOf, group)), 0),
          );
          expect([...tally.penalties]).toEqual(penalties);
          expect(terms.map(({ penalty }) => penalty)).toEqual(penalties);
          expect(terms.map((term) => term.explain()[0].penalty)).toEqual(penalties);
        }
      }),
      { numRuns: runs(12), seed: 11 },
    );
  });
});
