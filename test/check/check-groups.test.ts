import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import type { Module } from '../../src/domain/module.js';
import type { Rule } from '../../src/domain/rule.js';
import { listFrom, text } from '../helpers/groupings.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../helpers/modules.js';

function judge(draft: ModuleDraft, members: Readonly<Record<string, string>>) {
  const module = moduleOf(draft);
  return checkGroups(module, listFrom(module, members));
}

describe('structure of a list', () => {
  const draft: ModuleDraft = { people: 4, sizes: [2, 2], groupSize: { min: 2, max: 2 } };

  it('is sound when everyone is in one group of a right size', () => {
    expect(judge(draft, { G01: 'ab', G02: 'cd' }).structure).toEqual([]);
  });

  it('names who is missing and the group that is short of them', () => {
    expect(judge(draft, { G01: 'ab', G02: 'c' }).structure).toEqual([
      { rule: 'groups.missing', facts: { person: 'd' } },
      { rule: 'groups.size', facts: { group: 'G02', size: 1, min: 2, max: 2 } },
    ]);
  });

  it('names once who stands twice or more, and counts the first place', () => {
    const { structure, people } = judge(draft, { G01: 'aba', G02: 'cda' });
    expect(structure).toEqual([{ rule: 'groups.twice', facts: { person: 'a', first: 'G01', second: 'G01' } }]);
    expect(people.find(({ key }) => key === 'a')?.group).toBe('G01');
  });

  it('names a group that is too large', () => {
    expect(judge(draft, { G01: 'abc', G02: 'd' }).structure.map(({ facts }) => [facts.group, facts.size])).toEqual([
      ['G01', 3],
      ['G02', 1],
    ]);
  });

  it('takes the limits of a strand before those of the settings', () => {
    const module = moduleOf({ people: 4, places: { A: [1], B: [3] }, groupSize: { min: 2, max: 2 } });
    const [first, second] = module.themes;
    const strand = { ...first.strands[0], minSize: 1, maxSize: 1 };
    const themes = [{ ...first, strands: [strand] }, second];
    const report = checkGroups({ ...module, themes }, listFrom(module, { A1: 'a', B1: 'bcd' }));
    expect(report.structure).toEqual([{ rule: 'groups.size', facts: { group: 'B1', size: 3, min: 2, max: 2 } }]);
  });

  it('asks nothing of sizes when only a number of groups was asked', () => {
    expect(judge({ people: 4, sizes: [2, 2] }, { G01: 'abc', G02: 'd' }).structure).toEqual([]);
  });
});

describe('the number of groups of a list', () => {
  const members = { Ax1: 'a', Ax2: 'b', B1: 'cd' };
  const module = moduleOf({ people: 4, places: { 'A/x': [1, 1], B: [2] } });
  const withCounts = (counts: readonly (number | undefined)[], groupCount?: number): Module => ({
    ...module,
    settings: { ...module.settings, ...(groupCount === undefined ? {} : { groupCount }) },
    themes: module.themes.map((theme, index) => {
      const fixed = counts[index];
      return { ...theme, strands: theme.strands.map((own) => (fixed ? { ...own, groupCount: fixed } : own)) };
    }),
  });
  const judged = (counts: readonly (number | undefined)[], groupCount?: number) =>
    checkGroups(withCounts(counts, groupCount), listFrom(module, members)).structure;

  it('is free where neither settings nor every strand fix one', () => {
    expect(judged([])).toEqual([]);
    expect(judged([2])).toEqual([]);
    expect(judged([2, 1], 3)).toEqual([]);
  });

  it('is that of the settings', () => {
    expect(judged([], 4)).toEqual([{ rule: 'groups.count', facts: { groups: 3, wanted: 4 } }]);
    expect(judged([2], 4)).toEqual([{ rule: 'groups.count', facts: { groups: 3, wanted: 4 } }]);
  });

  it('is looked at strand by strand, and said once', () => {
    expect(judged([1, 2])).toEqual([
      { rule: 'groups.count', facts: { theme: 'A', strand: 'x', groups: 2, wanted: 1 } },
      { rule: 'groups.count', facts: { theme: 'B', strand: '', groups: 1, wanted: 2 } },
    ]);
    expect(judged([1], 2)).toEqual([
      { rule: 'groups.count', facts: { theme: 'A', strand: 'x', groups: 2, wanted: 1 } },
    ]);
  });

  it('is that of all strands together where a group of the list is of no known strand', () => {
    const { groups, placements } = listFrom(module, members);
    const list = { groups: groups.map((group, index) => (index === 0 ? { ...group, theme: '' } : group)), placements };
    expect(checkGroups(withCounts([1, 2]), list).structure).toEqual([]);
    expect(checkGroups(withCounts([2, 2]), list).structure).toEqual([
      { rule: 'groups.count', facts: { groups: 3, wanted: 4 } },
    ]);
  });
});

