import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, isEqual, subtract } from '../../../src/domain/fraction.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { createChainFinder } from '../../../src/engine/repair/move-chains.js';
import { createRepairSearch } from '../../../src/engine/repair/repair-search.js';
import { last } from '../../helpers/courses.js';
import { moduleOf } from '../../helpers/modules.js';

/** Twelve people in four groups of two to four, in whatever places, some of them away from home. */
const cases = fc
  .record({
    school: fc.string({ unit: fc.constantFrom('A', 'B', 'C'), minLength: 12, maxLength: 12 }),
    region: fc.string({ unit: fc.constantFrom('n', 's', '.'), minLength: 12, maxLength: 12 }),
    weight: fc.integer({ min: 0, max: 5 }),
    wishes: fc.array(fc.constantFrom('', 'P', 'Q|P', 'P|Q'), { minLength: 12, maxLength: 12 }),
    seats: fc.shuffledSubarray([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], { minLength: 12 }),
    homes: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 12, maxLength: 12 }),
    isHome: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    more: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ school, region, weight, wishes, seats, homes, isHome, more }) => {
    const module = moduleOf({
      columns: { school, region },
      balance: { school: 7, region: weight },
      places: { P: [3, 3], Q: [3, 3] },
      wishes,
      wishWeight: 1,
    });
    const groupOf = Int32Array.from(seats);
    const homeOf = groupOf.map((group, p) => (isHome[p] ? group : homes[p]));
    const home: Home = { homeOf, least: Int32Array.of(2, 2, 2, 2), most: Int32Array.of(4, 4, 4, 4) };
    return { module, home, groupOf, mostMoves: countMoves(homeOf, groupOf) + more };
  });

describe('chains of moves', () => {
  it('gain what they say, within sizes and moves', () => {
    let found = 0;
    fc.assert(
      fc.property(cases, ({ module, home, groupOf, mostMoves }) => {
        const { stepOf } = createRepairSearch(module, home, 's');
        const before = stepOf(groupOf).value;
        for (const { moves, change } of last(createChainFinder(module, home)(groupOf, mostMoves, 5))) {
          found++;
          const after = groupOf.slice();
          for (const { person, to } of moves) after[person] = to;
          const step = stepOf(after);
          expect(change).toBeLessThan(0);
          expect(isEqual(subtract(step.value, before), fraction(BigInt(change), 144n))).toBe(true);
          expect(step.moves).toBeLessThanOrEqual(mostMoves);
          for (let group = 0; group < 4; group++) {
            const size = after.filter((own) => own === group).length;
            expect(size).toBeGreaterThanOrEqual(2);
            expect(size).toBeLessThanOrEqual(4);
          }
        }
      }),
    );
    expect(found).toBeGreaterThan(50);
  });

  it('are none where the best exchange of places is the whole of it', () => {
    // Each group has one of either school already, and no other sizes are allowed.
    const module = moduleOf({ columns: { school: 'ABABAB' }, balance: { school: 1 }, sizes: [2, 2, 2] });
    const home: Home = {
      homeOf: Int32Array.of(0, 0, 1, 1, 2, 2),
      least: Int32Array.of(2, 2, 2),
      most: Int32Array.of(2, 2, 2),
    };
    expect(last(createChainFinder(module, home)(home.homeOf, 6, 5))).toEqual([]);
  });

  it('pass by groups that gain nothing themselves', () => {
    // A has two too many of a, B two too many of b, C of c: only a ring of three puts each right at once.
    const module = moduleOf({ columns: { school: 'aabbcc' }, balance: { school: 1 }, sizes: [2, 2, 2] });
    const groupOf = Int32Array.of(0, 0, 1, 1, 2, 2);
    const home: Home = { homeOf: groupOf, least: Int32Array.of(2, 2, 2), most: Int32Array.of(2, 2, 2) };
    const [best] = last(createChainFinder(module, home)(groupOf, 3, 1));
    expect(best.moves).toHaveLength(3);
    expect(new Set(best.moves.map(({ to }) => to)).size).toBe(3);
  });
});
