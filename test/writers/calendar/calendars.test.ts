import { describe, expect, it } from 'vitest';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import {
  calendarModule,
  calendarsOf,
  eventBlocks,
  programme,
  readCalendar,
  room,
  row,
  session,
  witness,
  withPeople,
} from './calendar-cases.js';

const presentation = { session: 'R1', kind: 'presentation', witnesses: ['J1', 'J2'], date: '2018-03-28' } as const;

/** The events of one file. */
function events(files: ReadonlyMap<string, string>, name: string) {
  return readCalendar(files.get(name) ?? `no ${name} in ${[...files.keys()].join(' ')}`);
}

describe('the calendar of a group', () => {
  it('has an event a row, with who is heard, where, and on what', () => {
    const files = calendarsOf([row({ version: 2, changed: '2018-02-01', status: 'moved' })]);
    expect(eventBlocks(files.get('groups/VILLE-A1.ics') ?? '').get('rc-2018-s1-ville-a1')).toBe(
      [
        'BEGIN:VEVENT',
        'UID:rc-2018-s1-ville-a1',
        'DTSTAMP:20180201T000000Z',
        'SEQUENCE:2',
        'STATUS:CONFIRMED',
        'DTSTART;TZID=Europe/Paris:20180212T090000',
        'DTEND;TZID=Europe/Paris:20180212T123000',
        'SUMMARY:Audition\u00a0: Mme Anne-Laure Kerdoncuff',
        'LOCATION:R1\\, INET',
        'DESCRIPTION:Séance\u00a0: Rencontres\\nGroupe\u00a0: VILLE-A1\\nThème\u00a0: Politique ',
        ' de la ville\\nVolet A\u00a0: accès à l’emploi\\nTémoin\u00a0: Mme Anne-Laure Ke',
        ' rdoncuff\\, maire\\, ville de Bellefontaine-sur-Ill\\nModule\u00a0: RC 2018',
        'END:VEVENT',
        '',
      ].join('\r\n'),
    );
  });

  it('is headed by what programs call it and by its zone', () => {
    const file = calendarsOf([row()]).get('groups/VILLE-A1.ics') ?? '';
    expect(file.split('\r\n').slice(0, 9)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//brassage//calendars//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:RC 2018 – VILLE-A1',
      'X-WR-TIMEZONE:Europe/Paris',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
    ]);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('says the kind of a session once, and the rank of a presentation', () => {
    const files = calendarsOf([
      row({ ...presentation, order: 3 }),
      row({ session: 'S2', kind: 'work', witnesses: [] }),
    ]);
    const [work, presented] = events(files, 'groups/VILLE-A1.ics');
    expect(work.summary).toBe('Travail\u00a0: Reprise');
    expect(presented.summary).toBe('Restitution : ville');
    expect(presented.description.split('\n')).toEqual([
      'Séance\u00a0: Restitution : ville',
      'Groupe\u00a0: VILLE-A1',
      'Ordre de passage\u00a0: 3',
      'Thème\u00a0: Politique de la ville',
      'Volet A\u00a0: accès à l’emploi',
      'Jury\u00a0:',
      '- M. Fulgence Boisgontier, maire, ville de Bellefontaine-sur-Ill',
      '- M. Eugène Hirtzmann, maire',
      'Module\u00a0: RC 2018',
    ]);
  });

  it('says the breaks that it goes around, and those alone', () => {
    const breaks = [
      { kind: 'times', start: 600, end: 615 },
      { kind: 'times', start: 660, end: 670 },
      { kind: 'halfway', minutes: 10 },
    ] as const;
    const sessions = ['S1', 'R1'].map((id) => ({ ...session(id, ''), breaks }));
    const rows = [
      row(),
      row({ session: 'R1', kind: 'presentation', witnesses: ['J1'], start: 540, end: 600, order: 1 }),
      row({
        session: 'R1',
        kind: 'presentation',
        witnesses: ['J1'],
        start: 615,
        end: 665,
        order: 2,
        group: 'VILLE-A2',
      }),
    ];
    const files = calendarsOf(rows, { programme: programme({ sessions }) });
    const lines = (name: string) =>
      events(files, name).map(({ description }) => description.split('\n').filter((line) => line.startsWith('Pause')));
    expect(lines('groups/VILLE-A1.ics')).toEqual([[], ['Pause\u00a0: 10:00–10:15, 11:00–11:10']]);
    expect(lines('witnesses/J1.ics')).toEqual([['Pause\u00a0: 10:00–10:15']]);
    const english = calendarsOf(rows, { programme: programme({ sessions }), language: 'en' });
    expect(events(english, 'groups/VILLE-A1.ics')[1].description).toContain('\nBreak: 10:00–10:15, 11:00–11:10\n');
  });

  it('keeps what was cancelled, as cancelled', () => {
    const files = calendarsOf([row({ status: 'cancelled', version: 1 }), row({ session: 'S2' })]);
    expect(events(files, 'groups/VILLE-A1.ics').map(({ uid, status, sequence }) => [uid, status, sequence])).toEqual([
      ['rc-2018-s1-ville-a1', 'CANCELLED', 1],
      ['rc-2018-s2-ville-a1', 'CONFIRMED', 0],
    ]);
  });

  it('is there for a group that has nothing, and for one that is no more', () => {
    const files = calendarsOf([row({ group: 'GONE', status: 'cancelled' })]);
    expect(events(files, 'groups/VILLE-B1.ics')).toEqual([]);
    expect(events(files, 'groups/GONE.ics')).toHaveLength(1);
  });

  it('sorts events by start, then UID', () => {
    const rows = [
      row({ uid: 'b' }),
      row({ uid: 'a' }),
      row({ uid: 'z', start: 480 }),
      row({ uid: 'y', date: '2018-01-31' }),
    ];
    expect(events(calendarsOf(rows), 'groups/VILLE-A1.ics').map(({ uid }) => uid)).toEqual(['y', 'z', 'a', 'b']);
  });

  it('speaks English when asked', () => {
    const [event] = events(calendarsOf([row()], { language: 'en' }), 'groups/VILLE-A1.ics');
    expect(event.summary).toBe('Hearing: Mme Anne-Laure Kerdoncuff');
    expect(event.description).toContain('Strand A: accès à l’emploi\nWitness: Mme');
  });

  it('is in UTC where the module is', () => {
    const module = calendarModule({ timezone: 'UTC' });
    const file = calendarsOf([row({ end: 1440 })], { module }).get('groups/VILLE-A1.ics') ?? '';
    expect(file).not.toContain('VTIMEZONE');
    expect(file).toContain('DTSTART:20180212T090000Z\r\nDTEND:20180213T000000Z');
  });
});

describe('the calendar of a witness', () => {
  const two = [row(), row({ group: 'VILLE-B1', strand: 'B' })];

  it('has one event for a hearing of two groups, named after no group', () => {
    const [event, ...others] = events(calendarsOf(two), 'witnesses/T1.ics');
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      uid: 'rc-2018.s1.witness.t1',
      sequence: 0,
      summary: 'RC 2018 – Audition\u00a0: Rencontres (VILLE-A1, VILLE-B1)',
      location: 'R1, INET',
    });
    expect(event.description).toContain(
      'Groupes\u00a0: VILLE-A1, VILLE-B1\nThème\u00a0: Politique de la ville\nTémoin',
    );
    expect(events(calendarsOf([row()]), 'witnesses/T1.ics')[0].uid).toBe(event.uid);
  });

  it('raises the sequence when a group leaves the hearing, or is cancelled', () => {
    const left = [row(), row({ group: 'VILLE-B1', kind: 'work', witnesses: [], version: 1, status: 'moved' })];
    expect(events(calendarsOf(left), 'witnesses/T1.ics')[0]).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
    const one = [row(), row({ group: 'VILLE-B1', version: 1, status: 'cancelled' })];
    const [event] = events(calendarsOf(one), 'witnesses/T1.ics');
    expect(event).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
    expect(event.summary).toContain('(VILLE-A1)');
  });

  it('is cancelled when every group is', () => {
    const none = two.map((each) => ({ ...each, version: 1, status: 'cancelled' as const }));
    expect(events(calendarsOf(none), 'witnesses/T1.ics')).toMatchObject([{ sequence: 2, status: 'CANCELLED' }]);
  });

  it('says that a hearing is cancelled that went to another witness, where the former list is known', () => {
    const rows = [row({ witnesses: ['T2'], version: 1, status: 'moved', changed: '2018-02-05' })];
    const files = calendarsOf(rows, { published: { rows: [row()] } });
    expect(events(files, 'witnesses/T1.ics')).toMatchObject([
      { uid: 'rc-2018.s1.witness.t1', sequence: 1, status: 'CANCELLED', stamp: '2018-02-05T00:00:00Z' },
    ]);
    expect(events(files, 'witnesses/T2.ics')).toMatchObject([{ uid: 'rc-2018.s1.witness.t2', status: 'CONFIRMED' }]);
    expect(events(calendarsOf(rows), 'witnesses/T1.ics')).toEqual([]);
    const [withoutARow] = events(calendarsOf([], { published: { rows: [row({ version: 3 })] } }), 'witnesses/T1.ics');
    expect(withoutARow).toMatchObject({ sequence: 4, status: 'CANCELLED' });
    const again = calendarsOf(rows, { published: { rows } });
    expect(events(again, 'witnesses/T1.ics')).toEqual([]);
    expect(again.get('witnesses/T2.ics')).toBe(files.get('witnesses/T2.ics'));
  });

  it('has one event over all presentations before a jury, in order of passage', () => {
    const rows = [
      row({ ...presentation, group: 'VILLE-B1', strand: 'B', start: 540, end: 570, order: 1 }),
      row({ ...presentation, group: 'VILLE-A1', start: 570, end: 600, order: 2 }),
    ];
    const [event, ...others] = events(calendarsOf(rows), 'witnesses/J2.ics');
    expect(others).toEqual([]);
    expect(event).toMatchObject({ localStart: '2018-03-28T09:00:00', localEnd: '2018-03-28T10:00:00' });
    expect(event.description.split('\n').slice(1, 4)).toEqual([
      'Ordre de passage\u00a0:',
      '09:00–09:30 VILLE-B1, Volet B\u00a0: conseils de quartiers',
      '09:30–10:00 VILLE-A1, Volet A\u00a0: accès à l’emploi',
    ]);
  });

  it('keeps a name out of the UID even where somebody made an id of it', () => {
    const people = { witnesses: [witness('Kerdoncuff'), witness('A-L Kerdoncuff')] };
    const rows = [row({ witnesses: ['Kerdoncuff'] }), row({ session: 'S2', witnesses: ['A-L Kerdoncuff'] })];
    const files = calendarsOf(rows, { programme: programme(people) });
    const uids = [...files.values()].flatMap((text) => readCalendar(text).map(({ uid }) => uid));
    expect(uids.filter((uid) => /kerdoncuff/i.test(uid))).toEqual([]);
    expect(uids.filter((uid) => uid.includes('.witness.')).map((uid) => uid.split('.')[3])).toEqual([
      expect.stringMatching(/^w[0-9a-f]{8}$/),
      expect.stringMatching(/^w[0-9a-f]{8}$/),
    ]);
  });
});

