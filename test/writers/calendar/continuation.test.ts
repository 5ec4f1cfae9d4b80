import { describe, expect, it } from 'vitest';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import type { CalendarsRequest } from '../../../src/writers/calendar/calendar-drafts.js';
import {
  calendarModule,
  calendarsOf,
  eventBlocks,
  programme,
  publishedOf,
  readCalendar,
  row,
  witness,
  withPeople,
} from './calendar-cases.js';

type Files = ReadonlyMap<string, string>;

/** What is published on 8 February after a list and its calendars. */
function after(
  [before, files]: readonly [readonly TimetableRow[], Files],
  rows: readonly TimetableRow[],
  { today = '2018-02-08', ...draft }: Partial<CalendarsRequest> & { readonly today?: string } = {},
): Files {
  return calendarsOf(rows, { ...draft, published: { rows: before, today, calendars: publishedOf(files) } });
}

const moved = (draft: Partial<TimetableRow>) => row({ version: 1, status: 'moved', changed: '2018-02-08', ...draft });

const events = (files: Files, name: string) => readCalendar(files.get(name) ?? `no ${name}`);
const revisions = (files: Files, name: string) =>
  events(files, name).map(({ uid, sequence, stamp, status }) => `${uid} ${sequence} ${stamp.slice(0, 10)} ${status}`);

