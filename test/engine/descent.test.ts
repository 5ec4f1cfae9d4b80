import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDescent, descend } from '../../src/engine/descent.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf, State } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

// Of school E are a and b, of I c and d; a and c are to be apart.
const problem = compileProblem(
  moduleOf({ columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 }, rules: [rule('apart', 'a c')] }),
);

describe('descent', () => {
  it('betters an assignment as far as exchanges do, and keeps the hard rules', () => {
    const found = descend(problem, Int32Array.of(0, 0, 1, 1), 100);
    expect(found[0]).toBe(found[3]);
    expect(found[1]).toBe(found[2]);
    expect(scoreOf(problem, found).hard).toBe(0);
  });

  it('mends a broken rule', () => {
    expect(scoreOf(problem, descend(problem, Int32Array.of(0, 1, 0, 1), 100)).hard).toBe(0);
  });

  it('proposes no more than it may', () => {
    expect([...descend(problem, Int32Array.of(0, 0, 1, 1), 0)]).toEqual([0, 0, 1, 1]);
  });

  it('ends where no exchange of two people is better, after trying each of them, and knows its score', () => {
    fc.assert(
      fc.property(modules({ people: 9 }), (module) => {
        const problem = compileProblem(module);
        const [groupOf] = fillings([...problem.groupSizes]);
        const search = createDescent(problem, Int32Array.from(groupOf), 100_000);
        while (!search.isDone()) search.step(3);
        const found = search.groupOf();
        expect(search.score()).toEqual(scoreOf(problem, found));
        const state = new State(problem, found);
        for (let p = 0; p < problem.peopleCount; p++) {
          for (let q = p + 1; q < problem.peopleCount; q++) {
            if (found[p] === found[q]) continue;
            const hard = state.hardDelta(p, q);
            expect(hard > 0 || (hard === 0 && state.softDelta(p, q) >= 0)).toBe(true);
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('counts what it proposes, step by step, up to its budget', () => {
    const search = createDescent(problem, Int32Array.of(0, 0, 1, 1), 3);
    expect([search.proposals(), search.isDone()]).toEqual([0, false]);
    search.step(2);
    expect([search.proposals(), search.isDone()]).toEqual([2, false]);
    search.step(2);
    expect([search.proposals(), search.isDone()]).toEqual([3, true]);
  });

  it('proposes each pair in two groups once where nothing is to be had', () => {
    const search = createDescent(problem, Int32Array.of(0, 1, 1, 0), 100);
    search.step(100);
    expect([search.proposals(), search.isDone()]).toEqual([4, true]);
  });

  it('exchanges two people who are all there are', () => {
    const two = compileProblem(moduleOf({ places: { A: [1], B: [1] }, wishes: ['B', 'A'], wishWeight: 1 }));
    expect([...descend(two, Int32Array.of(0, 1), 10)]).toEqual([1, 0]);
  });

  it('gives what it found as an array of its own', () => {
    const search = createDescent(problem, Int32Array.of(0, 1, 1, 0), 100);
    search.groupOf().fill(9);
    expect([...search.groupOf()]).toEqual([0, 1, 1, 0]);
  });

  it('has nothing to propose to one person alone', () => {
    const alone = compileProblem(moduleOf({ people: 1, sizes: [1] }));
    expect(createDescent(alone, Int32Array.of(0), 10).isDone()).toBe(true);
  });
});
