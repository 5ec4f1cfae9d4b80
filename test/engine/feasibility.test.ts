import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/rule.js';
import { findObstacles } from '../../src/engine/feasibility/find-obstacles.js';
import { judgeAll } from '../helpers/groupings.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../helpers/modules.js';

const obstaclesOf = (draft: ModuleDraft) =>
  findObstacles(moduleOf(draft)).map(({ code, params, source }) => ({ code, ...params, line: source?.line }));

/** Whether some grouping breaks no hard rule, by trying all. */
const isPossible = (draft: ModuleDraft) => judgeAll(moduleOf(draft)).some(({ hard }) => hard === 0);

describe('obstacles of one rule', () => {
  it('at_least: more holders needed than there are', () => {
    const draft = (schools: string): ModuleDraft => ({
      columns: { school: schools },
      sizes: [2, 2, 2],
      rules: [rule('at_least', 'school=I', { count: 1, line: 4 })],
    });
    expect(obstaclesOf(draft('EEEEII'))).toEqual([
      { code: 'impossible.at-least', who: 'school=I', wanted: 1, groups: 3, needed: 3, holders: 2, line: 4 },
    ]);
    expect(obstaclesOf(draft('EEEIII'))).toEqual([]);
  });

  it('at_least: a group too small for it, though there are holders enough', () => {
    const draft = (sizes: readonly number[]): ModuleDraft => ({
      columns: { school: 'IIIIII' },
      sizes,
      rules: [rule('at_least', 'school=I', { count: 3, line: 4 })],
    });
    expect(isPossible(draft([2, 4]))).toBe(false);
    expect(obstaclesOf(draft([2, 4]))).toEqual([
      { code: 'impossible.group-too-small', who: 'school=I', wanted: 3, group: 'G01', size: 2, line: 4 },
    ]);
    expect(obstaclesOf(draft([3, 3]))).toEqual([]);
  });

  it('at_least of a bare attribute: each level that is too rare, by name', () => {
    const rules = [rule('at_least', 'school=*', { count: 1 })];
    expect(obstaclesOf({ columns: { school: 'EEEXYZ' }, sizes: [2, 4], rules })).toMatchObject([
      { who: 'school=X', holders: 1 },
      { who: 'school=Y', holders: 1 },
      { who: 'school=Z', holders: 1 },
    ]);
    expect(obstaclesOf({ columns: { school: 'EEEXXX' }, sizes: [2, 4], rules })).toEqual([]);
  });

  it('at_most: more holders than all groups have room for', () => {
    const draft = (schools: string): ModuleDraft => ({
      columns: { school: schools },
      sizes: [3, 3],
      rules: [rule('at_most', 'school=I', { count: 1, line: 3 })],
    });
    expect(obstaclesOf(draft('EEEIII'))).toEqual([
      { code: 'impossible.at-most', who: 'school=I', wanted: 1, groups: 2, room: 2, holders: 3, line: 3 },
    ]);
    expect(obstaclesOf(draft('EEEEII'))).toEqual([]);
  });

  it('at_most: a small group has less room than the rule allows', () => {
    const draft = (schools: string): ModuleDraft => ({
      columns: { school: schools },
      sizes: [1, 5],
      rules: [rule('at_most', 'school=I', { count: 3, line: 3 })],
    });
    expect(isPossible(draft('EIIIII'))).toBe(false);
    expect(obstaclesOf(draft('EIIIII'))).toEqual([
      { code: 'impossible.at-most', who: 'school=I', wanted: 3, groups: 2, room: 4, holders: 5, line: 3 },
    ]);
    expect(obstaclesOf(draft('EEIIII'))).toEqual([]);
  });

  it('not_alone: a single holder, named by level', () => {
    const draft = (schools: string): ModuleDraft => ({
      columns: { school: schools },
      sizes: [4, 2],
      rules: [rule('not_alone', 'school=*', { line: 7 })],
    });
    expect(obstaclesOf(draft('EEEEEI'))).toEqual([{ code: 'impossible.not-alone', who: 'school=I', line: 7 }]);
    expect(obstaclesOf(draft('EEEEII'))).toEqual([]);
  });

  it('apart: more people than groups', () => {
    const draft = (who: string): ModuleDraft => ({
      people: 4,
      sizes: [2, 2],
      rules: [rule('apart', who, { line: 2 })],
    });
    expect(obstaclesOf(draft('a b c'))).toEqual([
      { code: 'impossible.apart', who: 'a, b, c', people: 3, groups: 2, line: 2 },
    ]);
    expect(obstaclesOf(draft('a b'))).toEqual([]);
  });

  it('together: more people than the largest group holds', () => {
    const draft = (who: string): ModuleDraft => ({
      people: 5,
      sizes: [2, 3],
      rules: [rule('together', who, { line: 2 })],
    });
    expect(obstaclesOf(draft('a b c d'))).toEqual([
      { code: 'impossible.together', who: 'a, b, c, d', people: 4, largest: 3, lines: '2', line: 2 },
    ]);
    expect(obstaclesOf(draft('a b c'))).toEqual([]);
  });
});