describe('an event of a witness, a room or a site, where the calendars that are out are known', () => {
  const other = { group: 'VILLE-B1', room: 'R2', witnesses: ['T2'] };
  const first = [row({ changed: '2018-02-01' }), row({ changed: '2018-02-01', ...other })];
  const out = [first, calendarsOf(first)] as const;

  it('is the same bytes when something else of its session changes', () => {
    const files = after(out, [first[0], moved({ ...other, start: 600 })]);
    expect(files.get('witnesses/T1.ics')).toBe(out[1].get('witnesses/T1.ics'));
    expect(files.get('rooms/R1.ics')).toBe(out[1].get('rooms/R1.ics'));
    expect(revisions(files, 'rooms/R2.ics')).toEqual(['rc-2018.s1.room.r2 1 2018-02-08 CONFIRMED']);
    expect(revisions(files, 'sites/INET.ics')).toEqual([
      'rc-2018.s1.site.inet.room.r1 0 2018-02-01 CONFIRMED',
      'rc-2018.s1.site.inet.room.r2 1 2018-02-08 CONFIRMED',
    ]);
    const lost = calendarsOf([first[0], moved({ ...other, start: 600 })], { published: { rows: first } });
    expect(revisions(lost, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 1 2018-02-08 CONFIRMED']);
  });

  it('is one revision more, of today, however many versions have changed', () => {
    const files = after(out, [moved({ version: 3, start: 600 }), moved({ version: 2, ...other, start: 600 })]);
    expect(revisions(files, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 1 2018-02-08 CONFIRMED']);
  });

  it('is of the latest day that anything says where nobody says what day it is', () => {
    const rows = [moved({ changed: '', start: 600 }), first[1]];
    expect(revisions(after(out, rows, { today: '' }), 'witnesses/T1.ics')).toEqual([
      'rc-2018.s1.witness.t1 1 2018-02-01 CONFIRMED',
    ]);
  });

  it('is cancelled once when it is gone, and goes on from the timetable when it comes back', () => {
    const gone = [moved({ kind: 'work', witnesses: [] }), first[1]];
    const second = after(out, gone);
    expect(revisions(second, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 1 2018-02-08 CANCELLED']);
    const still = gone.map((each) => ({ ...each, status: 'unchanged' as const }));
    const third = after([gone, second], still);
    expect(revisions(third, 'witnesses/T1.ics')).toEqual([]);
    const back = after([still, third], [moved({ version: 2, changed: '2018-02-09' }), first[1]], {
      today: '2018-02-09',
    });
    expect(revisions(back, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 2 2018-02-09 CONFIRMED']);
  });

  it('is cancelled though the list that is kept has forgotten it, as one made in between has', () => {
    const between = [moved({ witnesses: ['T2'] }), first[1]];
    const files = after([between, out[1]], between);
    expect(revisions(files, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 1 2018-02-08 CANCELLED']);
    const [event] = events(files, 'witnesses/T1.ics');
    expect(event).toMatchObject({ localStart: '2018-02-12T09:00:00', localEnd: '2018-02-12T12:30:00' });
    expect(event.summary).toBe(events(out[1], 'witnesses/T1.ics')[0].summary);
    const hidden = after([between, out[1]], between, { pseudonyms: true });
    expect(events(hidden, 'witnesses/T1.ics')).toMatchObject([{ status: 'CANCELLED', summary: '', description: '' }]);
  });

  it('is numbered by the list where calendar and list are of different publications', () => {
    const newer = [moved({ version: 4 }), first[1]];
    const files = after([newer, out[1]], [moved({ version: 5, start: 600 }), first[1]]);
    expect(revisions(files, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 5 2018-02-08 CONFIRMED']);
    const same = after([newer, out[1]], newer);
    expect(revisions(same, 'rooms/R1.ics')).toEqual(['rc-2018.s1.room.r1 4 2018-02-08 CONFIRMED']);
  });

  it('is numbered by the list where its own calendar alone is not known', () => {
    const known = new Map(publishedOf(out[1]));
    known.delete('witnesses/T1.ics');
    const rows = [first[0], moved({ ...other, start: 600 })];
    const files = calendarsOf(rows, { published: { rows: first, today: '2018-02-08', calendars: known } });
    expect(revisions(files, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 1 2018-02-08 CONFIRMED']);
    expect(files.get('rooms/R1.ics')).toBe(out[1].get('rooms/R1.ics'));
  });

  it('is not cancelled where it is past, for it has taken place', () => {
    expect(revisions(after([[], out[1]], [], { today: '2018-02-13' }), 'witnesses/T1.ics')).toEqual([]);
  });
});

describe('words that are corrected', () => {
  const rows = [row({ changed: '2018-02-01' })];
  const out = [rows, calendarsOf(rows)] as const;
  const corrected = programme({ witnesses: [witness('T1', { familyName: 'Kerdoncuff-Le Gall' })] });

  it('move the day of an event and not its sequence, once', () => {
    const second = after(out, rows, { programme: corrected });
    expect(events(second, 'groups/VILLE-A1.ics')[0].summary).toContain('Kerdoncuff-Le Gall');
    expect(revisions(second, 'groups/VILLE-A1.ics')).toEqual(['rc-2018-s1-ville-a1 0 2018-02-08 CONFIRMED']);
    expect(revisions(second, 'witnesses/T1.ics')).toEqual(['rc-2018.s1.witness.t1 0 2018-02-08 CONFIRMED']);
    expect(after([rows, second], rows, { programme: corrected, today: '2018-02-09' })).toEqual(second);
  });
});

describe('the calendar of a person who changes groups', () => {
  const rows = [
    row({ session: 'S1' }),
    row({ session: 'S2', date: '2018-02-13' }),
    row({ session: 'S1', group: 'VILLE-A2' }),
    row({ session: 'S2', group: 'VILLE-A2', date: '2018-02-13' }),
  ];
  const [module, grouping] = withPeople(calendarModule(), [{ id: 'E1' }]);
  const inGroup = (label: string, draft = {}) => ({
    module,
    people: true,
    grouping: { ...grouping, assignment: new Map([['k0', label]]) },
    ...draft,
  });
  const first = calendarsOf(rows, inGroup('VILLE-A1'));
  const second = after([rows, first], rows, inGroup('VILLE-A2'));
  const third = after([rows, second], rows, inGroup('VILLE-A2', { today: '2018-02-09' }));

  it('cancels what the former group does, once, and shows what the other one does', () => {
    expect(revisions(second, 'people/E1.ics')).toEqual([
      'rc-2018-s1-ville-a1 1 2018-02-08 CANCELLED',
      'rc-2018-s1-ville-a2 0 2017-01-01 CONFIRMED',
      'rc-2018-s2-ville-a1 1 2018-02-08 CANCELLED',
      'rc-2018-s2-ville-a2 0 2017-01-01 CONFIRMED',
    ]);
    const ofGroup = eventBlocks(second.get('groups/VILLE-A2.ics') ?? '');
    const ofPerson = eventBlocks(second.get('people/E1.ics') ?? '');
    for (const [uid, block] of ofGroup) expect(ofPerson.get(uid)).toBe(block);
    expect(second.get('groups/VILLE-A1.ics')).toBe(first.get('groups/VILLE-A1.ics'));
    expect(revisions(third, 'people/E1.ics')).toEqual([
      'rc-2018-s1-ville-a2 0 2017-01-01 CONFIRMED',
      'rc-2018-s2-ville-a2 0 2017-01-01 CONFIRMED',
    ]);
  });

  it('remembers them, in case the person comes back', () => {
    expect(third.get('people/E1.ics')).toContain(
      'X-WR-TIMEZONE:Europe/Paris\r\nX-BRASSAGE-DROPPED:1 rc-2018-s1-ville-a1\r\nX-BRASSAGE-DROPPED:1 rc-2018-s2-ville-a1\r\nBEGIN:VTIMEZONE',
    );
    const back = after([rows, third], rows, inGroup('VILLE-A1', { today: '2018-02-10' }));
    expect(revisions(back, 'people/E1.ics').filter((line) => line.includes('-a1'))).toEqual([
      'rc-2018-s1-ville-a1 2 2018-02-10 CONFIRMED',
      'rc-2018-s2-ville-a1 2 2018-02-10 CONFIRMED',
    ]);
    expect(back.get('people/E1.ics')).not.toContain('DROPPED');
    expect(after([rows, back], rows, inGroup('VILLE-A1', { today: '2018-02-11' })).get('people/E1.ics')).toMatch(
      /DROPPED:1 rc-2018-s1-ville-a2\r\n[\s\S]*UID:rc-2018-s1-ville-a1\r\nDTSTAMP:20180210T000000Z\r\nSEQUENCE:2\r\n/,
    );
  });

  it('leaves alone what is past, and what the other group no longer does', () => {
    const cancelled = rows.map((each) =>
      each.group === 'VILLE-A2' && each.session === 'S2'
        ? { ...each, status: 'cancelled' as const, version: 1, changed: '2018-02-13' }
        : each,
    );
    const late = after([rows, first], cancelled, inGroup('VILLE-A2', { today: '2018-02-13' }));
    expect(revisions(late, 'people/E1.ics')).toEqual([
      'rc-2018-s1-ville-a2 0 2017-01-01 CONFIRMED',
      'rc-2018-s2-ville-a1 1 2018-02-13 CANCELLED',
    ]);
  });
});
