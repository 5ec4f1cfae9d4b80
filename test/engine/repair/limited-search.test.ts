import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/domain/fold.js';
import { countMoves } from '../../../src/engine/home.js';
import { compileProblem, type Problem } from '../../../src/engine/problem.js';
import { createRandom, shuffle } from '../../../src/engine/random.js';
import { createLimitedSearch, type LimitedResult } from '../../../src/engine/repair/limited-search.js';
import { compareScores, scoreOf, type Score } from '../../../src/engine/state.js';
import { last } from '../../helpers/courses.js';
import { moduleOf } from '../../helpers/modules.js';
import { modules } from '../../helpers/random-modules.js';
import { runs } from '../../helpers/runs.js';

interface Case {
  readonly problem: Problem;
  readonly homeOf: Int32Array;
  readonly start: Int32Array;
  readonly mostMoves: number;
}

const cases = modules({ people: 7 }).chain((module) => {
  const sizes = [...module.groups].sort((a, b) => compareText(a.label, b.label)).map(({ size }) => size);
  const seats = sizes.flatMap((size, group) => Array.from({ length: size }, () => group));
  return fc
    .record({
      start: fc.shuffledSubarray(seats, { minLength: seats.length }),
      homes: fc.array(fc.integer({ min: -1, max: sizes.length - 1 }), { minLength: 7, maxLength: 7 }),
      isHome: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      more: fc.nat(3),
    })
    .map(({ start, homes, isHome, more }): Case => {
      const homeOf = Int32Array.from(start, (group, p) => (isHome[p] ? group : homes[p]));
      const groupOf = Int32Array.from(start);
      return {
        problem: compileProblem(module, false),
        homeOf,
        start: groupOf,
        mostMoves: countMoves(homeOf, groupOf) + more,
      };
    });
});

const swapped = (groupOf: Int32Array, p: number, q: number) => groupOf.with(p, groupOf[q]).with(q, groupOf[p]);

/** The best of all groups of the same sizes within the moves. */
function bestOfAll({ problem, homeOf, start, mostMoves }: Case): Score {
  let best = scoreOf(problem, start);
  const left = [...problem.groupSizes];
  const groupOf = new Int32Array(start.length);
  const visit = (p: number, moves: number) => {
    if (moves > mostMoves) return;
    if (p === start.length) {
      const score = scoreOf(problem, groupOf);
      if (compareScores(score, best) < 0) best = score;
      return;
    }
    for (let group = 0; group < left.length; group++) {
      if (left[group] === 0) continue;
      left[group]--;
      groupOf[p] = group;
      visit(p + 1, moves + (homeOf[p] >= 0 && homeOf[p] !== group ? 1 : 0));
      left[group]++;
    }
  };
  visit(0, 0);
  return best;
}

/** What any search has to keep to. */
function judge({ problem, homeOf, start, mostMoves }: Case, { hard, soft, groupOf }: LimitedResult) {
  expect({ hard, soft }).toEqual(scoreOf(problem, groupOf));
  expect(countMoves(homeOf, groupOf)).toBeLessThanOrEqual(mostMoves);
  expect(compareScores({ hard, soft }, scoreOf(problem, start))).toBeLessThanOrEqual(0);
  expect([...groupOf].sort((a, b) => a - b)).toEqual([...start].sort((a, b) => a - b));
}

describe('a descent within some moves', () => {
  it('ends where no exchange is better, nor one that sends home and another to which it leads', () => {
    let better = 0;
    fc.assert(
      fc.property(cases, (own) => {
        const { problem, homeOf, start, mostMoves } = own;
        const before = start.slice();
        const { descend, made } = createLimitedSearch(problem, homeOf);
        const found = last(descend(start, mostMoves, createRandom('s')));
        judge(own, found);
        expect(start).toEqual(before);
        expect(made()).toBeGreaterThanOrEqual(0);
        if (compareScores(found, scoreOf(problem, start)) < 0) better++;
        const { groupOf } = found;
        const isWithin = (after: Int32Array) => countMoves(homeOf, after) <= mostMoves;
        const isBetter = (after: Int32Array) => isWithin(after) && compareScores(scoreOf(problem, after), found) < 0;
        for (let p = 0; p < start.length; p++) {
          for (let q = 0; q < start.length; q++) {
            if (groupOf[p] === groupOf[q]) continue;
            const after = swapped(groupOf, p, q);
            expect(isBetter(after)).toBe(false);
            const isHomecoming = homeOf[p] !== groupOf[p] && homeOf[p] === groupOf[q] && homeOf[q] !== groupOf[q];
            if (!isHomecoming || !isWithin(after)) continue;
            for (let r = 0; r < start.length; r++)
              if (after[r] !== after[q]) expect(isBetter(swapped(after, q, r))).toBe(false);
          }
        }
      }),
      { numRuns: runs(20) },
    );
    expect(better).toBeGreaterThan(0);
  });

  it('lets another one be away instead where no single exchange is better', () => {
    // One of u has to be with v: a is, and was not there; but b, of another region, would do better, with a at home.
    const module = moduleOf({ columns: { region: 'xyxxxy' }, balance: { region: 1 }, sizes: [3, 3] });
    const problem = compileProblem(module, false);
    const homeOf = Int32Array.of(0, 0, 0, 1, 1, 1);
    for (const away of [0, 2]) {
      const start = swapped(homeOf, away, 4);
      const found = last(createLimitedSearch(problem, homeOf).descend(start, 2, createRandom('s')));
      judge({ problem, homeOf, start, mostMoves: 2 }, found);
      expect(found.soft).toBe(problem.softBound);
    }
  });

  it('does nothing where nobody may move, and goes home from where nothing is lost by it', () => {
    const module = moduleOf({ columns: { school: 'uuvvuuvv' }, balance: { school: 1 }, sizes: [4, 4] });
    const problem = compileProblem(module, false);
    const homeOf = Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1);
    const { descend, made } = createLimitedSearch(problem, homeOf);
    expect([...last(descend(homeOf, 0, createRandom('s'))).groupOf]).toEqual([...homeOf]);
    expect(made()).toBe(0);
    const moved = last(descend(homeOf, 2, createRandom('s')));
    expect([countMoves(homeOf, moved.groupOf), moved.soft < scoreOf(problem, homeOf).soft]).toEqual([2, true]);
    expect(made()).toBeGreaterThan(0);
    const all = last(descend(homeOf, 4, createRandom('s')));
    expect([countMoves(homeOf, all.groupOf), all.soft]).toEqual([4, problem.softBound]);
  });
});