describe('the calendars of rooms and sites', () => {
  const plenary = (group: string) => row({ kind: 'plenary', witnesses: [], group });

  it('have one event for a plenary', () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map(plenary);
    const files = calendarsOf(rows);
    const summary = 'Plénière\u00a0: Rencontres (5 groupes)';
    expect(events(files, 'rooms/R1.ics')).toMatchObject([{ uid: 'rc-2018.s1.room.r1', summary }]);
    expect(events(files, 'sites/INET.ics')).toMatchObject([{ uid: 'rc-2018.s1.site.inet.room.r1', summary }]);
    expect(events(files, 'rooms/R1.ics')[0].description).toContain('Groupes\u00a0: A, B, C, D, E\n');
  });

  it('tell what goes on in several rooms at once apart', () => {
    const rows = [row({ kind: 'work', witnesses: [] }), row({ group: 'VILLE-A2', room: 'R2' })];
    const files = calendarsOf(rows);
    expect(events(files, 'sites/INET.ics').map(({ uid, location }) => [uid, location])).toEqual([
      ['rc-2018.s1.site.inet.room.r1', 'R1, INET'],
      ['rc-2018.s1.site.inet.room.r2', 'R2, INET'],
    ]);
    expect(events(files, 'rooms/R2.ics')).toHaveLength(1);
  });

  it('tell apart by kind and witness where no rooms are listed', () => {
    const rows = [
      row({ room: '' }),
      row({ room: '', group: 'VILLE-A2', witnesses: ['T2'] }),
      row({ room: '', group: 'VILLE-B1', kind: 'work', witnesses: [] }),
    ];
    expect(events(calendarsOf(rows), 'sites/INET.ics').map(({ uid }) => uid)).toEqual([
      'rc-2018.s1.site.inet.hearing.t1',
      'rc-2018.s1.site.inet.hearing.t2',
      'rc-2018.s1.site.inet.work',
    ]);
  });

  it('have one key for one jury, in whatever order its members are named', () => {
    const jury = { ...presentation, room: '' };
    const uids = [
      ['J1', 'J2'],
      ['J2', 'J1'],
    ].map((witnesses) => events(calendarsOf([row({ ...jury, witnesses })]), 'sites/INET.ics').map(({ uid }) => uid));
    expect(uids).toEqual([['rc-2018.r1.site.inet.presentation.j1.j2'], ['rc-2018.r1.site.inet.presentation.j1.j2']]);
  });

  it('have files of their own even where names differ by case or accents alone', () => {
    const rooms = [room('Salle É', ''), room('salle e', '')];
    const files = calendarsOf([row({ room: 'salle e', site: '' })], { programme: programme({ rooms }) });
    expect([...files.keys()].filter((name) => name.startsWith('rooms/'))).toEqual([
      'rooms/Salle-E.ics',
      'rooms/salle-e-2.ics',
    ]);
    expect(events(files, 'rooms/salle-e-2.ics').map(({ uid }) => uid)).toEqual(['rc-2018.s1.room.salle-e-2']);
  });
});

