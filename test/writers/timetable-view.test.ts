import { describe, expect, it } from 'vitest';
import type { CsvDialect } from '../../src/domain/csv-dialect.js';
import type { Language } from '../../src/domain/settings.js';
import type { TimetableView } from '../../src/domain/timetable-view.js';
import { writeViewParts } from '../../src/writers/timetable-view.js';

const view: TimetableView = {
  by: 'witness',
  columns: [
    'witness',
    'title',
    'familyName',
    'role',
    'date',
    'start',
    'kind',
    'groups',
    'others',
    'order',
    'status',
    'isAbsent',
  ],
  lines: [
    {
      witness: 'J1',
      title: 'Mme',
      familyName: '=Roy',
      role: 'jury',
      date: '2018-03-29',
      start: 545,
      kind: 'presentation',
      groups: ['G01', 'G02'],
      others: [],
      order: 2,
      status: 'new',
      isAbsent: true,
    },
    { witness: 'T1', role: 'witness', isAbsent: false },
  ],
};

const written = (dialect: CsvDialect, language: Language) =>
  Buffer.concat([...writeViewParts({ view, dialect, language })])
    .toString()
    .split('\r\n');

describe('a view as a list', () => {
  it('is written in English', () => {
    expect(written('rfc4180', 'en')).toEqual([
      'witness,title,family_name,role,date,start,kind,groups,with,order,status,absent',
      "J1,Mme,'=Roy,jury,2018-03-29,09:05,presentation,G01|G02,,2,new,x",
      'T1,,,witness,,,,,,,,',
      '',
    ]);
  });

  it('is written in French for a French Excel', () => {
    expect(written('excel-fr', 'fr')).toEqual([
      '\uFEFFtémoin;civilité;nom;rôle;date;début;type;groupes;avec;ordre;statut;absent',
      "J1;Mme;'=Roy;jury;29/03/2018;09:05;restitution;G01|G02;;2;nouveau;x",
      'T1;;;témoin;;;;;;;;',
      '',
    ]);
  });

  it('tells of a change of group before what changes with it', () => {
    const pupil = { recipient: 'pupil', id: 'E1', group: 'A1' } as const;
    const notice = { to: { kind: 'group', id: 'A1' }, session: 'S1' } as const;
    const told = { date: '2018-03-29', start: 540, end: 600, kind: 'work', room: 'R1', site: '', with: [] } as const;
    const changes: TimetableView = {
      by: 'changes',
      columns: ['recipient', 'id', 'group', 'groupBefore', 'news'],
      lines: [
        { ...pupil, groupBefore: 'B2', news: [{ ...notice, after: told }] },
        { ...pupil, groupBefore: '', news: [] },
        { ...pupil, news: [{ ...notice, before: told }] },
      ],
    };
    const parts = [...writeViewParts({ view: changes, dialect: 'rfc4180', language: 'en' })];
    expect(Buffer.concat(parts).toString()).toBe(
      [
        'kind,id,group,group_before,message',
        'pupil,E1,A1,B2,"You are now in group A1 (before: B2).\nS1: new: 2018-03-29 09:00–10:00, work, R1"',
        'pupil,E1,A1,,You are now in group A1.',
        'pupil,E1,A1,,"S1: no longer: 2018-03-29 09:00–10:00, work, R1"',
        '',
      ].join('\r\n'),
    );
  });

  it('is made in parts of whole lines', () => {
    const long: TimetableView = {
      ...view,
      lines: Array.from({ length: 3000 }, () => view.lines).flatMap((lines) => [...lines]),
    };
    const parts = [...writeViewParts({ view: long, dialect: 'rfc4180', language: 'en' })].map((part) =>
      new TextDecoder().decode(part),
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part === '' || part.endsWith('\r\n'))).toBe(true);
    expect(parts.join('').split('\r\n')).toHaveLength(6002);
  });
});
