import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem, type Problem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { certify } from '../../../src/engine/solution.js';
import { scoreOf } from '../../../src/engine/state.js';
import { bestByExhaustion, text } from '../../helpers/groupings.js';
import { moduleOf, rule, toTheme } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

function drawn(problem: Problem): Int32Array {
  const { themesFirst } = problem;
  if (themesFirst === undefined) throw new Error('places weigh too little');
  return themesFirst(createRandom('x'));
}

describe('a start by themes first', () => {
  it('is the best there is of one attribute and the wishes, weighed in one objective', () => {
    let applied = 0;
    fc.assert(
      fc.property(modules({ rules: 'none', ragged: false, attributes: { min: 1, max: 1 } }), (module) => {
        const problem = compileProblem(module);
        if (problem.themesFirst === undefined) return;
        applied++;
        expect(text(certify(module, problem, drawn(problem)).total.value)).toBe(text(bestByExhaustion(module).soft));
      }),
      { seed: 20180212, numRuns: runs(200) },
    );
    expect(applied).toBeGreaterThan(runs(30));
  });

  it('fills every group', () => {
    const problem = compileProblem(
      moduleOf({
        columns: { school: 'EEEEIIII', gender: 'FMFMFMFM' },
        places: { 'A/x': [3, 2], B: [3] },
        balance: { school: 2, gender: 1 },
        wishes: ['A', 'A', 'A', 'A', 'A', 'A', 'B', ''],
        wishWeight: 1,
      }),
    );
    const groupOf = drawn(problem);
    expect([0, 1, 2].map((group) => groupOf.filter((own) => own === group).length)).toEqual([...problem.groupSizes]);
  });

  it('keeps the hard rules about places', () => {
    const module = moduleOf({
      columns: { school: 'EEII' },
      places: { A: [2], B: [2] },
      balance: { school: 1 },
      wishes: ['A', 'A', 'A', 'A'],
      wishWeight: 1,
      rules: [rule('never', 'a b', { target: toTheme('A') })],
    });
    const problem = compileProblem(module);
    expect(scoreOf(problem, drawn(problem)).hard).toBe(0);
  });

  it('is not taken where a wish weighs little beside the mix', () => {
    const draft = { columns: { school: 'EEII' }, places: { A: [2], B: [2] }, wishes: ['A', 'A', 'A', 'A'] };
    const heavy = compileProblem(moduleOf({ ...draft, wishWeight: 1, balance: { school: 12 } }));
    const light = compileProblem(moduleOf({ ...draft, wishWeight: 1, balance: { school: 13 } }));
    const rare = compileProblem(
      moduleOf({ ...draft, wishes: ['A', '', '', ''], wishWeight: 1, balance: { school: 12 } }),
    );
    expect([heavy, light, rare].map(({ themesFirst }) => themesFirst !== undefined)).toEqual([true, false, false]);
  });
});