describe('mix of an attribute', () => {
  const draft: ModuleDraft = { columns: { school: 'EEEEII' }, sizes: [2, 2, 2], balance: { school: 3 } };

  it('is the sum of squared distances from fair share, as a fraction', () => {
    // Shares 4/3 and 2/3. EE: 4/9 + 4/9. II: 16/9 + 16/9. EI: 1/9 + 1/9.
    const worst = judge(draft, { G01: 'ab', G02: 'cd', G03: 'ef' });
    expect(text(worst.attributes[0].deviation)).toBe('16/3');
    expect(text(worst.soft)).toBe('16');
    expect(worst.sizes).toEqual([2, 2, 2]);
    expect(worst.groups.map(({ deviation }) => text(deviation))).toEqual(['8/3', '8/3', '32/3']);
    const best = judge(draft, { G01: 'ae', G02: 'bf', G03: 'cd' });
    expect(text(best.attributes[0].deviation)).toBe('4/3');
    expect(text(best.soft)).toBe('4');
  });

  it('counts cells, and those at the floor or the ceiling of their share', () => {
    const [worst] = judge(draft, { G01: 'ab', G02: 'cd', G03: 'ef' }).attributes;
    expect(worst.counts).toEqual([
      [2, 0],
      [2, 0],
      [0, 2],
    ]);
    expect(worst.holders).toEqual([4, 2]);
    // 2 and 0 are fair where 4/3 and 2/3 are due; 0 and 2 are not.
    expect([worst.cells, worst.fairCells, worst.isFair]).toEqual([6, 4, [true, true, false]]);
  });

  it('names the attributes that are unfair in a group', () => {
    const { groups } = judge(draft, { G01: 'ab', G02: 'cd', G03: 'ef' });
    expect(groups.map(({ unfair }) => unfair)).toEqual([[], [], ['school']]);
  });

  it('counts a whole share as fair only when it is met', () => {
    const [school] = judge(
      { columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 } },
      { G01: 'ab', G02: 'cd' },
    ).attributes;
    expect([school.fairCells, school.isFair, text(school.deviation)]).toEqual([0, [false, false], '4']);
  });

  it('is unfair in a group where any level is', () => {
    // Shares of 2/3. EE in a group: 2 of E are too many, 0 of I and X are fair.
    const [school] = judge(
      { columns: { school: 'EEIIXX' }, sizes: [2, 2, 2], balance: { school: 1 } },
      { G01: 'ab', G02: 'ce', G03: 'df' },
    ).attributes;
    expect(school.isFair).toEqual([false, true, true]);
  });

  it('is 0 for one that nobody has, and goes by the name that the cohort gives it', () => {
    const module = moduleOf({ columns: { school: 'EI' }, sizes: [2], balance: { school: 1, stage: 1 } });
    const attributes = module.cohort.attributes.map((attribute) => ({ ...attribute, label: 'School' }));
    const list = listFrom(module, { G01: 'ab' });
    const figures = checkGroups({ ...module, cohort: { ...module.cohort, attributes } }, list).attributes;
    expect(figures.map(({ label }) => label)).toEqual(['School', 'stage']);
    expect(figures[1]).toMatchObject({ levels: [], holders: [], counts: [[]], cells: 0, fairCells: 0 });
    expect(text(figures[1].deviation)).toBe('0');
  });

  it('counts a person once in each level held, and nobody in none', () => {
    // x: 2 of 4, y: 2 of 4, shares of 1. G01 has x 2, y 1; G02 x 0, y 1.
    const [stage] = judge(
      { columns: { stage: ['x|y', 'x', 'y', ''] }, sizes: [2, 2], balance: { stage: 1 } },
      { G01: 'ab', G02: 'cd' },
    ).attributes;
    expect(stage.counts).toEqual([
      [2, 1],
      [0, 1],
    ]);
    expect(text(stage.deviation)).toBe('2');
  });

  it('takes shares by the sizes that the list has, not those that were planned', () => {
    // E: 2 of 4 in groups of 1 and 3: shares 1/2 and 3/2.
    const { attributes } = judge(
      { columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 } },
      { G01: 'a', G02: 'bcd' },
    );
    expect(text(attributes[0].deviation)).toBe('1');
  });

  it('adds up attributes by weight', () => {
    const columns = { school: 'EEII', gender: 'FMFM' };
    const report = judge({ columns, sizes: [2, 2], balance: { school: 10, gender: 3 } }, { G01: 'ac', G02: 'bd' });
    // Schools are even, each of the four cells of gender is 1 off.
    expect(report.attributes.map(({ deviation }) => text(deviation))).toEqual(['0', '4']);
    expect(text(report.soft)).toBe('12');
  });

  it('says who is alone with a level in the group', () => {
    const { people } = judge(
      { columns: { school: 'EEEI', stage: ['x', 'x|y', '', 'y'] }, sizes: [2, 2], balance: { school: 1, stage: 1 } },
      { G01: 'ab', G02: 'cd' },
    );
    expect(people.map(({ key, aloneIn }) => [key, aloneIn])).toEqual([
      ['a', []],
      ['b', ['stage']],
      ['c', ['school']],
      ['d', ['school', 'stage']],
    ]);
  });
});

