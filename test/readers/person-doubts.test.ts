import { describe, expect, it } from 'vitest';
import type { PersonMatch } from '../../src/readers/person-clues.js';
import { createMatchReport } from '../../src/readers/person-doubts.js';
import { readRosters } from '../../src/readers/roster-reader.js';
import { file, NO_COLUMNS } from './facts.js';

const COHORT = readRosters(
  [
    { ...file('id;nom;prénom\n7;Bo;Ann\n8;Cam;Léa\nX;;\n', 'a.csv'), school: 'ENA' },
    { ...file('id;nom;prénom\n7;Zed;Luc\n;Dee;Max\n', 'b.csv'), school: 'INET' },
    { ...file('id;nom\n7;Fox\n;Gil\n', 'c.csv'), school: '' },
  ],
  NO_COLUMNS,
).value;

function personOf(familyName: string) {
  const person = COHORT.participants.find((one) => one.familyName === familyName);
  if (person === undefined) throw new Error(`nobody is called ${familyName}`);
  return person;
}

const certain = (name: string): PersonMatch => ({ status: 'certain', person: personOf(name) });
const byName = (name: string): PersonMatch => ({ status: 'by-name', person: personOf(name) });
const inDoubt = (name: string): PersonMatch => ({ status: 'in-doubt', person: personOf(name), doubt: 'slip' });

/** What is said of rows on the lines from 2 on. */
function reports(...matches: readonly PersonMatch[]) {
  const rows = matches.map((match, index) => ({ match, value: 'Nemo', source: { file: 'g.csv', line: index + 2 } }));
  const report = createMatchReport(rows, COHORT);
  return rows.map((_, row) =>
    report(row).map(({ severity, code, params, source, value }) => {
      expect([source, value]).toEqual([{ file: 'g.csv', line: row + 2 }, 'Nemo']);
      return [severity, code, params];
    }),
  );
}

describe('what is said of rows that name people', () => {
  it('is nothing where all are sure, be it of one person twice', () => {
    expect(reports(certain('Bo'), byName('Bo'), certain('Cam'))).toEqual([[], [], []]);
  });

  it('is a warning where a person was found in doubt, with the other who may be meant', () => {
    const match: PersonMatch = {
      status: 'in-doubt',
      person: personOf('Bo'),
      doubt: 'other-name',
      other: personOf('Dee'),
    };
    expect(reports(match, inDoubt('Gil'))).toEqual([
      [['warning', 'person.in-doubt', { person: 'Bo Ann (7)', doubt: 'other-name', other: 'Dee Max (INET)' }]],
      [['warning', 'person.in-doubt', { person: 'Gil', doubt: 'slip', other: '' }]],
    ]);
  });

  it('is a warning for the second row of one person where either is in doubt', () => {
    const params = { person: 'Bo Ann (7)', otherLine: 2 };
    const twice = ['warning', 'person.two-rows', params];
    expect(reports(certain('Bo'), inDoubt('Bo'))[1].slice(1)).toEqual([twice]);
    expect(reports(inDoubt('Bo'), byName('Bo'))[1]).toEqual([twice]);
    expect(reports(inDoubt('Bo'), inDoubt('Bo'))[1].slice(1)).toEqual([twice]);
    expect(reports(inDoubt('Bo'), certain('Cam'))[1]).toEqual([]);
  });

  it('is an error where only somebody could be meant whom another row names for sure, with the first such line', () => {
    const taken: PersonMatch = { status: 'taken', person: personOf('Cam') };
    const found = reports(inDoubt('Bo'), taken, inDoubt('Cam'), certain('Cam'), byName('Cam'));
    expect(found[1]).toEqual([['error', 'person.taken', { person: 'Cam Léa (8)', otherLine: 5 }]]);
  });

  it('is an error where several may be meant: by ids, with schools where these are the same, or by names', () => {
    const candidatesOf = (...names: readonly string[]) =>
      reports({ status: 'ambiguous', candidates: names.map(personOf) })[0][0];
    const said = (...candidates: readonly string[]) => ['error', 'reference.ambiguous', { kind: 'person', candidates }];
    expect(candidatesOf('Bo', 'Cam')).toEqual(said('7', '8'));
    expect(candidatesOf('Bo', 'Zed', 'Cam')).toEqual(said('ENA:7', 'INET:7', '8'));
    expect(candidatesOf('Bo', 'Fox')).toEqual(said('ENA:7', '7'));
    expect(candidatesOf('Dee', 'Gil')).toEqual(said('Dee Max (INET)', 'Gil'));
  });

  it('is an error where nobody is meant', () => {
    expect(reports({ status: 'unknown' })[0]).toMatchObject([['error', 'reference.unknown', { kind: 'person' }]]);
  });
});