describe('the calendars of people', () => {
  const rows = [row(), row({ session: 'S2' }), row({ group: 'VILLE-A2' })];
  const draft = (people: Parameters<typeof withPeople>[1]) => {
    const [module, grouping] = withPeople(calendarModule(), people);
    return { module, grouping, people: true };
  };
  const names = (files: ReadonlyMap<string, string>) => [...files.keys()].filter((name) => name.startsWith('people/'));

  it('are those of their group without what they cannot attend', () => {
    const files = calendarsOf(rows, draft([{ id: 'E1', absences: ['S1'] }, { id: 'E2' }]));
    expect(events(files, 'people/E1.ics').map(({ uid }) => uid)).toEqual(['rc-2018-s2-ville-a1']);
    expect(events(files, 'people/E2.ics').map(({ uid }) => uid)).toEqual(['rc-2018-s1-ville-a2']);
    const ofGroup = eventBlocks(files.get('groups/VILLE-A1.ics') ?? '');
    for (const [uid, block] of eventBlocks(files.get('people/E1.ics') ?? '')) expect(block).toBe(ofGroup.get(uid));
  });

  it('are named by id, by school and id where two schools use one, by number where there is none', () => {
    const people = [
      { id: '12', school: 'ENA' },
      { id: '12', school: 'INET' },
      { id: '' },
      { id: 'person 3' },
      { id: '7' },
    ];
    expect(names(calendarsOf(rows, draft(people)))).toEqual([
      'people/ENA-12.ics',
      'people/INET-12.ics',
      'people/person-3.ics',
      'people/person-3-2.ics',
      'people/7.ics',
    ]);
  });

  it('are not there unless asked for', () => {
    expect(names(calendarsOf(rows, { ...draft([{ id: 'E1' }]), people: false }))).toEqual([]);
  });

  it('call the person by name, and by id with pseudonyms', () => {
    const one = draft([{ id: 'E1', familyName: 'Achard', givenName: 'Sébastien' }]);
    expect(calendarsOf(rows, one).get('people/E1.ics')).toContain('X-WR-CALNAME:RC 2018 – Achard Sébastien\r\n');
    expect(calendarsOf(rows, { ...one, pseudonyms: true }).get('people/E1.ics')).toContain(
      'X-WR-CALNAME:RC 2018 – E1\r\n',
    );
  });
});

