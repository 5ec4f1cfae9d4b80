import { describe, expect, it } from 'vitest';
import { layOutGroups, type GroupLayoutRequest } from '../../src/domain/group-layout.js';
import { keepLayout, sizesWithin } from '../../src/domain/kept-layout.js';
import type { Theme } from '../../src/domain/theme.js';

const plain = (people: number, details: Partial<GroupLayoutRequest> = {}): GroupLayoutRequest => ({
  themes: [],
  people,
  groupSize: { min: 9, max: 10 },
  ...details,
});

const THEMES: readonly Theme[] = ['A', 'B'].map((id) => ({
  id,
  title: id,
  strands: [{ id: '', title: '', source: { file: 'themes.csv' } }],
}));

const labelsOf = (request: GroupLayoutRequest, earlier: readonly string[]) =>
  keepLayout(
    request,
    earlier.map((label) => ({ label, theme: '', strand: '' })),
  ).groups.map(({ label, isKept }) => (isKept ? label : `${label} new`));

describe('the groups that go on', () => {
  it('are those that were, under their own labels, while their number is allowed', () => {
    // A new plan of 18 people would have two groups too; of 27 three.
    expect(labelsOf(plain(18), ['Table 1', 'Table 2'])).toEqual(['Table 1', 'Table 2']);
    expect(labelsOf(plain(20), ['G01', 'G02'])).toEqual(['G01', 'G02']);
  });

  it('have the sizes that the settings allow, not those they had', () => {
    const { groups } = keepLayout(plain(19), [
      { label: 'G01', theme: '', strand: '' },
      { label: 'G02', theme: '', strand: '' },
    ]);
    expect(groups.map(({ least, most }) => [least, most])).toEqual([
      [9, 10],
      [9, 10],
    ]);
  });

  it('may be one smaller or larger than even where the settings give their number alone', () => {
    const request: GroupLayoutRequest = { themes: [], people: 19, groupCount: 2 };
    const { groups } = keepLayout(request, [
      { label: 'G01', theme: '', strand: '' },
      { label: 'G02', theme: '', strand: '' },
    ]);
    expect(groups.map(({ least, most }) => [least, most])).toEqual([
      [8, 11],
      [8, 11],
    ]);
  });

  it('become fewer where so few people are left, and more where so many have come', () => {
    expect(labelsOf(plain(18), ['G01', 'G02', 'G03'])).toEqual(['G01', 'G02']);
    expect(labelsOf(plain(28), ['G01', 'Table'])).toEqual(['G01', 'Table', 'G02 new']);
  });

  it('never share a label with one that is new', () => {
    const request: GroupLayoutRequest = { themes: THEMES, people: 40, groupSize: { min: 9, max: 10 } };
    const [first] = layOutGroups(request).groups;
    const { groups } = keepLayout(request, [{ label: first.label, theme: 'B', strand: '' }]);
    expect(new Set(groups.map(({ label }) => label)).size).toBe(4);
    expect(groups.filter(({ theme }) => theme === 'A')).toHaveLength(2);
  });

  it('stay on their theme, known by label where the list names none; those of a theme that is no more end', () => {
    const request: GroupLayoutRequest = { themes: THEMES, people: 40, groupSize: { min: 9, max: 10 } };
    const [first] = layOutGroups(request).groups;
    const { groups } = keepLayout(request, [
      { label: first.label, theme: '', strand: '' },
      { label: 'Z1', theme: 'Z', strand: '' },
    ]);
    expect(groups.find(({ label }) => label === first.label)).toMatchObject({ theme: first.theme, isKept: true });
    expect(groups.some(({ label }) => label === 'Z1')).toBe(false);
    expect(groups).toHaveLength(4);
  });

  it('have room for everybody where some strands alone are limited', () => {
    const limited = THEMES.map((theme, t) => ({
      ...theme,
      strands: theme.strands.map((strand) => ({ ...strand, groupCount: 2, ...(t === 0 ? { maxSize: 5 } : {}) })),
    }));
    const request: GroupLayoutRequest = { themes: limited, people: 40, groupCount: 4 };
    const { groups } = keepLayout(request, layOutGroups(request).groups);
    const sum = (limit: 'least' | 'most') => groups.reduce((all, group) => all + group[limit], 0);
    expect(sum('least')).toBeLessThanOrEqual(40);
    expect(sum('most')).toBeGreaterThanOrEqual(40);
    expect(() =>
      sizesWithin(
        groups,
        groups.map(() => 0),
        40,
      ),
    ).not.toThrow();
  });

  it('are none, with the reason, where the settings allow none', () => {
    const { groups, diagnostics } = keepLayout(plain(11), [{ label: 'G01', theme: '', strand: '' }]);
    expect(groups).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['groups.size-impossible']);
  });
});

describe('sizes to begin with', () => {
  const limits = (...pairs: readonly (readonly [number, number])[]) => pairs.map(([least, most]) => ({ least, most }));

  it('are those that groups have where that is possible', () => {
    expect(sizesWithin(limits([9, 10], [9, 10]), [9, 10], 19)).toEqual([9, 10]);
  });

  it('come to as many people as there are, within the limits', () => {
    expect(sizesWithin(limits([9, 10], [9, 10], [9, 10]), [12, 9, 0], 28)).toEqual([10, 9, 9]);
    expect(sizesWithin(limits([2, 5], [2, 5]), [5, 5], 6)).toEqual([3, 3]);
    expect(() => sizesWithin(limits([2, 3]), [2], 4)).toThrow(RangeError);
  });
});
