import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { describeBroken } from '../../src/usecases/describe-broken.js';
import { RULE_KINDS, type Rule } from '../../src/domain/rule.js';
import { listFrom } from '../helpers/groupings.js';
import { moduleOf, rule, toTheme } from '../helpers/modules.js';

// In A1 are a, b, c; in B1 d, e, f. Of school I are a and d, of school J is b.
const describeRule = (own: Rule) => {
  const module = moduleOf({ columns: { school: 'IJ.I..' }, places: { A: [3], B: [3] }, rules: [own] });
  const report = checkGroups(module, listFrom(module, { A1: 'abc', B1: 'def' }));
  return describeBroken(module, report);
};

const BROKEN: readonly (readonly [Rule, string])[] = [
  [rule('together', 'a b d'), '2 violations, in A1, B1 (a, b, d)'],
  [rule('apart', 'a c d'), '1 violation, in A1 (a, c)'],
  [rule('fixed', 'a d e', { target: toTheme('A') }), '2 violations, in B1 (d, e)'],
  [rule('never', 'a d', { target: toTheme('A') }), '1 violation, in A1 (a)'],
  [rule('at_least', 'school=J', { count: 1 }), '1 violation, in B1.'],
  [rule('at_most', 'a b c', { count: 1 }), '2 violations, in A1 (a, b, c)'],
  [rule('distinct', 'a b d'), '1 violation, in A1 (a, b)'],
  [rule('not_alone', 'school=I'), '2 violations, in A1, B1 (a, d)'],
];

describe('a hard rule that a list breaks', () => {
  it('is of any kind', () => {
    expect(new Set(BROKEN.map(([{ kind }]) => kind))).toEqual(new Set(RULE_KINDS));
  });

  for (const [own, words] of BROKEN) {
    it(`${own.kind}: is named with its line, its people and their groups`, () => {
      const [found, ...others] = describeRule(own);
      expect(others).toEqual([]);
      expect(found.source).toEqual({ file: 'rules.csv', line: 2 });
      expect(sentenceOf(found, 'en')).toContain(words);
      const [, people = ''] = /\((.*)\)$/.exec(words) ?? [];
      expect(sentenceOf(found, 'fr')).toContain(people);
    });
  }

  it('names a few of many people and counts the others', () => {
    const module = moduleOf({ people: 9, sizes: [9], rules: [rule('at_most', 'a b c d e f g h i', { count: 2 })] });
    const report = checkGroups(module, listFrom(module, { G01: 'abcdefghi' }));
    const [found] = describeBroken(module, report);
    expect(sentenceOf(found, 'en')).toContain('in G01 (a, b, c, d, e, f and 3 others)');
    expect(sentenceOf(found, 'fr')).toContain('dans G01 (a, b, c, d, e, f et 3 autres)');
  });

  it('is left out when it has a weight or is kept', () => {
    expect(describeRule(rule('apart', 'a b', { weight: 3 }))).toEqual([]);
    expect(describeRule(rule('apart', 'a d'))).toEqual([]);
  });
});