describe('rules', () => {
  const lists = { G01: 'abc', G02: 'def' };
  const figureOf = (own: Rule, members: Readonly<Record<string, string>> = lists) => {
    const { rules, hard, soft } = judge({ columns: { school: 'EEIIII' }, sizes: [3, 3], rules: [own] }, members);
    return { units: rules[0].units, people: rules[0].people.join(''), groups: rules[0].groups, hard, soft: text(soft) };
  };

  it('apart: a unit for each pair that shares a group', () => {
    expect(figureOf(rule('apart', 'a b c d'))).toEqual({
      units: 3,
      people: 'abc',
      groups: ['G01'],
      hard: 3,
      soft: '0',
    });
    expect(figureOf(rule('apart', 'a d'))).toEqual({ units: 0, people: '', groups: [], hard: 0, soft: '0' });
  });

  it('together: a unit for each pair separated', () => {
    expect(figureOf(rule('together', 'a b d'))).toEqual({
      units: 2,
      people: 'abd',
      groups: ['G01', 'G02'],
      hard: 2,
      soft: '0',
    });
    expect(figureOf(rule('together', 'a b c'))).toEqual({ units: 0, people: '', groups: [], hard: 0, soft: '0' });
  });

  it('together: a pair of which one is in no group is separated too', () => {
    const members = { G01: 'abc', G02: 'de' };
    expect(figureOf(rule('together', 'a f', { weight: 3 }), members)).toEqual({
      units: 1,
      people: 'a',
      groups: ['G01'],
      hard: 0,
      soft: '3',
    });
    // a and b with f, a and b with d, d with f.
    expect(figureOf(rule('together', 'a b d f'), members).units).toBe(5);
  });

  it('at_least: a unit for each person missing in a group', () => {
    expect(figureOf(rule('at_least', 'school=E', { count: 2 }))).toEqual({
      units: 2,
      people: '',
      groups: ['G02'],
      hard: 2,
      soft: '0',
    });
    expect(figureOf(rule('at_least', 'school=*', { count: 1 })).units).toBe(1);
    expect(figureOf(rule('at_least', 'school=E school=I', { count: 3 })).units).toBe(0);
  });

  it('at_most: a unit for each person too many in a group', () => {
    expect(figureOf(rule('at_most', 'school=I', { count: 1 }))).toEqual({
      units: 2,
      people: 'def',
      groups: ['G02'],
      hard: 2,
      soft: '0',
    });
    expect(figureOf(rule('at_most', 'school=*', { count: 1 })).units).toBe(1 + 2);
  });

  it('not_alone: a unit for each group with a single holder', () => {
    expect(figureOf(rule('not_alone', 'school=*'))).toEqual({
      units: 1,
      people: 'c',
      groups: ['G01'],
      hard: 1,
      soft: '0',
    });
    expect(figureOf(rule('not_alone', 'a d')).units).toBe(2);
  });

  it('distinct: a unit for each pair who hold the same level', () => {
    expect(figureOf(rule('distinct', 'school=*'))).toEqual({
      units: 1 + 3,
      people: 'abdef',
      groups: ['G01', 'G02'],
      hard: 4,
      soft: '0',
    });
  });

  it('name the people in cohort order, whatever the order of the groups', () => {
    expect(figureOf(rule('together', 'a f'), { G01: 'fed', G02: 'cba' }).people).toBe('af');
  });

  it('fixed and never: a unit for each person in a wrong place', () => {
    expect(figureOf(rule('fixed', 'a b d', { target: toGroup('G02') }))).toEqual({
      units: 2,
      people: 'ab',
      groups: ['G01'],
      hard: 2,
      soft: '0',
    });
    expect(figureOf(rule('never', 'a b d', { target: toGroup('G02') }))).toEqual({
      units: 1,
      people: 'd',
      groups: ['G02'],
      hard: 1,
      soft: '0',
    });
  });

  it('fixed and never: places may be themes and strands', () => {
    const draft = (own: Rule): ModuleDraft => ({ people: 6, places: { 'A/x': [2], 'A/y': [2], B: [2] }, rules: [own] });
    const units = (own: Rule) => judge(draft(own), { Ax1: 'ab', Ay1: 'cd', B1: 'ef' }).rules[0].units;
    expect(units(rule('fixed', 'a b c d e f', { target: toTheme('A') }))).toBe(2);
    expect(units(rule('fixed', 'a b c d e f', { target: toStrand('A', 'x') }))).toBe(4);
    expect(units(rule('never', 'a b c d e f', { target: toTheme('A') }))).toBe(4);
  });

  it('of a weight count by it, and are not hard', () => {
    expect(figureOf(rule('apart', 'a b c d', { weight: 7 }))).toMatchObject({ units: 3, hard: 0, soft: '21' });
    expect(figureOf(rule('apart', 'a b c d', { weight: 0 }))).toMatchObject({ units: 3, hard: 0, soft: '0' });
  });
});

