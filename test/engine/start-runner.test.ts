import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/engine/problem.js';
import { createSearch } from '../../src/engine/search.js';
import { createLocalRunner, STEP } from '../../src/engine/start-runner.js';
import type { Score } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';

/** Two rules contradict each other, so that a start goes to the end of its budget. */
const rules = [rule('together', 'a b', { weight: 9 }), rule('apart', 'a b', { weight: 8, line: 3 })];
const problem = compileProblem(moduleOf({ people: 4, sizes: [2, 2], rules }));
const BUDGET = 2 * STEP + 10_000;

/** The search that a start is, stepped to its end or by so many steps. */
function searched(start: number, steps = Infinity) {
  const search = createSearch(problem, 'seed', start, BUDGET);
  for (let step = 0; step < steps && !search.isDone(); step++) search.step(STEP);
  return { ...search.score(), groupOf: search.groupOf(), proposals: search.proposals() };
}

describe('a runner in this thread', () => {
  it('runs one start at a time, and has nothing to drop', async () => {
    const runner = createLocalRunner(problem, 'seed');
    expect(runner.threads).toBe(1);
    expect(await runner.close()).toBeUndefined();
  });

  it('runs a start to the end of its budget', async () => {
    for (const start of [0, 3]) {
      const found = await createLocalRunner(problem, 'seed').run(start, BUDGET);
      expect(found).toEqual(searched(start));
      expect(found.proposals).toBeGreaterThan(2 * STEP);
    }
  });

  it('ends after the step in which so many proposals have been made', async () => {
    const run = async (until: number) =>
      (await createLocalRunner(problem, 'seed').run(0, BUDGET, undefined, until)).proposals;
    expect(await run(0)).toBe(0);
    expect(await run(1)).toBe(STEP);
    expect(await run(STEP)).toBe(STEP);
    expect(await run(STEP + 1)).toBe(2 * STEP);
    expect(await createLocalRunner(problem, 'seed').run(0, BUDGET, undefined, STEP)).toEqual(searched(0, 1));
  });

  it('tells its progress, lets the host breathe, and asks whether to go on, step by step', async () => {
    const seen: string[] = [];
    const told: Score[] = [];
    const control = {
      cut: () => void seen.push('cut?'),
      pause: async () => void seen.push('pause'),
    };
    const found = await createLocalRunner(problem, 'seed', control).run(0, BUDGET, (made, best) => {
      seen.push(`${made}`);
      told.push(best);
    });
    expect(seen).toEqual([
      'cut?',
      '20000',
      'pause',
      'cut?',
      '40000',
      'pause',
      'cut?',
      `${found.proposals}`,
      'pause',
      'cut?',
    ]);
    expect(told).toEqual([1, 2, 3].map((steps) => searched(0, steps)).map(({ hard, soft }) => ({ hard, soft })));
  });

  it.each([0, 1, 2])('gives what it has when it is cut short after %i steps, and says why', async (steps) => {
    let asked = 0;
    const control = { cut: () => (asked++ === steps ? 'interrupted' : undefined) } as const;
    const found = await createLocalRunner(problem, 'seed', control).run(0, BUDGET);
    expect(found).toEqual({ ...searched(0, steps), cut: 'interrupted' });
    expect(asked).toBe(steps + 1);
  });
});
