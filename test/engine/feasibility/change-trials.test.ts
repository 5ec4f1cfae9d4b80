import { describe, expect, it } from 'vitest';
import { tryLayouts } from '../../../src/domain/layout-change.js';
import type { Module } from '../../../src/domain/module.js';
import type { Theme } from '../../../src/domain/theme.js';
import {
  lineOf,
  tryCounts,
  tryDropping,
  trySizes,
  tryWithout,
  type Trial,
} from '../../../src/engine/feasibility/change-trials.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { moduleOf, rule, toGroup, toTheme, type ModuleDraft } from '../../helpers/modules.js';

/** A module and its rules, the one on trial between two others. */
function trying(draft: ModuleDraft) {
  const beside = [rule('apart', 'a b', { line: 2 }), rule('apart', 'c d', { line: 4 })];
  const module = moduleOf({ ...draft, rules: [beside[0], ...(draft.rules ?? []), beside[1]] });
  const rules = hardRulesOf(module);
  return { module, rules, entry: rules[1] };
}

/** The rule on trial as each trial has it; the others are there, and the groups as they were. */
function changed(module: Module, trials: Iterable<Trial>) {
  const before = hardRulesOf(module);
  return [...trials].map(({ change, rules, groups }) => {
    expect([rules[0], rules[2], rules.length, groups]).toEqual([before[0], before[2], 3, module.groups]);
    return { change, entry: rules[1] };
  });
}

describe('other numbers', () => {
  const numbers = (kind: 'at_least' | 'at_most', count: number, school: string, who = 'school=I') => {
    const { module, rules, entry } = trying({
      columns: { school },
      sizes: [4, 4, 4],
      rules: [rule(kind, who, { count, line: 3 })],
    });
    return changed(module, tryCounts(module, rules, entry)).map(({ change, entry: own }) => {
      expect(change).toEqual({ kind: 'count', line: 3, rule: kind, count: own.rule.count });
      expect(own).toEqual({ ...entry, rule: { ...entry.rule, count: own.rule.count } });
      return own.rule.count;
    });
  };

  it('are smaller for at_least, from what each group can have at the most, above 0', () => {
    expect(numbers('at_least', 4, 'IIIIIIIIIIII')).toEqual([3, 2, 1]);
    expect(numbers('at_least', 4, 'IIIIIIIIEEEE')).toEqual([2, 1]);
    expect(numbers('at_least', 4, 'IIIIIIEEEEEE')).toEqual([2, 1]);
    expect(numbers('at_least', 4, 'IIIIIIIEEEEE', 'school=*')).toEqual([1]);
    expect(numbers('at_least', 1, 'IIIIIIEEEEEE')).toEqual([]);
    expect(numbers('at_least', 2, 'IIEEEEEEEEEE')).toEqual([]);
  });

  it('are larger for at_most, from what each group has at the least, below all people', () => {
    expect(numbers('at_most', 1, 'IIIEEEEEEEEE')).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers('at_most', 1, 'IIIIIIIEEEEE')).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers('at_most', 1, 'IIIIIIIIIIEE', 'school=*')).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(numbers('at_most', 11, 'IIIIIIIIIIII')).toEqual([]);
  });

  it('are as large as the groups for a level that nobody holds', () => {
    expect(numbers('at_least', 6, 'EEEEEEEEEEEE', 'place=*')).toEqual([4, 3, 2, 1]);
    expect(numbers('at_most', 9, 'EEEEEEEEEEEE', 'place=*')).toEqual([10, 11]);
  });

  it('are none for a rule without a number', () => {
    const { module, rules, entry } = trying({ people: 6, sizes: [3, 3], rules: [rule('together', 'a b c d')] });
    expect([...tryCounts(module, rules, entry)]).toEqual([]);
  });
});

