import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/engine/problem.js';
import { searchBest } from '../../src/engine/restarts.js';
import { State } from '../../src/engine/state.js';
import { certify } from '../../src/engine/solution.js';
import { scoreOf } from '../../src/engine/state.js';
import { findObstacles } from '../../src/engine/feasibility/find-obstacles.js';
import { bestByExhaustion, text } from '../helpers/groupings.js';
import { moduleOf, rule, type ModuleDraft } from '../helpers/modules.js';

/** Penalty and bound of each aim of a module, before the weights. */
function aimsOf(draft: ModuleDraft, groupOf: readonly number[]) {
  const module = moduleOf(draft);
  const { aims } = certify(module, compileProblem(module), Int32Array.from(groupOf));
  return aims.map(({ value, bound }) => [text(value), text(bound)]);
}

/** With 0, 1, 2, 3 of the three I in the first of two groups of three. */
const SPLITS = [
  [1, 1, 1, 0, 0, 0],
  [0, 1, 1, 0, 0, 1],
  [0, 0, 1, 0, 1, 1],
  [0, 0, 0, 1, 1, 1],
];

function bySplit(role: string | readonly string[]) {
  const draft: ModuleDraft = {
    columns: { school: 'IIIEEE' },
    sizes: [3, 3],
    balance: { school: 10 },
    roles: { 'school=E': [], 'school=I': role },
  };
  return SPLITS.map((groupOf) => scoreOf(compileProblem(moduleOf(draft)), Int32Array.from(groupOf)).soft);
}

describe('a role of a level, at weight 10', () => {
  it('together costs the weight for each group that holds the level', () => {
    expect(bySplit('together')).toEqual([10, 20, 20, 10]);
  });

  it('not_alone costs it for each person alone', () => {
    expect(bySplit('not_alone')).toEqual([0, 10, 10, 0]);
  });

  it('at_least costs it for each person missing in a group', () => {
    expect(bySplit('at_least 1')).toEqual([10, 0, 0, 10]);
    expect(bySplit('at_least 2')).toEqual([20, 10, 10, 20]);
  });

  it('at_most costs it for each person too many in a group', () => {
    expect(bySplit('at_most 1')).toEqual([20, 10, 10, 20]);
    expect(bySplit('at_most 0')).toEqual([30, 30, 30, 30]);
  });

  it('distinct costs it for each pair that shares a group', () => {
    expect(bySplit('distinct')).toEqual([30, 10, 10, 30]);
  });

  it('several roles add up', () => {
    expect(bySplit(['together', 'not_alone'])).toEqual([10, 30, 30, 10]);
  });

  it('fair share stays beside the others where it is named, and goes where it is not', () => {
    // Three in two groups: (c − 3/2)² is 1/4 at 1 or 2 and 9/4 at 0 or 3; above the least, 2 in each of two groups, in halves.
    expect(bySplit('fair_share')).toEqual([80, 0, 0, 80]);
    expect(bySplit(['fair_share', 'at_least 2']).map((penalty) => penalty / 2)).toEqual([60, 10, 10, 60]);
  });
});

describe('the role of an attribute', () => {
  const draft: ModuleDraft = {
    columns: { language: 'GGIIS.' },
    sizes: [3, 3],
    balance: { language: 1 },
  };

  it('is asked of each of its levels', () => {
    // G and I in both groups each, S in one.
    expect(aimsOf({ ...draft, roles: { language: 'together' } }, [0, 1, 0, 1, 0, 1])).toEqual([['5', '3']]);
    expect(aimsOf({ ...draft, roles: { language: 'not_alone' } }, [0, 1, 0, 1, 0, 1])).toEqual([['5', '1']]);
  });

  it('leaves out the levels that have roles of their own', () => {
    const roles = { language: 'together', 'language=S': 'at_least 1' };
    expect(aimsOf({ ...draft, roles }, [0, 1, 0, 1, 0, 1])).toEqual([
      ['4', '2'],
      ['1', '1'],
    ]);
  });

  it('leaves fair share to the levels that keep it', () => {
    const module = moduleOf({ ...draft, roles: { 'language=S': 'together' } });
    const { attributes } = certify(module, compileProblem(module), Int32Array.of(0, 0, 1, 1, 0, 1));
    // G and I are 1 off their share of 1 in both groups; S would be 1/2 off and is not asked.
    expect(attributes.map(({ value, bound }) => [text(value), text(bound)])).toEqual([['4', '0']]);
  });
});