describe('obstacles of several rules', () => {
  it('together by two rules that share a person: more people than the largest group holds', () => {
    const draft = (second: string): ModuleDraft => ({
      people: 6,
      sizes: [3, 3],
      rules: [rule('together', 'a b', { line: 2 }), rule('together', second, { line: 3 })],
    });
    expect(isPossible(draft('b c d'))).toBe(false);
    expect(obstaclesOf(draft('b c d'))).toEqual([
      { code: 'impossible.together', who: 'a, b, c, d', people: 4, largest: 3, lines: '2, 3', line: 3 },
    ]);
    expect(obstaclesOf(draft('b c'))).toEqual([]);
  });

  it('together and apart: two people of both', () => {
    const draft = (apart: string): ModuleDraft => ({
      people: 6,
      sizes: [3, 3],
      rules: [rule('apart', apart, { line: 2 }), rule('together', 'a b', { line: 3 })],
    });
    expect(obstaclesOf(draft('b a'))).toEqual([
      { code: 'impossible.together-and-apart', first: 'a', second: 'b', lines: '3', line: 2 },
    ]);
    expect(findObstacles(moduleOf(draft('a b')))[0].params).toEqual({ first: 'a', second: 'b', lines: '3' });
    expect(obstaclesOf(draft('b c'))).toEqual([]);
  });

  it('together through a third person and apart', () => {
    const rules = [
      rule('together', 'a b', { line: 2 }),
      rule('together', 'b c', { line: 3 }),
      rule('apart', 'a c', { line: 4 }),
    ];
    const draft: ModuleDraft = { people: 6, sizes: [3, 3], rules };
    expect(isPossible(draft)).toBe(false);
    const [found, ...others] = findObstacles(moduleOf(draft));
    expect(others).toEqual([]);
    expect({ ...found.params, code: found.code, at: found.source?.line }).toEqual({
      code: 'impossible.together-and-apart',
      first: 'a',
      second: 'c',
      lines: '2, 3',
      at: 4,
    });
  });

  it('together through two others and apart: the lines of the whole path, and no others', () => {
    // From a to c by b and d; line 5 is beside the way.
    const draft = (apart: string): ModuleDraft => ({
      people: 8,
      sizes: [5, 3],
      rules: [
        rule('together', 'b d', { line: 2 }),
        rule('together', 'a b', { line: 3 }),
        rule('together', 'd c', { line: 4 }),
        rule('together', 'b e', { line: 5 }),
        rule('apart', apart, { line: 6 }),
      ],
    });
    expect(isPossible(draft('a c'))).toBe(false);
    expect(obstaclesOf(draft('a c'))).toEqual([
      { code: 'impossible.together-and-apart', first: 'a', second: 'c', lines: '2, 3, 4', line: 6 },
    ]);
    // Of several people the two whom the fewest lines tie.
    expect(obstaclesOf({ ...draft('a c'), sizes: [5, 2, 1], rules: draft('a c e').rules ?? [] })).toEqual([
      { code: 'impossible.together-and-apart', first: 'a', second: 'e', lines: '3, 5', line: 6 },
    ]);
    expect(obstaclesOf(draft('a f'))).toEqual([]);
  });

  it('fixed: more people than seats, over the fewest lines that fix so many to the same place', () => {
    const draft = (third: string): ModuleDraft => ({
      people: 6,
      places: { 'A/x': [1], 'A/y': [1], B: [4] },
      rules: [
        rule('fixed', 'a', { target: toTheme('A'), line: 2 }),
        rule('fixed', 'b a', { target: toTheme('A'), line: 3 }),
        rule('fixed', third, { target: toTheme('A'), line: 5 }),
      ],
    });
    expect(
      findObstacles(moduleOf(draft('c'))).map(({ code, params, source }) => ({ code, params, line: source?.line })),
    ).toEqual([{ code: 'impossible.fixed', params: { target: 'A', people: 3, seats: 2, lines: '3, 5' }, line: 5 }]);
    expect(obstaclesOf(draft('b'))).toEqual([]);
  });

  it('fixed: a group that bears the name of a theme is another place', () => {
    // Group A1 is of theme A; a theme is called A1 too.
    const rules = [rule('fixed', 'a b', { target: toGroup('A1') }), rule('fixed', 'c d', { target: toTheme('A1') })];
    const draft: ModuleDraft = { people: 5, places: { A: [3], A1: [2] }, rules };
    expect(isPossible(draft)).toBe(true);
    expect(obstaclesOf(draft)).toEqual([]);
  });

  it('fixed and never: a person with no group left', () => {
    const draft = (target = toStrand('A', 'x')): ModuleDraft => ({
      people: 4,
      places: { 'A/x': [1], 'A/y': [1], B: [2] },
      rules: [rule('fixed', 'a', { target: toTheme('A'), line: 2 }), rule('never', 'a b', { target, line: 6 })],
    });
    expect(obstaclesOf(draft(toTheme('A')))).toEqual([
      { code: 'impossible.nowhere', person: 'a', lines: '2, 6', line: 2 },
    ]);
    expect(obstaclesOf(draft())).toEqual([]);
  });

  it('places together: three people for two seats, though each rule can be kept alone (Hall)', () => {
    // a and b may be in A or B/x, which have one seat each; c is fixed to A.
    const draft = (third: readonly [string, number]): ModuleDraft => ({
      people: 4,
      places: { A: [1], 'B/x': [1], 'B/y': [2] },
      rules: [
        rule('never', 'a b', { target: toStrand('B', 'y'), line: 3 }),
        rule('fixed', third[0], { target: toTheme('A'), line: third[1] }),
      ],
    });
    expect(isPossible(draft(['c', 5]))).toBe(false);
    expect(findObstacles(moduleOf(draft(['c', 5]))).map(({ code, params }) => ({ code, params }))).toEqual([
      {
        code: 'impossible.rules',
        params: {
          lines: '3, 5',
          rules: ['never: a, b → B/y', 'fixed: c → A'],
          groups: 3,
          smallest: 1,
          largest: 2,
          isMinimal: true,
        },
      },
    ]);
    expect(obstaclesOf(draft(['a', 5]))).toEqual([]);
  });

  it('names the rule also where no place is concerned: everybody alone in a group of one', () => {
    const draft: ModuleDraft = {
      columns: { school: 'IIIII' },
      sizes: [1, 1, 3],
      rules: [rule('not_alone', 'school=I', { line: 9 })],
    };
    expect(isPossible(draft)).toBe(false);
    expect(findObstacles(moduleOf(draft))[0].params).toMatchObject({ lines: '9', rules: ['not_alone: school=I'] });
  });

  it('weighted rules are no obstacle', () => {
    const rules = [rule('apart', 'a b c d', { weight: 1 }), rule('at_least', 'school=I', { count: 3, weight: 1 })];
    expect(obstaclesOf({ columns: { school: 'EEIE' }, sizes: [2, 2], rules })).toEqual([]);
  });
});

