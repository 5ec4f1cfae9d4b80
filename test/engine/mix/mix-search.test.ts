import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMixSearch } from '../../../src/engine/mix/mix-search.js';
import { penaltyOf } from '../../../src/engine/mix/mix.js';
import { compileProblem, type Problem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { compareScores, scoreOf } from '../../../src/engine/state.js';
import { fillings } from '../../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

const compile = (draft: ModuleDraft) => compileProblem(moduleOf(draft));
const start = (problem: Problem, seed = 's', budget = 3_000, heat = 0) =>
  createMixSearch(problem, createRandom(seed), budget, heat);

function end(problem: Problem, seed = 's', budget = 3_000, heat = 0) {
  const search = start(problem, seed, budget, heat);
  while (!search.isDone()) search.step(100);
  return search;
}

const crossing: ModuleDraft = {
  columns: { x: 'aabbabaabbab', y: 'cdcdcdddcdcd', z: 'effeefefefef' },
  balance: { x: 3, y: 2, z: 1 },
  sizes: [4, 4, 4],
};

describe('a search for the mix', () => {
  it('finds the best there is of seven people, of any sizes', () => {
    const cells = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(cells, cells, fc.constantFrom([2, 2, 3], [3, 4], [1, 3, 3], [2, 2, 2, 1]), (x, y, sizes) => {
        const problem = compile({ columns: { x, y }, balance: { x: 2, y: 1 }, sizes });
        if (!problem.isBalanced) return;
        const found = end(problem);
        expect(found.score()).toEqual(scoreOf(problem, found.groupOf()));
        let best = Infinity;
        for (const filling of fillings(sizes)) best = Math.min(best, penaltyOf(problem.mix, Int32Array.from(filling)));
        expect(found.score().soft).toBe(best);
      }),
      { seed: 1, numRuns: runs(10) },
    );
  });

  it('keeps the best it has met, with heat too, and goes the same way in steps of any length', () => {
    for (const heat of [0, 0.225]) {
      // People of several levels: to have all counts fair is not always the best.
      const columns = { ...crossing.columns, w: ['g', 'g|h', 'h', 'i', 'g|i', '', 'h|i', 'g', 'g|h|i', 'i', 'h', ''] };
      const problem = compile({ ...crossing, columns, balance: { ...crossing.balance, w: 5 } });
      const whole = end(problem, 's', 2_000, heat);
      const cut = start(problem, 's', 2_000, heat);
      let before = cut.score();
      while (!cut.isDone()) {
        const made = cut.proposals();
        cut.step(13);
        expect(cut.proposals() - made).toBeLessThanOrEqual(13);
        expect(compareScores(cut.score(), before)).toBeLessThanOrEqual(0);
        before = cut.score();
        expect(before).toEqual(scoreOf(problem, cut.groupOf()));
      }
      expect(cut.proposals()).toBe(whole.proposals());
      expect(cut.groupOf()).toEqual(whole.groupOf());
      expect(cut.proposals()).toBeLessThanOrEqual(2_000);
    }
  });

  it('ends at the bound, and makes no more proposals than its budget', () => {
    const problem = compile(crossing);
    const found = end(problem);
    expect(found.score()).toEqual({ hard: 0, soft: problem.softBound });
    const { length } = [1, 5, 20].filter((budget) => {
      const search = end(problem, 's', budget);
      expect(search.proposals()).toBeLessThanOrEqual(budget);
      return search.proposals() === budget;
    });
    expect(length).toBeGreaterThan(0);
    const made = found.proposals();
    found.step(100);
    expect(found.proposals()).toBe(made);
  });

  it('draws who of a profile sits where, and another seed others', () => {
    const problem = compile({ columns: { x: 'aaaabbbb' }, balance: { x: 1 }, sizes: [2, 2, 2, 2] });
    const found = ['a', 'b', 'c', 'd', 'e'].map((seed) => end(problem, seed).groupOf());
    const partnersOf = (groupOf: Int32Array) => [1, 2, 3].findIndex((p) => groupOf[p] === groupOf[0]);
    expect(new Set(found.map((groupOf) => groupOf.join())).size).toBeGreaterThan(3);
    expect(found.map(partnersOf)).toEqual([-1, -1, -1, -1, -1]);
    const companions = found.map((groupOf) => groupOf.indexOf(groupOf[0], 1));
    expect(new Set(companions).size).toBeGreaterThan(1);
  });

  it('repairs hard rules, and breaks none on its way to the best mix', () => {
    const rules = [
      rule('apart', 'a b c'),
      rule('together', 'd e', { line: 3 }),
      rule('at_most', 'x=a', { count: 2, line: 4 }),
    ];
    const problem = compile({ ...crossing, rules });
    for (const seed of ['s', 't', 'u', 'v']) {
      const search = start(problem, seed, 20_000);
      let { hard } = search.score();
      while (!search.isDone()) {
        search.step(5);
        expect(search.score().hard).toBeLessThanOrEqual(hard);
        hard = search.score().hard;
      }
      expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
      expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
    }
  });

  it('tells the whole penalty, where more than the mix is asked for', () => {
    const problem = compile({ ...crossing, rules: [rule('together', 'a b c d e', { weight: 40 })] });
    for (const seed of ['s', 't', 'u']) {
      const found = end(problem, seed);
      expect(found.score()).toEqual(scoreOf(problem, found.groupOf()));
      expect(found.score().soft).toBeGreaterThan(problem.softBound);
    }
  });

  it('works on blocks of each size, and over all groups of a size for what they leave', () => {
    const people = 768 + 9;
    const column = (step: number, levels: number) =>
      Array.from({ length: people }, (_, p) => `l${(p * p * step) % levels}`);
    const columns = { x: column(1, 3), y: column(5, 4), z: column(7, 5) };
    // Groups of two in two blocks, and three of three.
    const sizes = [...Array.from({ length: 384 }, () => 2), 3, 3, 3];
    const problem = compile({ columns, balance: { x: 1, y: 1, z: 1 }, sizes });
    const found = end(problem, 's', 3_000 * people);
    expect(found.score()).toEqual(scoreOf(problem, found.groupOf()));
    const above = found.score().soft - problem.softBound;
    expect(above / problem.softBound).toBeLessThan(0.01);
  });
});
