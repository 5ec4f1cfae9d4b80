import { describe, expect, it } from 'vitest';
import { createHeaderLookup, ignoredColumns, matchColumns, missingColumns } from '../../src/readers/columns.js';
import { NO_COLUMNS } from './facts.js';

const WORDS = {
  id: ['id', 'id', 'identifiant'],
  site: ['site', 'lieu'],
  uses: ['uses', 'usages'],
} as const satisfies Record<string, readonly [string, string, ...string[]]>;
const place = { file: 'a.csv', line: 4 };
const match = (...headers: readonly string[]) => matchColumns(headers, createHeaderLookup(WORDS, NO_COLUMNS), place);

describe('a header', () => {
  it.each([
    ['Lieu', 'site'],
    ['SITES', 'site'],
    ['use', 'uses'],
    ['usage', 'uses'],
    ['usages', 'uses'],
    ['s', undefined],
    ['', undefined],
    ['-', undefined],
  ])('%j, singular or plural, names the column %j', (header, key) => {
    expect(createHeaderLookup(WORDS, NO_COLUMNS)(header)).toBe(key);
  });

  it('means what the settings say where this table has such a column, and else what it says itself', () => {
    const lookup = createHeaderLookup(
      WORDS,
      new Map([
        ['batiment', 'lieu'],
        ['usages', 'ville'],
      ]),
    );
    expect(['Bâtiment', 'Usages', 'Ville'].map(lookup)).toEqual(['site', 'uses', undefined]);
  });

  it('that stands twice names where the first of them is', () => {
    const { known, others, diagnostics } = match('Note', '', 'lieu', 'Site', 'note');
    expect([...known]).toEqual([['site', { header: 'lieu', index: 2 }]]);
    expect(others).toEqual([{ header: 'Note', index: 0 }]);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'column.twice',
        params: { first: 'lieu', firstField: 3 },
        source: { ...place, field: 4, column: 'Site' },
        value: 'Site',
      },
      {
        severity: 'error',
        code: 'column.twice',
        params: { first: 'Note', firstField: 1 },
        source: { ...place, field: 5, column: 'note' },
        value: 'note',
      },
    ]);
  });
});

describe('a column', () => {
  it('that is missing is named in both languages, with the header that was perhaps meant', () => {
    const required = [['id'], ['id', 'site'], ['uses']] as const;
    expect(missingColumns(match('Usages', 'Note', 'lieux-dits', 'Leiu'), WORDS, required, place)).toEqual([
      { severity: 'error', code: 'column.missing', params: { accepted: ['id'] }, source: place },
      {
        severity: 'error',
        code: 'column.missing',
        params: { accepted: ['id', 'site', 'lieu'] },
        source: place,
        suggestion: 'Leiu',
      },
    ]);
    expect(missingColumns(match('Site'), WORDS, [['id', 'site']], place)).toEqual([]);
  });

  it('that is of no use is named with what was perhaps meant', () => {
    const { others } = match('id', 'Leiu', 'Note');
    const warning = { severity: 'warning', code: 'column.ignored', params: {} };
    expect(ignoredColumns(others, WORDS, place)).toEqual([
      { ...warning, source: { ...place, field: 2, column: 'Leiu' }, value: 'Leiu', suggestion: 'lieu' },
      { ...warning, source: { ...place, field: 3, column: 'Note' }, value: 'Note' },
    ]);
  });
});
