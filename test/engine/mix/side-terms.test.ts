import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startSideTerms } from '../../../src/engine/mix/side-terms.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { explain, scoreOf } from '../../../src/engine/state.js';
import { fillings } from '../../helpers/groupings.js';
import { moduleOf, rule } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

describe('what is asked beside the mix', () => {
  it('is kept up to date, exchange after exchange', () => {
    const exchanges = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(modules({ people: 8 }), exchanges, (module, list) => {
        const problem = compileProblem(module);
        if (!problem.isBalanced) return;
        const [groupOf] = fillings([...problem.groupSizes]);
        const live = Int32Array.from(groupOf);
        const sides = startSideTerms(problem, () => Int32Array.from(groupOf));
        const beside = () => {
          const { hard, soft } = scoreOf(problem, live);
          const mix = explain(problem, live).shares.filter(({ origin }) => origin.kind === 'attribute');
          return { hard, soft: soft - mix.reduce((sum, { penalty }) => sum + penalty, 0) };
        };
        for (const [a, b] of list) {
          const [p, q] = [a % live.length, b % live.length];
          if (live[p] === live[q]) continue;
          const before = sides.hard();
          const delta = sides.hardDelta(p, q);
          sides.swap(p, q);
          [live[p], live[q]] = [live[q], live[p]];
          expect({ hard: sides.hard(), soft: sides.soft() }).toEqual(beside());
          expect(sides.hard() - before).toBe(delta);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('tells of whom hard rules speak', () => {
    const rules = [rule('apart', 'b d'), rule('together', 'e f', { weight: 2 })];
    const problem = compileProblem(
      moduleOf({
        columns: { x: 'aabbab' },
        balance: { x: 1 },
        sizes: [3, 3],
        rules: [...rules, rule('at_most', 'c', { count: 1 })],
      }),
    );
    expect([...startSideTerms(problem, () => Int32Array.of(0, 0, 0, 1, 1, 1)).involved]).toEqual([1, 2, 3]);
  });

  it('tells what an exchange breaks and mends, whichever of the two a rule speaks of', () => {
    const rules = [rule('apart', 'b d'), rule('together', 'a c', { line: 3 })];
    const problem = compileProblem(moduleOf({ columns: { x: 'aabbab' }, balance: { x: 1 }, sizes: [3, 3], rules }));
    const sides = startSideTerms(problem, () => Int32Array.of(0, 0, 0, 1, 1, 1));
    expect(sides.hard()).toBe(0);
    const deltas = [
      [1, 3],
      [1, 4],
      [4, 1],
      [0, 3],
      [4, 0],
    ].map(([p, q]) => sides.hardDelta(p, q));
    expect(deltas).toEqual([0, 1, 1, 2, 1]);
    sides.swap(0, 3);
    expect([sides.hard(), sides.hardDelta(0, 3), sides.hardDelta(0, 2)]).toEqual([2, -2, 0]);
  });

  it('is nothing where the mix alone is asked for, and needs no assignment then', () => {
    const problem = compileProblem(moduleOf({ columns: { x: 'aabb' }, balance: { x: 1 }, sizes: [2, 2] }));
    const sides = startSideTerms(problem, () => {
      throw new Error('not asked for');
    });
    expect([sides.hardDelta(0, 2), sides.hard(), sides.soft(), sides.involved.length]).toEqual([0, 0, 0, 0]);
    expect(sides.swap(0, 2)).toBeUndefined();
  });

  it('speaks of nobody where no rule is hard', () => {
    const rules = [rule('together', 'a b', { weight: 2 })];
    const problem = compileProblem(moduleOf({ columns: { x: 'aabb' }, balance: { x: 1 }, sizes: [2, 2], rules }));
    const sides = startSideTerms(problem, () => Int32Array.of(0, 1, 0, 1));
    expect([sides.involved.length, sides.soft()]).toEqual([0, 2 * problem.unit]);
  });
});