describe('wishes', () => {
  const draft: ModuleDraft = {
    places: { A: [1], B: [1], 'C/x': [2] },
    wishes: ['A|B|C', 'A|C/x', 'B', ''],
    observed: ['B', 'B|C', 'A', 'A'],
    wishWeight: 10,
    observedWeight: 3,
  };

  it('cost their weight by rank, the longest list for none, and observed themes theirs', () => {
    // a in B: rank 1; b in C/x: rank 1; c in A: none, 3 ranks of the longest list. d in C did not observe it.
    const { wishPenalty, soft, people } = judge(draft, { A1: 'c', B1: 'a', Cx1: 'bd' });
    expect(wishPenalty).toBe(10 + 10 + 30 + 3);
    expect(text(soft)).toBe('53');
    expect(people).toEqual([
      { key: 'a', group: 'B1', wish: 1, isObserved: true, aloneIn: [] },
      { key: 'b', group: 'Cx1', wish: 1, isObserved: true, aloneIn: [] },
      { key: 'c', group: 'A1', isObserved: true, aloneIn: [] },
      { key: 'd', group: 'Cx1', isObserved: false, aloneIn: [] },
    ]);
  });

  it('cost nothing for people in no group', () => {
    const { wishPenalty, people } = judge(draft, { A1: 'a', B1: 'c', Cx1: 'b' });
    // a did not observe A, nor c B; b has its second wish.
    expect(wishPenalty).toBe(3 + 3 + 10);
    expect(people[3]).toEqual({ key: 'd', group: '', aloneIn: [] });
  });

  it('cost nothing where a module has no themes', () => {
    expect(judge({ sizes: [4], wishes: ['A', 'A', 'A', 'A'], wishWeight: 10 }, { G01: 'abcd' }).wishPenalty).toBe(0);
  });
});

