import { describe, expect, it } from 'vitest';
import { hardRulesOf, largestSize, lastOf, linesOf, namesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { obstacle, spareRules } from '../../../src/engine/feasibility/obstacle.js';
import { judgeAlone } from '../../../src/engine/feasibility/single-rule.js';
import { moduleOf, rule, toTheme, type ModuleDraft } from '../../helpers/modules.js';

describe('hard rules', () => {
  const module = moduleOf({
    columns: { school: 'IEI.' },
    sizes: [1, 3],
    rules: [
      rule('apart', 'school=* d', { line: 5 }),
      rule('distinct', 'd school=* b', { line: 3 }),
      rule('at_most', 'school=I', { count: 1, line: 5 }),
      rule('together', 'a b', { weight: 2 }),
    ],
  });
  const made = () => hardRulesOf(module);

  it('have their people, and by level those whose number in a group they are about', () => {
    const [apart, distinct, atMost, ...others] = made();
    expect(others).toEqual([]);
    expect(apart).toEqual({ rule: module.rules[0], people: [0, 1, 2, 3], counted: [] });
    const level = (name: string) => [{ kind: 'level', attribute: 'school', level: name }];
    expect([distinct.people, distinct.counted]).toEqual([
      [0, 1, 2, 3],
      [
        { who: level('E'), people: [1] },
        { who: level('I'), people: [0, 2] },
        { who: ['d', 'b'].map((key) => ({ kind: 'participant', key })), people: [1, 3] },
      ],
    ]);
    expect(atMost.counted).toEqual([{ who: level('I'), people: [0, 2] }]);
  });

  it('are named by their lines, once each, and the last of them', () => {
    const [apart, distinct, atMost] = made();
    const nowhere = { ...apart, rule: { ...apart.rule, source: { file: 'rules.csv' } } };
    expect(linesOf([apart, distinct, atMost, nowhere])).toBe('0, 3, 5');
    expect(lastOf([apart, distinct, nowhere])).toBe(apart.rule);
    expect(lastOf([apart, atMost, distinct])).toBe(atMost.rule);
    expect(lastOf([nowhere])).toBe(nowhere.rule);
    expect(namesOf(module, [3, 0, 2])).toBe('a, c, d');
    expect([largestSize(module), largestSize({ ...module, groups: [] })]).toEqual([3, 0]);
  });

  it('are reported where the last stands, or another that is given', () => {
    const [apart, distinct] = made();
    const params = { who: 'school=I' };
    const found = obstacle('impossible.not-alone', params, [distinct, apart]);
    expect(found.rules).toEqual([distinct, apart]);
    expect(found.reason).toMatchObject({
      severity: 'error',
      code: 'impossible.not-alone',
      params,
      source: { line: 5 },
    });
    expect(obstacle('impossible.not-alone', params, [apart], distinct.rule).reason.source?.line).toBe(3);
  });

  it('are spared in their order, as long as the others prove it', () => {
    const [apart, distinct, atMost] = made();
    const isProof = (rules: readonly unknown[]) => rules.includes(distinct) || rules.length > 1;
    expect(spareRules([apart, distinct, atMost], isProof)).toEqual([distinct]);
    expect(spareRules([distinct, apart, atMost], isProof)).toEqual([apart, atMost]);
    expect(spareRules([apart], () => false)).toEqual([apart]);
  });
});

describe('a rule alone', () => {
  const argue = (draft: ModuleDraft) => {
    const module = moduleOf(draft);
    return hardRulesOf(module).flatMap((entry) =>
      judgeAlone(module, entry).map(({ rules, reason: { code, params } }) => {
        expect(rules).toEqual([entry]);
        return [code.replace('impossible.', ''), params];
      }),
    );
  };
  const of = (school: string, kind: Parameters<typeof rule>[0], count?: number, who = 'school=*') => ({
    columns: { school },
    rules: [rule(kind, who, count === undefined ? {} : { count })],
  });

  it('needs as many holders as groups want, and groups of that size', () => {
    expect(argue({ ...of('IIIIEE', 'at_least', 2), sizes: [2, 4] })).toEqual([
      ['at-least', { who: 'school=E', wanted: 2, groups: 2, needed: 4, holders: 2 }],
    ]);
    expect(argue({ ...of('IIIIEE', 'at_least', 2, 'school=I'), sizes: [2, 4] })).toEqual([]);
    expect(argue({ ...of('IIIIII', 'at_least', 3), sizes: [4, 2] })).toEqual([
      ['group-too-small', { who: 'school=I', wanted: 3, group: 'G02', size: 2 }],
    ]);
  });

  it('has room for no more holders than groups take, of each level', () => {
    const sizes = [1, 5];
    expect(argue({ ...of('IIIEEE', 'at_most', 2), sizes })).toEqual([]);
    expect(argue({ ...of('IIIIEE', 'at_most', 2), sizes })).toEqual([
      ['at-most', { who: 'school=I', wanted: 2, groups: 2, room: 3, holders: 4 }],
    ]);
    expect(argue({ ...of('IIIIEE', 'distinct'), sizes })).toEqual([
      ['apart', { who: 'school=I', people: 4, groups: 2 }],
    ]);
    expect(argue({ ...of('IIEE', 'distinct'), sizes: [2, 2] })).toEqual([]);
    expect(argue({ ...of('IIIEEZ', 'not_alone'), sizes })).toEqual([['not-alone', { who: 'school=Z' }]]);
  });

  it('about places proves nothing', () => {
    const target = toTheme('A');
    const rules = [rule('fixed', 'a b c', { target }), rule('never', 'a b c d', { target })];
    expect(argue({ people: 4, places: { A: [2], B: [2] }, rules })).toEqual([]);
  });
});
