import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest, type SearchProgress, type SearchRequest } from '../../src/engine/restarts.js';
import type { StartOutcome, StartRunner } from '../../src/engine/start-runner.js';
import { moduleOf } from '../helpers/modules.js';

/** Nothing scores less than no violation and a penalty of 10. */
const problem = { ...compileProblem(moduleOf({ people: 4, sizes: [2, 2] })), hardBound: 0, softBound: 10 };

type Draft = Partial<StartOutcome> & Pick<StartOutcome, 'soft'>;

/** A runner whose starts end as they are said to, in any order: what was asked of it, and when. */
function runnerOf(outcomes: readonly Draft[], threads = 1) {
  const log: string[] = [];
  const runner: StartRunner = {
    threads,
    run: async (start, proposals, progress, until) => {
      log.push(`run ${start} for ${proposals}${until === undefined ? '' : ` until ${until}`}`);
      const draft = outcomes[start];
      const outcome = { hard: 0, groupOf: Int32Array.of(start), proposals, ...draft };
      progress?.(outcome.proposals / 2, { hard: outcome.hard, soft: outcome.soft + 1 });
      progress?.(outcome.proposals, { hard: outcome.hard, soft: outcome.soft });
      return outcome;
    },
    close: async () => void log.push('close'),
  };
  return { runner, log };
}

const REQUEST = { seed: 's', starts: 1, proposals: 100 };
const search = (outcomes: readonly Draft[], request: Partial<SearchRequest> = {}, threads = 1) => {
  const { runner, log } = runnerOf(outcomes, threads);
  return searchBest(problem, { ...REQUEST, runner, ...request }).then((found) => ({ found, log }));
};

describe('starts', () => {
  it('are made in the order of their numbers, the best of them counts, and of equals the first', async () => {
    const { found, log } = await search([{ soft: 30 }, { soft: 20 }, { soft: 20 }, { soft: 25 }], { starts: 4 });
    expect(log).toEqual(['run 0 for 100', 'run 1 for 100', 'run 2 for 100', 'run 3 for 100', 'close']);
    expect(found).toEqual({
      hard: 0,
      soft: 20,
      groupOf: Int32Array.of(1),
      stopped: 'budget',
      starts: [30, 20, 20, 25].map((soft, start) => ({ start, proposals: 100, hard: 0, soft })),
    });
  });

  it('are judged by hard violations first', async () => {
    const { found } = await search([{ hard: 1, soft: 11 }, { soft: 90 }, { hard: 2, soft: 10 }], { starts: 3 });
    expect([found.hard, found.soft, [...found.groupOf]]).toEqual([0, 90, [1]]);
  });

  it('begin with the number asked for, and are one at least', async () => {
    const outcomes = Array.from({ length: 9 }, () => ({ soft: 30 }));
    const { found } = await search(outcomes, { first: 5, starts: 2 });
    expect(found.starts.map(({ start }) => start)).toEqual([5, 6]);
    expect((await search(outcomes, { starts: 0 })).found.starts).toHaveLength(1);
  });

  it('are shorter where they are the first few', async () => {
    const outcomes = Array.from({ length: 4 }, () => ({ soft: 30 }));
    const { log } = await search(outcomes, { starts: 4, quick: { starts: 2, proposals: 7 } });
    expect(log).toEqual(['run 0 for 7', 'run 1 for 7', 'run 2 for 100', 'run 3 for 100', 'close']);
  });

  it('end at once where one is at the bound of both', async () => {
    const { found } = await search([{ hard: 1, soft: 10 }, { soft: 11 }, { soft: 10 }, { soft: 10 }], { starts: 4 });
    expect(found.stopped).toBe('bound');
    expect(found.starts.map(({ start }) => start)).toEqual([0, 1, 2]);
  });

  it('are more while no list keeps the hard rules, but no more than allowed', async () => {
    const broken = { hard: 1, soft: 20 };
    const mended = await search([broken, broken, broken, { soft: 50 }, { soft: 40 }], { starts: 2, rescue: 5 });
    expect(mended.found.starts.map(({ start }) => start)).toEqual([0, 1, 2, 3]);
    expect(mended.found.hard).toBe(0);
    const never = await search(
      Array.from({ length: 9 }, () => broken),
      { starts: 2, rescue: 2 },
    );
    expect(never.found.starts).toHaveLength(4);
    expect(never.found.stopped).toBe('budget');
    expect((await search([broken, broken, broken], { starts: 2 })).found.starts).toHaveLength(2);
    expect((await search([{ soft: 50 }, { soft: 40 }], { starts: 1, rescue: 5 })).found.starts).toHaveLength(1);
  });

  it('that are cut short end the search', async () => {
    const { found, log } = await search([{ soft: 30 }, { soft: 20, proposals: 40, cut: 'time-limit' }, { soft: 15 }], {
      starts: 3,
    });
    expect(found.stopped).toBe('time-limit');
    expect(found.soft).toBe(20);
    expect(found.starts).toEqual([
      { start: 0, proposals: 100, hard: 0, soft: 30 },
      { start: 1, proposals: 40, hard: 0, soft: 20, cut: true },
    ]);
    expect(log).toEqual(['run 0 for 100', 'run 1 for 100', 'close']);
  });

  it('are at the bound even where they were cut short', async () => {
    const { found } = await search([{ soft: 10, cut: 'interrupted' }]);
    expect(found.stopped).toBe('bound');
  });
});

