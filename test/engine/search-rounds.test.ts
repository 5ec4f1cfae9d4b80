import { describe, expect, it } from 'vitest';
import { constructAssignment } from '../../src/engine/construct.js';
import { compileProblem, type Problem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { createSearch, type Search } from '../../src/engine/search.js';
import { scoreOf, State } from '../../src/engine/state.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

/** Three attributes that cross, so that no construction is known. */
const crossing: ModuleDraft = {
  columns: { x: 'aabbab', y: 'cdcdcd', z: 'effeef' },
  balance: { x: 1, y: 1, z: 1 },
  sizes: [3, 3],
};
/** They cost as much whatever is done, so that the bound is out of reach. */
const CONTRADICTION = [rule('together', 'a b', { weight: 1 }), rule('apart', 'a b', { weight: 1, line: 3 })];

/** The problem with a bound that nothing reaches. */
function unbounded(draft: ModuleDraft): Problem {
  const problem = compileProblem(moduleOf(draft));
  const [mix, ...others] = problem.soft;
  return { ...problem, soft: [{ ...mix, bound: -1 }, ...others], softBound: -1 };
}

function end(search: Search, step = 1_000): Search {
  while (!search.isDone()) search.step(step);
  return search;
}

/** Whether somebody could find an exchange that makes the groups better. */
function isBettered(problem: Problem, groupOf: Int32Array): boolean {
  const state = new State(problem, groupOf.slice());
  for (let p = 0; p < groupOf.length; p++) {
    for (let q = 0; q < p; q++) {
      if (groupOf[p] === groupOf[q]) continue;
      const hard = state.hardDelta(p, q);
      if (hard < 0 || (hard === 0 && state.softDelta(p, q) < 0)) return true;
    }
  }
  return false;
}

describe('a start for the mix alone', () => {
  it('is the search for the mix first, and annealing in every fourth round', () => {
    const problem = unbounded(crossing);
    // A round costs the budget 500 proposals a person at least, even where no count is off and nothing is to be done.
    const made = (start: number, rounds: number) => end(createSearch(problem, 's', start, rounds * 3_000)).proposals();
    for (const start of [0, 1, 2]) {
      expect(made(start, 3)).toBeLessThan(1_500);
      expect(made(start, 4)).toBeGreaterThan(2_000);
    }
    expect(made(3, 1)).toBeGreaterThan(2_000);
    // Of 60,000 the first round takes half, and the fifth most of what three short ones leave.
    const most = made(3, 20);
    expect(most).toBeGreaterThan(40_000);
    expect(most).toBeLessThan(60_000 - 3 * 3_000);
  });

  it('counts the proposals of all rounds, and goes the same way in steps of any length', () => {
    const problem = unbounded({ ...crossing, sizes: [2, 2, 2] });
    const whole = createSearch(problem, 's', 0, 10_500);
    whole.step(20_000);
    for (const step of [50, 1_000]) {
      const cut = createSearch(problem, 's', 0, 10_500);
      let before = 0;
      while (!cut.isDone()) {
        cut.step(step);
        expect(cut.proposals() - before).toBeLessThanOrEqual(step);
        before = cut.proposals();
        expect(cut.score()).toEqual(scoreOf(problem, cut.groupOf()));
      }
      expect([cut.proposals(), cut.score()]).toEqual([whole.proposals(), whole.score()]);
      expect(cut.groupOf()).toEqual(whole.groupOf());
    }
    expect(whole.isDone()).toBe(true);
  });

  it('ends with the round that reaches the bound', () => {
    const problem = compileProblem(moduleOf(crossing));
    const search = end(createSearch(problem, 's', 0, 1_000_000));
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.proposals()).toBeLessThan(1_000);
  });

  it('draws other groups for another start, and another seed', () => {
    const problem = compileProblem(moduleOf({ ...crossing, sizes: [2, 2, 2] }));
    const drawn = (seed: string, start: number) =>
      end(createSearch(problem, seed, start, 10_000))
        .groupOf()
        .join();
    const all = [0, 1, 2, 3].flatMap((start) => ['s', 't', 'u'].map((seed) => drawn(seed, start)));
    expect(new Set(all).size).toBeGreaterThan(3);
    expect(drawn('s', 1)).toBe(all[3]);
  });
});

