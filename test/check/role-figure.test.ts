import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { toNumber } from '../../src/domain/fraction.js';
import { listFrom, text } from '../helpers/groupings.js';
import { moduleOf, type ModuleDraft } from '../helpers/modules.js';

function judge(draft: ModuleDraft, members: Readonly<Record<string, string>>) {
  const module = moduleOf(draft);
  return checkGroups(module, listFrom(module, members));
}

const DRAFT: ModuleDraft = {
  columns: { language: 'GGGII.' },
  sizes: [2, 2, 2],
  balance: { language: 3 },
};
const MEMBERS = { G01: 'ab', G02: 'cd', G03: 'ef' };

describe('the judge of roles', () => {
  it('says in which groups each level is, who concerned is where, and adds the weighted penalty to the score', () => {
    const { roles, soft } = judge({ ...DRAFT, roles: { language: 'not_alone' } }, MEMBERS);
    expect(roles).toHaveLength(1);
    expect(text(roles[0].penalty)).toBe('3');
    expect(roles[0]).toMatchObject({ groups: ['G02', 'G03'], people: ['c', 'd', 'e'] });
    expect(roles[0].levels).toEqual([
      { level: 'G', holders: 3, groups: ['G01', 'G02'] },
      { level: 'I', holders: 2, groups: ['G02', 'G03'] },
    ]);
    expect(text(soft)).toBe('9');
  });

  it('blames no single group for a level that is in several', () => {
    const [figure] = judge({ ...DRAFT, roles: { language: 'together' } }, MEMBERS).roles;
    expect(text(figure.penalty)).toBe('4');
    expect(figure).toMatchObject({ groups: [], people: [] });
  });

  it('judges any list: also one that leaves people out', () => {
    const [figure] = judge({ ...DRAFT, roles: { 'language=G': 'at_least 1' } }, { G01: 'ab', G02: 'd', G03: '' }).roles;
    expect(text(figure.penalty)).toBe('2');
    expect(figure.groups).toEqual(['G02', 'G03']);
  });

  it('counts people too many of a level', () => {
    const [figure] = judge(
      { ...DRAFT, roles: { 'language=G': 'at_most 1' } },
      { G01: 'abc', G02: 'de', G03: 'f' },
    ).roles;
    expect(text(figure.penalty)).toBe('2');
    expect(figure).toMatchObject({ groups: ['G01'], people: ['a', 'b', 'c'] });
  });

  it('counts pairs of a level that share a group', () => {
    const [figure] = judge({ ...DRAFT, roles: { language: 'distinct' } }, { G01: 'abc', G02: 'de', G03: 'f' }).roles;
    expect(text(figure.penalty)).toBe('4');
    expect(figure).toMatchObject({ groups: ['G01', 'G02'], people: ['a', 'b', 'c', 'd', 'e'] });
  });

  it('counts fair share of the levels that have it, and no others', () => {
    const [{ cells, fairCells, isShared, deviation }] = judge(
      { ...DRAFT, roles: { 'language=G': 'together' } },
      MEMBERS,
    ).attributes;
    expect({ cells, fairCells, isShared }).toEqual({ cells: 3, fairCells: 3, isShared: [false, true] });
    // I: 2/3 in each of three groups; 0, 1, 1 people.
    expect(text(deviation)).toBe('2/3');
  });
});

describe('the judge of numbers', () => {
  const numbers = (age: readonly string[], role = 'mean'): ModuleDraft => ({
    columns: { age },
    sizes: [2, 2],
    balance: { age: 3 },
    roles: { age: role },
  });

  it('knows mean and variance of groups and cohort, the unit, and who has none', () => {
    const [figure] = judge(numbers(['20', '24', '26', '']), { G01: 'ab', G02: 'cd' }).roles;
    const { cohort, groups, unit, missing } = figure.numbers ?? { groups: [] };
    expect(groups.map((own) => own && [text(own.mean), text(own.variance)])).toEqual([
      ['22', '4'],
      ['26', '0'],
    ]);
    expect(text(cohort?.mean ?? unit!)).toBe('70/3');
    expect(toNumber(unit!)).toBe(2);
    expect(missing).toBe(1);
    // The mean counts as 23: sums of 44 and 49 are 5/2 off their share of 93/2, which is 5/4 of a unit.
    expect(text(figure.penalty)).toBe('25/8');
  });

  it.each([
    [['1', '2'], '0.5'],
    [['0', '2'], '1'],
    [['0', '3'], '2'],
    [['0', '6'], '2'],
    [['0', '7'], '5'],
    [['0', '14'], '5'],
    [['0', '15'], '10'],
    [['0', '60'], '20'],
    [['0', '200'], '100'],
    [['0,25', '1'], '0.5'],
    [['0,01', '0,03'], '0.01'],
    [['5', '5'], '1'],
  ])('measures %j in units of %s', (pair, unit) => {
    const module = { ...numbers([...pair, ...pair]) };
    const [figure] = judge(module, { G01: 'ab', G02: 'cd' }).roles;
    expect(toNumber(figure.numbers!.unit)).toBe(Number(unit));
  });

  it('measures the spread by squared distances from the mean, beside the sums', () => {
    // Both groups have the mean 2; the squared distances are 4, 4 and 0, 0, of standard deviation 2, each group 4 off its share.
    const members = { G01: 'ab', G02: 'cd' };
    const [spread] = judge(numbers(['0', '4', '2', '2'], 'spread'), members).roles;
    expect(text(spread.penalty)).toBe('8');
    const [mean] = judge(numbers(['0', '4', '2', '2']), members).roles;
    expect(text(mean.penalty)).toBe('0');
    expect(mean).toMatchObject({ levels: [], groups: [], people: [] });
    // The squared distances are 25, 25 and 0, 0 with a unit of 10, where that of the numbers is 5: twice 25 off is 5/2 units.
    expect(text(judge(numbers(['0', '10', '5', '5'], 'spread'), members).roles[0].penalty)).toBe('25/2');
    // Sums of 2 and 6 are 2 off, a unit each; the squared distances are even.
    const [uneven] = judge(numbers(['0', '2', '4', '2'], 'spread'), members).roles;
    expect(text(uneven.penalty)).toBe('2');
  });

  it('counts numbers of different decimals exactly', () => {
    // Sums of 1,25 and 3,5 are 9/8 off their share of 19/8; the unit is 1.
    const [figure] = judge(numbers(['0,25', '1', '0,5', '3']), { G01: 'ab', G02: 'cd' }).roles;
    expect(toNumber(figure.numbers!.unit)).toBe(1);
    expect(text(figure.numbers!.cohort.mean)).toBe('19/16');
    expect(text(figure.penalty)).toBe('81/32');
  });

  it('has no figures of a group where nobody has a number, and none of a column that is empty', () => {
    const [figure] = judge(numbers(['20', '24', '', '']), { G01: 'ab', G02: 'cd' }).roles;
    expect(figure.numbers?.groups[1]).toBeUndefined();
    expect(judge({ ...numbers(['', '', '', '']), balance: {} }, { G01: 'ab', G02: 'cd' }).roles).toEqual([]);
  });
});
