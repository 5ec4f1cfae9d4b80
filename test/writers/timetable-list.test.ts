import { describe, expect, it } from 'vitest';
import type { Timetable } from '../../src/domain/timetable.js';
import { writeTimetable } from '../../src/writers/timetable-list.js';

const timetable: Timetable = {
  rows: [
    {
      uid: 'rc-2018-s1-ville-a1',
      version: 0,
      session: 'S1',
      date: '2018-02-12',
      start: 540,
      end: 750,
      kind: 'hearing',
      group: 'VILLE-A1',
      theme: 'VILLE',
      strand: 'A',
      room: 'R 12',
      site: 'INET',
      witnesses: ['T1'],
      status: 'new',
      changed: '',
      isLocked: false,
    },
    {
      uid: 'rc-2018-s9-ville-a1',
      version: 2,
      session: 'S9',
      date: '2018-03-29',
      start: 845,
      end: 870,
      kind: 'presentation',
      group: 'VILLE-A1',
      theme: 'VILLE',
      strand: 'A',
      room: '',
      site: '',
      witnesses: ['J1', 'J2'],
      order: 3,
      status: 'moved',
      changed: '2018-03-20',
      isLocked: true,
    },
  ],
};

describe('a timetable list', () => {
  it('is the plain machine form in English', () => {
    expect(writeTimetable({ timetable, dialect: 'rfc4180', language: 'en' }).split('\r\n')).toEqual([
      'uid,version,session,date,start,end,kind,group,theme,strand,room,site,witness,order,status,changed,lock',
      'rc-2018-s1-ville-a1,0,S1,2018-02-12,09:00,12:30,hearing,VILLE-A1,VILLE,A,R 12,INET,T1,,new,,',
      'rc-2018-s9-ville-a1,2,S9,2018-03-29,14:05,14:30,presentation,VILLE-A1,VILLE,A,,,J1|J2,3,moved,2018-03-20,x',
      '',
    ]);
  });

  it('has French words and days for a French Excel', () => {
    expect(writeTimetable({ timetable, dialect: 'excel-fr', language: 'fr' }).split('\r\n')).toEqual([
      '\uFEFFuid;version;séance;date;début;fin;type;groupe;thème;volet;salle;site;témoin;ordre;statut;modifié le;verrou',
      'rc-2018-s1-ville-a1;0;S1;12/02/2018;09:00;12:30;audition;VILLE-A1;VILLE;A;R 12;INET;T1;;nouveau;;',
      'rc-2018-s9-ville-a1;2;S9;29/03/2018;14:05;14:30;restitution;VILLE-A1;VILLE;A;;;J1|J2;3;modifié;20/03/2018;x',
      '',
    ]);
  });

  it('is a header alone without rows', () => {
    expect(writeTimetable({ timetable: { rows: [] }, dialect: 'rfc4180', language: 'en' }).split('\r\n')).toHaveLength(
      2,
    );
  });
});
