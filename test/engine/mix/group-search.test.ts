import { describe, expect, it } from 'vitest';
import { startGroupSearch, type GroupSearch, type GroupSearchInput } from '../../../src/engine/mix/group-search.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import type { BinLayout } from '../../../src/engine/mix/seating.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { compareScores, scoreOf } from '../../../src/engine/state.js';
import { moduleOf, rule, type ModuleDraft } from '../../helpers/modules.js';

/** Two of these four have always one level in common: some count is always off. */
const UNFAIR = { x: 'aabb', y: 'cdcd', z: 'effe' };

/** Groups of two as bins, the last group first, in blocks of so many; people as they are listed unless said otherwise. */
function start(draft: ModuleDraft, input: Partial<GroupSearchInput> & { readonly block?: number } = {}) {
  const problem = compileProblem(moduleOf({ balance: { x: 1, y: 1, z: 1 }, ...draft }));
  const groups = problem.groupSizes.length;
  const { block = groups } = input;
  const layout: BinLayout = {
    binStart: Int32Array.from({ length: groups + 1 }, (_, bin) => 2 * bin),
    groupOfBin: Int32Array.from({ length: groups }, (_, bin) => groups - 1 - bin),
    classes: [
      {
        first: 0,
        last: groups,
        blocks: Array.from({ length: groups / block }, (_, at) => ({ first: at * block, last: (at + 1) * block })),
      },
    ],
  };
  const people = input.people ?? Int32Array.from({ length: problem.peopleCount }, (_, p) => p);
  const search = startGroupSearch({
    problem,
    rests: [0, 1, 2].map((attribute) => findRests(problem.mix, attribute)),
    layout,
    random: createRandom('s'),
    budget: 1_234,
    heat: 0,
    ...input,
    people,
  });
  return { problem, search };
}

/** The proposals of each phase, to its end. */
function phasesOf(search: GroupSearch): readonly number[] {
  return Array.from(search.phases(), (phase) => phase.run(1_000_000));
}

describe('the phases of a group search', () => {
  it('are mending, exploration and focus, then focus over all, then dealing anew, while a count is off', () => {
    const { search } = start({ columns: UNFAIR, sizes: [2, 2] });
    const found = phasesOf(search);
    // Four people: 4, 3, 20, 200 and 1,000 proposals each; the last finds soon that there is no fair way.
    expect(found.slice(0, 5)).toEqual([16, 12, 80, 800, 4_000]);
    expect(found).toHaveLength(6);
    expect(found[5]).toBeLessThan(100);
  });

  it('share out the budget where they are heated', () => {
    const found = phasesOf(start({ columns: UNFAIR, sizes: [2, 2] }, { heat: 0.2 }).search);
    expect(found.slice(0, 5)).toEqual([16, 12, 80, 800, 1_234]);
  });

  it('are made for each block, and then for all of a size, which is mended first', () => {
    const found = phasesOf(start({ columns: UNFAIR, sizes: [2, 2] }, { block: 1 }).search);
    expect(found.slice(0, 10)).toEqual([8, 6, 40, 400, 8, 6, 40, 400, 16, 4_000]);
    expect(found).toHaveLength(11);
  });

  it('are over where no count is off, and those of other blocks are not', () => {
    const fair = { x: 'abab', y: 'cddc', z: 'effe' };
    expect(phasesOf(start({ columns: fair, sizes: [2, 2] }).search)).toEqual([0]);
    // The first two groups are fair, and the others are not.
    const both = { x: `abab${UNFAIR.x}`, y: `cddc${UNFAIR.y}`, z: `effe${UNFAIR.z}` };
    const found = phasesOf(start({ columns: both, sizes: [2, 2, 2, 2] }, { block: 2 }).search);
    expect(found.slice(0, 2)).toEqual([0, 16]);
  });

  it('begin with the repair of hard rules, among the people of whom they speak', () => {
    const rules = ['a b', 'b c', 'a c'].map((who, index) => rule('apart', who, { line: index + 2 }));
    const broken = phasesOf(start({ columns: UNFAIR, sizes: [2, 2], rules }).search);
    // Three people are spoken of, 200 proposals each, and two groups cannot part them.
    expect(broken.slice(0, 2)).toEqual([600, 16]);
    const kept = phasesOf(start({ columns: UNFAIR, sizes: [2, 2], rules: [rule('together', 'a b')] }).search);
    expect(kept.slice(0, 2)).toEqual([0, 16]);
  });

  it('repair a rule about people who sit elsewhere than they are listed', () => {
    const people = Int32Array.of(3, 1, 2, 0);
    const { problem, search } = start({ columns: UNFAIR, sizes: [2, 2], rules: [rule('apart', 'b d')] }, { people });
    expect([search.score().hard, [...search.groupOf()]]).toEqual([1, [0, 1, 0, 1]]);
    const [first] = search.phases();
    expect(first.run(1_000)).toBeLessThan(50);
    const { hard } = search.score();
    expect(hard).toBe(0);
    expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
  });
});

describe('a group search', () => {
  it('knows the groups that it begins with, and whether they are at the bound', () => {
    const { problem, search } = start({ columns: { x: 'abab', y: 'cdcd', z: 'efef' }, sizes: [2, 2] });
    expect([...search.groupOf()]).toEqual([1, 1, 0, 0]);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
    expect(search.isAtBound()).toBe(true);
    const worse = start({ columns: { x: 'aabb', y: 'cdcd', z: 'efef' }, sizes: [2, 2] }).search;
    expect(worse.isAtBound()).toBe(false);
    const rules = [rule('apart', 'a b')];
    const broken = start({ columns: { x: 'abab', y: 'cdcd', z: 'efef' }, sizes: [2, 2], rules }).search;
    expect([broken.score().hard, broken.isAtBound()]).toEqual([1, false]);
  });

  it('keeps the best it has met, fewest broken rules before the best mix, however hot it goes on', () => {
    const columns = { x: 'aabbabab', y: 'cdcdccdd', z: 'effeefef' };
    for (const rules of [[], [rule('apart', 'a b')], [rule('apart', 'a b'), rule('together', 'c f', { line: 3 })]]) {
      const { problem, search } = start({ columns, sizes: [2, 2, 2, 2], rules }, { heat: 50 });
      let before = search.score();
      for (const phase of search.phases()) {
        while (!phase.isDone()) {
          phase.run(25);
          const after = search.score();
          expect(after).toEqual(scoreOf(problem, search.groupOf()));
          expect(compareScores(after, before)).toBeLessThanOrEqual(0);
          before = after;
        }
      }
      expect(before.hard).toBe(0);
    }
  });

  it('tells the soft penalty of what is asked beside the mix too', () => {
    const rules = [rule('together', 'a d', { weight: 3 })];
    const { problem, search } = start({ columns: UNFAIR, sizes: [2, 2], rules });
    expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
    phasesOf(search);
    expect(search.score()).toEqual(scoreOf(problem, search.groupOf()));
  });

  it('ends a phase with the exchange that reaches the bound', () => {
    const { problem, search } = start({ columns: { x: 'aabb', y: 'cdcd', z: 'efef' }, sizes: [2, 2] });
    const [mending] = search.phases();
    expect(mending.run(100)).toBeLessThan(16);
    expect(mending.isDone()).toBe(true);
    expect(search.isAtBound()).toBe(true);
    expect(search.score()).toEqual({ hard: 0, soft: problem.softBound });
  });
});