it('holds no name of anybody with pseudonyms', () => {
  const [module, grouping] = withPeople(calendarModule(), [{ id: 'E1', familyName: 'Achard', givenName: 'Sébastien' }]);
  const rows: readonly TimetableRow[] = [row(), row({ ...presentation, order: 1 })];
  const files = calendarsOf(rows, { module, grouping, people: true, pseudonyms: true });
  const text = [...files].flat().join('\n').replaceAll('\r\n ', '');
  expect(text).not.toMatch(
    /Kerdoncuff|Anne-Laure|Boisgontier|Hirtzmann|Achard|Sébastien|maire|Bellefontaine|example\.org/i,
  );
  expect(text).toContain('SUMMARY:Audition\u00a0: T1');
  expect(text).toContain('Jury\u00a0:\\n- J1\\n- J2');
});

describe('an event of a module whose title is corrected', () => {
  const module = calendarModule({ title: 'Regards croisés 2018' });

  it('keeps its UID where the list published before is known', () => {
    const files = calendarsOf([row()], { module, published: { rows: [row()] } });
    const uids = [...files.values()].flatMap((text) => readCalendar(text).map(({ uid }) => uid));
    expect(uids.toSorted()).toEqual([
      'rc-2018-s1-ville-a1',
      'rc-2018.s1.room.r1',
      'rc-2018.s1.site.inet.room.r1',
      'rc-2018.s1.witness.t1',
    ]);
    expect(events(files, 'witnesses/T1.ics')).toMatchObject([{ status: 'CONFIRMED', sequence: 0 }]);
  });

  it('is another where nothing is known, so that next year’s module touches nothing of this one’s', () => {
    const [event] = events(calendarsOf([row()], { module }), 'witnesses/T1.ics');
    expect(event.uid).toBe('regards-croises-2018.s1.witness.t1');
  });
});

