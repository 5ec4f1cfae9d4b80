import { describe, expect, it } from 'vitest';
import { readWitnesses } from '../../src/readers/witness-reader.js';
import { brief, file, NO_COLUMNS, theme } from './facts.js';

const HEADER =
  'Témoin,Titre,Nom,Prénom,Fonction,Organisme,Rôle,Thèmes,max_sessions,max_groups_per_hearing,Arrivée,Départ,Courriel';
const read = (...rows: readonly string[]) => {
  const { value, diagnostics } = readWitnesses(file([HEADER, ...rows].join('\n'), 'w.csv'), NO_COLUMNS, {
    themes: [theme('VILLE'), theme('EUROPE')],
  });
  return { witnesses: value, errors: brief(diagnostics) };
};

describe('readWitnesses', () => {
  it('reads witnesses and jury members', () => {
    const { witnesses, errors } = read(
      'T1,Mme,Roussel,Anne,maire,Ville,,ville|EUROPE,3,2,12/02/2018 9h30,17h,a@example.org',
      'J1,,Petit,Luc,,,membre du jury,,,,,,',
    );
    expect(errors).toEqual([]);
    expect(witnesses).toEqual([
      {
        id: 'T1',
        title: 'Mme',
        familyName: 'Roussel',
        givenName: 'Anne',
        position: 'maire',
        organisation: 'Ville',
        role: 'witness',
        themes: ['VILLE', 'EUROPE'],
        maxSessions: 3,
        maxGroupsPerHearing: 2,
        arrival: { date: '2018-02-12', time: 570 },
        departure: { time: 1020 },
        email: 'a@example.org',
        source: { file: 'w.csv', line: 2 },
      },
      {
        id: 'J1',
        title: '',
        familyName: 'Petit',
        givenName: 'Luc',
        position: '',
        organisation: '',
        role: 'jury',
        themes: [],
        maxGroupsPerHearing: 1,
        email: '',
        source: { file: 'w.csv', line: 3 },
      },
    ]);
  });

  it.each([
    ['T1,,,,,,wittness,,,,,,', 'cell.not-one-of w.csv:2:7 [Rôle] "wittness" -> witness'],
    ['T1,,,,,,,VILE,,,,,', 'reference.unknown w.csv:2:8 [Thèmes] "VILE" -> VILLE'],
    ['T1,,,,,,,,0,,,,', 'cell.not-a-whole-number w.csv:2:9 [max_sessions] "0"'],
    ['T1,,,,,,,,,,matin,,', 'cell.not-a-moment w.csv:2:11 [Arrivée] "matin"'],
    ['T1,,,,,,,,,,31/02/2018,,', 'cell.no-such-day w.csv:2:11 [Arrivée] "31/02/2018"'],
    ['T1,,,,,,,,,,13/02/2018,12/02/2018,', 'witness.departure-before-arrival w.csv:2:12 [Départ] "12/02/2018"'],
    ['T1,,,,,,,,,,10h,9h,', 'witness.departure-before-arrival w.csv:2:12 [Départ] "9h"'],
  ])('reports %j', (row, expected) => {
    expect(read(row).errors).toEqual([expected]);
  });

  const LEAVES = 'witness.departure-before-arrival';
  it.each([
    ['13/02/2018 10h', '13/02/2018 10h', [LEAVES]],
    ['13/02/2018 10h', '13/02/2018 11h', []],
    ['13/02/2018 10h', '13/02/2018', []],
    ['13/02/2018', '13/02/2018 9h', []],
    ['13/02/2018', '13/02/2018', []],
    ['12/02/2018 10h', '13/02/2018 9h', []],
    ['13/02/2018 9h', '12/02/2018 10h', [LEAVES]],
    ['9h', '10h', []],
    ['10h', '10h', [LEAVES]],
    ['10h', '', []],
    ['', '10h', []],
  ])('arrives %s and leaves %s: %j', (arrival, departure, codes) => {
    const { diagnostics } = readWitnesses(file(`${HEADER}\nT1,,,,,,,,,,${arrival},${departure},\n`), NO_COLUMNS, {
      themes: [],
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(diagnostics.map(({ params }) => params)).toEqual(codes.map(() => ({ arrival })));
  });

  it('leaves out a row without an id, and the second of one id', () => {
    const { witnesses, errors } = read('T1,,Petit,,,,,,,,,,', ',,Roux,,,,,,,,,,', 't1,,Blanc,,,,,,,,,,');
    expect(witnesses.map(({ familyName }) => familyName)).toEqual(['Petit']);
    expect(errors).toEqual(['cell.empty w.csv:3:1 [Témoin]', 'id.twice w.csv:4:1 [Témoin] "t1"']);
    for (const key of ['maxSessions', 'arrival', 'departure']) expect(witnesses[0]).not.toHaveProperty(key);
  });

  it('does not compare a day with a time of day', () => {
    expect(read('T1,,,,,,,,,,13/02/2018 10h,9h,').errors).toEqual([]);
  });
});
