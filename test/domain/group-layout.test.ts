import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutGroups, type GroupLayoutRequest } from '../../src/domain/group-layout.js';
import type { Strand, Theme } from '../../src/domain/theme.js';
import { runs } from '../helpers/runs.js';

const strand = (id: string, details: Partial<Strand> = {}): Strand => ({
  id,
  title: '',
  source: { file: 'themes.csv' },
  ...details,
});
const theme = (id: string, ...strands: readonly Strand[]): Theme => ({
  id,
  title: id,
  strands: strands.length > 0 ? strands : [strand('')],
});
const layOut = (request: Partial<GroupLayoutRequest> & { people: number }) => layOutGroups({ themes: [], ...request });
const sizesOf = (request: Partial<GroupLayoutRequest> & { people: number }) =>
  layOut(request).groups.map(({ size }) => size);
const labelsOf = (...themes: readonly Theme[]) =>
  layOut({ people: 40, groupCount: 4, themes }).groups.map(({ label }) => label);
const problemOf = (request: Partial<GroupLayoutRequest> & { people: number }) => {
  const { groups, diagnostics } = layOut(request);
  expect(groups).toEqual([]);
  return diagnostics.map(({ code, severity, params }) => [severity, code, params]);
};

describe('sizes of groups', () => {
  it('differ by one at most when a number of groups is asked', () => {
    expect(sizesOf({ people: 10, groupCount: 3 })).toEqual([4, 3, 3]);
    expect(sizesOf({ people: 12, groupCount: 4 })).toEqual([3, 3, 3, 3]);
  });

  it('are equal where the range of sizes allows', () => {
    expect(sizesOf({ people: 24, groupSize: { min: 5, max: 8 } })).toEqual([6, 6, 6, 6]);
    // 7 and 5 groups would be uneven; of 8 and 6 groups, 6 give the 4 in the middle.
    expect(sizesOf({ people: 24, groupSize: { min: 3, max: 5 } })).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it('come nearest to the middle of the range otherwise', () => {
    // 23 people: 3, 4 or 5 groups; 23/4 lies nearest to 6.
    expect(sizesOf({ people: 23, groupSize: { min: 4, max: 8 } })).toEqual([6, 6, 6, 5]);
  });

  it('are those of 2018: 168 people on 8 strands make 16 groups', () => {
    const themes = ['VILLE', 'ACCES', 'PEREQ', 'UE'].map((id) => theme(id, strand('A'), strand('B')));
    const { groups } = layOut({ people: 168, groupSize: { min: 9, max: 12 }, themes });
    expect(groups).toHaveLength(16);
    expect(groups.filter(({ size }) => size === 11)).toHaveLength(8);
    expect(groups.filter(({ size }) => size === 10)).toHaveLength(8);
  });

  it('give the larger groups to all strands alike', () => {
    const { groups } = layOut({ people: 14, groupCount: 4, themes: [theme('A'), theme('B')] });
    expect(groups.map(({ label, size }) => [label, size])).toEqual([
      ['A-G1', 4],
      ['A-G2', 3],
      ['B-G1', 4],
      ['B-G2', 3],
    ]);
  });

  it('keep to the limits of a strand', () => {
    const themes = [theme('A', strand('x', { maxSize: 2 }), strand('y')), theme('B', strand('z', { minSize: 6 }))];
    expect(sizesOf({ people: 12, groupCount: 3, themes })).toEqual([2, 4, 6]);
  });
});

describe('numbers of groups', () => {
  it('are the same on every strand where the sizes allow', () => {
    const themes = [theme('A'), theme('B'), theme('C')];
    // 27 in groups of 4 to 6: 5 or 6 groups; 6 make two each.
    expect(layOut({ people: 27, groupSize: { min: 4, max: 6 }, themes }).groups.map((group) => group.theme)).toEqual([
      'A',
      'A',
      'B',
      'B',
      'C',
      'C',
    ]);
  });

  it('are what a strand asks for, the others sharing the rest evenly', () => {
    const themes = [theme('A', strand('', { groupCount: 1 })), theme('B'), theme('C')];
    expect(layOut({ people: 20, groupCount: 5, themes }).groups.map((group) => group.theme)).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
    ]);
    // Of 4, 5 and 6 groups, 5 leave an even number to B and C.
    expect(layOut({ people: 20, groupSize: { min: 3, max: 5 }, themes }).groups.map((group) => group.theme)).toEqual([
      'A',
      'B',
      'B',
      'C',
      'C',
    ]);
  });

  it('leave at least one group to a strand that names none', () => {
    const themes = [theme('A', strand('', { groupCount: 4 })), theme('B')];
    // 40 in groups of 8 to 13: 4 groups of 10 would do, but B needs a fifth.
    expect(sizesOf({ people: 40, groupSize: { min: 8, max: 13 }, themes })).toEqual([8, 8, 8, 8, 8]);
  });

  it('follow from the limits of strands too', () => {
    // Two groups of 5 at most leave 19 for groups of 9 and 10.
    const themes = [theme('A', strand('', { groupCount: 2, maxSize: 5 })), theme('B')];
    expect(sizesOf({ people: 29, groupSize: { min: 9, max: 10 }, themes })).toEqual([5, 5, 10, 9]);
  });

  it('are the sum when every strand names its own, whatever the size says', () => {
    const themes = [theme('A', strand('', { groupCount: 2 })), theme('B', strand('', { groupCount: 1 }))];
    expect(sizesOf({ people: 9, themes })).toEqual([3, 3, 3]);
  });
});

