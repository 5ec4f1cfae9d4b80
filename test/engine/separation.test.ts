import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/engine/problem.js';
import { createSeparation } from '../../src/engine/separation.js';
import { explain } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const GENDER = { grows: { kind: 'attribute', key: 'gender' } } as const;

describe('parting two people', () => {
  it('costs the least that an exchange of one of them makes worse, and names what grows most', () => {
    const module = moduleOf({
      columns: { school: 'EEII', gender: 'FMFM' },
      sizes: [2, 2],
      balance: { school: 3, gender: 1 },
    });
    const problem = compileProblem(module);
    // The two of E, and the two of I: the two women change places.
    expect(createSeparation(problem, Int32Array.of(0, 0, 1, 1))(0, 1)).toEqual({ soft: -12 });
    // A woman of E with a man of I, a man of E with a woman of I: either genders or schools must be set off.
    expect(createSeparation(problem, Int32Array.of(0, 1, 1, 0))(0, 3)).toEqual({ soft: 4, ...GENDER });
    // Women and men apart: they can be mixed without cost.
    expect(createSeparation(problem, Int32Array.of(0, 1, 0, 1))(0, 2)).toEqual({ soft: -4 });
  });

  it('is not possible where every exchange breaks a rule that is kept', () => {
    const rules = [rule('together', 'a b'), rule('together', 'c d')];
    const problem = compileProblem(moduleOf({ people: 4, sizes: [2, 2], rules }));
    expect(createSeparation(problem, Int32Array.of(0, 0, 1, 1))(0, 1)).toBeUndefined();
    expect(createSeparation(problem, Int32Array.of(0, 1, 0, 1))(0, 2)).toEqual({ soft: 0 });
  });

  it('is the best of all exchanges of either that break no rule more, and leaves the groups as they were', () => {
    const person = fc.nat();
    fc.assert(
      fc.property(modules({ people: 8, roles: true }), person, person, (module, a, b) => {
        const problem = compileProblem(module);
        const [first] = fillings([...problem.groupSizes]);
        const groupOf = Int32Array.from(first);
        const [p, q] = [a % problem.peopleCount, b % problem.peopleCount];
        if (p === q || groupOf[p] !== groupOf[q]) return;
        const before = explain(problem, groupOf);
        const exchanges = [p, q].flatMap((leaving) =>
          [...groupOf.keys()]
            .filter((other) => groupOf[other] !== groupOf[leaving])
            .map((other) => {
              const after = groupOf.slice();
              [after[leaving], after[other]] = [after[other], after[leaving]];
              return explain(problem, after);
            }),
        );
        const allowed = exchanges.filter(({ hard }) => hard <= before.hard);
        const part = createSeparation(problem, groupOf);
        const found = part(p, q);
        expect(part(p, q)).toEqual(found);
        expect([...groupOf]).toEqual(first);
        if (found === undefined || allowed.length === 0) {
          expect([found, allowed]).toEqual([undefined, []]);
          return;
        }
        const soft = Math.min(...allowed.map((after) => after.soft));
        expect(found.soft).toBe(soft - before.soft);
        const best = allowed.find((after) => after.soft === soft);
        const growths = (best?.shares ?? []).map(({ origin, penalty }, index) => ({
          origin,
          growth: penalty - before.shares[index].penalty,
        }));
        const most = Math.max(0, ...growths.map(({ growth }) => growth));
        expect(found.grows).toEqual(most === 0 ? undefined : growths.find(({ growth }) => growth === most)?.origin);
      }),
      { numRuns: runs(60) },
    );
  });
});
