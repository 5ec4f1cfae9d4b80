import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSizes } from '../../src/engine/merged-problem.js';
import { compileProblem, type Problem } from '../../src/engine/problem.js';
import { explain, scoreOf } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule, toGroup, type ModuleDraft } from '../helpers/modules.js';
import { runs } from '../helpers/runs.js';

const crossing = { x: 'aababbab', y: 'cdccdcdd', z: 'eeffefef' };
const balance = { x: 3, y: 2, z: 1 };

function compile(draft: ModuleDraft): { problem: Problem; merged: Problem } {
  const problem = compileProblem(moduleOf(draft));
  const { merged } = problem;
  if (merged === undefined) throw new Error('expected a merged problem');
  return { problem, merged };
}

/** The least score of the problem among the groupings of each seating in the merged groups, by that seating. */
function leastBySeating({ problem, merged }: ReturnType<typeof compile>) {
  const sizes = [...new Set(problem.groupSizes)].sort((a, b) => a - b);
  const found = new Map<string, { seating: Int32Array; hard: number; soft: number }>();
  for (const filling of fillings([...problem.groupSizes])) {
    const seating = Int32Array.from(filling, (group) => sizes.indexOf(problem.groupSizes[group]));
    const { hard, soft } = scoreOf(problem, Int32Array.from(filling));
    const known = found.get(seating.join());
    found.set(seating.join(), {
      seating,
      hard: Math.min(hard, known?.hard ?? Infinity),
      soft: Math.min(soft, known?.soft ?? Infinity),
    });
  }
  return [...found.values()].map((least) => ({ least, merged: scoreOf(merged, least.seating) }));
}

describe('groups of one size merged', () => {
  it('are as many as there are sizes, the smallest first, with the seats of all of a size', () => {
    const { merged } = compile({ columns: crossing, balance, sizes: [3, 1, 3, 1] });
    expect([...merged.groupSizes]).toEqual([2, 6]);
    expect(merged.groups).toEqual([]);
    expect(merged.guides).toEqual([]);
  });

  it('cost a seating what its members cost spread evenly, level by level', () => {
    // Each level alone can be spread evenly, so that of one attribute of two levels this is the best there is.
    const { problem, merged } = compile({
      columns: { x: 'aababbab' },
      balance: { x: 3 },
      sizes: [2, 2, 3, 1],
      rules: [rule('fixed', 'h', { target: toGroup('G04') })],
    });
    for (const { least, merged: own } of leastBySeating({ problem, merged })) expect(own.soft).toBe(least.soft);
  });

  it('never cost more than any grouping of the seating does', () => {
    const cells = (letters: string) =>
      fc.array(fc.constantFrom(...letters), { minLength: 7, maxLength: 7 }).map((list) => list.join(''));
    const columns = fc.record({ x: cells('ab'), y: cells('cd.'), z: cells('efg') });
    const sizes = fc.constantFrom([2, 2, 3], [3, 1, 3], [1, 2, 1, 3]);
    const rules = fc.constantFrom(
      [],
      [rule('together', 'a b'), rule('apart', 'c d')],
      [rule('at_least', 'x=a', { count: 1 }), rule('fixed', 'a', { target: toGroup('G01') })],
      [rule('not_alone', 'x=a'), rule('together', 'e f'), rule('never', 'b c', { target: toGroup('G02') })],
    );
    let reached = 0;
    fc.assert(
      fc.property(columns, sizes, rules, (own, list, asked) => {
        const problem = compileProblem(moduleOf({ columns: own, balance, sizes: list, rules: asked }));
        const { merged } = problem;
        if (merged === undefined) return;
        expect(merged.softBound).toBe(problem.soft[0].bound);
        expect(merged.hardBound).toBeLessThanOrEqual(problem.hardBound);
        for (const { least, merged: score } of leastBySeating({ problem, merged })) {
          expect(score.soft).toBeLessThanOrEqual(least.soft);
          expect(score.hard).toBeLessThanOrEqual(least.hard);
          if (score.soft === least.soft) reached++;
        }
      }),
      { seed: 4, numRuns: runs(12) },
    );
    expect(reached).toBeGreaterThan(0);
  });

  it('of several sizes are priced by hand', () => {
    // Four a among seven people; a group of two should hold 8/7 of them, one of three 12/7.
    const { problem, merged } = compile({
      columns: { x: 'aaaabbb', y: 'cdcdcdc', z: 'eefffee' },
      balance: { x: 1, y: 1, z: 1 },
      sizes: [2, 2, 3],
    });
    const share = (seating: readonly number[]) =>
      explain(merged, Int32Array.from(seating)).shares.find(
        ({ origin }) => origin.kind === 'attribute' && origin.key === 'x',
      )?.penalty;
    // Counts of a in the two small groups together, and in the large one: what an even spread costs more than the best.
    const cost = (small: readonly number[], large: number) =>
      [...small, large].reduce((sum, count, group) => {
        const wanted = group < 2 ? 8 / 7 : 12 / 7;
        const off = (held: number, size: number) =>
          (held - wanted) ** 2 + (size - held - ((group < 2 ? 2 : 3) - wanted)) ** 2;
        const size = group < 2 ? 2 : 3;
        const least = Math.min(...Array.from({ length: size + 1 }, (_, held) => off(held, size)));
        return sum + off(count, size) - least;
      }, 0) * problem.unit;
    // All four a in the small groups; three; two; one.
    expect(share([0, 0, 0, 0, 1, 1, 1])).toBeCloseTo(cost([2, 2], 0), 6);
    expect(share([0, 0, 0, 1, 0, 1, 1])).toBeCloseTo(cost([2, 1], 1), 6);
    expect(share([0, 0, 1, 1, 0, 0, 1])).toBeCloseTo(cost([1, 1], 2), 6);
    expect(share([0, 1, 1, 1, 0, 0, 0])).toBeCloseTo(cost([0, 1], 3), 6);
  });
});