describe('labels', () => {
  it('are numbered alike when there are no themes', () => {
    expect(layOut({ people: 20, groupCount: 3 }).groups.map(({ label }) => label)).toEqual(['G01', 'G02', 'G03']);
    expect(layOut({ people: 200, groupCount: 100 }).groups[4].label).toBe('G005');
  });

  it('name theme, strand and number', () => {
    expect(labelsOf(theme('VILLE', strand('A'), strand('B')))).toEqual([
      'VILLE-A1',
      'VILLE-A2',
      'VILLE-B1',
      'VILLE-B2',
    ]);
    expect(labelsOf(theme('UE'))).toEqual(['UE-G1', 'UE-G2', 'UE-G3', 'UE-G4']);
  });

  it('begin every part with a letter, so that no spreadsheet sees a date or a number', () => {
    expect(labelsOf(theme('1', strand('2'), strand('B')))).toEqual(['T1-S2-1', 'T1-S2-2', 'T1-B1', 'T1-B2']);
    expect(labelsOf(theme('MAR', strand('1'), strand('2')))).toEqual(['MAR-S1-1', 'MAR-S1-2', 'MAR-S2-1', 'MAR-S2-2']);
    expect(labelsOf(theme('JAN'))).toEqual(['JAN-G1', 'JAN-G2', 'JAN-G3', 'JAN-G4']);
  });

  it('name a strand alone that repeats its theme, unless it is a month', () => {
    expect(labelsOf(theme('LOG', strand('LOGa'), strand('LOG2')))).toEqual(['LOGa1', 'LOGa2', 'LOG2-G1', 'LOG2-G2']);
    expect(labelsOf(theme('M', strand('MARCH'), strand('Mai')), theme('D', strand('DEC'), strand('Déchets')))).toEqual([
      'MARCH-G1',
      'Mai-G1',
      'DEC-G1',
      'Déchets1',
    ]);
  });

  it('are unique, whatever the ids', () => {
    expect(labelsOf(theme('A', strand('B-C')), theme('A-B', strand('C')))).toEqual([
      'A-B-C1',
      'A-B-C2',
      'A-B-C1b',
      'A-B-C2b',
    ]);
    expect(labelsOf(theme('1'), theme('T1'))).toEqual(['T1-G1', 'T1-G2', 'T1-G1b', 'T1-G2b']);
    expect(labelsOf(theme('A', strand('1'), strand('S1')))).toEqual(['A-S1-1', 'A-S1-2', 'A-S1-1b', 'A-S1-2b']);
    expect(labelsOf(theme('A', strand('AB')), theme('AB', strand('AB')))).toEqual(['AB1', 'AB2', 'AB1b', 'AB2b']);
  });
});

