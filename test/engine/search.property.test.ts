import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { isEqual } from '../../src/domain/fraction.js';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest } from '../../src/engine/restarts.js';
import { createSearch } from '../../src/engine/search.js';
import { certify, toAssignment } from '../../src/engine/solution.js';
import { scoreOf } from '../../src/engine/state.js';
import { toGroupList } from '../../src/usecases/form-groups.js';
import { budgetOf } from '../../src/usecases/search-options.js';
import { bestByExhaustion, fillings, isLess, listOf, text } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

describe('search on modules small enough to try every grouping', () => {
  it('finds the best score there is, hard violations before soft penalty', async () => {
    await fc.assert(
      fc.asyncProperty(modules(), async (module) => {
        const problem = compileProblem(module);
        const found = await searchBest(problem, { seed: 's', ...budgetOf({ effort: 1 }, problem.peopleCount) });
        const soft = certify(module, problem, found.groupOf).total.value;
        const best = bestByExhaustion(module);
        expect({ hard: found.hard, soft: text(soft) }).toEqual({ hard: best.hard, soft: text(best.soft) });
      }),
      { seed: 1, numRuns: runs(60) },
    );
  });

  it('takes the same path however its steps are cut and whenever it is asked for its best', () => {
    fc.assert(
      fc.property(
        modules(),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (module, cuts) => {
          const problem = compileProblem(module);
          const total = cuts.reduce((sum, cut) => sum + cut, 0);
          const whole = createSearch(problem, 's', 0, total + 5);
          const cut = createSearch(problem, 's', 0, total + 5);
          whole.step(total);
          for (const proposals of cuts) {
            cut.step(proposals);
            cut.score();
            cut.groupOf();
          }
          expect(cut.proposals()).toBe(whole.proposals());
          expect(cut.score()).toEqual(whole.score());
          expect([...cut.groupOf()]).toEqual([...whole.groupOf()]);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('keeps a best that scores what a recount of its assignment gives', () => {
    fc.assert(
      fc.property(modules({ people: 10 }), fc.integer({ min: 0, max: 300 }), (module, proposals) => {
        const problem = compileProblem(module);
        const search = createSearch(problem, 's', 1, 400);
        search.step(proposals);
        const { hard, soft } = search.score();
        const groupOf = search.groupOf();
        expect({ hard, soft }).toEqual(scoreOf(problem, groupOf));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('engine and judge', () => {
  it('agree exactly on every grouping: hard violations, total, attributes, wishes', () => {
    fc.assert(
      fc.property(modules({ people: 6 }), (module) => {
        const problem = compileProblem(module);
        for (const filling of fillings([...problem.groupSizes])) {
          const groupOf = Int32Array.from(filling);
          const assignment = toAssignment(problem, groupOf);
          const report = checkGroups(module, toGroupList({ groups: module.groups, assignment }));
          const { total, attributes, wishes } = certify(module, problem, groupOf);
          expect(report.structure).toEqual([]);
          expect(report.hard).toBe(scoreOf(problem, groupOf).hard);
          expect(text(total.value)).toBe(text(report.soft));
          attributes.forEach(({ value }, index) =>
            expect(isEqual(value, report.attributes[index].deviation)).toBe(true),
          );
          expect(wishes === undefined ? '0' : text(wishes.value)).toBe(`${report.wishPenalty}`);
          expect(isLess(total.value, total.bound)).toBe(false);
        }
      }),
      { numRuns: runs(36) },
    );
  });

  it('reads back a list into the assignment it was made of', () => {
    fc.assert(
      fc.property(modules({ people: 6 }), (module) => {
        for (const groupOf of fillings(module.groups.map(({ size }) => size))) {
          const list = listOf(module, groupOf);
          expect(list.placements.map(({ group }) => group)).toEqual(groupOf.map((group) => module.groups[group].label));
        }
      }),
      { numRuns: runs(5) },
    );
  });
});