describe('a line without some people', () => {
  const without = (own: ReturnType<typeof rule>, ...sets: readonly number[][]) => {
    const { module, rules, entry } = trying({ columns: { school: 'IIIIEE' }, sizes: [3, 3], rules: [own] });
    return changed(module, tryWithout(module, rules, entry, sets)).map(({ change, entry: { rule: left, people } }) => {
      expect(left).toBe(own);
      return [change, people];
    });
  };
  const leaveOut = (...names: readonly string[]) => ({ kind: 'leave-out', line: 3, names });
  const target = toGroup('G01');

  it('keeps the others, two at least where it is about pairs', () => {
    const expected = [
      [leaveOut('a'), [1, 2]],
      [leaveOut('c'), [0, 1]],
    ];
    expect(without(rule('together', 'a b c', { line: 3 }), [0], [2], [0, 1])).toEqual(expected);
    expect(without(rule('apart', 'a b c', { line: 3 }), [0], [2], [0, 1])).toEqual(expected);
    expect(without(rule('fixed', 'a b c', { line: 3, target }), [0, 2], [0, 1, 2])).toEqual([
      [leaveOut('a', 'c'), [1]],
    ]);
    expect(without(rule('never', 'a b c', { line: 3, target }), [1])).toEqual([[leaveOut('b'), [0, 2]]]);
  });

  it('is tried only where people are named, and it is about pairs or places', () => {
    expect(without(rule('apart', 'school=I', { line: 3 }), [0])).toEqual([]);
    expect(without(rule('apart', 'school=I e', { line: 3 }), [0])).toEqual([]);
    expect(without(rule('fixed', 'school=I', { line: 3, target }), [0])).toEqual([]);
    expect(without(rule('at_most', 'a b c', { count: 1, line: 3 }), [0])).toEqual([]);
    expect(without(rule('distinct', 'a b c', { line: 3 }), [0])).toEqual([]);
  });
});

describe('other sizes', () => {
  const sizesOf = (trials: Iterable<Trial>) =>
    [...trials].map(({ groups }) => groups.map(({ size }) => size).join(' '));

  it('are those with every group that a rule names', () => {
    const draft: ModuleDraft = { people: 6, sizes: [2, 2, 2] };
    const all = ['2 2 2', '3 3', '2 2 1 1', '2 1 1 1 1', '1 1 1 1 1 1'];
    const { module, rules } = trying({ ...draft, rules: [rule('fixed', 'a', { target: toTheme('G03') })] });
    expect(sizesOf(trySizes(module, rules))).toEqual(all);
    const aimed = trying({ ...draft, rules: [rule('fixed', 'a', { target: toGroup('G03') })] });
    expect(sizesOf(trySizes(aimed.module, aimed.rules))).toEqual(all.toSpliced(1, 1));
    for (const { change, rules: kept } of trySizes(module, rules)) {
      expect([change.kind, kept]).toEqual(['groups', rules]);
    }
  });

  it('keep to the limits of the settings where a cell of the themes changes', () => {
    const theme = (id: string, line: number, groupCount?: number): Theme => ({
      id,
      title: '',
      strands: [
        {
          id: '',
          title: '',
          ...(groupCount === undefined ? {} : { groupCount }),
          source: { file: 'themes.csv', line },
        },
      ],
    });
    const themes = [theme('A', 2, 1), theme('B', 3)];
    const { module, rules } = trying({ people: 8, places: { A: [4], B: [4] } });
    for (const limits of [{}, { groupSize: { min: 2, max: 4 } }, { groupCount: 3 }]) {
      const own: Module = { ...module, themes, settings: { ...module.settings, ...limits } };
      const expected = [...tryLayouts({ themes, people: 8, ...limits }, 2)];
      expect([...trySizes(own, rules)]).toEqual(expected.map((trial) => ({ ...trial, rules })));
    }
    expect([...tryLayouts({ themes, people: 8 }, 2)]).not.toEqual([
      ...tryLayouts({ themes, people: 8, groupCount: 3 }, 2),
    ]);
  });
});

describe('a line that is dropped', () => {
  it('is the only change', () => {
    const { module, rules, entry } = trying({ people: 6, sizes: [3, 3], rules: [rule('apart', 'a c', { line: 3 })] });
    expect(tryDropping(module, rules, entry)).toEqual({
      change: { kind: 'soften', lines: [3], which: 'any' },
      rules: [rules[0], rules[2]],
      groups: module.groups,
    });
  });

  it('is 0 where the rule has none', () => {
    const [entry] = hardRulesOf(moduleOf({ people: 2, sizes: [2], rules: [rule('apart', 'a b')] }));
    expect(lineOf(entry)).toBe(2);
    expect(lineOf({ ...entry, rule: { ...entry.rule, source: { file: 'rules.csv' } } })).toBe(0);
  });
});