describe('what cannot be laid out', () => {
  it('no size, no count', () => {
    expect(problemOf({ people: 10 })).toEqual([['error', 'groups.no-size', {}]]);
  });

  it('sizes that no number of groups meets', () => {
    // One group of 11 is too large, two have 5 or 6.
    expect(problemOf({ people: 11, groupSize: { min: 9, max: 10 } })).toEqual([
      ['error', 'groups.size-impossible', { people: 11, min: 9, max: 10, below: 1, above: 2 }],
    ]);
    expect(problemOf({ people: 3, groupSize: { min: 5, max: 6 } })).toEqual([
      ['error', 'groups.size-impossible', { people: 3, min: 5, max: 6, below: 0, above: 1 }],
    ]);
  });

  it('a number of groups that the sizes forbid', () => {
    expect(problemOf({ people: 30, groupCount: 4, groupSize: { min: 9, max: 10 } })).toEqual([
      ['error', 'groups.count-impossible', { people: 30, groups: 4, min: 36, max: 40 }],
    ]);
    expect(problemOf({ people: 30, groupCount: 2, groupSize: { min: 9, max: 10 } })).toEqual([
      ['error', 'groups.count-impossible', { people: 30, groups: 2, min: 18, max: 20 }],
    ]);
  });

  it('more groups than people', () => {
    expect(problemOf({ people: 3, groupCount: 5 })).toEqual([
      ['error', 'groups.more-than-people', { people: 3, groups: 5 }],
    ]);
  });

  it('strands and settings that do not agree on the number of groups', () => {
    const both = [theme('A', strand('', { groupCount: 2 })), theme('B', strand('', { groupCount: 2 }))];
    expect(problemOf({ people: 20, groupCount: 5, themes: both })).toEqual([
      ['error', 'groups.count-mismatch', { strands: 4, settings: 5 }],
    ]);
    const one = [theme('A', strand('', { groupCount: 5 })), theme('B')];
    expect(problemOf({ people: 20, groupCount: 5, themes: one })).toEqual([
      ['error', 'groups.count-mismatch', { strands: 6, settings: 5 }],
    ]);
    expect(problemOf({ people: 20, groupCount: 2, themes: [theme('A'), theme('B'), theme('C')] })).toEqual([
      ['error', 'groups.count-mismatch', { strands: 3, settings: 2 }],
    ]);
  });
});

describe('any layout', () => {
  const strands = fc
    .record({
      groupCount: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      least: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      more: fc.option(fc.nat(4), { nil: undefined }),
    })
    .map(({ groupCount, least, more }): Partial<Strand> => ({
      ...(groupCount === undefined ? {} : { groupCount }),
      ...(least === undefined ? {} : { minSize: least }),
      ...(more === undefined ? {} : { maxSize: (least ?? 3) + more }),
    }));
  const requests = fc.record({
    people: fc.integer({ min: 1, max: 60 }),
    min: fc.integer({ min: 1, max: 8 }),
    more: fc.nat(4),
    groupCount: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    strands: fc.array(strands, { maxLength: 4 }),
  });

  it('holds everyone within the limits, or says why not', () => {
    fc.assert(
      fc.property(requests, ({ people, min, more, groupCount, strands: drafts }) => {
        const themes = drafts.map((details, index) => theme(`T${index}`, strand('', details)));
        const groupSize = { min, max: min + more };
        const { groups, diagnostics } = layOut({
          people,
          groupSize,
          themes,
          ...(groupCount === undefined ? {} : { groupCount }),
        });
        expect(groups.length === 0).toBe(diagnostics.some(({ severity }) => severity === 'error'));
        if (groups.length === 0) return;
        expect(groups.reduce((sum, { size }) => sum + size, 0)).toBe(people);
        expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
        if (groupCount !== undefined) expect(groups).toHaveLength(groupCount);
        for (const [index, own] of drafts.entries()) {
          const mine = groups.filter((group) => group.theme === `T${index}`);
          if (own.groupCount !== undefined) expect(mine).toHaveLength(own.groupCount);
          expect(mine.length).toBeGreaterThan(0);
          for (const { size } of mine) {
            expect(size).toBeGreaterThanOrEqual(own.minSize ?? Math.min(min, own.maxSize ?? min));
            expect(size).toBeLessThanOrEqual(own.maxSize ?? Math.max(groupSize.max, own.minSize ?? 0));
          }
        }
        if (drafts.every(({ minSize, maxSize }) => minSize === undefined && maxSize === undefined)) {
          const sizes = groups.map(({ size }) => size);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
