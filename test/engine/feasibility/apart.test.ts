import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../../src/domain/module.js';
import { findApartObstacles } from '../../../src/engine/feasibility/apart.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { compilePlacing } from '../../../src/engine/feasibility/places.js';
import { tiePeople } from '../../../src/engine/feasibility/ties.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';
import { tangles } from '../../helpers/tangles.js';

function argue(module: Module) {
  const hard = hardRulesOf(module);
  const ties = tiePeople(module.cohort.participants.length, hard);
  const placing = compilePlacing(module, hard);
  const found = findApartObstacles(module, hard, ties, placing).map(({ rules, reason: { code, params, source } }) => ({
    code: code.replace('impossible.', ''),
    ...params,
    line: source?.line,
    count: rules.length,
  }));
  return { hard, ties, placing, found };
}
const found = (draft: ModuleDraft) => argue(moduleOf(draft)).found;

describe('obstacles of people apart', () => {
  it('are found exactly where tied people fit nowhere, or more of them are pairwise apart than have groups', () => {
    const shown = new Set<boolean>();
    fc.assert(
      fc.property(tangles, (module) => {
        const { hard, ties, placing, found: obstacles } = argue(module);
        const groupsIn = (places: readonly number[]) => places.reduce((sum, p) => sum + placing.places[p].length, 0);
        const sets = ties.sets.map(({ people }) => people);
        const homeless = sets.filter((people) => {
          const sizes = placing.allowedTo(people).flatMap((place) => placing.places[place].map(({ size }) => size));
          const isFree = people.every((person) => placing.allowedTo([person]).length > 0);
          const largest = Math.max(...module.groups.map(({ size }) => size));
          return people.length > 1 && people.length <= largest && isFree && sizes.every((size) => size < people.length);
        });
        expect(obstacles.filter(({ code }) => code === 'together-nowhere')).toHaveLength(homeless.length);

        const apart = hard.filter(
          ({ rule: { kind }, people }) => kind === 'apart' && people.length <= module.groups.length,
        );
        const isIn = (set: number, people: readonly number[]) => sets[set].some((person) => people.includes(person));
        const isApart = (a: number, b: number) => apart.some(({ people }) => isIn(a, people) && isIn(b, people));
        const largestIn = (inside: readonly number[], clique: readonly number[] = []): number =>
          inside.reduce(
            (most, set, index) =>
              clique.every((other) => isApart(other, set))
                ? Math.max(most, largestIn(inside.slice(index + 1), [...clique, set]))
                : most,
            clique.length,
          );
        const allowed = sets.map((people) => placing.allowedTo(people));
        const targets = hard.filter(({ rule: { kind } }) => kind === 'fixed').map((entry) => placing.allowedBy(entry));
        const scopes = [
          ...allowed.filter((_, set) => apart.some(({ people }) => isIn(set, people))),
          ...targets.map((isInside) => [...placing.places.keys()].filter((place) => isInside[place] === 1)),
          [...placing.places.keys()],
        ];
        const isCrowded = scopes.some((places) => {
          const inside = [...sets.keys()].filter(
            (set) => allowed[set].length > 0 && allowed[set].every((place) => places.includes(place)),
          );
          return largestIn(inside) > groupsIn(places);
        });
        expect(obstacles.some(({ code }) => code !== 'together-nowhere')).toBe(isCrowded);
        shown.add(isCrowded);
      }),
      { numRuns: runs(60) },
    );
    expect(shown.size).toBe(2);
  });

  const places = { 'A/x': [2], 'A/y': [2], B: [2], C: [2] };
  const inA = rule('fixed', 'a b c', { target: toTheme('A'), line: 2 });

  it('are of the smallest place first, each of people of its own', () => {
    const rules = [
      inA,
      rule('apart', 'a b c', { line: 3 }),
      rule('fixed', 'd e', { target: toTheme('B'), line: 4 }),
      rule('apart', 'd e', { line: 5 }),
      // Apart everywhere, of whom some are told of already.
      rule('apart', 'a b f g', { line: 6 }),
      rule('apart', 'a h f g', { line: 7 }),
      rule('apart', 'b h', { line: 8 }),
    ];
    expect(found({ people: 8, places, rules })).toEqual([
      { code: 'apart-placed', names: 'd, e', people: 2, groups: ['B1'], lines: '4, 5', line: 5, count: 2 },
      { code: 'apart-placed', names: 'a, b, c', people: 3, groups: ['Ax1', 'Ay1'], lines: '2, 3', line: 3, count: 2 },
    ]);
    expect(found({ people: 8, places, rules: rules.slice(4) })).toEqual([
      { code: 'apart-clique', names: 'a, b, f, g, h', people: 5, groups: 4, lines: '6, 7, 8', line: 8, count: 3 },
    ]);
  });

  it('are in the order of the places where as many groups are left', () => {
    const rules = [
      rule('fixed', 'a b', { target: toTheme('C'), line: 2 }),
      rule('fixed', 'c d', { target: toTheme('B'), line: 3 }),
      rule('fixed', 'e f', { target: toGroup('Ax1'), line: 4 }),
      ...['a b', 'c d', 'e f'].map((who, index) => rule('apart', who, { line: index + 5 })),
    ];
    expect(found({ people: 8, places, rules })).toMatchObject([
      { names: 'e, f' },
      { names: 'c, d' },
      { names: 'a, b' },
    ]);
  });

  it('name of tied people the one who is apart', () => {
    const rules = [
      rule('fixed', 'a d', { target: toGroup('B1'), line: 2 }),
      rule('together', 'a e', { line: 3 }),
      rule('apart', 'e d', { line: 4 }),
    ];
    expect(found({ people: 8, places, rules })).toMatchObject([
      { code: 'apart-placed', names: 'd, e', groups: ['B1'] },
    ]);
    expect(found({ people: 8, places: { B: [2, 2], C: [4] }, rules })).toMatchObject([
      { names: 'd, e', groups: ['B1'] },
    ]);
  });

  it('are none of people who have nowhere to go, or whom one rule puts apart in too few groups', () => {
    const nowhere = [
      rule('fixed', 'a', { target: toTheme('B'), line: 2 }),
      rule('never', 'a', { target: toTheme('B'), line: 3 }),
      rule('apart', 'a b', { line: 4 }),
      rule('together', 'a c', { line: 5 }),
    ];
    expect(found({ people: 8, places, rules: nowhere })).toEqual([]);
    expect(found({ people: 8, places, rules: [rule('apart', 'a b c d e', { line: 2 })] })).toEqual([]);
  });

  it('are those of one person more than groups, wherever somebody may be only', () => {
    const rules = [
      rule('never', 'a b', { target: toStrand('A', 'x'), line: 2 }),
      rule('never', 'a b c', { target: toTheme('B'), line: 3 }),
      rule('fixed', 'c', { target: toTheme('C'), line: 4 }),
      rule('apart', 'a b', { line: 5 }),
      rule('apart', 'b c', { line: 6 }),
      rule('apart', 'a c', { line: 7 }),
    ];
    // a and b may be in Ay1 and C1, c in C1.
    expect(found({ people: 8, places, rules })).toMatchObject([{ names: 'a, b, c', groups: ['Ay1', 'C1'], count: 6 }]);
    expect(found({ people: 8, places: { ...places, C: [1, 1] }, rules })).toEqual([]);
  });

  it('are more than the groups that people are fixed to, though each may be in some of them only', () => {
    const strands = { 'A/x': [2], 'A/y': [2], 'A/z': [2], B: [2] };
    const rules = [
      rule('fixed', 'a b c d', { target: toTheme('A'), line: 2 }),
      rule('never', 'a b', { target: toStrand('A', 'x'), line: 3 }),
      rule('never', 'c', { target: toStrand('A', 'y'), line: 4 }),
      rule('never', 'd', { target: toStrand('A', 'z'), line: 5 }),
      rule('apart', 'a b c d', { line: 6 }),
    ];
    expect(found({ people: 8, places: strands, rules })).toEqual([
      {
        code: 'apart-placed',
        names: 'a, b, c, d',
        people: 4,
        groups: ['Ax1', 'Ay1', 'Az1'],
        lines: '2, 6',
        line: 6,
        count: 2,
      },
    ]);
    expect(found({ people: 8, places: { ...strands, 'A/z': [1, 1] }, rules })).toEqual([]);
  });

  it('are tied people whose places hold fewer, by name', () => {
    const rules = [
      rule('together', 'a b', { line: 2 }),
      rule('together', 'c b', { line: 3 }),
      rule('fixed', 'c', { target: toTheme('A'), line: 4 }),
      rule('together', 'd e', { line: 5 }),
      rule('fixed', 'd', { target: toTheme('A'), line: 6 }),
    ];
    const draft = (...sizes: readonly number[]) => ({ people: 8, places: { A: sizes, B: [3] }, rules });
    expect(found(draft(2, 2, 1))).toEqual([
      { code: 'together-nowhere', names: 'a, b, c', people: 3, lines: '2, 3, 4', line: 4, count: 3 },
    ]);
    expect(found(draft(2, 3))).toEqual([]);
    expect(found({ ...draft(2, 2, 2), places: { A: [2, 2], B: [2, 2] } })).toEqual([]);
  });
});