describe('people apart by several rules', () => {
  const apart = (...pairs: readonly string[]) => pairs.map((who, index) => rule('apart', who, { line: index + 2 }));

  it('are more than the groups: names and lines, without those that prove nothing', () => {
    const draft = (...pairs: readonly string[]): ModuleDraft => ({
      people: 6,
      sizes: [4, 2],
      rules: [...apart('a f', ...pairs), rule('together', 'd e', { line: 9 })],
    });
    expect(isPossible(draft('a b', 'b c', 'c a'))).toBe(false);
    expect(obstaclesOf(draft('a b', 'b c', 'c a'))).toEqual([
      { code: 'impossible.apart-clique', names: 'a, b, c', people: 3, groups: 2, lines: '3, 4, 5', line: 5 },
    ]);
    expect(obstaclesOf(draft('a b', 'b c', 'c d'))).toEqual([]);
  });

  it('one line that separates many is blamed rather than many that separate few', () => {
    const draft: ModuleDraft = {
      people: 6,
      sizes: [2, 2, 2],
      rules: apart('a b', 'b c', 'a d', 'b d', 'c d', 'a b c'),
    };
    expect(obstaclesOf(draft)).toEqual([
      { code: 'impossible.apart-clique', names: 'a, b, c, d', people: 4, groups: 3, lines: '4, 5, 6, 7', line: 7 },
    ]);
  });

  it('stand for those whom a rule ties to them', () => {
    // a and b share a group, so that c, who is apart from a, is apart from b too.
    const draft = (tied: string): ModuleDraft => ({
      people: 6,
      sizes: [3, 3],
      rules: [...apart('a c', 'b d', 'c d'), rule('together', tied, { line: 8 })],
    });
    expect(isPossible(draft('a b'))).toBe(false);
    expect(obstaclesOf(draft('a b'))).toEqual([
      { code: 'impossible.apart-clique', names: 'a, c, d', people: 3, groups: 2, lines: '2, 3, 4, 8', line: 8 },
    ]);
    expect(isPossible(draft('a e'))).toBe(true);
    expect(obstaclesOf(draft('a e'))).toEqual([]);
  });

  it('are more than the groups of the place that they are fixed to', () => {
    const draft = (target: Target, third: string): ModuleDraft => ({
      people: 6,
      places: { 'A/x': [2], 'A/y': [2], B: [2] },
      rules: [
        rule('fixed', 'a b', { target: toTheme('A'), line: 2 }),
        rule('fixed', third, { target, line: 3 }),
        rule('apart', 'a b', { line: 4 }),
        rule('apart', 'b c', { line: 5 }),
        rule('apart', 'c a', { line: 6 }),
      ],
    });
    expect(isPossible(draft(toStrand('A', 'x'), 'c'))).toBe(false);
    expect(obstaclesOf(draft(toStrand('A', 'x'), 'c'))).toEqual([
      {
        code: 'impossible.apart-placed',
        names: 'a, b, c',
        people: 3,
        groups: ['Ax1', 'Ay1'],
        lines: '2, 3, 4, 5, 6',
        line: 6,
      },
    ]);
    expect(obstaclesOf(draft(toGroup('B1'), 'c'))).toEqual([]);
    expect(obstaclesOf(draft(toGroup('Ax1'), 'a b'))).toMatchObject([
      { code: 'impossible.apart-placed', names: 'a, b', groups: ['Ax1'], lines: '3, 4' },
    ]);
  });

  it('are left too few groups by rules that keep them from the others', () => {
    const draft: ModuleDraft = {
      people: 6,
      sizes: [2, 2, 2],
      rules: [
        rule('never', 'a b c', { target: toGroup('G01'), line: 2 }),
        rule('apart', 'a b', { line: 3 }),
        rule('apart', 'a b c', { line: 4 }),
      ],
    };
    expect(isPossible(draft)).toBe(false);
    expect(obstaclesOf(draft)).toMatchObject([
      { code: 'impossible.apart-placed', names: 'a, b, c', groups: ['G02', 'G03'], lines: '2, 4' },
    ]);
  });

  it('are no obstacle when only a weight wants it so', () => {
    const rules = apart('a b', 'b c', 'c a').map((one, index) => (index === 1 ? { ...one, weight: 3 } : one));
    expect(obstaclesOf({ people: 4, sizes: [2, 2], rules })).toEqual([]);
  });
});

