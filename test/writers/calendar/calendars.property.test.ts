import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/calendar.js';
import { SESSION_KINDS } from '../../../src/domain/session.js';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import { writeCalendar } from '../../../src/writers/calendar/calendar-file.js';
import { calendarZone } from '../../../src/writers/calendar/time-zone.js';
import { runs } from '../../helpers/runs.js';
import {
  calendarModule,
  calendarsOf,
  eventBlocks,
  programme,
  readCalendar,
  row,
  session,
  witness,
} from './calendar-cases.js';

/** Any text, lone surrogates, control characters and what has a meaning in the format among it. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('a', 'é', '🎓', '\\', ';', ',', ':', '"', '\n', '\r', '\t', ' ', '\ud83c', '\u0000', '\\n'),
    maxLength: 120,
  }),
);
const date = fc
  .tuple(fc.integer({ min: 2018, max: 2019 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const times = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

const event: fc.Arbitrary<CalendarEvent> = fc
  .tuple(
    times,
    fc.record({
      uid: fc.string({ unit: fc.constantFrom('a', 'b', '-', '.', '1'), minLength: 1, maxLength: 90 }),
      sequence: fc.nat(),
      stamp: date,
      isCancelled: fc.boolean(),
      date,
      summary: text,
      location: text,
      description: text,
    }),
  )
  .map(([time, rest]) => ({ ...time, ...rest }));

const id = fc.constantFrom('A', 'a', 'É', 'B 1', 'B-1', 'Ω', '…');
const anyRow: fc.Arbitrary<TimetableRow> = fc
  .tuple(
    times,
    fc.record({
      session: id,
      group: id,
      date,
      version: fc.nat({ max: 5 }),
      changed: fc.oneof(fc.constant(''), date),
      kind: fc.constantFrom(...SESSION_KINDS),
      room: fc.oneof(fc.constant(''), id),
      site: fc.oneof(fc.constant(''), id),
      witnesses: fc.uniqueArray(id, { maxLength: 3 }),
      status: fc.constantFrom('new', 'moved', 'cancelled', 'unchanged'),
    }),
  )
  .map(([time, rest]) => row({ ...time, ...rest }));
/** One row a group and session, as in every timetable. */
const anyRows = fc
  .uniqueArray(anyRow, { maxLength: 25, selector: (each) => `${each.session}\u0000${each.group}` })
  .map((rows) => rows.map((each, index) => ({ ...each, uid: `uid-${index}` })));

const octets = (line: string): number => new TextEncoder().encode(line).length;

/** What is left of a text once it has been through the format. */
function kept(value: string): string {
  return (
    new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(new TextEncoder().encode(value))
      .replace(/\r\n|\r/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

function expectLines(file: string): void {
  const lines = file.split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n\p{Surrogate}]/u);
    expect(octets(line)).toBeLessThanOrEqual(75);
  }
}

describe('for any events and texts', () => {
  it.each(['Europe/Paris', 'America/New_York', 'UTC'])('ical.js reads back what was written, in %s', (timezone) => {
    const zone = calendarZone(timezone, { first: 2018, last: 2019 });
    fc.assert(
      fc.property(fc.uniqueArray(event, { maxLength: 6, selector: ({ uid }) => uid }), text, (events, name) => {
        const file = writeCalendar({ name, zone, events });
        expectLines(file);
        const byUid = new Map(readCalendar(file).map((read) => [read.uid, read]));
        expect([...byUid.keys()].toSorted()).toEqual(events.map(({ uid }) => uid).toSorted());
        for (const written of events) {
          const read = byUid.get(written.uid);
          const midnight = Date.parse(`${written.date}T00:00:00Z`);
          const local = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString().slice(0, 19);
          expect(read?.localStart.slice(0, 19)).toBe(local(written.start));
          expect(read?.localEnd.slice(0, 19)).toBe(local(written.end));
          expect(read).toMatchObject({
            sequence: written.sequence,
            stamp: `${written.stamp}T00:00:00Z`,
            status: written.isCancelled ? 'CANCELLED' : 'CONFIRMED',
            summary: kept(written.summary),
            location: kept(written.location),
            description: kept(written.description),
          });
        }
      }),
    );
  });
});

