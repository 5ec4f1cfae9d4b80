import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/domain/rule.js';
import { demandOf, isMet } from '../../../src/engine/feasibility/demand.js';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { moduleOf, rule, toStrand } from '../../helpers/modules.js';
import { counting, demand, groupsOf, placing } from '../../helpers/seatings.js';

/** The demand of one rule about a to f, of whom a, b and c are of school I, with the labels of groups that it allows. */
function demandBy(own: Rule) {
  const module = moduleOf({ columns: { school: 'IIIEE.' }, places: { 'A/x': [2], 'A/y': [2], B: [2] }, rules: [own] });
  const [entry] = hardRulesOf(module);
  const { isAllowed, ...rest } = demandOf(entry);
  return { ...rest, allowed: module.groups.filter(isAllowed).map(({ label }) => label) };
}

describe('the demand of a rule', () => {
  const everywhere = ['Ax1', 'Ay1', 'B1'];
  const nothing = { tied: [], counts: [], placed: [], allowed: everywhere };
  const [institute, other] = [
    [0, 1, 2],
    [3, 4],
  ];

  it('ties, places or counts the people', () => {
    expect(demandBy(rule('together', 'b e'))).toEqual({ ...nothing, tied: [1, 4] });
    const apart = { people: institute, least: 0, most: 1, isAloneBarred: false };
    expect(demandBy(rule('apart', 'school=I'))).toEqual({ ...nothing, counts: [apart] });
    const target = toStrand('A', 'x');
    expect(demandBy(rule('fixed', 'a f', { target }))).toEqual({ ...nothing, placed: [0, 5], allowed: ['Ax1'] });
    expect(demandBy(rule('never', 'a', { target }))).toEqual({ ...nothing, placed: [0], allowed: ['Ay1', 'B1'] });
  });

  it('counts each level of a bare attribute by itself', () => {
    const counts = (limits: object) => ({
      ...nothing,
      counts: [other, institute].map((people) => ({
        people,
        isAloneBarred: false,
        least: 0,
        most: Infinity,
        ...limits,
      })),
    });
    expect(demandBy(rule('at_least', 'school=*', { count: 2 }))).toEqual(counts({ least: 2 }));
    expect(demandBy(rule('at_most', 'school=*', { count: 2 }))).toEqual(counts({ most: 2 }));
    expect(demandBy(rule('distinct', 'school=*'))).toEqual(counts({ most: 1 }));
    expect(demandBy(rule('not_alone', 'school=*'))).toEqual(counts({ isAloneBarred: true }));
  });
});

describe('a demand', () => {
  const met = (own: Parameters<typeof isMet>[0], ...groupOf: readonly number[]) =>
    isMet(own, groupsOf(2, 2, 2), Int32Array.from(groupOf));

  it('is met by tied people in one group', () => {
    const tied = demand({ tied: [0, 2, 3] });
    expect(met(tied, 1, 0, 1, 1)).toBe(true);
    expect(met(tied, 1, 1, 1, 0)).toBe(false);
    expect(met(tied, 0, 1, 1, 1)).toBe(false);
  });

  it('is met by people each in some group of those allowed', () => {
    expect(met(placing([0, 2], 1, 2), 1, 0, 2)).toBe(true);
    expect(met(placing([0, 2], 1, 2), 1, 1, 0)).toBe(false);
    expect(met(placing([], 1), 0, 0, 0)).toBe(true);
  });

  it('is met by numbers within the limits in every group, and of nobody alone', () => {
    const counted = counting([0, 1, 2, 3, 4, 5], { least: 1, most: 3 });
    expect(met(counted, 0, 0, 0, 1, 1, 2)).toBe(true);
    expect(met(counted, 0, 0, 0, 1, 1, 1)).toBe(false);
    expect(met(counted, 0, 0, 0, 0, 1, 2)).toBe(false);
    const sociable = counting([0, 1, 2, 3], { isAloneBarred: true });
    expect(met(sociable, 0, 0, 2, 2, 1)).toBe(true);
    expect(met(sociable, 0, 0, 0, 2, 1)).toBe(false);
    const both = demand({ counts: [...sociable.counts, ...counted.counts] });
    expect(met(both, 0, 0, 2, 2, 1, 2)).toBe(true);
    expect(met(both, 0, 0, 2, 2, 0, 2)).toBe(false);
    expect(met(both, 0, 0, 2, 1, 1, 2)).toBe(false);
  });
});
