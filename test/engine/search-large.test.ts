import { describe, expect, it } from 'vitest';
import { constructAssignment } from '../../src/engine/construct.js';
import { compileProblem, type Problem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { createSearch, type Search } from '../../src/engine/search.js';
import { scoreOf } from '../../src/engine/state.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

/** People of three attributes that cross, in groups of ten. */
function cohort(people: number) {
  return {
    columns: {
      x: Array.from({ length: people }, (_, p) => (p % 3 === 0 ? 'I' : 'E')),
      y: Array.from({ length: people }, (_, p) => `r${(p * 7) % 5}`),
      z: Array.from({ length: people }, (_, p) => `s${(p * p) % 7}`),
    },
    balance: { x: 10, y: 7, z: 3 },
    sizes: Array.from({ length: people / 10 }, () => 10),
  };
}

/** All have met those who stand beside them, ten by ten. */
function met(people: number): ModuleDraft {
  const letter = (group: number) => String.fromCharCode(0x4e00 + group);
  return {
    ...cohort(people),
    history: [Array.from({ length: people }, (_, p) => letter(Math.floor(p / 10))).join('')],
    historyWeight: 1,
  };
}

const compile = (draft: ModuleDraft) => compileProblem(moduleOf(draft));
const start = (problem: Problem, budget: number, number = 0) => createSearch(problem, 's', number, budget);

/** Whether a start begins with what is constructed, and not with a search for the mix. */
function isConstructed(problem: Problem, search: Search): boolean {
  return search.groupOf().join() === constructAssignment(problem, createRandom('s/0')).join();
}

/** The problem with a bound that nothing reaches. */
function unbounded(problem: Problem): Problem {
  return { ...problem, softBound: -1 };
}

describe('a start of more than 5,000 people', () => {
  it('settles the mix by its own search, and goes on by annealing to the end of its budget', () => {
    const compiled = compile({ ...cohort(5_010), rules: [rule('apart', 'a c e')] });
    const search = start(unbounded(compiled), 5_010 * 600);
    expect(isConstructed(compiled, search)).toBe(false);
    search.step(15_000);
    const settled = search.score();
    expect(settled).toEqual({ hard: 0, soft: compiled.softBound });
    expect(settled).toEqual(scoreOf(compiled, search.groupOf()));
    search.step(5_000);
    expect(search.proposals()).toBe(20_000);
    expect(search.isDone()).toBe(false);
    expect(search.score()).toEqual(settled);
  });

  it('begins with what is constructed where wishes are heeded first', () => {
    const places = { A: Array.from({ length: 200 }, () => 10), B: Array.from({ length: 301 }, () => 10) };
    const wishes = Array.from({ length: 5_010 }, (_, p) => (p % 3 === 0 ? 'A' : ''));
    const { columns, balance } = cohort(5_010);
    const wished = compile({ columns, balance, places, wishes, wishWeight: 100 });
    expect(wished.themesFirst).toBeDefined();
    expect(isConstructed(wished, start(wished, 1_000))).toBe(true);
  });
});

describe('a start of more than 1,000 people who have met', () => {
  it('settles the mix, parts those who meet again, and is at the bound of both in a few proposals', () => {
    const problem = compile(met(1_010));
    const search = start(problem, 10_000_000);
    expect(isConstructed(problem, search)).toBe(false);
    while (!search.isDone()) search.step(1_000);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.proposals()).toBeLessThan(60_000);
  });

  it('parts them from the best mix where that is constructed', () => {
    const problem = compile({ ...met(1_010), balance: { x: 1 } });
    expect(problem.balanceOptimum).toBeDefined();
    const search = start(problem, 10_000_000);
    expect(isConstructed(problem, search)).toBe(true);
    while (!search.isDone()) search.step(1_000);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.proposals()).toBeLessThan(60_000);
  });

  it('ends by annealing, which makes nothing worse', () => {
    const compiled = compile({ ...met(1_010), balance: { x: 1 } });
    const problem = unbounded(compiled);
    const search = start(problem, 1_010 * 1_600);
    search.step(20_000);
    expect(search.isDone()).toBe(false);
    expect(search.proposals()).toBe(20_000);
    expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
    expect(search.score().soft).toBe(compiled.softBound);
  });

  it('is annealing from the first where they are fewer, or more than the mix is asked for beside it', () => {
    for (const draft of [met(1_000), { ...met(1_010), rules: [rule('apart', 'a c e', { weight: 1 })] }]) {
      const problem = compile(draft);
      expect(isConstructed(problem, start(problem, 1_000))).toBe(true);
    }
  });
});
