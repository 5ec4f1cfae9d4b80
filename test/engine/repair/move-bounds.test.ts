import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import type { Module } from '../../../src/domain/module.js';
import { demandOf, isMet } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import { countSettled, forcedBySizes, proveByMerging } from '../../../src/engine/repair/move-bounds.js';
import { last } from '../../helpers/courses.js';
import { keyOf, moduleOf, rule } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

/** The fewest moves of all assignments that keep sizes and hard rules; infinite where none does. */
function fewestOfAll(module: Module, { homeOf, least, most }: Home): number {
  const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
  const demands = hardRulesOf(module).map(demandOf);
  let fewest = Infinity;
  const groupOf = new Int32Array(homeOf.length);
  const sizes = new Int32Array(groups.length);
  const visit = (p: number) => {
    if (p < groupOf.length) {
      for (let group = 0; group < groups.length; group++) {
        if (sizes[group] === most[group]) continue;
        groupOf[p] = group;
        sizes[group]++;
        visit(p + 1);
        sizes[group]--;
      }
      return;
    }
    if (sizes.some((size, group) => size < least[group])) return;
    if (demands.every((demand) => isMet(demand, groups, groupOf)))
      fewest = Math.min(fewest, countMoves(homeOf, groupOf));
  };
  visit(0);
  return fewest;
}

const cases = modules({ people: 6, rules: 'hard', wishes: false }).chain((module) => {
  const people = module.cohort.participants.length;
  const count = module.groups.length;
  return fc
    .record({
      homes: fc.array(fc.integer({ min: -1, max: count - 1 }), { minLength: people, maxLength: people }),
      slack: fc.array(fc.nat(1), { minLength: 2 * count, maxLength: 2 * count }),
      isAmiss: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
      more: fc.nat(3),
    })
    .map(({ homes, slack, ...rest }) => {
      const groups = [...module.groups].sort((a, b) => compareText(a.label, b.label));
      const home: Home = {
        homeOf: Int32Array.from(homes),
        least: Int32Array.from(groups, ({ size }, g) => size - slack[g]),
        most: Int32Array.from(groups, ({ size }, g) => size + slack[count + g]),
      };
      return { module, groups, demands: hardRulesOf(module).map(demandOf), home, ...rest };
    });
});

describe('the moves that sizes alone ask for', () => {
  it('are those of the best of all assignments without rules', () => {
    fc.assert(
      fc.property(cases, ({ module, home }) => {
        const fewest = fewestOfAll({ ...module, rules: [] }, home);
        expect(fewest).toBeLessThan(Infinity);
        expect(forcedBySizes(home)).toBe(fewest);
      }),
      { numRuns: runs(60) },
    );
  });

  it('are one for each too many, and for each missing whom nobody new can be', () => {
    const forced = (homes: readonly number[], least: readonly number[], most: readonly number[]) =>
      forcedBySizes({ homeOf: Int32Array.from(homes), least: Int32Array.from(least), most: Int32Array.from(most) });
    expect(forced([0, 0, 0, 1, 2], [0, 1, 1], [1, 2, 3])).toBe(2);
    expect(forced([0, 0, 0, 1, -1], [1, 1, 2], [3, 3, 3])).toBe(1);
    expect(forced([0, 0, 1, -1, -1], [1, 1, 2], [3, 3, 3])).toBe(0);
    expect(forced([0, 0, 1, -1, -1, -1], [1, 1, 2], [3, 3, 3])).toBe(0);
  });
});

describe('what is proved with groups taken together', () => {
  it('is all that can be where each group is by itself, whatever is known', () => {
    fc.assert(
      fc.property(cases, ({ module, groups, demands, home, more }) => {
        const fewest = fewestOfAll(module, home);
        const settled = home.homeOf.filter((group) => group >= 0).length;
        expect(countSettled(home)).toBe(settled);
        const expected = fewest === Infinity ? settled : fewest - 1;
        for (const known of [Infinity, ...(fewest === Infinity ? [] : [fewest, fewest + more])]) {
          for (const proved of new Set([-1, expected, Math.min(0, expected)]))
            expect(last(proveByMerging(groups, demands, home, () => true, proved, known))).toBe(expected);
        }
      }),
      { numRuns: runs(14) },
    );
  });

  it('is true of the groups one by one, whichever are merged', () => {
    fc.assert(
      fc.property(cases, ({ module, groups, demands, home, isAmiss, more }) => {
        const fewest = fewestOfAll(module, home);
        const proved = last(proveByMerging(groups, demands, home, (group) => isAmiss[group], -1, fewest + more));
        expect(proved).toBeGreaterThanOrEqual(-1);
        expect(proved).toBeLessThan(fewest);
      }),
      { numRuns: runs(25) },
    );
  });

  it('counts who leaves the group in trouble and who comes for them, all others being one', () => {
    const module = moduleOf({
      columns: { school: 'uuuuvvvvvvvv' },
      sizes: [4, 4, 4],
      rules: [rule('at_most', 'school=u', { count: 2 })],
    });
    const sizes = Int32Array.of(4, 4, 4);
    const home: Home = { homeOf: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2), least: sizes, most: sizes };
    const demands = hardRulesOf(module).map(demandOf);
    const isFirst = (group: number) => group === 0;
    const rests: number[] = [];
    for (const known of [4, 5, 8, Infinity]) {
      const course = proveByMerging(module.groups, demands, home, isFirst, -1, known);
      let count = 0;
      let step = course.next();
      for (; step.done !== true; step = course.next()) count++;
      expect(step.value).toBe(3);
      rests.push(count);
    }
    // One question where one move fewer than known is too few; else halving, for either choice of demands: 4, 1, 2, 3 and 4 again, and so on.
    expect(rests).toEqual([1, 5, 7, 9]);
  });

  it('is what was known before where groups and people are too many to be looked at', () => {
    // Each of two hundred is in a pair of their own, and every group stays by itself.
    const pairs = Array.from({ length: 100 }, (_, pair) =>
      rule('apart', [2 * pair, 2 * pair + 1].map(keyOf).join(' ')),
    );
    const module = moduleOf({ people: 200, sizes: Array.from({ length: 200 }, () => 1), rules: pairs });
    const home: Home = {
      homeOf: Int32Array.from({ length: 200 }, (_, p) => (p === 1 ? 0 : p)),
      least: new Int32Array(200),
      most: new Int32Array(200).fill(2),
    };
    const demands = hardRulesOf(module).map(demandOf);
    expect(last(proveByMerging(module.groups, demands, home, () => true, -1, 1))).toBe(0);
    const met = { ...home, homeOf: home.homeOf.map((_, p) => p) };
    expect(last(proveByMerging(module.groups, demands, met, () => true, -1, 5))).toBe(-1);
  });
});
