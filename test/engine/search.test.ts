import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest, type SearchProgress, type SearchRequest } from '../../src/engine/restarts.js';
import { createSearch } from '../../src/engine/search.js';
import { scoreOf } from '../../src/engine/state.js';
import { compareScores, State } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';

/** 40 people of four attributes in 8 groups of 5. Two rules contradict each other, so that the bound is out of reach. */
const crowded: Module = moduleOf({
  columns: {
    school: Array.from({ length: 40 }, (_, p) => (p % 3 === 0 ? 'I' : 'E')),
    region: Array.from({ length: 40 }, (_, p) => `r${(p * 7) % 11}`),
    stage: Array.from({ length: 40 }, (_, p) => `s${(p * 5) % 9}|s${(p * 3) % 7}`),
    gender: Array.from({ length: 40 }, (_, p) => 'FM'[((p * p) >> 1) % 2]),
  },
  balance: { school: 10, region: 7, stage: 5, gender: 3 },
  rules: [
    rule('apart', 'a b c d e f g h i j', { weight: 4 }),
    rule('not_alone', 'gender=*', { weight: 3 }),
    rule('together', 'k l m', { weight: 50 }),
    rule('together', 'a b c', { weight: 1 }),
  ],
  sizes: Array.from({ length: 8 }, () => 5),
});

const search = (module: Module, request: Partial<SearchRequest> = {}) =>
  searchBest(compileProblem(module), { seed: 'test', starts: 1, proposals: 60_000, ...request });

describe('search', () => {
  it('stops at the bound, long before its budget', async () => {
    const found = await search(
      moduleOf({
        columns: { school: 'EEEEII', gender: 'FMFMFM' },
        balance: { school: 2, gender: 1 },
        sizes: [2, 2, 2],
      }),
    );
    const problem = compileProblem(
      moduleOf({
        columns: { school: 'EEEEII', gender: 'FMFMFM' },
        balance: { school: 2, gender: 1 },
        sizes: [2, 2, 2],
      }),
    );
    expect(found.stopped).toBe('bound');
    expect({ hard: found.hard, soft: found.soft }).toEqual({ hard: 0, soft: problem.softBound });
    expect(found.starts).toHaveLength(1);
    expect(found.starts[0].proposals).toBeLessThan(5_000);
  });

  it('makes no proposal when there is one group or nothing to improve', async () => {
    expect(
      (await search(moduleOf({ columns: { school: 'EI' }, balance: { school: 1 }, sizes: [2] }))).starts[0].proposals,
    ).toBe(0);
    expect((await search(moduleOf({ people: 4, sizes: [2, 2] }))).starts[0].proposals).toBe(0);
  });

  it('makes every start, to the end of its budget and of every exchange that helps, when the bound is out of reach', async () => {
    const found = await search(crowded, { starts: 3, proposals: 1_000 });
    expect(found.stopped).toBe('budget');
    expect(found.starts.map(({ start }) => start)).toEqual([0, 1, 2]);
    for (const { proposals } of found.starts) {
      expect(proposals).toBeGreaterThan(1_000);
      // At the end every pair of the 40 is tried, a few times over.
      expect(proposals).toBeLessThanOrEqual(1_000 + 10 * 780);
    }
    const state = new State(compileProblem(crowded), found.groupOf.slice());
    for (let p = 0; p < 40; p++) {
      for (let q = 0; q < p; q++) {
        if (found.groupOf[p] === found.groupOf[q]) continue;
        const hard = state.hardDelta(p, q);
        expect(hard < 0 || (hard === 0 && state.softDelta(p, q) < 0)).toBe(false);
      }
    }
  });

  it('gives the best of its starts, the first of equals', async () => {
    const found = await search(crowded, { starts: 6, proposals: 500 });
    const best = Math.min(...found.starts.map(({ soft }) => soft));
    expect(found.soft).toBe(best);
    expect(found.starts.every(({ hard }) => hard === 0)).toBe(true);
    const { start } = found.starts.find(({ soft }) => soft === best) ?? { start: -1 };
    const alone = createSearch(compileProblem(crowded), 'test', start, 500);
    while (!alone.isDone()) alone.step(100);
    expect([...alone.groupOf()]).toEqual([...found.groupOf]);
  });

  it('gives one answer for one seed, and another draw for another', async () => {
    const first = await search(crowded, { proposals: 2_000 });
    const again = await search(crowded, { proposals: 2_000 });
    expect(again).toEqual(first);
    const others = await Promise.all(['x', 'y', 'z'].map((seed) => search(crowded, { seed, proposals: 2_000 })));
    expect(others.some(({ groupOf }) => groupOf.join() !== first.groupOf.join())).toBe(true);
  });

  it('brings people tied by a hard rule together where nobody alone could move without separating them', async () => {
    // Weighted wishes of a few would be broken in any other group: a, b and c must move from wherever they start.
    const module = moduleOf({
      columns: { school: 'EEEIIIEEEIII' },
      balance: { school: 1 },
      places: { A: [4], B: [4], C: [4] },
      wishes: ['C', 'C', 'C', ...Array.from({ length: 9 }, () => '')],
      wishWeight: 100,
      rules: [rule('together', 'a b c')],
    });
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const found = await search(module, { seed });
      expect([found.hard, ...found.groupOf.slice(0, 3)]).toEqual([0, 2, 2, 2]);
    }
  });

  it('lets two tied triples change places', async () => {
    const module = moduleOf({
      people: 6,
      places: { A: [3], B: [3] },
      wishes: ['A', 'A', 'A', 'B', 'B', 'B'],
      wishWeight: 1,
      rules: [rule('together', 'a b c'), rule('together', 'd e f')],
    });
    for (const seed of ['1', '2', '3', '4']) {
      const found = await search(module, { seed, proposals: 5_000 });
      expect({ hard: found.hard, soft: found.soft, stopped: found.stopped }).toEqual({
        hard: 0,
        soft: 0,
        stopped: 'bound',
      });
    }
  });

  it('comes as near as it can when the hard rules contradict each other', async () => {
    const rules = [rule('apart', 'a b'), rule('apart', 'b c'), rule('apart', 'a c')];
    const found = await search(moduleOf({ people: 4, sizes: [2, 2], rules }));
    expect(found.hard).toBe(1);
    expect(found.stopped).toBe('budget');
  });
});