describe('starts in several threads', () => {
  it('are so many ahead of the one that is awaited', async () => {
    const log: string[] = [];
    let free: (() => void)[] = [];
    const runner: StartRunner = {
      threads: 3,
      run: (start, proposals) => {
        log.push(`run ${start}`);
        return new Promise((resolve) => {
          free.push(() => resolve({ hard: 0, soft: 30 - start, groupOf: Int32Array.of(start), proposals }));
        });
      },
      close: async () => undefined,
    };
    const found = searchBest(problem, { ...REQUEST, starts: 5, runner });
    expect(log).toEqual(['run 0', 'run 1', 'run 2']);
    // The third ends first, and nobody minds: starts are judged in their order.
    free[2]();
    await settle();
    expect(log).toHaveLength(3);
    free[0]();
    await settle();
    expect(log.slice(3)).toEqual(['run 3']);
    free[1]();
    await settle();
    expect(log.slice(4)).toEqual(['run 4']);
    for (const end of free) end();
    free = [];
    expect((await found).starts.map(({ start }) => start)).toEqual([0, 1, 2, 3, 4]);
    expect((await found).soft).toBe(26);
    expect(log).toHaveLength(5);
  });

  it('give the answer of one thread', async () => {
    const outcomes = [{ soft: 30 }, { soft: 20 }, { soft: 25 }, { soft: 10 }, { soft: 5 }];
    const one = await search(outcomes, { starts: 5 });
    for (const threads of [2, 3, 8]) expect((await search(outcomes, { starts: 5 }, threads)).found).toEqual(one.found);
  });

  it('count as far as they came when one was cut short, and no more are begun', async () => {
    const outcomes: readonly Draft[] = [
      { soft: 30, proposals: 60, cut: 'interrupted' },
      { soft: 20, proposals: 50, cut: 'interrupted' },
      { soft: 25, proposals: 100 },
      { soft: 15 },
    ];
    const { found, log } = await search(outcomes, { starts: 4 }, 3);
    expect(log).toEqual(['run 0 for 100', 'run 1 for 100', 'run 2 for 100', 'close']);
    expect(found.starts.map(({ start, cut }) => [start, cut])).toEqual([
      [0, true],
      [1, true],
      [2, undefined],
    ]);
    expect([found.soft, found.stopped]).toEqual([20, 'interrupted']);
  });

  it('are of no interest any more once one is at the bound, even where they fail', async () => {
    let closed = 0;
    const runner: StartRunner = {
      threads: 2,
      run: async (start, proposals) => {
        if (start === 1) throw new Error('closed');
        return { hard: 0, soft: 10, groupOf: Int32Array.of(0), proposals };
      },
      close: async () => void closed++,
    };
    const found = await searchBest(problem, { ...REQUEST, starts: 2, runner });
    expect([found.stopped, closed]).toEqual(['bound', 1]);
  });

  it('are closed where one fails', async () => {
    let closed = 0;
    const runner: StartRunner = {
      threads: 1,
      run: async () => {
        throw new Error('out of order');
      },
      close: async () => void closed++,
    };
    await expect(searchBest(problem, { ...REQUEST, runner })).rejects.toThrow('out of order');
    expect(closed).toBe(1);
  });
});

