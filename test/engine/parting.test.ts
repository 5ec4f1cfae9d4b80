import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constructAssignment } from '../../src/engine/construct.js';
import { createParting } from '../../src/engine/parting.js';
import { compileProblem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { createSearch } from '../../src/engine/search.js';
import { scoreOf } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

/** People in groups of ten, who have all met those of their ten before; two attributes, and a rule. */
const problemOf = (people: number) => {
  const letter = (group: number) => String.fromCharCode(0x4e00 + group);
  const module = moduleOf({
    columns: {
      school: Array.from({ length: people }, (_, p) => (p % 3 === 0 ? 'I' : 'E')),
      region: Array.from({ length: people }, (_, p) => `r${(p * 7) % 5}`),
    },
    balance: { school: 10, region: 7 },
    sizes: Array.from({ length: people / 10 }, () => 10),
    rules: [rule('apart', 'a c e')],
    history: [Array.from({ length: people }, (_, p) => letter(Math.floor(p / 10))).join('')],
    historyWeight: 1,
  });
  const { meetings, ...problem } = compileProblem(module);
  if (meetings === undefined) throw new Error('expected meetings');
  return { ...problem, meetings };
};

const run = (step: number) => {
  const problem = problemOf(300);
  const groupOf = constructAssignment(problem, createRandom('x'));
  const before = scoreOf(problem, groupOf);
  const search = createParting(problem, createRandom('parting'), 100_000, groupOf.slice());
  while (!search.isDone()) search.step(step);
  return { problem, before, search };
};

describe('parting people who meet again', () => {
  it('makes the whole better, breaks no hard rule more, and counts right', () => {
    const { problem, before, search } = run(100_000);
    expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
    expect(search.score().soft).toBeLessThan(before.soft);
    expect(search.score().hard).toBeLessThanOrEqual(before.hard);
  });

  it('breaks no rule more with any exchange, and ends within its budget or where nobody meets again', () => {
    let better = 0;
    fc.assert(
      fc.property(modules({ people: 9, history: true }), fc.integer({ min: 1, max: 300 }), (module, budget) => {
        const { meetings, ...problem } = compileProblem(module);
        if (meetings === undefined) return;
        const [groupOf] = fillings([...problem.groupSizes]);
        const search = createParting({ ...problem, meetings }, createRandom('p'), budget, Int32Array.from(groupOf));
        let before = search.score();
        expect(before).toEqual(scoreOf(problem, Int32Array.from(groupOf)));
        while (!search.isDone()) {
          search.step(1);
          const after = search.score();
          expect(after).toEqual(scoreOf(problem, search.groupOf()));
          expect(after.hard).toBeLessThanOrEqual(before.hard);
          expect(after.soft).toBeLessThanOrEqual(before.soft);
          if (after.soft < before.soft) better++;
          before = after;
        }
        expect(search.proposals()).toBeLessThanOrEqual(budget);
      }),
      { numRuns: runs(50) },
    );
    expect(better).toBeGreaterThan(0);
  });

  /** Parts people of one group of an earlier module, `.` for nobody, and counts what is drawn. */
  const partAll = (x: string, history: string, groupOf: readonly number[], bound?: number, budget = 10_000) => {
    const sizes = [0, 1].map((group) => groupOf.filter((own) => own === group).length);
    const module = moduleOf({ columns: { x }, balance: { x: 1 }, sizes, history: [history], historyWeight: 1 });
    const { meetings, ...problem } = compileProblem(module);
    if (meetings === undefined) throw new Error('expected meetings');
    const draws: number[] = [];
    const own = createRandom('s');
    const random = { index: (below: number) => (draws.push(below), own.index(below)) };
    const given = { ...problem, meetings, softBound: bound ?? problem.softBound };
    const search = createParting(given, random, budget, Int32Array.from(groupOf));
    return { search, draws };
  };

  it('tries people who are alike, then anybody, four times over, and makes no exchange that gains nothing', () => {
    const { search, draws } = partAll('abab', 'XXXX', [0, 0, 1, 1], -1);
    search.step(1);
    expect(search.proposals()).toBe(80);
    search.step(81);
    expect(search.proposals()).toBe(240);
    search.step(100_000);
    expect(search.isDone()).toBe(true);
    expect([...search.groupOf()]).toEqual([0, 0, 1, 1]);
    expect(search.proposals()).toBe(4 * 4 * 80);
    const tries = [2, 4].flatMap((below) => Array.from({ length: 40 }, () => below));
    expect(draws).toEqual(Array.from({ length: 16 }, () => tries).flat());
  });

  it('proposes no more than its budget', () => {
    const { search } = partAll('abab', 'XXXX', [0, 0, 1, 1], -1, 90);
    search.step(89);
    expect([search.isDone(), search.proposals()]).toEqual([true, 90]);
  });

  it('lets go of somebody who is parted, and passes over whom that has parted too', () => {
    // The first two have met; the first is exchanged with the third, who is alike, and that is all.
    const { search, draws } = partAll('abab', 'XX..', [0, 0, 1, 1], -1);
    search.step(100_000);
    expect([...search.groupOf()]).toEqual([1, 0, 0, 1]);
    expect(draws.length).toBeLessThan(40);
    expect(new Set(draws)).toEqual(new Set([2]));
    // One look at the second of the two, who meets nobody any more.
    expect(search.proposals()).toBe(draws.length + 1);
    expect(search.isDone()).toBe(true);
    expect(search.score().soft).toBe(0);
  });

  it('has nothing to do at the bound, or where nobody meets again', () => {
    const bound = partAll('abab', 'XXXX', [0, 0, 1, 1]);
    expect([bound.search.isDone(), bound.search.proposals()]).toEqual([true, 0]);
    const nobody = partAll('abcd', 'XX..', [0, 1, 0, 1], -1);
    expect([nobody.search.isDone(), nobody.search.proposals()]).toEqual([true, 0]);
  });

  it('gives an array of its own', () => {
    const { search } = partAll('abcd', 'XX..', [0, 0, 1, 1]);
    search.groupOf().fill(9);
    expect([...search.groupOf()]).toEqual([0, 0, 1, 1]);
  });

  it('goes the same way in steps of any length', () => {
    expect(run(7).search.groupOf()).toEqual(run(100_000).search.groupOf());
  });

  it('brings a large cohort to the bound of mix and meetings at once in a few looks for each who met', () => {
    const problem = problemOf(1_500);
    const search = createSearch(problem, 'seed', 0, 10_000_000);
    while (!search.isDone()) search.step(20_000);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.proposals()).toBeLessThan(200_000);
  });
});
