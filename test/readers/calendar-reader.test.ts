import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../src/domain/calendar.js';
import { readCalendar } from '../../src/readers/calendar-reader.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { writeCalendar } from '../../src/writers/calendar/calendar-file.js';
import { calendarZone } from '../../src/writers/calendar/time-zone.js';

const PARIS = calendarZone('Europe/Paris', { first: 2018, last: 2018 });

function event(draft: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'rc-2018.s1.witness.t1',
    sequence: 3,
    stamp: '2018-02-05',
    isCancelled: false,
    date: '2018-02-28',
    start: 540,
    end: 750,
    summary: 'RC 2018 – Audition\u00a0: accès, ville ; emploi',
    location: 'R1, INET',
    description:
      'Groupes\u00a0: VILLE-A1, VILLE-B1\nTémoin\u00a0: Mme Anne-Laure Kerdoncuff, maire, ville de Bellefontaine\\Ill 🎓',
    ...draft,
  };
}

const written = (events: readonly CalendarEvent[], dropped = new Map<string, number>(), zone = PARIS) =>
  writeCalendar({ name: 'RC 2018 – T1', zone, events, dropped });

const read = (text: string | Uint8Array) =>
  readCalendar({ name: 'T1.ics', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text });

/** Why a text is not taken, and the line that is to blame. */
function problem(text: string | Uint8Array) {
  const { value, diagnostics } = read(text);
  expect(value).toBeUndefined();
  return diagnostics.map(({ code, severity, params, source }) => [
    code.replace('timetable.', ''),
    severity,
    'reason' in params ? params.reason : '',
    source?.line,
  ]);
}

describe('a calendar of ours', () => {
  it('is read as it was written, folded lines and escapes undone', () => {
    const events = [event(), event({ uid: 's', isCancelled: true, location: '', description: '', end: 1500 })];
    const { value, diagnostics } = read(written(events, new Map([['gone, or not', 2]])));
    expect(diagnostics).toEqual([]);
    expect([...(value?.events ?? [])]).toEqual(events.map((each) => [each.uid, { ...each, zone: 'Europe/Paris' }]));
    expect([...(value?.dropped ?? [])]).toEqual([['gone, or not', 2]]);
  });

  it('may have numbers of several digits, and an event that ends as it begins', () => {
    const { value } = read(written([event({ sequence: 12, end: 540 })], new Map([['gone', 34]])));
    expect(value?.events.get('rc-2018.s1.witness.t1')).toMatchObject({ sequence: 12, start: 540, end: 540 });
    expect(value?.dropped.get('gone')).toBe(34);
  });

  it('may have its line breaks in capital letters', () => {
    const text = written([event({ description: 'a\nb' })]).replace('a\\nb', 'a\\Nb');
    expect([...(read(text).value?.events.values() ?? [])][0].description).toBe('a\nb');
  });

  it('may hold nothing, be in UTC, and have had its line ends changed on its way', () => {
    expect(read(written([])).value?.events.size).toBe(0);
    const utc = calendarZone('UTC', { first: 2018, last: 2018 });
    const text = written([event()], new Map(), utc).replaceAll('\r\n', '\n');
    expect([...(read(text).value?.events.values() ?? [])]).toEqual([{ ...event(), zone: 'UTC' }]);
  });

  it('knows how long an event lasts beyond a month’s end', () => {
    const long = event({ date: '2020-02-28', start: 1380, end: 1380 + 2 * 1440 });
    expect(read(written([long])).value?.events.get(long.uid)).toMatchObject({
      date: '2020-02-28',
      start: 1380,
      end: 4260,
    });
  });
});