describe('an observer', () => {
  const watch = async (outcomes: readonly Draft[], request: Partial<SearchRequest> = {}) => {
    const seen: SearchProgress[] = [];
    await search(outcomes, { ...request, observe: (progress) => void seen.push(progress) });
    return seen;
  };

  it('is told the best known, and the share of the budget spent', async () => {
    const seen = await watch([{ soft: 30 }, { soft: 25 }, { soft: 40 }], { starts: 3 });
    expect(seen.map(({ hard, soft, spent }) => [hard, soft, spent.toFixed(3)])).toEqual([
      [0, 31, '0.167'],
      [0, 30, '0.333'],
      [0, 26, '0.500'],
      [0, 25, '0.667'],
      [0, 25, '0.833'],
      [0, 25, '1.000'],
    ]);
    for (const { hardBound, softBound } of seen) expect([hardBound, softBound]).toEqual([0, 10]);
  });

  it('is told of short starts as whole ones, and never of more than all', async () => {
    const quick = { starts: 1, proposals: 10 };
    const seen = await watch(
      [
        { soft: 30, proposals: 10 },
        { soft: 25, proposals: 150 },
      ],
      { starts: 2, quick },
    );
    expect(seen.map(({ spent }) => spent)).toEqual([0.25, 0.5, 0.875, 1]);
  });

  it('is asked for: a runner is not troubled where there is none', async () => {
    let progress: unknown = 'not asked';
    const { runner } = runnerOf([{ soft: 30 }]);
    const asking: StartRunner = {
      ...runner,
      run: (start, proposals, tell) => {
        progress = tell;
        return runner.run(start, proposals);
      },
    };
    await searchBest(problem, { ...REQUEST, runner: asking });
    expect(progress).toBeUndefined();
  });
});

describe('a search made again from its trace', () => {
  const outcomes = Array.from({ length: 9 }, (_, start) => ({ soft: 30 - start }));

  it('makes the starts that were made, each as far as it came', async () => {
    const starts = [
      { start: 2, proposals: 100 },
      { start: 5, proposals: 40, cut: true as const },
    ];
    const { found, log } = await search(outcomes, { starts: 9, rescue: 3, trace: { starts, stopped: 'time-limit' } });
    expect(log).toEqual(['run 2 for 100 until 100', 'run 5 for 100 until 40', 'close']);
    expect(found.stopped).toBe('time-limit');
    expect(found.starts.map(({ start, cut }) => [start, cut])).toEqual([
      [2, undefined],
      [5, true],
    ]);
  });

  it('lets each start come to its own end where nothing was cut short', async () => {
    const starts = [
      { start: 0, proposals: 33 },
      { start: 1, proposals: 100 },
    ];
    const { found, log } = await search(outcomes, { trace: { starts, stopped: 'budget' } });
    expect(log).toEqual(['run 0 for 100', 'run 1 for 100', 'close']);
    expect(found.stopped).toBe('budget');
  });

  it('was stopped at the bound only where it comes there again', async () => {
    const starts = [{ start: 0, proposals: 100 }];
    expect((await search(outcomes, { trace: { starts, stopped: 'bound' } })).found.stopped).toBe('budget');
    expect((await search([{ soft: 10 }], { trace: { starts, stopped: 'interrupted' } })).found.stopped).toBe('bound');
    expect((await search(outcomes, { trace: { starts, stopped: 'interrupted' } })).found.stopped).toBe('interrupted');
  });

  it('has at least one start', async () => {
    await expect(search(outcomes, { trace: { starts: [], stopped: 'budget' } })).rejects.toThrow('at least one start');
  });

  it('is told to its observer in shares of the starts made', async () => {
    const spent: number[] = [];
    const starts = [0, 1].map((start) => ({ start, proposals: 100 }));
    const trace = { starts, stopped: 'budget' } as const;
    await search(outcomes, { starts: 7, trace, observe: (progress) => void spent.push(progress.spent) });
    expect(spent).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

/** Lets all that is ready happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
