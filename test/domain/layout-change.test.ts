import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/domain/diagnostic.js';
import { tryLayouts, withLayoutChanges } from '../../src/domain/layout-change.js';
import type { Strand, Theme } from '../../src/domain/theme.js';
import { sentenceOf } from '../../src/report/messages/index.js';

const theme = (id: string, line: number, limits: Partial<Strand> = {}): Theme => ({
  id,
  title: '',
  strands: [{ id: '', title: '', source: { file: 'themes.csv', line }, ...limits }],
});

describe('layouts that one change would give', () => {
  it('begin with the nearest, and have at least two groups', () => {
    const trials = [...tryLayouts({ themes: [], people: 6 }, 2)];
    expect(trials.map(({ change, groups }) => [change.kind, groups.map(({ size }) => size)])).toEqual([
      ['groups', [3, 3]],
      ['groups', [2, 2, 2]],
      ['groups', [2, 2, 1, 1]],
      ['groups', [2, 1, 1, 1, 1]],
    ]);
  });

  it('raise the largest size of a strand where that holds everybody', () => {
    const themes = [theme('A', 2, { groupCount: 1, maxSize: 3 }), theme('B', 3, { groupCount: 1, maxSize: 4 })];
    const [first] = tryLayouts({ themes, people: 8 }, 2);
    expect(first.change).toEqual({ kind: 'strand', strand: 'A', column: 'max', value: 4, file: 'themes.csv', line: 2 });
    expect(first.groups.map(({ size }) => size)).toEqual([4, 4]);
  });
});

describe('a layout that cannot be', () => {
  it('names the nearest that can, of the themes and of the sizes', () => {
    const request = {
      themes: [theme('A', 2, { groupCount: 1 }), theme('B', 3, { groupCount: 2 })],
      people: 8,
      groupSize: { min: 4, max: 4 },
    };
    const wrong = diagnose('error', 'groups.count-impossible', { people: 8, groups: 3, min: 12, max: 12 });
    const changed = withLayoutChanges(wrong, request);
    expect(sentenceOf(changed, 'en')).toMatch(
      / Maybe 3 groups \(size 2\.\.3\), or groups 1 for B \(themes\.csv:3\)\.$/,
    );
    expect(sentenceOf(changed, 'fr')).toMatch(
      / Peut-être 3 groupes \(taille 2\.\.3\), ou «\u00a0groupes\u00a0» à 1 pour B \(themes\.csv:3\)\.$/,
    );
  });

  it('is left as it is where its sentence names sizes already', () => {
    const wrong = diagnose('error', 'groups.size-impossible', { people: 8, min: 3, max: 3, below: 2, above: 3 });
    expect(withLayoutChanges(wrong, { themes: [], people: 8, groupSize: { min: 3, max: 3 } })).toBe(wrong);
  });
});
