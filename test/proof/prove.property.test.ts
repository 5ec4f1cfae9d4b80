import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../src/engine/state.js';
import { compileProblem, type Problem } from '../../src/engine/problem.js';
import { solveWithHighs } from '../../src/proof/highs-solver.js';
import { prove } from '../../src/proof/prove.js';
import { fillings } from '../helpers/groupings.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

const AMPLE = { nodes: 10_000, iterations: 1_000_000 };
const NONE = { nodes: 0, iterations: 0 };

/** Least soft penalty of a list that keeps the hard rules; `undefined` when there is none. */
function optimumOf(problem: Problem): number | undefined {
  const scores = [...fillings([...problem.groupSizes])].map((groupOf) => scoreOf(problem, Int32Array.from(groupOf)));
  const valid = scores.filter(({ hard }) => hard === 0).map(({ soft }) => soft);
  return valid.length === 0 ? undefined : Math.min(...valid);
}

function anyFilling(problem: Problem): Int32Array {
  const [groupOf] = fillings([...problem.groupSizes]);
  return Int32Array.from(groupOf);
}

describe('a proof against every grouping', () => {
  it('proves the optimum and finds it, or proves that no list keeps the hard rules', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 6, history: false }), async (module) => {
        const problem = compileProblem(module);
        const start = anyFilling(problem);
        const optimum = optimumOf(problem);
        const { outcome, softBound, better } = await prove(problem, start, AMPLE, solveWithHighs);
        if (optimum === undefined) {
          expect(outcome).toBe('none');
          return;
        }
        expect({ outcome, softBound }).toEqual({ outcome: 'optimal', softBound: optimum });
        expect(scoreOf(problem, better ?? start)).toEqual({ hard: 0, soft: optimum });
      }),
      { numRuns: runs(25) },
    );
  });

  it('never proves too much where its limits stop it at once', async () => {
    await fc.assert(
      fc.asyncProperty(modules({ people: 6 }), async (module) => {
        const problem = compileProblem(module);
        const optimum = optimumOf(problem);
        const { outcome, softBound } = await prove(problem, anyFilling(problem), NONE, solveWithHighs);
        if (optimum === undefined) expect(outcome).not.toBe('optimal');
        else {
          expect(outcome).not.toBe('none');
          expect(softBound).toBeGreaterThanOrEqual(problem.softBound);
          expect(softBound).toBeLessThanOrEqual(optimum);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