describe('tied people', () => {
  it('whom other rules tear apart', () => {
    const draft = (place: string): ModuleDraft => ({
      people: 6,
      places: { A: [3], B: [3] },
      rules: [
        rule('together', 'a b', { line: 2 }),
        rule('together', 'b c', { line: 3 }),
        rule('fixed', 'a', { target: toTheme('A'), line: 4 }),
        rule('fixed', 'b', { target: toTheme(place), line: 5 }),
      ],
    });
    expect(isPossible(draft('B'))).toBe(false);
    expect(obstaclesOf(draft('B'))).toEqual([
      { code: 'impossible.together-nowhere', names: 'a, b', people: 2, lines: '2, 4, 5', line: 5 },
    ]);
    expect(obstaclesOf(draft('A'))).toEqual([]);
  });

  it('who are more than a group of their place holds', () => {
    const draft = (who: string): ModuleDraft => ({
      people: 7,
      places: { A: [2, 2], B: [3] },
      rules: [
        rule('together', 'a b c', { line: 2 }),
        rule(who === '' ? 'fixed' : 'never', 'a', { target: toTheme('A'), line: 3 }),
      ],
    });
    expect(isPossible(draft(''))).toBe(false);
    expect(obstaclesOf(draft(''))).toEqual([
      { code: 'impossible.together-nowhere', names: 'a, b, c', people: 3, lines: '2, 3', line: 3 },
    ]);
    expect(obstaclesOf(draft('never'))).toEqual([]);
  });
});
