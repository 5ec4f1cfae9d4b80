import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/domain/module.js';
import { explainChanges } from '../../src/usecases/explain-changes.js';
import { keyOf, moduleOf, rule, toGroup } from '../helpers/modules.js';

/** Groups by letter, one letter a person in either text; `.` is nobody. Limits are those of every group. */
const explain = (
  module: Module,
  before: string,
  now: string,
  { least = 1, most = 9, gone = '' }: { least?: number; most?: number; gone?: string } = {},
) => {
  const placed = (text: string) =>
    new Map([...text].flatMap((label, p): [string, string][] => (label === '.' ? [] : [[keyOf(p), label]])));
  const labels = [...new Set(now)].sort();
  const groups = labels.map((label) => ({ label, theme: '', strand: '', size: 0 }));
  return explainChanges({
    module: { ...module, groups },
    grouping: { groups, assignment: placed(now) },
    layout: groups.map((group) => ({ ...group, least, most, isKept: true })),
    earlier: {
      assignment: placed(before),
      gone: [...gone].map((group) => ({ id: '9', familyName: 'X', givenName: '', school: '', group })),
    },
    pseudonyms: false,
  }).map(({ person, from, to, reason }) => [`${person?.key ?? '-'} ${from}>${to}`, reason]);
};

const plain = (people: number) => moduleOf({ people, sizes: [people] });

describe('why somebody is in another group', () => {
  it('is nothing where nobody is', () => {
    expect(explain(plain(4), 'AABB', 'AABB')).toEqual([]);
  });

  it('is that they came, left, or had a group that is no more', () => {
    expect(explain(plain(4), 'AAC.', 'AABB', { gone: 'B' })).toEqual([
      ['c C>B', { kind: 'dissolved' }],
      ['d >B', { kind: 'joined' }],
      ['- B>', { kind: 'left' }],
    ]);
  });

  it('is a rule that staying would break, and an exchange for who makes room', () => {
    const rules = [rule('apart', 'a b'), rule('fixed', 'd', { target: toGroup('B') })];
    expect(explain(moduleOf({ people: 4, sizes: [4], rules }), 'AABB', 'BAAB')).toEqual([
      ['a A>B', { kind: 'rule', rule: 0 }],
      ['c B>A', { kind: 'exchange', other: 'a' }],
    ]);
  });

  it('is no rule that nothing broke before, nor one with a weight', () => {
    const rules = [rule('apart', 'a c'), rule('apart', 'b d', { weight: 3 })];
    expect(explain(moduleOf({ people: 4, sizes: [4], rules }), 'ABAB', 'ABBA')).toEqual([
      ['c A>B', { kind: 'rule', rule: 0 }],
      ['d B>A', { kind: 'exchange', other: 'c' }],
    ]);
    expect(explain(moduleOf({ people: 4, sizes: [4], rules: rules.slice(1) }), 'ABAB', 'ABBA')).toEqual([
      ['c A>B', { kind: 'mix' }],
      ['d B>A', { kind: 'mix' }],
    ]);
  });

  it('is the size of the group that is left, or joined, for as many as that takes', () => {
    expect(explain(plain(5), 'AAAAB', 'AABBB', { most: 3 })).toEqual([
      ['c A>B', { kind: 'too-many', people: 4, most: 3 }],
      ['d A>B', { kind: 'mix' }],
    ]);
    expect(explain(plain(5), 'AAAAB', 'AAABB', { least: 2 })).toEqual([
      ['d A>B', { kind: 'too-few', people: 1, least: 2 }],
    ]);
    // Too full on the one side, too empty on the other: every one of these moves is forced.
    expect(explain(plain(9), 'AAAAABCCC', 'AAABBBCCC', { least: 3, most: 4 }).map(([, reason]) => reason)).toEqual([
      { kind: 'too-many', people: 5, most: 4 },
      { kind: 'too-few', people: 1, least: 3 },
    ]);
    // Who comes fills it up already.
    expect(explain(plain(6), 'AAAAB.', 'AAABBB', { least: 2 })).toEqual([
      ['d A>B', { kind: 'mix' }],
      ['f >B', { kind: 'joined' }],
    ]);
  });

  it('goes on along a chain', () => {
    expect(explain(plain(5), 'AAAB.', 'AABBA')).toEqual([
      ['c A>B', { kind: 'exchange', other: 'e' }],
      ['e >A', { kind: 'joined' }],
    ]);
    const rules = [rule('never', 'a', { target: toGroup('A') })];
    expect(explain(moduleOf({ people: 3, sizes: [3], rules }), 'ABC', 'BCA')).toEqual([
      ['a A>B', { kind: 'rule', rule: 0 }],
      ['b B>C', { kind: 'exchange', other: 'a' }],
      ['c C>A', { kind: 'exchange', other: 'b' }],
    ]);
  });
});
