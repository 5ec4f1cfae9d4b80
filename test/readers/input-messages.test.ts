import { describe, expect, it } from 'vitest';
import { input as english } from '../../src/report/messages/en/input.js';
import { role as roleInEnglish } from '../../src/report/messages/en/role.js';
import { role as roleInFrench } from '../../src/report/messages/fr/role.js';
import { input as french } from '../../src/report/messages/fr/input.js';
import { workbook as workbookInEnglish } from '../../src/report/messages/en/workbook.js';
import { workbook as workbookInFrench } from '../../src/report/messages/fr/workbook.js';
import { person as personInEnglish } from '../../src/report/messages/en/person.js';
import { person as personInFrench } from '../../src/report/messages/fr/person.js';

/** One value for every fact that a sentence may name. */
const FACTS = {
  encoding: 'utf-8',
  cells: 2,
  columns: 3,
  table: 'rooms',
  accepted: ['capacity', 'capacité'],
  first: 'nom',
  firstField: 2,
  header: 1,
  least: 1,
  expected: ['a', 'b', 'c'],
  expectedFrench: ['x', 'y', 'z'],
  kind: 'session',
  known: ['S1', 'S2'],
  count: 9,
  candidates: ['1', '2'],
  names: ['Bo Ann', 'Roy Max'],
  earlier: 'Ba Leo',
  now: 'Bo Ann',
  taken: '',
  otherFile: 'b.csv',
  otherLine: 7,
  firstLine: 7,
  theme: 'VILLE',
  title: 'La ville',
  min: 10,
  max: 9,
  start: '9h',
  end: '12h',
  other: '10h30-10h45',
  arrival: '10h',
  who: 'T1',
  session: 'S1',
  witness: 'T1',
  school: 'ENA',
  otherSchool: 'INET',
  name: 'Bo',
  otherName: 'Ba',
  id: '1',
  attribute: 'stages',
  usualCount: 40,
  rule: 'at_least',
  key: 'file',
  role: 'at_least',
  people: 2,
  total: 3,
  of: 9,
  example: 'internships=EU',
  levels: ['EU (3)', 'préfecture (2)'],
  level: 'EU',
  separator: ',',
  lines: '2, 5',
  gathered: 'together',
  most: 1,
  timetables: 2,
  groups: 1,
  timetable: 'timetable.csv',
  pairs: ['Groupe 3 = G03', 'Gr. 4 = G04'],
  person: 'Bo Ann (1)',
  doubt: 'other-name',
  container: 'ods',
  megabytes: 300,
  times: 500,
  rows: 1_048_576,
  spans: 2,
  sheet: 'ENA',
  sheets: ['ENA', 'INET'],
  others: ['INET', 'Notes'],
};

const FRENCH = [french, roleInFrench, personInFrench, workbookInFrench];
const CATALOGUES = [english, roleInEnglish, personInEnglish, workbookInEnglish, ...FRENCH];

function sentences(catalogue: object): readonly [string, string][] {
  return Object.entries(catalogue).map(([code, sentence]: [string, (facts: object) => string]) => [
    code,
    sentence({ ...FACTS, ...(code === 'settings.wrong-type' ? { expected: 'tables' } : {}) }),
  ]);
}

describe('sentences about the inputs', () => {
  it.each(CATALOGUES.flatMap(sentences))('%s is a whole sentence: %s', (_, sentence) => {
    expect(sentence).toMatch(/^\p{Lu}|^\d/u);
    expect(sentence).toMatch(/[.?!]$/);
    expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}/);
  });

  it.each(FRENCH.flatMap(sentences))('%s has French spacing: %s', (_, sentence) => {
    expect(sentence).not.toMatch(/[^\u00A0\u202F][;?!»](?!\S)|(?<=\p{L}) :|[^\u00A0]: |«[^\u00A0]|'/u);
  });

  it('name what was expected', () => {
    expect(english['cell.not-one-of']({ expected: ['yes', 'if_needed', 'no'], expectedFrench: [] })).toBe(
      'Expected: yes, if_needed or no.',
    );
    expect(french['cell.not-one-of']({ expected: [], expectedFrench: ['oui', 'si_besoin', 'non'] })).toBe(
      'Valeurs possibles\u00A0: oui, si_besoin ou non.',
    );
    expect(english['reference.unknown']({ kind: 'theme', known: ['A', 'B'], count: 14 })).toBe(
      'There is no such theme. Known: A, B… (14 in all).',
    );
    expect(french['table.row-short']({ cells: 1, columns: 3 })).toBe(
      'La ligne a 1 cellule, l’en-tête en a 3\u00A0: elle est tronquée, ou un séparateur manque.',
    );
  });
});