describe('an event that has not changed', () => {
  it('is the same bytes whatever becomes of other sessions', () => {
    const before = calendarsOf([row(), row({ session: 'S2' })]);
    const after = calendarsOf([
      row({ status: 'unchanged' }),
      row({ session: 'S2', room: 'R2', version: 1, status: 'moved', changed: '2018-02-03' }),
    ]);
    for (const [name, uid] of [
      ['groups/VILLE-A1.ics', 'rc-2018-s1-ville-a1'],
      ['witnesses/T1.ics', 'rc-2018.s1.witness.t1'],
      ['rooms/R1.ics', 'rc-2018.s1.room.r1'],
      ['sites/INET.ics', 'rc-2018.s1.site.inet.room.r1'],
    ]) {
      const block = eventBlocks(before.get(name) ?? '').get(uid);
      expect(block).toBeDefined();
      expect(eventBlocks(after.get(name) ?? '').get(uid)).toBe(block);
    }
  });
});

it('keeps nine o’clock at nine on both sides of the change of summer time', () => {
  const days = ['2018-03-23', '2018-03-24', '2018-03-25', '2018-03-26', '2018-10-27', '2018-10-28', '2018-10-29'];
  for (const timezone of ['Europe/Paris', 'America/Montreal', 'Europe/Lisbon', 'Indian/Reunion']) {
    const module = calendarModule({ timezone });
    const rows = days.map((date, index) => row({ uid: `u${index}`, date }));
    const read = events(calendarsOf(rows, { module }), 'groups/VILLE-A1.ics');
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
    expect(read.map(({ start }) => local.format(new Date(start)))).toEqual(days.map((day) => `${day} 09:00`));
    expect(read.map(({ end }) => local.format(new Date(end)))).toEqual(days.map((day) => `${day} 12:30`));
  }
});
