import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileBalance, shareUnit } from '../../src/engine/balance.js';
import { findColumns } from '../../src/engine/columns.js';
import { attributeBound, levelBound, placementBound, type LevelDemand } from '../../src/engine/lower-bound.js';
import { compileProblem } from '../../src/engine/problem.js';
import { certify } from '../../src/engine/solution.js';
import { createCountModel } from '../../src/engine/terms/count-term.js';
import { fillings, text } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';
import { runs } from '../helpers/runs.js';

const demand = (holders: number, ...tables: readonly (readonly number[])[]): LevelDemand => ({
  holders,
  table: (sizeClass) => Float64Array.from(tables[sizeClass]),
});

function boundOf(draft: ModuleDraft): string {
  const module = moduleOf(draft);
  const problem = compileProblem(module);
  const [groupOf] = fillings([...problem.groupSizes]);
  return text(certify(module, problem, Int32Array.from(groupOf)).total.bound);
}

describe('bound of one level', () => {
  it('takes the cheapest steps of convex tables first', () => {
    // Steps −3, 1 in two groups and 0, 4 in one; floor 3 + 3 + 0. Three holders: −3 −3 +0.
    const classes = [
      { size: 2, groups: 2 },
      { size: 2, groups: 1 },
    ];
    expect(levelBound(demand(3, [3, 0, 1], [0, 0, 4]), classes)).toBe(0);
    expect(levelBound(demand(4, [3, 0, 1], [0, 0, 4]), classes)).toBe(1);
    expect(levelBound(demand(0, [3, 0, 1], [0, 0, 4]), classes)).toBe(6);
  });

  it('prices a table that is not convex by its envelope, rounded up to a whole penalty', () => {
    const classes = [{ size: 3, groups: 2 }];
    // 0 0 0 9 is convex; 0 9 9 9 has the envelope 0 3 6 9.
    expect(levelBound(demand(4, [0, 9, 9, 9]), classes)).toBe(12);
    expect(levelBound(demand(4, [0, 5, 0, 0]), classes)).toBe(0);
    // 0 4 4 1: the envelope falls by thirds.
    expect(levelBound(demand(2, [0, 4, 4, 1]), classes)).toBe(1);
  });
});

/** The greatest convex function under a table, at a whole number: the lowest line between two of its points. */
function envelopeAt(table: readonly number[], x: number): number {
  let least = table[x];
  for (let a = 0; a < x; a++) {
    for (let b = x + 1; b < table.length; b++)
      least = Math.min(least, table[a] + ((table[b] - table[a]) * (x - a)) / (b - a));
  }
  return least;
}

