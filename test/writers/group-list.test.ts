import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, fold } from '../../src/domain/fold.js';
import type { Module } from '../../src/domain/module.js';
import type { Participant } from '../../src/domain/participant.js';
import { writeGroupList, writeGroupListParts } from '../../src/writers/group-list.js';
import { runs } from '../helpers/runs.js';

const source = { file: 'test.csv' };

function person(id: string, familyName: string, givenName: string, levels: Record<string, string[]> = {}): Participant {
  const school = levels.school?.[0] ?? '';
  const common = { wishes: [], observed: [], email: '', absences: [], source };
  return {
    key: `${id}-${familyName}`,
    id,
    familyName,
    givenName,
    school,
    levels: new Map(Object.entries(levels)),
    ...common,
  };
}

const attribute = (key: string, label: string) => ({ key, label, levels: [], isMultiple: false });

const people = [
  person('0012', 'Étienne', 'Zoé', { school: ['ENA'], internships: ['ambassade', 'préfecture'], corps: ['A'] }),
  person('7', 'de la Tour', 'Jean-Noël', { school: ['INET'], internships: ['ville'] }),
  person('3', 'Etienne', 'Anne', { school: ['ENA'], corps: ['=B'] }),
  person('9', 'Étienne', 'Anne', { school: ['INET'] }),
];

function moduleWith(balance: readonly (readonly [string, number])[], label = 'Corps visé'): Module {
  return {
    settings: {
      title: 'T',
      language: 'fr',
      timezone: 'Europe/Paris',
      seed: 's',
      rosters: [],
      wishWeight: 1,
      observedWeight: 1,
      columns: new Map(),
    },
    cohort: {
      participants: people,
      attributes: [attribute('school', 'school'), attribute('internships', 'Stage'), attribute('corps', label)],
    },
    themes: [],
    groups: [],
    balance: new Map(balance),
    rules: [],
  };
}

const grouping = {
  groups: [
    { label: 'VILLE-A1', theme: 'VILLE', strand: 'A', size: 3 },
    { label: 'EUROPE-A1', theme: 'EUROPE', strand: 'A', size: 1 },
  ],
  assignment: new Map([
    ['0012-Étienne', 'VILLE-A1'],
    ['7-de la Tour', 'EUROPE-A1'],
    ['3-Etienne', 'VILLE-A1'],
    ['9-Étienne', 'VILLE-A1'],
  ]),
};

const all = [
  ['school', 100],
  ['internships', 60],
  ['corps', 90],
] as const;

describe('a group list', () => {
  it('has one line a person in group order, then by name without accents, then by id', () => {
    const text = writeGroupList({ module: moduleWith(all), grouping, dialect: 'rfc4180', language: 'en' });
    expect(text.split('\r\n')).toEqual([
      'group,theme,strand,id,family_name,given_name,school,Corps visé,internships',
      "VILLE-A1,VILLE,A,3,Etienne,Anne,ENA,'=B,",
      'VILLE-A1,VILLE,A,9,Étienne,Anne,INET,,',
      'VILLE-A1,VILLE,A,0012,Étienne,Zoé,ENA,A,ambassade|préfecture',
      'EUROPE-A1,EUROPE,A,7,de la Tour,Jean-Noël,INET,,ville',
      '',
    ]);
  });

  it('has French header words in French', () => {
    const text = writeGroupList({ module: moduleWith(all), grouping, dialect: 'excel-fr', language: 'fr' });
    expect(text.split('\r\n')[0]).toBe('\uFEFFgroupe;thème;volet;identifiant;nom;prénom;école;Corps visé;stages');
  });

  it('keeps its columns where they are when weights change', () => {
    const write = (module: Module) => writeGroupList({ module, grouping, dialect: 'rfc4180', language: 'en' });
    expect(write(moduleWith(all.toReversed()))).toBe(write(moduleWith(all)));
  });

  it('has no name, and no order of names, with pseudonyms', () => {
    const text = writeGroupList({
      module: moduleWith([]),
      grouping,
      dialect: 'rfc4180',
      language: 'en',
      pseudonyms: true,
    });
    expect(text.split('\r\n')).toEqual([
      'group,theme,strand,id,school',
      'VILLE-A1,VILLE,A,0012,ENA',
      'VILLE-A1,VILLE,A,3,ENA',
      'VILLE-A1,VILLE,A,9,INET',
      'EUROPE-A1,EUROPE,A,7,INET',
      '',
    ]);
  });

  it.each(['Groupe', 'family name', 'THÈME'])('never has two columns that a reader takes for one (%s)', (label) => {
    const module = moduleWith([['corps', 1]], label);
    const text = writeGroupList({ module, grouping, dialect: 'rfc4180', language: 'en' });
    expect(text.split('\r\n')[0]).toBe(`group,theme,strand,id,family_name,given_name,school,${label} (2)`);
  });

  it('guards a header that would run as a formula', () => {
    const module = moduleWith([['corps', 1]], '=cmd');
    const text = writeGroupList({ module, grouping, dialect: 'rfc4180', language: 'en' });
    expect(text.split('\r\n')[0].endsWith(",'=cmd")).toBe(true);
  });
});

describe('the order of a group', () => {
  it('is that of folded family names, whatever their letters', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'B', 'é', 'ÿ', 'ł', 'Я', 'А', '王', '李', ' '), maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 50 }), (names) => {
        const own = names.map((family, index) => person(`${index + 100}`, family, 'x'));
        const module = { ...moduleWith([]), cohort: { participants: own, attributes: [] } };
        const groups = [{ label: 'G1', theme: '', strand: '', size: own.length }];
        const assignment = new Map(own.map(({ key }) => [key, 'G1']));
        const text = writeGroupList({ module, grouping: { groups, assignment }, dialect: 'rfc4180', language: 'en' });
        const ids = text
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((line) => /(?<=,)1\d\d(?=,)/.exec(line)?.[0]);
        const expected = own.toSorted(
          (a, b) => compareText(fold(a.familyName), fold(b.familyName)) || compareText(a.id, b.id),
        );
        expect(ids).toEqual(expected.map(({ id }) => id));
      }),
      { seed: 1, numRuns: runs(200) },
    );
  });

  it('comes in parts of whole lines, the byte order mark before the first alone', () => {
    const many = Array.from({ length: 20_000 }, (_, p) => person(String(p).padStart(5, '0'), 'Étienne', 'Zoé'));
    const groups = Array.from({ length: 400 }, (_, g) => ({ label: `G${g}`, theme: '', strand: '', size: 50 }));
    const assignment = new Map(many.map(({ key }, p) => [key, `G${p % 400}`]));
    const module = { ...moduleWith([]), cohort: { participants: many, attributes: [] } };
    const request = { module, grouping: { groups, assignment }, dialect: 'excel-fr', language: 'fr' } as const;
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const parts = Array.from(writeGroupListParts(request), (part) => decoder.decode(part));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/\r\n$/);
    expect(parts.filter((part) => part.includes('\uFEFF'))).toEqual([parts[0]]);
    expect(parts.join('').split('\r\n')).toHaveLength(20_002);
    expect(parts.join('')).toBe(writeGroupList(request));
  });
});
