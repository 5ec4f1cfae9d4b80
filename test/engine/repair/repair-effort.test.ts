import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../../src/check/check-groups.js';
import { compareText } from '../../../src/domain/fold.js';
import { add, fraction, isEqual, isLess } from '../../../src/domain/fraction.js';
import type { Module } from '../../../src/domain/module.js';
import { repairGroups, type RepairResult } from '../../../src/engine/repair/repair-groups.js';
import { createShiftFinder, disjointGains } from '../../../src/engine/repair/size-shifts.js';
import { toGroupList } from '../../../src/usecases/form-groups.js';
import { keyOf, moduleOf, rule } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

describe('the pains that a repair takes', () => {
  it('never make it worse, for any number of moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        modules({ people: 12 }),
        fc.infiniteStream(fc.integer({ min: -1, max: 2 })),
        async (module, stream) => {
          const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
          const homeOf = Int32Array.from(module.cohort.participants, () =>
            Math.min(stream.next().value as number, groups.length - 1),
          );
          const home = {
            homeOf,
            least: Int32Array.from(groups, ({ size }) => Math.max(1, size - 1)),
            most: Int32Array.from(groups, ({ size }) => size + 1),
          };
          const results: RepairResult[] = [];
          for (const rounds of [0, 1, 3])
            results.push(await repairGroups({ module, home, seed: 's', isCompared: true, rounds }));
          results.slice(1).forEach((more, index) => {
            const less = results[index];
            expect(more.status).toBe(less.status);
            if (more.status !== 'repaired' || less.status !== 'repaired') return;
            expect(more.fewest).toBe(less.fewest);
            expect(isLess(less.chosen.value, more.chosen.value)).toBe(false);
            for (const { moves, value } of less.steps) {
              const within = more.steps.findLast((step) => step.moves <= moves);
              expect(within === undefined || isLess(value, within.value)).toBe(false);
            }
            const moves = more.steps.map((step) => step.moves);
            expect(moves).toEqual([...new Set(moves)].sort((a, b) => a - b));
          });
        },
      ),
      { numRuns: runs(6), seed: 3 },
    );
  });
});

describe('a person going to another group with nobody in exchange', () => {
  it('changes the balance by what is said of it, and several of different groups by the sum', () => {
    const letters = fc.array(fc.constantFrom('u', 'v', 'w', '.'), { minLength: 12, maxLength: 12 });
    let batches = 0;
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 5 }), (school, region, weight) => {
        const columns = { school: school.join(''), region: region.join('') };
        const module = moduleOf({ columns, balance: { school: weight, region: 1 }, sizes: [2, 2, 2, 2, 2, 2] });
        const homeOf = Int32Array.from({ length: 12 }, (_, p) => p >> 1);
        const home = { homeOf, least: new Int32Array(6).fill(1), most: new Int32Array(6).fill(3) };
        const found = createShiftFinder(module, home)(homeOf, 3, Infinity);
        expect(found).toHaveLength(12 * 5);
        const batch = disjointGains(found, homeOf, homeOf, 2);
        expect(batch.length).toBeLessThanOrEqual(2);
        if (batch.length > 1) batches++;
        for (const shifts of [...found.map((shift) => [shift]), batch]) {
          const groupOf = homeOf.slice();
          for (const { person, to } of shifts) groupOf[person] = to;
          const change = shifts.reduce((sum, shift) => sum + shift.change, 0);
          const expected = add(worthOf(module, homeOf), fraction(change, 12 ** 2));
          expect(isEqual(worthOf(module, groupOf), expected)).toBe(true);
        }
      }),
      { numRuns: runs(60) },
    );
    expect(batches).toBeGreaterThan(0);
  });
});

describe('a large cohort', () => {
  it('is repaired with the fewest moves, proved, where hard rules are broken in a few of its groups', async () => {
    const [people, groups] = [1_000, 100];
    // In every group five of either school, but in three all of one; two of v are new, in place of two who have left.
    const broken = new Set([10, 40, 70]);
    const cells = Array.from({ length: people }, (_, p) => (p % 10 < 5 || broken.has(Math.floor(p / 10)) ? 'u' : 'v'));
    const module = moduleOf({
      columns: { school: cells },
      balance: { school: 1 },
      sizes: Array.from({ length: groups }, () => people / groups),
      rules: [rule('at_least', 'school=v', { count: 2 }), rule('apart', `${keyOf(500)} ${keyOf(501)}`)],
    });
    const homeOf = Int32Array.from({ length: people }, (_, p) => (p === 5 || p === 29 ? -1 : Math.floor(p / 10)));
    const sizes = new Int32Array(groups).fill(people / groups);
    const result = await repairGroups({
      module,
      home: { homeOf, least: sizes, most: sizes },
      seed: 's',
      isCompared: false,
      rounds: 0,
    });
    if (result.status !== 'repaired') throw new Error(result.status);
    // Six of v come into groups that are full, so that six of u leave; two of the six have no home to leave; and one of those two parts.
    expect({ fewest: result.fewest, isProved: result.isProved, hard: result.chosen.hard }).toEqual({
      fewest: 11,
      isProved: true,
      hard: 0,
    });
  });
});

function worthOf(module: Module, groupOf: Int32Array) {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const own = groups.map((group, g) => ({ ...group, size: groupOf.filter((of) => of === g).length }));
  const assignment = new Map(module.cohort.participants.map(({ key }, p) => [key, groups[groupOf[p]].label]));
  return checkGroups({ ...module, groups: own }, toGroupList({ groups: own, assignment })).soft;
}