describe('hard rules of the merged problem', () => {
  const violations = (rules: NonNullable<ModuleDraft['rules']>, seating: readonly number[], sizes = [1, 1, 3, 3]) =>
    scoreOf(compile({ columns: crossing, balance, sizes, rules }).merged, Int32Array.from(seating)).hard;

  it('want people together in one size, and leave alone who is to be apart', () => {
    expect(violations([rule('together', 'a b')], [0, 1, 0, 1, 1, 1, 1, 1])).toBe(1);
    expect(violations([rule('together', 'a b')], [1, 1, 0, 0, 1, 1, 1, 1])).toBe(0);
    expect(violations([rule('apart', 'a b')], [0, 0, 1, 1, 1, 1, 1, 1])).toBe(0);
  });

  it('let somebody sit in a size of which any group will do', () => {
    const fixed = [rule('fixed', 'a', { target: toGroup('G04') })];
    expect(violations(fixed, [0, 0, 1, 1, 1, 1, 1, 1])).toBe(1);
    expect(violations(fixed, [1, 0, 0, 1, 1, 1, 1, 1])).toBe(0);
    const never = [rule('never', 'a', { target: toGroup('G03') })];
    expect(violations(never, [1, 0, 0, 1, 1, 1, 1, 1])).toBe(0);
    const both = [...never, rule('never', 'a', { line: 3, target: toGroup('G04') })];
    expect(compile({ columns: crossing, balance, sizes: [1, 1, 3, 3], rules: both }).merged.hard).toHaveLength(1);
  });

  it('count holders as if they were spread evenly', () => {
    // Four hold a. At most one in each group: of the groups of three, more than two are too many.
    const most = [rule('at_most', 'x=a', { count: 1 })];
    expect(violations(most, [0, 1, 0, 1, 1, 1, 1, 1])).toBe(1);
    expect(violations(most, [0, 0, 1, 1, 1, 1, 1, 1])).toBe(0);
  });

  it('do not ask whether somebody is alone, which says nothing of an even spread', () => {
    expect(violations([rule('not_alone', 'x=a')], [0, 1, 0, 1, 1, 1, 1, 1])).toBe(0);
  });

  it('have a bound of their own, and are none where none is hard', () => {
    const { merged } = compile({ columns: crossing, balance, sizes: [1, 1, 3, 3] });
    expect([merged.hard, merged.hardBound]).toEqual([[], 0]);
    const both = ['G01', 'G04'].map((label, index) => rule('fixed', 'a', { line: index + 2, target: toGroup(label) }));
    const bounded = compile({ columns: crossing, balance, sizes: [1, 1, 3, 3], rules: both });
    expect(bounded.merged.hardBound).toBe(bounded.problem.hardBound);
    expect(bounded.merged.hardBound).toBeGreaterThan(0);
  });
});

describe('sizes are not merged', () => {
  const mergedOf = (draft: ModuleDraft) => compileProblem(moduleOf(draft)).merged;

  it('where there is one, or each is of one group', () => {
    expect(mergedOf({ columns: crossing, balance, sizes: [4, 4] })).toBeUndefined();
    expect(mergedOf({ columns: crossing, balance, sizes: [3, 5] })).toBeUndefined();
    expect(mergedOf({ columns: crossing, balance, sizes: [3, 3, 2] })).toBeDefined();
  });

  it('where two have as many seats, which nothing could tell apart', () => {
    expect(mergedOf({ columns: crossing, balance, sizes: [2, 2, 4] })).toBeUndefined();
  });

  it('where nothing is balanced', () => {
    expect(mergedOf({ people: 8, sizes: [3, 3, 2], rules: [rule('together', 'a b')] })).toBeUndefined();
  });

  it('of more than 5,000 people', () => {
    const problem = compileProblem(moduleOf({ columns: crossing, balance, sizes: [3, 3, 2] }));
    const { hard, soft } = problem.parts;
    const parts = {
      balance: soft.counts[0],
      hardLevels: hard.counts[0],
      hardCliques: hard.cliques,
      hardLayers: hard.layers,
    };
    expect(mergeSizes({ ...problem, peopleCount: 5_000 }, parts)).toBeDefined();
    expect(mergeSizes({ ...problem, peopleCount: 5_001 }, parts)).toBeUndefined();
  });
});
