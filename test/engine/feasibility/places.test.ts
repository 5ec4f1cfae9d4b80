import { describe, expect, it } from 'vitest';
import { hardRulesOf } from '../../../src/engine/feasibility/hard-rule.js';
import { compilePlacing } from '../../../src/engine/feasibility/places.js';
import { moduleOf, rule, toGroup, toStrand, toTheme, type ModuleDraft } from '../../helpers/modules.js';

function place(draft: ModuleDraft) {
  const module = moduleOf(draft);
  const hard = hardRulesOf(module);
  return { hard, placing: compilePlacing(module, hard) };
}

describe('places', () => {
  const places = { 'A/x': [1, 2], 'A/y': [3], B: [2, 2, 2] };
  const draft: ModuleDraft = {
    people: 12,
    places,
    rules: [
      rule('apart', 'a b', { line: 2 }),
      rule('fixed', 'a c', { target: toTheme('A'), line: 3 }),
      rule('never', 'c', { target: toStrand('A', 'y'), line: 4 }),
      rule('never', 'd', { target: toGroup('B2'), line: 5 }),
      rule('fixed', 'e', { target: toTheme('A'), line: 6 }),
      rule('never', 'f', { target: toTheme('A'), line: 7 }),
      rule('never', 'c', { target: toGroup('B1'), line: 8 }),
      rule('fixed', 'g', { target: toTheme('B'), line: 9 }),
    ],
  };

  it('are the groups of a strand, but for those that a rule names', () => {
    const { placing } = place(draft);
    const labels = placing.places.map((groups) => groups.map(({ label }) => label).join(' '));
    expect(labels).toEqual(['Ax1 Ax2', 'Ay1', 'B1', 'B2', 'B3']);
  });

  it('are left to people by all rules about any of them, one array for equal answers', () => {
    const { hard, placing } = place(draft);
    const [, fixed, without, , alike, , beside, opposite] = hard;
    const { allowedTo } = placing;
    expect(allowedTo([])).toEqual([0, 1, 2, 3, 4]);
    expect(allowedTo([0])).toEqual([0, 1]);
    expect(allowedTo([2])).toEqual([0]);
    expect(allowedTo([3])).toEqual([0, 1, 2, 4]);
    expect(allowedTo([3, 5])).toEqual([2, 4]);
    expect(allowedTo([0, 5])).toEqual([]);
    expect(allowedTo([0, 2])).toBe(allowedTo([2]));
    expect(allowedTo([4])).toBe(allowedTo([0]));
    expect(allowedTo([1])).toBe(allowedTo([]));
    // By another rule, which leaves the same.
    expect(placing.rulesOf(6)).toEqual([opposite]);
    expect(allowedTo([6])).toBe(allowedTo([5]));
    expect(placing.rulesOf(2)).toEqual([fixed, without, beside]);
    expect(placing.rulesOf(1)).toEqual([]);
    expect([...placing.allowedBy(without)]).toEqual([1, 0, 1, 1, 1]);
    expect(placing.allowedBy(alike)).toBe(placing.allowedBy(fixed));
    expect([...placing.allowedBy(fixed)]).toEqual([1, 1, 0, 0, 0]);
  });

  it('are not mistaken for others whose numbers have the same digits', () => {
    const labels = Array.from({ length: 24 }, (_, group) => `G${String(group + 1).padStart(2, '0')}`);
    const without = (who: string, ...groups: readonly number[]) =>
      groups.map((group) => rule('never', who, { target: toGroup(labels[group]) }));
    const but = (...groups: readonly number[]) => [...labels.keys()].filter((group) => !groups.includes(group));
    const { placing } = place({
      people: 24,
      sizes: labels.map(() => 1),
      rules: [
        ...without('x', ...labels.keys()),
        ...without('a', 1, 23),
        ...without('b', 1, 2, 3),
        ...without('c', ...but(1, 23)),
        ...without('d', ...but(1, 2, 3)),
      ],
    });
    expect(placing.allowedTo([0])).toEqual(but(1, 23));
    expect(placing.allowedTo([1])).toEqual(but(1, 2, 3));
    expect(placing.allowedTo([2])).toEqual([1, 23]);
    expect(placing.allowedTo([3])).toEqual([1, 2, 3]);
  });
});
