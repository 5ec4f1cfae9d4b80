import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { europeanZone } from '../../../src/writers/calendar/european-zones.js';
import { calendarZone } from '../../../src/writers/calendar/time-zone.js';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Local time by the host's own database: `2018-03-25 09:00`. */
function localByHost(timeZone: string, at: number): string {
  const format =
    FORMATS.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  FORMATS.set(timeZone, format);
  return format.format(at);
}

/** The zone as ical.js understands its definition. */
function read(name: string, years: { first: number; last: number }): ICAL.Timezone {
  return new ICAL.Timezone(new ICAL.Component(ICAL.parse(calendarZone(name, years).definition)));
}

/** Where our VTIMEZONE puts every sixth hour of two years that the host writes in local time, but for hours that clocks show twice. */
function expectSameTimes(name: string): void {
  const zone = read(name, { first: 2018, last: 2019 });
  for (let at = Date.UTC(2018, 0, 2, 0, 15); at < Date.UTC(2019, 11, 30); at += 6 * 3_600_000) {
    const local = localByHost(name, at);
    const isTwice = [-60, -30, 30, 60].some((minutes) => localByHost(name, at + minutes * 60_000) === local);
    if (isTwice) continue;
    const time = ICAL.Time.fromDateTimeString(`${local.replace(' ', 'T')}:00`);
    time.zone = zone;
    expect(time.toJSDate().toISOString()).toBe(new Date(at).toISOString());
  }
}

describe('a zone of the European summer time', () => {
  it('is two rules from 1970 on, as Outlook wants it, the same everywhere', () => {
    const { definition } = calendarZone('Europe/Paris', { first: 2018, last: 2018 });
    expect(definition.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:19701025T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'TZNAME:CET',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'TZNAME:CEST',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it.each(['Europe/Paris', 'Europe/London', 'Europe/Helsinki', 'Atlantic/Azores'])(
    'tells the time of %s as the host does',
    expectSameTimes,
  );

  it('is in the table only if the host agrees, for every zone that it knows', () => {
    const ours = Intl.supportedValuesOf('timeZone').filter((name) => europeanZone(name) !== undefined);
    expect(ours.length).toBeGreaterThan(40);
    const wrong = ours.filter((name) => {
      const { offset } = europeanZone(name) ?? { offset: NaN };
      // Noon of days around the changes of 2004, 2018, 2026: the last Sundays of March and October.
      const days = ['2004-03-27', '2004-03-28', '2004-10-30', '2004-10-31', '2018-03-24', '2018-03-25'];
      days.push('2018-10-27', '2018-10-28', '2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25');
      return days.some((day, index) => {
        const isSummer = index % 4 === 1 || index % 4 === 2;
        const at = Date.parse(`${day}T12:00:00Z`);
        const local = new Date(at + (offset + (isSummer ? 60 : 0)) * 60_000).toISOString().slice(0, 16);
        return localByHost(name, at) !== local.replace('T', ' ');
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('any other zone', () => {
  it.each(['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/St_Johns', 'Asia/Kathmandu'])(
    'tells the time of %s as the host does, in the years asked for',
    expectSameTimes,
  );

  it('without summer time is one offset, without a name that a host might know otherwise', () => {
    const { definition } = calendarZone('Indian/Reunion', { first: 2018, last: 2020 });
    expect(definition.split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Indian/Reunion',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0400',
      'TZOFFSETTO:+0400',
      'END:STANDARD',
      'END:VTIMEZONE',
      '',
    ]);
  });

  it('has each change of the years asked for', () => {
    const { definition } = calendarZone('America/New_York', { first: 2018, last: 2019 });
    expect(definition.match(/(?<=DTSTART:)\S+\r\nTZOFFSETFROM:\S+/g)).toEqual([
      '19700101T000000\r\nTZOFFSETFROM:-0500',
      '20180311T020000\r\nTZOFFSETFROM:-0500',
      '20181104T020000\r\nTZOFFSETFROM:-0400',
      '20190310T020000\r\nTZOFFSETFROM:-0500',
      '20191103T020000\r\nTZOFFSETFROM:-0400',
    ]);
  });
});

it.each(['UTC', 'Etc/UTC'])('%s needs no definition', (name) => {
  expect(calendarZone(name, { first: 2018, last: 2018 })).toEqual({ id: 'UTC', isUtc: true, definition: '' });
});