describe('a start for the mix and more', () => {
  it('begins with the best mix where that is constructed', () => {
    const problem = compileProblem(moduleOf({ ...crossing, balance: { x: 1 } }));
    const search = createSearch(problem, 's', 0, 1_000);
    expect(search.groupOf()).toEqual(constructAssignment(problem, createRandom('s/0')));
    expect([search.isDone(), search.proposals()]).toEqual([true, 0]);
  });

  it('keeps the rules that exchanges alone can mend, even with a budget of nothing', () => {
    const rules = [rule('apart', 'a c'), rule('apart', 'b d', { line: 3 })];
    const problem = compileProblem(moduleOf({ columns: { x: 'aabb' }, balance: { x: 1 }, sizes: [2, 2], rules }));
    let broken = 0;
    for (const seed of 'stuvw') {
      const search = createSearch(problem, seed, 0, 0);
      if (search.score().hard > 0) broken++;
      expect(end(search).score()).toEqual({ hard: 0, soft: problem.softBound });
    }
    expect(broken).toBeGreaterThan(0);
  });

  it('ends where no exchange makes the groups better, which is beyond its budget', () => {
    const problem = compileProblem(
      moduleOf({
        ...crossing,
        columns: { x: 'aabbabaabbab', y: 'cdcdcdddcdcd', z: 'effeefefefef' },
        sizes: [4, 4, 4],
        rules: [...CONTRADICTION, rule('apart', 'c d e'), rule('together', 'f g', { weight: 2 })],
      }),
    );
    for (const start of [0, 1, 2, 3]) {
      const search = createSearch(problem, 's', start, 20);
      search.step(20);
      expect(search.proposals()).toBe(20);
      expect(search.isDone()).toBe(false);
      search.step(10);
      expect(search.proposals()).toBe(30);
      end(search, 5);
      expect(isBettered(problem, search.groupOf())).toBe(false);
      expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
    }
  });

  it('needs no more than its budget where that reaches the bound', () => {
    const problem = compileProblem(moduleOf({ ...crossing, rules: [rule('apart', 'a b')] }));
    const search = end(createSearch(problem, 's', 0, 1_000), 1);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.proposals()).toBeLessThan(1_000);
  });

  it('tries no pair at the end where people are more than 1,000', () => {
    const people = 1_002;
    const x = Array.from({ length: people }, (_, p) => `${p % 3}`);
    const sizes = Array.from({ length: people / 3 }, () => 3);
    const problem = unbounded({ columns: { x }, balance: { x: 1 }, sizes, rules: CONTRADICTION });
    const search = end(createSearch(problem, 's', 0, 100));
    expect(search.proposals()).toBe(100);
  });
});

describe('who sits in which size', () => {
  const draft: ModuleDraft = {
    columns: { x: 'aabbabababba', y: 'cdcdcdddcdcd', z: 'efgeefgfegef' },
    balance: { x: 5, y: 3, z: 2 },
    sizes: [1, 1, 1, 3, 3, 3],
    rules: CONTRADICTION,
  };
  const problem = compileProblem(moduleOf(draft));
  const { merged } = problem;
  if (merged === undefined) throw new Error('expected a merged problem');
  const seatings = (start: number) =>
    ['s', 't', 'u', 'v', 'w'].map((seed) => {
      const groupOf = createSearch(problem, seed, start, 1_000).groupOf();
      return scoreOf(
        merged,
        groupOf.map((group) => (problem.groupSizes[group] === 1 ? 0 : 1)),
      );
    });

  it('is settled before anything else by two starts in four', () => {
    const best = Math.min(...[0, 1].flatMap(seatings).map(({ soft }) => soft));
    for (const start of [0, 1, 4, 5]) for (const { soft } of seatings(start)) expect(soft).toBe(best);
    for (const start of [2, 3]) expect(seatings(start).some(({ soft }) => soft > best)).toBe(true);
  });

  it('stays so while the mix settles', () => {
    const sizesOf = (search: Search) => search.groupOf().map((group) => problem.groupSizes[group]);
    const isKept = ['s', 't', 'u', 'v', 'w'].map((seed) => {
      const search = createSearch(problem, seed, 0, 2_000);
      const before = sizesOf(search);
      search.step(1_400);
      return sizesOf(search).join() === before.join();
    });
    expect(isKept).not.toContain(false);
    const isLoose = ['s', 't', 'u', 'v', 'w'].map((seed) => {
      const search = createSearch(problem, seed, 2, 2_000);
      const before = sizesOf(search);
      search.step(1_400);
      return sizesOf(search).join() === before.join();
    });
    expect(isLoose).toContain(false);
  });

  it('keeps the hard rules, or is not settled', () => {
    const tied = compileProblem(moduleOf({ ...draft, rules: [...CONTRADICTION, rule('together', 'c d e')] }));
    for (const start of [0, 1]) {
      const sizes = createSearch(tied, 's', start, 1_000)
        .groupOf()
        .subarray(2, 5)
        .map((group) => tied.groupSizes[group]);
      expect(new Set(sizes).size).toBe(1);
    }
  });
});
