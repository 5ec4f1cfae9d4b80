import { describe, expect, it } from 'vitest';
import { ProblemTooLarge } from '../../src/engine/exact.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf, rule, toGroup, type ModuleDraft } from '../helpers/modules.js';

const school = { school: 'EEEEII' };

describe('compiled problem', () => {
  it('counts in the smallest unit that makes every fair share whole', () => {
    const unitOf = (draft: ModuleDraft) => compileProblem(moduleOf({ balance: { school: 1 }, ...draft })).unit;
    // 4 × 3 / 6 = 2 and 2 × 3 / 6 = 1 are whole; in groups of 2 the shares are 4/3 and 2/3; in 1 and 5 they are 2/3 and 10/3.
    expect(unitOf({ columns: school, sizes: [3, 3] })).toBe(1);
    expect(unitOf({ columns: school, sizes: [2, 2, 2] })).toBe(3);
    expect(unitOf({ columns: school, sizes: [1, 5] })).toBe(3);
    expect(unitOf({ columns: { school: 'EEIII' }, sizes: [2, 3] })).toBe(5);
    expect(unitOf({ people: 5, sizes: [2, 3], balance: {} })).toBe(5 / 5);
  });

  it('numbers groups by label and people by key', () => {
    const problem = compileProblem(moduleOf({ people: 5, places: { B: [2], A: [1, 2] } }));
    expect(problem.groups.map(({ label }) => label)).toEqual(['A1', 'A2', 'B1']);
    expect([...problem.groupSizes]).toEqual([1, 2, 2]);
    expect(problem.participants.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives one profile to people of the same balanced levels, and sorts by the heaviest attribute', () => {
    const { profileOf, order } = compileProblem(
      moduleOf({ columns: { gender: 'FMFMF', school: 'EIIIE' }, balance: { gender: 1, school: 5 }, sizes: [2, 3] }),
    ).mix.profiles;
    // I has 3 holders and comes before E with 2; then F with 3 before M with 2: c | b d | a e.
    expect([...order]).toEqual([2, 1, 3, 0, 4]);
    expect([...profileOf]).toEqual([2, 1, 0, 1, 2]);
  });

  it('has no terms and a bound of 0 when nothing is asked', () => {
    const problem = compileProblem(moduleOf({ people: 4, sizes: [2, 2] }));
    expect(problem.hard).toEqual([]);
    expect(problem.soft).toEqual([]);
    expect(problem.softBound).toBe(0);
  });

  it('leaves out rules and attributes of weight 0', () => {
    const rules = [rule('apart', 'a b', { weight: 0 })];
    const problem = compileProblem(moduleOf({ columns: school, sizes: [3, 3], balance: { school: 0 }, rules }));
    expect(problem.soft).toEqual([]);
  });
});

describe('exactness', () => {
  const huge = 4e15;
  const cases: readonly (readonly [string, ModuleDraft])[] = [
    ['a balance weight', { columns: school, sizes: [3, 3], balance: { school: huge } }],
    [
      'the sum of the balance of many people, of whom few share a group',
      { columns: { school: 'EEEEEEEEIIII' }, sizes: [2, 2, 2, 2, 2, 2], balance: { school: 5e13 } },
    ],
    [
      'the sum of balance weights',
      { columns: { ...school, x: 'uvuvuv', y: 'uuvvuu' }, sizes: [3, 3], balance: { school: 1e14, x: 1e14, y: 1e14 } },
    ],
    [
      'an entry of a price table that no grouping meets',
      {
        columns: { school: ['E', ...Array.from({ length: 199 }, () => '')] },
        sizes: [99, 101],
        balance: { school: 5e10 },
      },
    ],
    ['the weight of a rule', { people: 6, sizes: [3, 3], rules: [rule('apart', 'a b', { weight: huge })] }],
    [
      'a weighted count nobody can reach',
      { people: 6, sizes: [3, 3], rules: [rule('at_least', 'a b', { weight: 50, count: 1e14 })] },
    ],
    [
      'the weight of a rule for as many pairs as there may be',
      { people: 6, sizes: [3, 3], rules: [rule('apart', 'a b', { weight: 1e14 })] },
    ],
    [
      'the weight of a role for as many people as there may be',
      {
        columns: { language: 'GG....' },
        sizes: [2, 4],
        balance: { language: 1e14 },
        roles: { language: 'at_least 1' },
      },
    ],
    [
      'the weight of wishes of as many people as there are',
      { places: { A: [1], B: [1] }, wishes: ['A|B', 'A'], wishWeight: 3e14 },
    ],
    ['a hard count nobody can reach', { people: 6, sizes: [3, 3], rules: [rule('at_least', 'a b', { count: 9e15 })] }],
    [
      'the weight of a place',
      { people: 6, sizes: [3, 3], rules: [rule('fixed', 'a', { weight: huge, target: toGroup('G01') })] },
    ],
    ['the weight of wishes', { places: { A: [1], B: [1] }, wishes: ['A|B', 'A'], wishWeight: huge }],
    [
      'the weight of observed themes',
      { places: { A: [1], B: [1] }, wishes: ['', ''], observed: ['A', 'A'], observedWeight: huge },
    ],
  ];

  it.each(cases)('is given up aloud: %s', (_, draft) => {
    expect(() => compileProblem(moduleOf(draft))).toThrow(ProblemTooLarge);
  });

  it.each([
    ['balance', 'a balance weight'],
    ['rules', 'the weight of a rule'],
    ['rules', 'a hard count nobody can reach'],
    ['roles', 'the weight of a role for as many people as there may be'],
    ['wishes', 'the weight of wishes'],
  ])('is given up with a word of what is too large: %s', (part, name) => {
    const draft = cases.find(([own]) => own === name)?.[1] ?? {};
    expect(() => compileProblem(moduleOf(draft))).toThrow(new RegExp(`^${part}: `));
  });

  it('holds for the largest weights let through: every score and bound is a safe integer', () => {
    const draft = (weight: number): ModuleDraft => ({
      columns: { school: 'EEEEEII', stage: ['x|y', 'x', '', 'y', 'x|z', 'z', 'x'] },
      places: { A: [2], B: [2, 3] },
      balance: { school: weight, stage: weight },
      rules: [rule('apart', 'a b c', { weight }), rule('at_least', 'school=I', { weight, count: 2 })],
      wishes: ['A', 'B', 'A', 'B', 'A', 'B', 'A'],
      wishWeight: weight,
    });
    const compile = (weight: number) => compileProblem(moduleOf(draft(weight)));
    let weight = 1;
    for (; weight < 2 ** 53; weight *= 2) {
      try {
        compile(weight * 2);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemTooLarge);
        break;
      }
    }
    expect(weight).toBeGreaterThan(1e9);
    const problem = compile(weight);
    const unweighted = compile(1);
    expect(problem.softBound).toBe(unweighted.softBound * weight);
    for (const filling of fillings([...problem.groupSizes])) {
      const { soft } = scoreOf(problem, Int32Array.from(filling));
      expect(Number.isSafeInteger(soft)).toBe(true);
      expect(BigInt(soft)).toBe(BigInt(scoreOf(unweighted, Int32Array.from(filling)).soft) * BigInt(weight));
    }
  });
});