describe('an annealing within some moves', () => {
  it('comes to the best of all groups of a few people, at one price of hard rules or another', () => {
    for (const own of fc.sample(cases, { numRuns: 3, seed: 4 })) {
      const { problem, homeOf, start, mostMoves } = own;
      const { anneal, made } = createLimitedSearch(problem, homeOf);
      const found = [1, 2, 4].map((price) => last(anneal(start, mostMoves, createRandom('s'), price, 1_000)));
      expect(made()).toBeGreaterThanOrEqual(3_000);
      for (const one of found) judge(own, one);
      expect(found.map(({ hard, soft }) => ({ hard, soft })).sort(compareScores)[0]).toEqual(bestOfAll(own));
    }
  });

  it('finds the way back to groups that were perfect, or nearly, where a descent does not', () => {
    const lost = { anneal: 0, descend: 0 };
    for (let seed = 0; seed < 5; seed++) {
      const random = createRandom(`perfect ${seed}`);
      const mixed = (text: string) =>
        shuffle(
          Int32Array.from(text, (letter) => letter.charCodeAt(0)),
          random,
        );
      const column = (text: string) =>
        [0, 1, 2, 3].flatMap(() => [...mixed(text)].map((code) => String.fromCharCode(code)));
      const columns = { school: column('AAABBB'), region: column('uvwxyz'), gender: column('ppqqrr') };
      const module = moduleOf({ columns, balance: { school: 2, region: 1, gender: 1 }, sizes: [6, 6, 6, 6] });
      const problem = compileProblem(module, false);
      const perfect = Int32Array.from({ length: 24 }, (_, p) => Math.floor(p / 6));
      expect(scoreOf(problem, perfect).soft).toBe(problem.softBound);
      // Eighteen people each sit where another one of them was.
      const moved = shuffle(
        Int32Array.from({ length: 24 }, (_, p) => p),
        random,
      ).slice(0, 18);
      const homeOf = perfect.slice();
      moved.forEach((p, index) => (homeOf[p] = perfect[moved[(index + 1) % moved.length]]));
      const own = { problem, homeOf, start: homeOf, mostMoves: countMoves(perfect, homeOf) };
      const { anneal, descend } = createLimitedSearch(problem, homeOf);
      const [annealed, descended] = [
        last(anneal(homeOf, own.mostMoves, createRandom('s'), 4, 5_000)),
        last(descend(homeOf, own.mostMoves, createRandom('s'))),
      ];
      judge(own, annealed);
      judge(own, descended);
      lost.anneal += annealed.soft - problem.softBound;
      lost.descend += descended.soft - problem.softBound;
    }
    // What is left of the penalty, over all.
    expect(lost.anneal).toBeLessThan(lost.descend / 4);
  });

  it('counts its proposals, and rests after every twenty thousand', () => {
    const module = moduleOf({ columns: { school: 'uuvvuuvv' }, balance: { school: 1 }, sizes: [4, 4] });
    const homeOf = Int32Array.of(0, 0, 1, 1, 0, 0, 1, 1);
    const { anneal, made } = createLimitedSearch(compileProblem(module, false), homeOf);
    const course = anneal(homeOf, 4, createRandom('s'), 5, 45_000);
    const seen: number[] = [];
    let next = course.next();
    for (; next.done !== true; next = course.next()) seen.push(made());
    expect(seen).toEqual([20_000, 40_000]);
    expect(made()).toBeGreaterThanOrEqual(45_000);
    expect(made()).toBeLessThan(45_200);
    // What it starts from is left as it is.
    expect([...homeOf]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });
});

describe('a descent among many people', () => {
  it('does the best of the exchanges that are sampled, within the moves, and rests on the way', () => {
    // Of 600 groups of two, the first hundred have two of u, the next two of v; six moves put six groups right.
    const [people, groups] = [1_200, 600];
    const school = Array.from({ length: people }, (_, p) => (p < 200 || (p >= 400 && p % 2 === 0) ? 'u' : 'v'));
    const module = moduleOf({
      columns: { school },
      balance: { school: 1 },
      sizes: Array.from({ length: groups }, () => 2),
    });
    const problem = compileProblem(module, false);
    const homeOf = Int32Array.from({ length: people }, (_, p) => p >> 1);
    const own = { problem, homeOf, start: homeOf, mostMoves: 6 };
    const { descend, made } = createLimitedSearch(problem, homeOf);
    const course = descend(homeOf, 6, createRandom('s'));
    let rests = 0;
    let next = course.next();
    for (; next.done !== true; next = course.next()) rests++;
    judge(own, next.value);
    const before = scoreOf(problem, homeOf).soft;
    // Each group put right gains as much, and no more can.
    expect(before - next.value.soft).toBe((6 * before) / 200);
    expect(countMoves(homeOf, next.value.groupOf)).toBe(6);
    expect(Math.abs(rests - made() / 20_000)).toBeLessThan(rests / 2);
  });
});
