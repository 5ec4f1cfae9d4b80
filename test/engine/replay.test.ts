import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest, type SearchRequest } from '../../src/engine/restarts.js';
import { createLocalRunner, type StartRunner } from '../../src/engine/start-runner.js';
import { compareScores } from '../../src/engine/state.js';
import type { Cut } from '../../src/engine/stopping.js';
import { moduleOf, rule } from '../helpers/modules.js';

const columns = {
  school: Array.from({ length: 40 }, (_, p) => (p % 3 === 0 ? 'I' : 'E')),
  region: Array.from({ length: 40 }, (_, p) => `r${(p * 7) % 11}`),
  stage: Array.from({ length: 40 }, (_, p) => `s${(p * 5) % 9}|s${(p * 3) % 7}`),
};
const balance = { school: 10, region: 7, stage: 5 };
/** Searched by annealing: two rules contradict each other, so that the bound is out of reach. */
const ruled = moduleOf({
  columns,
  balance,
  rules: [rule('together', 'a b', { weight: 9 }), rule('apart', 'a b', { weight: 8, line: 3 })],
  sizes: Array.from({ length: 8 }, () => 5),
});
/** Searched by rounds of the mix search and of annealing, with groups of several sizes. */
const mixed = moduleOf({ columns, balance, sizes: [5, 5, 5, 5, 5, 5, 6, 4] });

const BUDGET = { seed: 'test', starts: 3, proposals: 130_000 };
const search = (module: Module, request: Partial<SearchRequest> = {}) =>
  searchBest(compileProblem(module), { ...BUDGET, ...request });

/** Cuts a search at one of its looks at the outside world, counted from 0. */
function cutAt(look: number, cut: Cut) {
  let looks = 0;
  return { cut: () => (looks++ >= look ? cut : undefined) };
}

describe('a search that was cut short', () => {
  for (const [name, module] of Object.entries({ ruled, mixed })) {
    it(`comes to the same groups again, wherever it was cut (${name})`, async () => {
      const stops = new Set<string>();
      for (const look of [0, 1, 3, 7, 8, 10]) {
        const cut = look % 2 === 0 ? 'interrupted' : 'time-limit';
        const found = await search(module, { control: cutAt(look, cut) });
        const { starts, stopped } = found;
        const last = starts[starts.length - 1];
        stops.add(`${last.start} ${last.proposals}`);
        expect(await search(module, { trace: { starts, stopped } })).toEqual(found);
      }
      expect(stops.size).toBeGreaterThan(3);
    });
  }

  it('counts what other threads had found by then, and comes to it again in one thread', async () => {
    const problem = compileProblem(ruled);
    // The first start is cut before its first step; the second has come to its end by itself, the third has just begun.
    const looks = [0, 5, 1, 0];
    const runner: StartRunner = {
      threads: 3,
      run: (start, ...rest) =>
        createLocalRunner(problem, 'test', cutAt(looks[start], 'interrupted')).run(start, ...rest),
      close: async () => undefined,
    };
    const found = await search(ruled, { runner, starts: 4 });
    const { starts, stopped } = found;
    expect(stopped).toBe('interrupted');
    expect(starts.map(({ start, cut }) => [start, cut])).toEqual([
      [0, true],
      [1, undefined],
      [2, true],
    ]);
    expect(starts[0].proposals).toBe(0);
    expect(starts[1].proposals).toBeGreaterThan(starts[2].proposals);
    const [best] = starts.toSorted(compareScores);
    expect(best.start).toBe(1);
    expect(found).toMatchObject({ hard: best.hard, soft: best.soft });
    expect(await search(ruled, { trace: { starts, stopped } })).toEqual(found);
  });

  it('may have come to its end all the same', async () => {
    const whole = await search(ruled);
    expect(whole.stopped).toBe('budget');
    const { starts } = whole;
    expect(await search(ruled, { trace: { starts, stopped: 'interrupted' } })).toEqual({
      ...whole,
      stopped: 'interrupted',
    });
  });
});

describe('a search whose starts ran in several places', () => {
  it('is made again by its starts alone, those that are missing left out', async () => {
    const [first, third] = await Promise.all([0, 2].map((start) => search(ruled, { first: start, starts: 1 })));
    const starts = [...first.starts, ...third.starts];
    const again = await search(ruled, { trace: { starts, stopped: 'budget' } });
    expect(again.starts).toEqual(starts);
    const better = first.soft <= third.soft ? first : third;
    expect(again.groupOf).toEqual(better.groupOf);
  });

  it('says what its starts make, not what they are said to have made', async () => {
    const whole = await search(ruled, { starts: 1 });
    const starts = [{ start: 0, proposals: 20_000 }];
    expect(await search(ruled, { trace: { starts, stopped: 'budget' } })).toEqual(whole);
  });

  it('ends at the bound, also where more starts are said to have been made', async () => {
    const module = moduleOf({ columns: { school: 'EEEEII' }, balance: { school: 2 }, sizes: [2, 2, 2] });
    const found = await search(module);
    expect(found.stopped).toBe('bound');
    const starts = [...found.starts, { start: 1, proposals: 5 }];
    expect(await search(module, { trace: { starts, stopped: 'bound' } })).toEqual(found);
  });
});