describe('search cut from outside', () => {
  it('always has an answer, even when cut before the first step', async () => {
    const found = await search(crowded, { control: { cut: () => 'interrupted' } });
    expect(found.stopped).toBe('interrupted');
    expect(found.starts).toEqual([{ start: 0, proposals: 0, hard: found.hard, soft: found.soft, cut: true }]);
    const problem = compileProblem(crowded);
    expect(scoreOf(problem, found.groupOf)).toEqual({ hard: found.hard, soft: found.soft });
  });

  it.each([1, 2, 3, 5, 9])(
    'can be replayed from its records: seed, start, proposals (cut at look %i)',
    async (most) => {
      let looks = 0;
      const found = await search(crowded, {
        starts: 4,
        control: { cut: () => (++looks > most ? 'time-limit' : undefined) },
      });
      expect(['time-limit', 'budget']).toContain(found.stopped);
      const problem = compileProblem(crowded);
      const replayed = found.starts.map(({ start, proposals }) => {
        const again = createSearch(problem, 'test', start, 60_000);
        again.step(proposals);
        return { ...again.score(), groupOf: again.groupOf() };
      });
      expect(replayed.map(({ hard, soft }) => ({ hard, soft }))).toEqual(
        found.starts.map(({ hard, soft }) => ({ hard, soft })),
      );
      const best = replayed.reduce((a, b) => (compareScores(b, a) < 0 ? b : a));
      expect([...best.groupOf]).toEqual([...found.groupOf]);
    },
  );

  it('gives the answer it would have given without anybody looking on', async () => {
    const plain = await search(crowded, { starts: 2 });
    let pauses = 0;
    const seen: SearchProgress[] = [];
    const watched = await search(crowded, {
      starts: 2,
      control: { cut: () => undefined, pause: async () => void pauses++ },
      observe: (progress) => void seen.push(progress),
    });
    expect(watched).toEqual(plain);
    expect(pauses).toBe(seen.length);
    expect(pauses).toBeGreaterThan(1);
    const last = seen[seen.length - 1];
    expect({ hard: last.hard, soft: last.soft }).toEqual({ hard: plain.hard, soft: plain.soft });
    for (let i = 1; i < seen.length; i++) {
      expect(compareScores(seen[i], seen[i - 1])).toBeLessThanOrEqual(0);
      expect(seen[i].spent).toBeGreaterThan(seen[i - 1].spent);
      expect(seen[i].spent).toBeLessThanOrEqual(1);
    }
  });
});
