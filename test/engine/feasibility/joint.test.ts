import { describe, expect, it } from 'vitest';
import { describeConflict } from '../../../src/engine/feasibility/conflict.js';
import { judgeFeasibility, QUICK_STEPS } from '../../../src/engine/feasibility/find-obstacles.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { findJointObstacle } from '../../../src/engine/feasibility/joint.js';
import { moduleOf, rule, toStrand, toTheme, type ModuleDraft } from '../../helpers/modules.js';

function join(draft: ModuleDraft) {
  const module = moduleOf(draft);
  return findJointObstacle(module, hardRulesOf(module)).map(({ rules, reason: { code, params } }) => ({
    code,
    params,
    blamed: rules.map((entry) => entry.rule.source.line),
  }));
}

/** Three people for two seats: a and b may be in A or B/x, which have one each, and c is fixed to A. */
const crowding = [
  rule('never', 'a b', { target: toStrand('B', 'y'), line: 3 }),
  rule('never', 'd', { target: toTheme('A'), line: 4 }),
  rule('fixed', 'c', { target: toTheme('A'), line: 5 }),
];
const places = (rest: number) => ({ A: [1], 'B/x': [1], 'B/y': [rest] });
const tie = (line: number) => rule('apart', 'e f', { line });

describe('what the rules about places prove together', () => {
  it('is blamed on those that are needed, and not called the least', () => {
    const draft: ModuleDraft = {
      columns: { school: 'IIIEEE' },
      balance: { school: 1 },
      places: places(4),
      rules: [tie(2), ...crowding, tie(6)],
    };
    expect(join(draft)).toEqual([
      {
        code: 'impossible.rules',
        params: {
          lines: '3, 5',
          rules: ['never: a, b → B/y', 'fixed: c → A'],
          groups: 3,
          smallest: 1,
          largest: 4,
          isMinimal: false,
        },
        blamed: [3, 5],
      },
    ]);
    expect(join({ ...draft, rules: [tie(2), ...crowding.slice(0, 2)] })).toEqual([]);
    // The balance alone cannot be perfect, which is no obstacle.
    expect(join({ ...draft, rules: [tie(2)] })).toEqual([]);
  });

  it('of many people and rules is blamed on all rules about places, or on all where these prove nothing', () => {
    const many = Array.from({ length: 98 }, (_, index) => tie(index + 6));
    const wide = join({ people: 200, places: places(198), rules: [...crowding, ...many] });
    expect(wide[0].blamed).toEqual([3, 4, 5]);
    const rare = rule('at_least', 'school=I', { count: 2, line: 2 });
    const other = rule('fixed', 'a', { target: toTheme('A'), line: 3 });
    const school = [...Array<string>(197).fill('E'), 'I', 'I', 'I'];
    const blamed = join({ columns: { school }, places: { A: [100], B: [100] }, rules: [rare, other, ...many, tie(2)] });
    expect(blamed[0].blamed).toHaveLength(101);
  });

  it('is not looked for among more than five thousand', () => {
    expect(join({ people: 5001, places: places(4999), rules: crowding })).toEqual([]);
  });
});

describe('a conflict', () => {
  const module = moduleOf({
    columns: { school: 'IIE' },
    sizes: [2, 1, 3],
    rules: [
      rule('at_least', 'school=I', { count: 2, line: 9 }),
      rule('fixed', 'a b', { target: toStrand('B', 'x'), line: 3 }),
      ...[4, 5, 6, 7, 8].map((line) => rule('apart', 'a c', { line })),
    ],
  });

  it('is described by its lines, six rules written out, and the sizes of the groups', () => {
    const rules = hardRulesOf(module);
    const { rules: blamed, reason } = describeConflict(module, rules, true);
    expect(blamed).toBe(rules);
    expect([reason.severity, reason.code, reason.source]).toEqual([
      'error',
      'impossible.rules',
      { file: 'rules.csv', line: 9 },
    ]);
    expect(reason.params).toEqual({
      lines: '3, 4, 5, 6, 7, 8, 9',
      rules: ['at_least 2: school=I', 'fixed: a, b → B/x', ...Array<string>(4).fill('apart: a, c')],
      groups: 3,
      smallest: 1,
      largest: 3,
      isMinimal: true,
    });
  });
});

describe('the feasibility', () => {
  const judge = (draft: ModuleDraft, steps = QUICK_STEPS) => {
    const { obstacles, groupOf } = judgeFeasibility(moduleOf(draft), steps);
    return [obstacles.map(({ code }) => code), groupOf && [...groupOf]];
  };
  const draft: ModuleDraft = { people: 6, places: places(4), rules: crowding };

  it('shows groups by their labels where there are some, or a least conflict', () => {
    const [codes, groupOf] = judge({ people: 3, places: { B: [2], A: [1] }, rules: crowding.slice(2) });
    expect([codes, groupOf]).toEqual([[], [1, 1, 0]]);
    expect(judge(draft)).toEqual([['impossible.rules'], undefined]);
  });

  it('is what counting shows, else what places show together, where the steps do not suffice to decide', () => {
    expect(judge(draft, 0)).toEqual([['impossible.rules'], undefined]);
    const apart = rule('apart', 'a b c', { line: 2 });
    expect(judge({ people: 4, sizes: [2, 2], rules: [apart] }, 0)).toEqual([['impossible.apart'], undefined]);
    expect(judge({ ...draft, rules: [...crowding, rule('apart', 'a b c d', { line: 2 })] }, 0)).toEqual([
      ['impossible.apart'],
      undefined,
    ]);
    expect(judge({ ...draft, rules: crowding.slice(1) }, 0)).toEqual([[], undefined]);
  });

  it('is not asked without rules or groups', () => {
    expect(judge({ people: 4, sizes: [2, 2], rules: [] })).toEqual([[], undefined]);
    expect(judge({ people: 2, sizes: [], rules: [rule('apart', 'a b')] })).toEqual([[], undefined]);
  });
});
