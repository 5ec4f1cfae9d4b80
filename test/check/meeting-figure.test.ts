import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/check/check-groups.js';
import { moduleOf, rule } from '../helpers/modules.js';

const judge = (history: readonly string[], now: string, rules = [] as ReturnType<typeof rule>[]) => {
  const module = moduleOf({ people: now.length, sizes: [2, 2], history, historyWeight: 10, rules });
  const placements = [...now].flatMap((group, person) =>
    group === '.'
      ? []
      : [{ participant: module.cohort.participants[person].key, group: `G0${group}`, source: { file: '' } }],
  );
  return checkGroups(module, { groups: module.groups, placements });
};

describe('judgement of meetings', () => {
  it('says who meets again, in which modules they met, what that costs, and counts it in the score', () => {
    const { meetings, soft } = judge(['AABB', 'ABAB'], '1122');
    expect(meetings?.repeats).toEqual([
      { people: ['a', 'b'], group: 'G01', modules: [0], price: 4 },
      { people: ['c', 'd'], group: 'G02', modules: [0], price: 4 },
    ]);
    expect(meetings?.penalty).toBe(8);
    expect(meetings?.pairs).toBe(2);
    expect(soft).toEqual({ numerator: 80n, denominator: 1n });
  });

  it('counts every person once, however often they were met', () => {
    const { meetings } = judge(['AAAB', 'AABB'], '1212');
    expect(meetings?.people).toEqual([
      { key: 'a', before: 2, fresh: 0, again: ['c'] },
      { key: 'b', before: 2, fresh: 1, again: [] },
      { key: 'c', before: 3, fresh: 0, again: ['a'] },
      { key: 'd', before: 1, fresh: 1, again: [] },
    ]);
  });

  it('charges nothing for people whom a rule wants together, and names the rule', () => {
    const { meetings } = judge(['AABB'], '1122', [rule('together', 'a b')]);
    expect(meetings?.repeats.map(({ people, price, rule: asked }) => [people.join(''), price, asked])).toEqual([
      ['cd', 9, undefined],
      ['ab', 0, 0],
    ]);
  });

  it('lets people without a group meet nobody', () => {
    expect(judge(['AABB'], '11.2').meetings?.people[2]).toEqual({ key: 'c', before: 1, fresh: 0, again: [] });
  });

  it('counts nobody without a group as met again by others without one', () => {
    const { meetings } = judge(['AABB'], '11..');
    expect(meetings?.repeats.map(({ people }) => people.join(''))).toEqual(['ab']);
    expect(meetings?.people[3]).toEqual({ key: 'd', before: 1, fresh: 0, again: [] });
  });

  it('adds up the points of all modules in which two met, the dearest first, each person in cohort order', () => {
    const module = moduleOf({ people: 5, sizes: [3, 2], history: ['ABBAA', 'AABBB'], historyWeight: 1 });
    const line = (participant: string, group: string) => ({ participant, group, source: { file: '' } });
    const placements = [line('e', 'G01'), line('d', 'G01'), line('a', 'G01'), line('b', 'G02'), line('c', 'G02')];
    const { meetings } = checkGroups(module, { groups: module.groups, placements });
    // a met d and e in the older module only (2 points), d and e met in both (2 + 3), b and c in the older.
    expect(meetings?.repeats).toEqual([
      { people: ['d', 'e'], group: 'G01', modules: [0, 1], price: 25 },
      { people: ['a', 'd'], group: 'G01', modules: [0], price: 4 },
      { people: ['a', 'e'], group: 'G01', modules: [0], price: 4 },
      { people: ['b', 'c'], group: 'G02', modules: [0], price: 4 },
    ]);
    expect(meetings?.people.map(({ again }) => again.join(''))).toEqual(['de', 'c', 'b', 'ae', 'ad']);
    expect(meetings?.pairs).toBe(3 + 1);
  });

  it('names those who meet again in cohort order, whenever they met before', () => {
    const module = moduleOf({ people: 3, sizes: [3], history: ['ABA', 'AAB'] });
    const assignment = new Map(['a', 'b', 'c'].map((key) => [key, 'G01']));
    expect(checkGroups(module, { groups: module.groups, assignment }).meetings?.people[0].again).toEqual(['b', 'c']);
  });

  it('is absent where no earlier module is known', () => {
    expect(checkGroups(moduleOf({ people: 2, sizes: [2] }), { groups: [], placements: [] }).meetings).toBeUndefined();
  });
});