describe('the bound of a role', () => {
  it('together packs the holders into the largest groups', () => {
    const draft = (sizes: readonly number[]): ModuleDraft => ({
      columns: { language: 'GGGGG.....' },
      sizes,
      balance: { language: 7 },
      roles: { language: 'together' },
    });
    expect(aimsOf(draft([2, 2, 2, 4]), [0, 0, 1, 1, 2, 2, 3, 3, 3, 3])[0][1]).toBe('2');
    expect(aimsOf(draft([2, 2, 2, 2, 2]), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])[0][1]).toBe('3');
    expect(aimsOf(draft([5, 5]), [0, 0, 0, 0, 1, 1, 1, 1, 1, 0])[0]).toEqual(['2', '1']);
  });

  it('distinct spreads them, and counts the pairs that must share', () => {
    const draft: ModuleDraft = {
      columns: { speciality: 'LLLLL.' },
      sizes: [2, 2, 2],
      balance: { speciality: 7 },
      roles: { speciality: 'distinct' },
    };
    expect(aimsOf(draft, [0, 0, 1, 1, 2, 2])).toEqual([['2', '2']]);
  });

  it('at_least sees that a small group has not seats for all levels', () => {
    const draft: ModuleDraft = {
      columns: { language: 'GGIIS' },
      sizes: [1, 4],
      balance: { language: 7 },
      roles: { language: 'at_least 1' },
    };
    // Whoever is alone lacks two levels; taken one by one, only S must be lacking somewhere.
    expect(aimsOf(draft, [0, 1, 1, 1, 1])).toEqual([['2', '2']]);
  });

  it('is met where the role alone counts: the best by exhaustion costs no more', () => {
    for (const role of ['together', 'distinct', 'at_least 1', 'at_most 1']) {
      const module = moduleOf({
        columns: { language: 'GGGII.' },
        sizes: [2, 2, 2],
        balance: { language: 3 },
        roles: { language: role },
      });
      const { total } = certify(module, compileProblem(module), Int32Array.of(0, 0, 1, 1, 2, 2));
      expect(text(total.bound)).toBe(text(bestByExhaustion(module).soft));
    }
  });
});

describe('a search', () => {
  it('brings people together in the fewest groups, though most single swaps towards that change nothing', async () => {
    const problem = compileProblem(
      moduleOf({
        columns: { language: `${'G'.repeat(40)}${'I'.repeat(25)}${'S'.repeat(18)}${'.'.repeat(67)}` },
        sizes: Array.from({ length: 15 }, () => 10),
        balance: { language: 600 },
        roles: { language: 'together' },
      }),
    );
    const { soft } = await searchBest(problem, { seed: 's', starts: 1, proposals: 300_000 });
    expect(soft).toBe((4 + 3 + 2) * 600);
  });

  it('scores what it finds without the terms that guide it', () => {
    const problem = compileProblem(
      moduleOf({
        columns: { language: 'GG..' },
        sizes: [2, 2],
        balance: { language: 5 },
        roles: { language: 'together' },
      }),
    );
    const state = new State(problem, Int32Array.of(0, 1, 0, 1));
    expect(problem.guides).toHaveLength(1);
    expect(state.soft).toBe(10);
    state.swap(1, 2);
    expect(state.soft).toBe(5);
    expect(state.guideTerms.map(({ penalty }) => penalty())).toEqual([0]);
  });
});

describe('the terms that guide a search', () => {
  it('cost a group less the fuller it is of a level to be together, and nothing without it or for another role', () => {
    const guide = (role: string, groupOf: readonly number[]) =>
      compileProblem(
        moduleOf({
          columns: { language: 'GGG...' },
          sizes: [3, 3],
          balance: { language: 9 },
          roles: { language: role },
        }),
      ).guides.map((model) => [model.bound, model.start(Int32Array.from(groupOf)).penalty]);
    expect(guide('together', [0, 0, 1, 0, 1, 1])).toEqual([[0, 9 - 4 + (9 - 1)]]);
    expect(guide('together', [0, 0, 0, 1, 1, 1])).toEqual([[0, 0]]);
    expect(guide('at_least 1', [0, 0, 1, 0, 1, 1])).toEqual([]);
  });

  it('are of the levels to be together alone', () => {
    const draft: ModuleDraft = {
      columns: { language: 'GGIIS.' },
      sizes: [3, 3],
      balance: { language: 9 },
      roles: { 'language=G': 'at_least 1', 'language=I': 'together', 'language=S': 'distinct' },
    };
    const [model] = compileProblem(moduleOf(draft)).guides;
    // One I in each group of three.
    expect(model.start(Int32Array.of(0, 0, 0, 1, 1, 1)).penalty).toBe(8 + 8);
  });
});

describe('the hard counterparts in the rules', () => {
  const draft = (columns: string, kind: 'distinct' | 'together', who: string): ModuleDraft => ({
    columns: { speciality: columns },
    sizes: [2, 2],
    rules: [rule(kind, who)],
  });
  const penalty = (own: ModuleDraft, groupOf: readonly number[]) =>
    scoreOf(compileProblem(moduleOf(own)), Int32Array.from(groupOf)).hard;

  it('distinct of a level, of an attribute: one per pair of a group that holds the same', () => {
    expect(penalty(draft('LLHH', 'distinct', 'speciality=L'), [0, 0, 1, 1])).toBe(1);
    expect(penalty(draft('LLHH', 'distinct', 'speciality=*'), [0, 0, 1, 1])).toBe(2);
    expect(penalty(draft('LLHH', 'distinct', 'speciality=*'), [0, 1, 0, 1])).toBe(0);
  });

  it('distinct is possible for as many as there are groups, and the obstacle names who is too many', () => {
    expect(findObstacles(moduleOf(draft('LLHH', 'distinct', 'speciality=*')))).toEqual([]);
    const [obstacle] = findObstacles(moduleOf(draft('LLLH', 'distinct', 'speciality=*')));
    expect(obstacle).toMatchObject({
      code: 'impossible.apart',
      params: { who: 'speciality=L', people: 3, groups: 2 },
      source: { line: 2 },
    });
  });
});