describe('a grouping', () => {
  it('is judged as the list of the same people', () => {
    const module = moduleOf({
      columns: { school: 'EEIIX' },
      sizes: [2, 3],
      balance: { school: 3 },
      roles: { school: ['fair_share', 'not_alone'] },
      rules: [rule('apart', 'a b'), rule('at_least', 'school=*', { count: 1, weight: 2 })],
    });
    const { groups } = module;
    const assignment = new Map(Object.entries({ e: 'G01', a: 'G02', b: 'G02', c: 'G02', d: 'G01' }));
    const members = { G01: 'de', G02: 'abc' };
    expect(checkGroups(module, { groups, assignment })).toEqual(checkGroups(module, listFrom(module, members)));
  });

  it('misses whoever has no group of its groups, and does not look at strangers', () => {
    const module = moduleOf({ columns: { s: 'xxyy' }, sizes: [2, 2], balance: { s: 1 }, roles: { s: 'together' } });
    const { groups } = module;
    const assignment = new Map(Object.entries({ a: 'G01', b: 'G01', d: 'G09', nobody: 'G02' }));
    const { structure, sizes, people, roles } = checkGroups(module, { groups, assignment });
    expect(structure.filter(({ rule }) => rule === 'groups.missing')).toEqual([
      { rule: 'groups.missing', facts: { person: 'c' } },
      { rule: 'groups.missing', facts: { person: 'd' } },
    ]);
    expect(sizes).toEqual([2, 0]);
    expect(people.map(({ group }) => group)).toEqual(['G01', 'G01', '', '']);
    expect(roles[0].levels.map(({ groups }) => groups)).toEqual([['G01'], []]);
  });
});

describe('a list with mistakes', () => {
  it('counts who stands twice where the first line says, for roles and rules too', () => {
    const rules = [rule('together', 'a b')];
    const draft: ModuleDraft = { columns: { s: 'xxyy' }, sizes: [2, 2], balance: { s: 1 }, roles: { s: 'together' } };
    const { roles, hard } = judge({ ...draft, rules }, { G01: 'ab', G02: 'cda' });
    expect(roles[0].levels.map(({ groups }) => groups)).toEqual([['G01'], ['G02']]);
    expect(hard).toBe(0);
  });

  it('names once a stranger who stands twice, and puts nobody in a group that it does not list', () => {
    const module = moduleOf({ columns: { s: 'xxyy' }, sizes: [2, 2], balance: { s: 1 }, roles: { s: 'together' } });
    const list = listFrom(module, { G01: 'ab', G02: 'c' });
    const line = (participant: string, group: string) => ({ participant, group, source: { file: '' } });
    const placements = [...list.placements, line('d', 'G09'), line('nobody', 'G02'), line('nobody', 'G01')];
    const { structure, sizes, people, roles } = checkGroups(module, { ...list, placements });
    expect(structure).toEqual([{ rule: 'groups.twice', facts: { person: 'nobody', first: 'G02', second: 'G01' } }]);
    expect(sizes).toEqual([2, 2]);
    expect(people[3].group).toBe('');
    expect(roles[0].levels.map(({ groups }) => groups)).toEqual([['G01'], ['G02']]);
  });
});

