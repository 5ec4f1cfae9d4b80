import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Home } from '../../../src/engine/home.js';
import { countMoves } from '../../../src/engine/home.js';
import { createShiftFinder, disjointGains, type SizeShift } from '../../../src/engine/repair/size-shifts.js';
import { keyOf, moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

const WEIGHTS = { school: 3, region: 1 };

/** The balance's penalty in units of 1/people²: weight × (people × count − holders × size)² of each level in each group. */
function penaltyOf(columns: Readonly<Record<string, readonly string[]>>, groupOf: Int32Array, groups: number): number {
  let penalty = 0;
  for (const [key, cells] of Object.entries(columns)) {
    for (const level of new Set(cells.flatMap((cell) => cell.split('|')).filter((cell) => cell !== ''))) {
      const isHolder = cells.map((cell) => cell.split('|').includes(level));
      const holders = isHolder.filter(Boolean).length;
      for (let group = 0; group < groups; group++) {
        const size = groupOf.filter((own) => own === group).length;
        const count = isHolder.filter((is, p) => is && groupOf[p] === group).length;
        penalty += WEIGHTS[key as keyof typeof WEIGHTS] * (cells.length * count - holders * size) ** 2;
      }
    }
  }
  return penalty;
}

const compareShifts = (a: SizeShift, b: SizeShift) => a.change - b.change || a.person - b.person || a.to - b.to;

const cases = fc
  .record({
    school: fc.array(fc.constantFrom('u', 'v', 'w', '', 'u|v'), { minLength: 8, maxLength: 8 }),
    region: fc.array(fc.constantFrom('x', 'y', ''), { minLength: 8, maxLength: 8 }),
    places: fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
    homes: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 }),
    slack: fc.array(fc.nat(1), { minLength: 6, maxLength: 6 }),
    more: fc.nat(2),
    wanted: fc.constantFrom(0, 1, 2, Infinity),
  })
  .map(({ school, region, places, homes, slack, more, wanted }) => {
    const groupOf = Int32Array.from(places);
    const sizes = [0, 1, 2].map((group) => places.filter((own) => own === group).length);
    const home: Home = {
      homeOf: Int32Array.from(homes),
      least: Int32Array.from(sizes, (size, g) => size - slack[g]),
      most: Int32Array.from(sizes, (size, g) => size + slack[3 + g]),
    };
    return { columns: { school, region }, groupOf, sizes, home, more, wanted };
  });

describe('people who could go elsewhere with nobody in exchange', () => {
  it('are all whom sizes and moves allow, with what a recount of the balance finds, the best first', () => {
    fc.assert(
      fc.property(cases, ({ columns, groupOf, sizes, home, more, wanted }) => {
        const { homeOf, least, most } = home;
        const mostMoves = countMoves(homeOf, groupOf) + more - 1;
        const before = penaltyOf(columns, groupOf, 3);
        const expected = [...groupOf.keys()].flatMap((person) =>
          [0, 1, 2]
            .flatMap((to): SizeShift[] => {
              const from = groupOf[person];
              if (to === from || sizes[from] === least[from] || sizes[to] === most[to]) return [];
              const after = groupOf.with(person, to);
              if (countMoves(homeOf, after) > mostMoves) return [];
              return [{ person, to, change: penaltyOf(columns, after, 3) - before }];
            })
            .sort(compareShifts)
            .slice(0, wanted),
        );
        const module = moduleOf({ columns, balance: WEIGHTS, people: 8, sizes: [3, 3, 2] });
        const found = createShiftFinder(module, home)(groupOf, mostMoves, wanted);
        expect(found).toEqual(expected.sort(compareShifts));
      }),
      { numRuns: runs(60) },
    );
  });

  it('may go to every other group, or the like, where there are very many of them', () => {
    const [people, groups] = [620, 620];
    const module = moduleOf({ people, sizes: Array.from({ length: groups }, () => 1) });
    const own = Int32Array.from({ length: people }, (_, p) => p);
    const home = { homeOf: own, least: new Int32Array(groups), most: new Int32Array(groups).fill(2) };
    const found = createShiftFinder(module, home)(own, 5, Infinity);
    expect(found.length).toBeLessThanOrEqual(300_000);
    expect(found.length).toBeGreaterThan(100_000);
    expect(found.every(({ person, to }) => person % 2 === to % 2 && person !== to)).toBe(true);
  });
});

describe('several of them at once', () => {
  const gains = (shifts: readonly (readonly [person: string, to: number, change: number])[], spare: number) =>
    disjointGains(
      shifts.map(([person, to, change]) => ({ person: person.charCodeAt(0) - 97, to, change })),
      // a and b are at home in 0, c is away from 0, d has no home.
      Int32Array.of(0, 0, 1, 2, 3),
      Int32Array.of(0, 0, 0, -1, 3),
      spare,
    ).map(({ person, to }) => `${keyOf(person)}${to}`);

  it('leave and join groups that no better one does', () => {
    expect(
      gains(
        [
          ['a', 4, -9],
          ['b', 5, -8],
          ['d', 4, -7],
          ['e', 5, -6],
        ],
        9,
      ),
    ).toEqual(['a4', 'e5']);
    expect(
      gains(
        [
          ['a', 3, -9],
          ['e', 5, -8],
          ['d', 0, -7],
          ['c', 5, -6],
        ],
        9,
      ),
    ).toEqual(['a3', 'c5']);
  });

  it('gain, all of them', () => {
    expect(
      gains(
        [
          ['a', 4, -1],
          ['d', 5, 0],
          ['e', 6, 1],
        ],
        9,
      ),
    ).toEqual(['a4']);
  });

  it('are no more moves than are left, which those who come home give back', () => {
    expect(
      gains(
        [
          ['a', 4, -9],
          ['e', 5, -8],
        ],
        1,
      ),
    ).toEqual(['a4']);
    expect(
      gains(
        [
          ['a', 4, -9],
          ['d', 5, -8],
        ],
        1,
      ),
    ).toEqual(['a4', 'd5']);
    expect(
      gains(
        [
          ['a', 4, -9],
          ['c', 5, -8],
        ],
        1,
      ),
    ).toEqual(['a4', 'c5']);
    expect(
      gains(
        [
          ['c', 0, -9],
          ['e', 5, -8],
        ],
        0,
      ),
    ).toEqual(['c0', 'e5']);
    expect(
      gains(
        [
          ['e', 5, -9],
          ['c', 0, -8],
        ],
        0,
      ),
    ).toEqual(['c0']);
  });
});
