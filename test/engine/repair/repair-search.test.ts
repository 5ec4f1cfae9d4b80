import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../../src/check/check-groups.js';
import { compareText } from '../../../src/domain/fold.js';
import { fraction, isEqual } from '../../../src/domain/fraction.js';
import type { Module } from '../../../src/domain/module.js';
import { countMoves, type Home } from '../../../src/engine/home.js';
import {
  compareSteps,
  createRepairSearch,
  isAtBound,
  type RepairStep,
} from '../../../src/engine/repair/repair-search.js';
import { toGroupList } from '../../../src/usecases/form-groups.js';
import { last } from '../../helpers/courses.js';
import { moduleOf } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';

/** What the independent checker makes of some groups, of the sizes that they have. */
function check(module: Module, groupOf: Int32Array) {
  const groups = [...module.groups]
    .sort((a, b) => compareText(a.label, b.label))
    .map((group, g) => ({ ...group, size: groupOf.filter((own) => own === g).length }));
  const assignment = new Map(module.cohort.participants.map(({ key }, p) => [key, groups[groupOf[p]].label]));
  const { hard, soft } = checkGroups({ ...module, groups }, toGroupList({ groups, assignment }));
  return { isKept: hard === 0, soft };
}

const cases = modules({ people: 6, rules: 'weighted' }).chain((module) => {
  const sizes = [...module.groups].sort((a, b) => compareText(a.label, b.label)).map(({ size }) => size);
  const seats = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return fc
    .record({
      places: fc.shuffledSubarray(seats, { minLength: seats.length }),
      isNew: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      more: fc.nat(3),
    })
    .map(({ places, isNew, more }) => {
      const groupOf = Int32Array.from(places);
      const home: Home = {
        homeOf: groupOf.map((group, p) => (isNew[p] && p % 3 === 0 ? -1 : group)),
        least: Int32Array.from(sizes, (size) => Math.max(1, size - 1)),
        most: Int32Array.from(sizes, (size) => size + 1),
      };
      return { module, home, groupOf, mostMoves: more };
    });
});

function valueOf({ numerator, denominator }: RepairStep['value']): number {
  return Number(numerator) / Number(denominator);
}

/** The least value of all groups within sizes and moves. */
function leastOf(module: Module, { homeOf, least, most }: Home, mostMoves: number): number {
  let best = Infinity;
  const groupOf = new Int32Array(homeOf.length);
  const sizes = new Int32Array(least.length);
  const visit = (p: number, moves: number) => {
    if (moves > mostMoves) return;
    if (p === groupOf.length) {
      if (sizes.every((size, group) => size >= least[group]))
        best = Math.min(best, valueOf(check(module, groupOf).soft));
      return;
    }
    for (let group = 0; group < sizes.length; group++) {
      if (sizes[group] === most[group]) continue;
      groupOf[p] = group;
      sizes[group]++;
      visit(p + 1, moves + (homeOf[p] >= 0 && homeOf[p] !== group ? 1 : 0));
      sizes[group]--;
    }
  };
  visit(0, 0);
  return best;
}

describe('the search for the best groups within some moves', () => {
  it('comes to the best of all, sizes included, tells each that is better, and knows what it is worth', () => {
    let told = 0;
    for (const { module, home, groupOf, mostMoves } of fc.sample(cases, { numRuns: 5, seed: 3 })) {
      const { stepOf, improve, made } = createRepairSearch(module, home, 's');
      const start = stepOf(groupOf);
      expect([start.moves, start.hard, isEqual(start.value, check(module, groupOf).soft)]).toEqual([0, 0, true]);
      let best = start;
      for (let round = 0; round <= 3; round++) {
        const before = best;
        const proposals = made();
        let heard = before;
        best = last(
          improve(before, mostMoves, round, true, (step) => {
            expect(compareSteps(step, heard)).toBeLessThan(0);
            heard = step;
            told++;
          }),
        );
        expect(best).toBe(heard);
        expect(compareSteps(best, before)).toBeLessThanOrEqual(0);
        expect(best.moves).toBe(countMoves(home.homeOf, best.groupOf));
        expect(best.moves).toBeLessThanOrEqual(mostMoves);
        expect(isEqual(best.value, check(module, best.groupOf).soft)).toBe(true);
        expect(valueOf(best.bound)).toBeLessThanOrEqual(valueOf(best.value) + 1e-9);
        expect(made()).toBeGreaterThanOrEqual(proposals);
        for (const [group, { size }] of best.problem.groups.entries()) {
          expect(best.groupOf.filter((own) => own === group)).toHaveLength(size);
          expect(size).toBeGreaterThanOrEqual(home.least[group]);
          expect(size).toBeLessThanOrEqual(home.most[group]);
        }
      }
      expect(valueOf(best.value)).toBeCloseTo(leastOf(module, home, mostMoves), 9);
      expect([...groupOf]).toEqual([...start.groupOf]);
    }
    expect(told).toBeGreaterThan(0);
  });

  it('makes no proposal where nothing could be better, and does not try again what was in vain', () => {
    const module = moduleOf({ columns: { school: 'uvuvuv' }, balance: { school: 1 }, sizes: [2, 2, 2] });
    const homeOf = Int32Array.of(0, 0, 1, 1, 2, 2);
    const fixed = { homeOf, least: Int32Array.of(2, 2, 2), most: Int32Array.of(2, 2, 2) };
    const { stepOf, improve, made } = createRepairSearch(module, fixed, 's');
    const step = stepOf(homeOf);
    expect(isAtBound(step)).toBe(true);
    expect(last(improve(step, 4, 0, true, () => undefined))).toBe(step);
    expect(made()).toBe(0);

    const loose = { ...fixed, least: Int32Array.of(1, 1, 1), most: Int32Array.of(3, 3, 3) };
    const free = createRepairSearch(module, loose, 's');
    const own = free.stepOf(homeOf);
    last(free.improve(own, 4, 0, true, () => undefined));
    const first = free.made();
    expect(first).toBeGreaterThan(0);
    last(free.improve(own, 4, 0, true, () => undefined));
    expect(free.made()).toBe(first);
    last(free.improve(own, 3, 0, true, () => undefined));
    expect(free.made()).toBeGreaterThan(first);
  });
});

describe('of two steps', () => {
  const { stepOf } = createRepairSearch(
    moduleOf({ people: 2, sizes: [1, 1] }),
    { homeOf: Int32Array.of(0, 1), least: Int32Array.of(1, 1), most: Int32Array.of(1, 1) },
    's',
  );
  const step = (hard: number, value: number, bound = 0): RepairStep => ({
    ...stepOf(Int32Array.of(0, 1)),
    hard,
    value: fraction(value),
    bound: fraction(bound),
  });

  it('the better one has fewer violations, then less of a value', () => {
    expect(compareSteps(step(0, 5), step(1, 2))).toBeLessThan(0);
    expect(compareSteps(step(2, 5), step(1, 5))).toBeGreaterThan(0);
    expect(compareSteps(step(1, 4), step(1, 5))).toBe(-1);
    expect(compareSteps(step(1, 5), step(1, 4))).toBe(1);
    expect(compareSteps(step(1, 5), step(1, 5))).toBe(0);
  });

  it('one is as good as can be that keeps all rules and has no more than the least', () => {
    expect(isAtBound(step(0, 5, 5))).toBe(true);
    expect(isAtBound(step(0, 5, 6))).toBe(true);
    expect(isAtBound(step(0, 5, 4))).toBe(false);
    expect(isAtBound(step(1, 5, 5))).toBe(false);
  });
});