describe('a large list', () => {
  it.each([
    [Array.from({ length: 16 }, () => 1721), 8 * 1721 - 1],
    [[10_001, 9_999], 9_999],
    [[66_001, 3], 66_000],
  ])('of groups of %j, %i people of level x before all others, is counted exactly', (sizes, holders) => {
    const people = sizes.reduce((sum, size) => sum + size);
    const module = moduleOf({
      columns: { stage: Array.from({ length: people }, (_, p) => (p < holders ? 'x' : 'y')) },
      sizes,
      balance: { stage: 1 },
    });
    const starts = sizes.map((_, g) => sizes.slice(0, g).reduce((sum, size) => sum + size, 0));
    const groupOf = (p: number) => module.groups[starts.findLastIndex((start) => start <= p)].label;
    const assignment = new Map(module.cohort.participants.map(({ key }, p) => [key, groupOf(p)]));
    const [{ deviation, counts }] = checkGroups(module, { groups: module.groups, assignment }).attributes;
    const xs = sizes.map((size, g) => Math.max(0, Math.min(size, holders - starts[g])));
    expect(counts).toEqual(xs.map((x, g) => [x, sizes[g] - x]));
    const total = BigInt(people);
    const squares = xs.map((x, g) => (BigInt(x) * total - BigInt(holders) * BigInt(sizes[g])) ** 2n);
    // What a group has too many of x it has too few of y.
    expect(deviation).toEqual({ numerator: 2n * squares.reduce((sum, own) => sum + own), denominator: total ** 2n });
  });

  it('is counted exactly where squares exceed what a number holds', () => {
    const people = 20_000;
    const module = moduleOf({
      columns: { stage: Array.from({ length: people }, (_, p) => (p < 3 ? 'x' : 'y')) },
      sizes: [people - 1, 1],
      balance: { stage: 1 },
    });
    const placements = module.cohort.participants.map(({ key }, p) => ({
      participant: key,
      group: p === 0 ? 'G02' : 'G01',
      source: { file: '' },
    }));
    const { attributes, structure } = checkGroups(module, { groups: module.groups, placements });
    expect(structure).toEqual([]);
    // Shares of x: 3·19,999/20,000 and 3/20,000; both levels are off by the same, in both groups.
    const off = 2n * 20_000n - 3n * 19_999n;
    expect(attributes[0].deviation).toEqual({ numerator: 4n * off * off, denominator: 20_000n ** 2n });
    expect(attributes[0].counts).toEqual([
      [2, people - 3],
      [1, 0],
    ]);
  });

  it('may come in any order, and with people whom the cohort does not have', () => {
    const module = moduleOf({ columns: { s: 'xxyy' }, sizes: [2, 2], balance: { s: 1 } });
    const list = listFrom(module, { G01: 'ab', G02: 'cd' });
    const stranger = { participant: 'nobody', group: 'G01', source: { file: '' } };
    const placements = [stranger, ...list.placements.toReversed(), stranger];
    const { people, structure, attributes } = checkGroups(module, { ...list, placements });
    expect(people.map(({ group }) => group)).toEqual(['G01', 'G01', 'G02', 'G02']);
    expect(structure).toEqual([{ rule: 'groups.twice', facts: { person: 'nobody', first: 'G01', second: 'G01' } }]);
    expect(attributes[0].counts).toEqual([
      [2, 0],
      [0, 2],
    ]);
  });
});