describe('bound of one level in any tables', () => {
  const table = fc.array(fc.nat(12), { minLength: 2, maxLength: 5 });
  const sizeClass = fc.record({ table, groups: fc.integer({ min: 1, max: 3 }) });

  it('is the least that their envelopes cost over all ways to spread the holders, rounded up to a multiple', () => {
    fc.assert(
      fc.property(
        fc.array(sizeClass, { minLength: 1, maxLength: 2 }),
        fc.nat(12),
        fc.integer({ min: 1, max: 4 }),
        (drawn, wanted, multiple) => {
          const tables = drawn.flatMap((own) => Array.from({ length: own.groups }, () => own.table));
          const seats = tables.reduce((sum, own) => sum + own.length - 1, 0);
          const holders = Math.min(wanted, seats);
          // By how many are seated so far, the least cost.
          let costs = [0];
          for (const own of tables) {
            const next: number[] = [];
            costs.forEach((cost, before) =>
              own.forEach((_, x) => {
                next[before + x] = Math.min(next[before + x] ?? Infinity, cost + envelopeAt(own, x));
              }),
            );
            costs = next;
          }
          const classes = drawn.map((own) => ({ size: own.table.length - 1, groups: own.groups }));
          const expected = Math.ceil(costs[holders] / multiple - 1e-6) * multiple;
          expect(levelBound(demand(holders, ...drawn.map((own) => own.table)), classes, multiple)).toBe(
            Math.max(0, expected),
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('bound of an attribute', () => {
  it('adds up its levels when all groups are of one size', () => {
    const classes = [{ size: 2, groups: 3 }];
    expect(
      attributeBound([demand(4, [5, 0, 1]), demand(2, [1, 0, 5])], classes, () => ({
        least: new Float64Array(7),
        most: new Float64Array(7),
      })),
    ).toBe(2);
  });

  it('is G · f(1 − f) per level for equal sizes', () => {
    // 3 groups of 3; 4, 3 and 2 holders: f = 1/3, 0, 2/3: 2/3 + 0 + 2/3.
    expect(boundOf({ columns: { school: 'EEEEIIIXX' }, balance: { school: 1 }, sizes: [3, 3, 3] })).toBe('4/3');
    // 2 groups of 2: 1 and 3 holders: f = 1/2 twice: 1/2 + 1/2, times 10.
    expect(boundOf({ columns: { school: 'EIII' }, balance: { school: 10 }, sizes: [2, 2] })).toBe('10');
    // Several-valued levels one by one: x 3 of 4, y 2 of 4: 1/2 + 0.
    expect(boundOf({ columns: { stage: ['x|y', 'x', 'x', 'y'] }, balance: { stage: 1 }, sizes: [2, 2] })).toBe('1/2');
  });

  it('sees that the large group has not seats for everyone who would fit it best', () => {
    // Five levels of one holder each in groups of 2 and 3: shares 2/5 and 3/5. A holder costs 4/25 + 4/25 in the
    // group of 3 and 9/25 + 9/25 in the group of 2; only three fit the former: 3 · 8/25 + 2 · 18/25.
    expect(boundOf({ columns: { school: 'ABCDE' }, balance: { school: 1 }, sizes: [2, 3] })).toBe('12/5');
  });

  it('lets people without a level fill the seats', () => {
    // Three levels of one holder, two people without: all three may be in the group of 3: 3 · 8/25.
    expect(boundOf({ columns: { school: 'ABC..' }, balance: { school: 1 }, sizes: [2, 3] })).toBe('24/25');
  });

  it('is met by some groups where each person has one level or none, whatever the sizes', () => {
    const schools = fc.array(fc.constantFrom('A', 'B', 'C', '.'), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(schools, fc.constantFrom([1, 5], [2, 4], [1, 2, 3], [1, 1, 4]), (school, sizes) => {
        fc.pre(school.some((level) => level !== '.'));
        const module = moduleOf({ columns: { school }, balance: { school: 1 }, sizes });
        const groupSizes = Int32Array.from(sizes);
        const columns = findColumns(module.cohort, module.balance);
        const balance = compileBalance(columns, groupSizes, 6, shareUnit(columns, groupSizes, 6));
        const model = createCountModel({ groupSizes, ...balance });
        const penalties = [...fillings(sizes)].map((groupOf) => model.start(Int32Array.from(groupOf)).penalty);
        expect(model.bound).toBe(Math.min(...penalties));
      }),
      { numRuns: runs(40) },
    );
  });

  it('sees that people of two levels each bring two levels into any seat', () => {
    // Each level is held by 2 of 5: shares 2/5 and 8/5 in groups of 1 and 4. None in the small group costs 8/25 a level,
    // one costs 18/25; whoever sits there brings two: 3 · 8/25 + 2 · 18/25.
    const stage = ['v|w', 'w|x', 'x|y', 'y|z', 'z|v'];
    expect(boundOf({ columns: { stage }, balance: { stage: 1 }, sizes: [1, 4] })).toBe('12/5');
  });

  it('sees that people of two levels each bring no more than two into a seat', () => {
    // x is held by 4 of 5: 2/25 with one in the group of 1, 32/25 without; y and z by 3: 8/25 with, 18/25 without.
    // All three would do best with one there, and two can: 2/25 + 8/25 + 18/25.
    const stage = ['x|y', 'x|y', 'x|z', 'y|z', 'x|z'];
    expect(boundOf({ columns: { stage }, balance: { stage: 1 }, sizes: [1, 4] })).toBe('28/25');
  });

  it('adds up attributes by weight', () => {
    const columns = { school: 'EIII', gender: 'FFMM' };
    expect(boundOf({ columns, balance: { school: 10, gender: 3 }, sizes: [2, 2] })).toBe('10');
    expect(boundOf({ columns, balance: { school: 10, gender: 3 }, sizes: [1, 3] })).toBe(
      text({ numerator: 10n * 4n + 3n * 16n, denominator: 16n }),
    );
  });
});

describe('bound of places', () => {
  it('is the cheapest seating', () => {
    // Two who cost 0 or 5, two who cost 1 or 2; two seats each.
    expect(placementBound(Float64Array.of(0, 5, 1, 2), [2, 2], [2, 2])).toBe(0 + 0 + 2 + 2);
    expect(placementBound(Float64Array.of(0, 5, 0, 2), [2, 2], [3, 1])).toBe(2);
  });
});
