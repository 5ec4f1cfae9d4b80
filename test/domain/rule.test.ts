import { describe, expect, it } from 'vitest';
import { describeSelectors, describeTarget, isInTarget, selectedKeys, type Selector } from '../../src/domain/rule.js';
import { moduleOf, toGroup, toStrand, toTheme } from '../helpers/modules.js';

const { cohort } = moduleOf({ columns: { school: 'EIE.', stage: ['x|y', '', 'y', 'x'] }, sizes: [4] });
const level = (attribute: string, name: string): Selector => ({ kind: 'level', attribute, level: name });
const person = (key: string): Selector => ({ kind: 'participant', key });

describe('selectors', () => {
  it('mean each person once, in cohort order', () => {
    expect(selectedKeys(cohort, [person('d'), level('stage', 'y'), person('a')])).toEqual(['a', 'c', 'd']);
  });

  it('of a level mean everyone who holds it among others; of an attribute everyone who has any', () => {
    expect(selectedKeys(cohort, [level('stage', 'x')])).toEqual(['a', 'd']);
    expect(selectedKeys(cohort, [{ kind: 'attribute', attribute: 'stage' }])).toEqual(['a', 'c', 'd']);
    expect(selectedKeys(cohort, [level('stage', 'z')])).toEqual([]);
  });

  it('are named as a coordinator wrote them', () => {
    expect(
      describeSelectors(cohort, [person('b'), level('school', 'E'), { kind: 'attribute', attribute: 'stage' }]),
    ).toBe('b, school=E, stage');
  });
});

describe('targets', () => {
  const group = { label: 'A-X1', theme: 'A', strand: 'X' };

  it('hold a group by label, theme or strand', () => {
    expect(isInTarget(group, toGroup('A-X1'))).toBe(true);
    expect(isInTarget(group, toGroup('A-X2'))).toBe(false);
    expect(isInTarget(group, toTheme('A'))).toBe(true);
    expect(isInTarget(group, toStrand('A', 'X'))).toBe(true);
    expect(isInTarget(group, toStrand('B', 'X'))).toBe(false);
  });

  it('are named', () => {
    expect([toGroup('G01'), toTheme('A'), toStrand('A', 'X')].map(describeTarget)).toEqual(['G01', 'A', 'A/X']);
  });
});
