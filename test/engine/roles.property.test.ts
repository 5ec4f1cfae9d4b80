import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { isEqual, isLess } from '../../src/domain/fraction.js';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest } from '../../src/engine/restarts.js';
import { createSearch } from '../../src/engine/search.js';
import { certify } from '../../src/engine/solution.js';
import { scoreOf } from '../../src/engine/state.js';
import { bestByExhaustion, fillings, judgeAll, listOf } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const traits = { roles: true, attributes: { min: 2, max: 2 } } as const;

describe('roles, whatever they are and whatever else is asked', () => {
  it('have a delta that equals the penalty recomputed after a swap minus the one before', () => {
    const swaps = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(modules({ ...traits, people: 10, rules: 'none', wishes: false }), swaps, (module, draw) => {
        const problem = compileProblem(module);
        const [first] = fillings([...problem.groupSizes]);
        for (const model of problem.soft) {
          const groupOf = Int32Array.from(first);
          const term = model.start(groupOf);
          for (const [a, b] of draw) {
            const [p, q] = [a % groupOf.length, b % groupOf.length];
            if (groupOf[p] === groupOf[q]) continue;
            const after = groupOf.slice();
            [after[p], after[q]] = [after[q], after[p]];
            const delta = term.delta(p, q);
            expect(delta).toBe(model.start(after).penalty - model.start(groupOf).penalty);
            expect(term.delta(q, p)).toBe(delta);
            if (term.isInvolved[p] === 0 && term.isInvolved[q] === 0) expect(delta).toBe(0);
            term.apply(p, q);
            groupOf.set(after);
            expect(term.penalty).toBe(model.start(groupOf).penalty);
            const shares = term.explain();
            expect(shares.reduce((sum, { penalty }) => sum + penalty, 0)).toBe(term.penalty);
            for (const { penalty, bound } of shares) expect(penalty).toBeGreaterThanOrEqual(bound);
          }
        }
      }),
      { numRuns: runs(36) },
    );
  });

  it('are judged alike by the engine and by the judge on every grouping: in all, and role by role', () => {
    fc.assert(
      fc.property(modules({ ...traits, people: 6 }), (module) => {
        const problem = compileProblem(module);
        for (const groupOf of fillings([...problem.groupSizes])) {
          const report = checkGroups(module, listOf({ ...module, groups: problem.groups }, groupOf));
          const { total, aims } = certify(module, problem, Int32Array.from(groupOf));
          expect(isEqual(report.soft, total.value)).toBe(true);
          report.roles.forEach(({ penalty }, index) => expect(isEqual(penalty, aims[index].value)).toBe(true));
          expect(aims).toHaveLength(report.roles.length);
        }
      }),
      { numRuns: runs(36) },
    );
  });

  it('have bounds that no grouping goes below: in all, and role by role', () => {
    fc.assert(
      fc.property(modules(traits), (module) => {
        const problem = compileProblem(module);
        const [groupOf] = fillings([...problem.groupSizes]);
        const { total, aims } = certify(module, problem, Int32Array.from(groupOf));
        for (const report of judgeAll(module)) {
          expect(isLess(report.soft, total.bound)).toBe(false);
          report.roles.forEach(({ penalty }, index) => expect(isLess(penalty, aims[index].bound)).toBe(false));
        }
      }),
      { numRuns: runs(36) },
    );
  });

  it('leave the path of a search the same however its steps are cut', () => {
    fc.assert(
      fc.property(modules({ ...traits, people: 9 }), fc.integer({ min: 1, max: 400 }), (module, step) => {
        const problem = compileProblem(module);
        const whole = createSearch(problem, 's', 0, 2_000);
        while (!whole.isDone()) whole.step(2_000_000);
        const cut = createSearch(problem, 's', 0, 2_000);
        while (!cut.isDone()) {
          cut.step(step);
          expect(cut.score()).toEqual(scoreOf(problem, cut.groupOf()));
        }
        expect(cut.score()).toEqual(whole.score());
        expect([...cut.groupOf()]).toEqual([...whole.groupOf()]);
        expect(cut.proposals()).toBe(whole.proposals());
      }),
      { numRuns: runs(24) },
    );
  });

  it('are searched to the best there is on small modules', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ ...traits, rules: 'none' }), async (module) => {
        const problem = compileProblem(module);
        const { groupOf } = await searchBest(problem, { seed: 's', starts: 8, proposals: 4_000 });
        const { soft } = bestByExhaustion(module);
        expect(isEqual(certify(module, problem, groupOf).total.value, soft)).toBe(true);
      }),
      { numRuns: runs(18) },
    );
  });
});