describe('for any rows', () => {
  it('every file is read by ical.js, its lines fit, no event is there twice, every row has its event', () => {
    fc.assert(
      fc.property(anyRows, text, text, (rows, title, name) => {
        const module = calendarModule({ title: title.trim() });
        const own = programme({
          sessions: ['A', 'a', 'É'].map((each) => session(each, name)),
          witnesses: ['A', 'Ω'].map((each) => witness(each, { familyName: name, position: name })),
        });
        const files = calendarsOf(rows, { module, programme: own });
        for (const [path, file] of files) {
          expect(path).toMatch(/^(?:groups|witnesses|rooms|sites)\/[\w.-]+\.ics$/);
          expectLines(file);
          const uids = readCalendar(file).map(({ uid }) => uid);
          expect(new Set(uids).size).toBe(uids.length);
        }
        const groups = [...files].filter(([path]) => path.startsWith('groups/'));
        const read = groups.flatMap(([, file]) => readCalendar(file).map(({ uid }) => uid));
        expect(read.toSorted()).toEqual(rows.map(({ uid }) => uid).toSorted());
        expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size);
      }),
      { numRuns: runs(15) },
    );
  });

  it('rows that stay as they are keep the bytes of their events, whatever is added, changed or taken away elsewhere', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, others) => {
        const elsewhere = others.map((each) => ({
          ...each,
          session: `other ${each.session}`,
          uid: `other-${each.uid}`,
        }));
        const blocksOf = (list: readonly TimetableRow[]) =>
          new Map([...calendarsOf(list)].map(([path, file]) => [path, eventBlocks(file)]));
        // Another place or group of nearly the same name may be numbered first: these are of those that the rows name themselves.
        const isKnown = ({ group, room, site, witnesses }: TimetableRow) =>
          rows.some((own) => own.group === group) &&
          rows.some((own) => own.room === room) &&
          rows.some((own) => own.site === site) &&
          witnesses.every((id) => rows.some((own) => own.witnesses.includes(id)));
        const before = blocksOf(rows);
        const after = blocksOf([...rows, ...elsewhere.filter(isKnown)]);
        for (const [path, blocks] of before) {
          for (const [uid, block] of blocks) expect(after.get(path)?.get(uid)).toBe(block);
        }
      }),
    );
  });

  it('the sequence of a gathering never falls while versions rise, and rises with every change of what is said', () => {
    fc.assert(
      fc.property(anyRows, anyRows, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (rows, others, moves) => {
        const changed = rows.map((each, index): TimetableRow => {
          const other = others.at(index);
          if (other === undefined || !moves[index])
            return { ...each, status: each.status === 'new' ? 'unchanged' : each.status };
          const { room, site, witnesses, start, end, kind, date } = other;
          return { ...each, room, site, witnesses, start, end, kind, date, version: each.version + 1, status: 'moved' };
        });
        const [before, after] = [calendarsOf(rows), calendarsOf(changed)];
        for (const [path, file] of before) {
          if (path.startsWith('groups/')) continue;
          const later = new Map(readCalendar(after.get(path) ?? file).map((event) => [event.uid, event]));
          for (const event of readCalendar(file)) {
            const now = later.get(event.uid);
            if (now === undefined) continue;
            expect(now.sequence).toBeGreaterThanOrEqual(event.sequence);
            const said = ({ stamp: _stamp, sequence: _sequence, ...rest }: typeof event) => rest;
            if (JSON.stringify(said(now)) !== JSON.stringify(said(event)))
              expect(now.sequence).toBeGreaterThan(event.sequence);
          }
        }
      }),
      { numRuns: runs(18) },
    );
  });
});