describe('a file that is no calendar of ours, or no longer', () => {
  it('is foreign where another program says that it wrote it', () => {
    const text = written([event()]).replace('-//brassage//calendars//EN', '-//Google Inc//Google Calendar 70.9054//EN');
    expect(problem(text)).toEqual([['calendar-ignored', 'warning', 'foreign', 3]]);
  });

  it.each<[string, (text: string) => string | Uint8Array, number | undefined]>([
    ['is empty', () => '', 1],
    ['is a page', () => '<!doctype html>\n', 1],
    ['is cut short', (text) => text.slice(0, text.indexOf('END:VEVENT')), 34],
    ['is cut short within a line', (text) => text.slice(0, text.indexOf('END:VCALENDAR') + 5), 37],
    ['has a line that is none', (text) => text.replace('STATUS:', 'STATUS'), 29],
    ['has no UID', (text) => text.replace('UID:', 'X-UID:'), 36],
    ['has an event twice', (text) => text.replace(/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/, '$&$&'), 48],
    ['has a property twice', (text) => text.replace('SEQUENCE:3\r\n', '$&$&'), 29],
    ['has a sequence that is no number', (text) => text.replace('SEQUENCE:3', 'SEQUENCE:-3'), 36],
    ['has another status', (text) => text.replace('CONFIRMED', 'TENTATIVE'), 36],
    ['has a stamp with a time', (text) => text.replace('T000000Z', 'T000100Z'), 36],
    ['has a day that is none', (text) => text.replace(/20180228T0900/, '20181328T0900'), 36],
    ['has a month that is none', (text) => text.replace(/20180228T0900/, '20180028T0900'), 36],
    ['has no day of a month', (text) => text.replace(/20180228T0900/, '20180200T0900'), 36],
    ['has a day beyond every month', (text) => text.replace(/20180228T0900/, '20180232T0900'), 36],
    ['has an hour that is none', (text) => text.replace(/20180228T0900/, '20180228T2400'), 36],
    ['has a minute that is none', (text) => text.replace(/20180228T0900/, '20180228T0960'), 36],
    ['has seconds', (text) => text.replace('20180228T090000', '20180228T090001'), 36],
    ['has more than a time', (text) => text.replace('20180228T090000', '20180228T090000Zx'), 36],
    ['has less than a time before it', (text) => text.replace('20180228T090000', 'x20180228T090000'), 36],
    ['has a zone and says UTC', (text) => text.replace('20180228T090000', '20180228T090000Z'), 36],
    ['has no zone', (text) => text.replace('DTSTART;TZID=Europe/Paris', 'DTSTART'), 36],
    ['has another parameter too', (text) => text.replace('DTSTART;TZID=', 'DTSTART;X=y;TZID='), 36],
    ['has another parameter after', (text) => text.replace('DTSTART;TZID=Europe/Paris', '$&;X=y'), 36],
    ['starts and ends in two zones', (text) => text.replace('DTEND;TZID=Europe/Paris', 'DTEND;TZID=Asia/Tokyo'), 36],
    ['has no stamp', (text) => text.replace('DTSTAMP', 'X-STAMP'), 36],
    ['has no end', (text) => text.replace('DTEND', 'X-END'), 36],
    ['has a stamp of a zone', (text) => text.replace(/DTSTAMP:(\d+T\d+)Z/, 'DTSTAMP;TZID=Europe/Paris:$1'), 36],
    ['has a number that goes on', (text) => text.replace('SEQUENCE:3', 'SEQUENCE:3x'), 36],
    ['ends before it begins', (text) => text.replace('20180228T1230', '20180227T1230'), 36],
    ['is two calendars', (text) => text + text, 38],
    ['goes on after its end', (text) => `${text}X-A:b\r\n`, 38],
    ['closes what is not open', (text) => text.replace('END:VEVENT', 'END:VTODO'), 36],
    ['remembers more than a number', (text) => text.replace('BEGIN:VTIMEZONE', 'X-BRASSAGE-DROPPED:x2 a\r\n$&'), 8],
    ['remembers a number alone', (text) => text.replace('BEGIN:VTIMEZONE', 'X-BRASSAGE-DROPPED:2\r\n$&'), 8],
    ['remembers what is no number', (text) => text.replace('BEGIN:VTIMEZONE', 'X-BRASSAGE-DROPPED:many\r\n$&'), 8],
    ['is not UTF-8', () => new Uint8Array([0x42, 0xe9, 0x0a]), undefined],
    ['is a workbook', () => new Uint8Array([0x50, 0x4b, 0x03, 0x04]), undefined],
    ['has a zero byte', (text) => text.replace('RC', 'R\0C'), undefined],
  ])('is damaged where it %s', (_, change, line) => {
    expect(problem(change(written([event()])))).toEqual([['calendar-ignored', 'warning', 'damaged', line]]);
  });

  it('is told in both languages', () => {
    const [found] = read('').diagnostics;
    expect(sentenceOf(found, 'en')).toBe(
      'This calendar is not as brassage wrote it, so it is not read. The events under its name are numbered by the versions of the timetable, and SEQUENCE may rise without a change.',
    );
    expect(sentenceOf(found, 'fr')).toMatch(
      /^Ce calendrier n’est pas tel que brassage l’a écrit, .*sans changement\.$/,
    );
  });
});

it('whatever becomes of its bytes, is read or refused with one warning', () => {
  const bytes = new TextEncoder().encode(written([event(), event({ uid: 'b' })]));
  fc.assert(
    fc.property(
      fc.nat({ max: bytes.length - 1 }),
      fc.nat({ max: 40 }),
      fc.uint8Array({ maxLength: 20 }),
      (at, cut, put) => {
        const { value, diagnostics } = read(new Uint8Array([...bytes.slice(0, at), ...put, ...bytes.slice(at + cut)]));
        expect(diagnostics.map(({ code }) => code)).toEqual(value === undefined ? ['timetable.calendar-ignored'] : []);
      },
    ),
  );
});
