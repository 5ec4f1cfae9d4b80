import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../src/check/check-timetable.js';
import type { Programme } from '../../src/domain/module.js';
import type { Room } from '../../src/domain/room.js';
import type { Session } from '../../src/domain/session.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { groups, jury, reasonCodes, request, room, session, shortRows, witness } from './programmes.js';

/** From North to South takes 25 minutes. */
const travel = [{ from: 'North', to: 'South', minutes: 25, source: { file: 'travel.csv', line: 2 } }];
const early = { start: 540, end: 600, kinds: ['work'] } as const;
/** Ten minutes after {@link early}. */
const soon = { start: 610, end: 670, kinds: ['work'] } as const;
/** Half an hour after {@link early}. */
const late = { start: 630, end: 690, kinds: ['work'] } as const;
const north = room('N', 9, { site: 'North' });
const south = room('S', 9, { site: 'South' });

const make = (programme: Partial<Programme>, list = groups('', ['G1'])) =>
  buildTimetable(request({ travel, ...programme }, list));
const placesOf = (programme: Partial<Programme>, list = groups('', ['G1'])) => shortRows(make(programme, list));

describe('the way from one site to another', () => {
  it('that is too long for the time between two sessions is a reason, with the minutes', () => {
    const sessions = [session('S1', { ...early, sites: ['North'] }), session('S2', { ...soon, sites: ['South'] })];
    const result = make({ sessions, rooms: [north, south] });
    expect(result.status === 'impossible' && result.reasons).toMatchObject([
      {
        code: 'timetable.travel-short',
        params: { first: 'S1', second: 'S2', groups: ['G1'], from: 'North', to: 'South', minutes: 10, needed: 25 },
      },
    ]);
    const inTime = [sessions[0], session('S2', { ...late, sites: ['South'] })];
    expect(placesOf({ sessions: inTime, rooms: [north, south] })).toEqual(['S1 G1 work N', 'S2 G1 work S']);
  });

  it('is found too long through a session that may be anywhere', () => {
    const sessions = [
      session('S1', { ...early, sites: ['North'] }),
      session('S2', { ...soon, end: 620 }),
      session('S3', { start: 630, end: 700, kinds: ['work'], sites: ['South'] }),
    ];
    expect(reasonCodes(make({ sessions, rooms: [north, south] }))).toEqual(['timetable.travel-short']);
  });

  it('keeps a group where it can go on from', () => {
    const sessions = [session('S1', early), session('S2', { ...soon, sites: ['South'] })];
    expect(placesOf({ sessions, rooms: [north, south] })).toEqual(['S1 G1 work S', 'S2 G1 work S']);
  });

  it('lets others take the rooms from which they can go on', () => {
    const to = (theme: string, site: string) =>
      session(`S2${theme}`, { ...soon, audience: { kind: 'theme', theme }, sites: [site] });
    const list = [...groups('A', ['A1']), ...groups('B', ['B1', 'B2'])];
    const rooms = [north, room('N2', 9, { site: 'North' }), south];
    const sessions = [session('S1', early), to('A', 'South'), to('B', 'North')];
    expect(placesOf({ sessions, rooms }, list).slice(0, 3)).toEqual([
      'S1 A1 work S',
      expect.stringMatching(/^S1 B1 work N/),
      expect.stringMatching(/^S1 B2 work N/),
    ]);
    const scarce = make({ sessions, rooms: [north, south, room('S2', 9, { site: 'South' })] }, list);
    expect(reasonCodes(scarce)).toEqual(['timetable.rooms-short']);
  });

  it('names who is late where no rooms help, and leaves the rest under --partial', () => {
    // Both work in the one room of the South, which is not to be had before.
    const rooms = [north, { ...south, unavailable: ['S1'] }];
    const sessions = [session('S1', early), session('S2', { ...soon, sites: [] })];
    const only = { sessions, rooms: [{ ...north, unavailable: ['S2'] }, rooms[1]] };
    const result = make(only);
    expect(result.status === 'impossible' && result.reasons).toMatchObject([
      { code: 'timetable.travel-missed', params: { who: ['G1'], from: 'North', to: 'South', minutes: 10, needed: 25 } },
    ]);
    const partial = buildTimetable({ ...request({ travel, ...only }, groups('', ['G1'])), isPartial: true });
    expect(partial.status === 'partial' && partial.timetable.rows).toHaveLength(2);
  });

  it('keeps a witness from two hearings between which there is no time', () => {
    const hearing = { kinds: ['hearing'], sites: ['North'] } as const;
    const sessions = [
      session('S1', { ...early, ...hearing }),
      session('S2', { ...soon, ...hearing, sites: ['South'], audience: { kind: 'theme', theme: 'B' } }),
      session('S3', { ...late, ...hearing, sites: ['South'], audience: { kind: 'theme', theme: 'B' } }),
    ];
    const list = [...groups('A', ['A1']), ...groups('B', ['B1'])];
    const programme = { sessions: sessions.slice(0, 2), witnesses: [witness('T1')], hearingsPerGroup: 1 };
    expect(reasonCodes(make(programme, list))).toEqual(['timetable.hearings-missing']);
    const later = { ...programme, sessions: [sessions[0], sessions[2]] };
    expect(placesOf(later, list)).toEqual(['S1 A1 hearing - T1', 'S3 B1 hearing - T1']);
  });

  it('keeps a member of a jury from two presentations between which there is no time', () => {
    const present = (id: string, hours: Partial<Session>, theme: string, site: string) =>
      session(id, { ...hours, kinds: ['presentation'], audience: { kind: 'theme', theme }, sites: [site] });
    const sessions = [present('P1', early, 'A', 'North'), present('P2', soon, 'B', 'South')];
    const list = [...groups('A', ['A1']), ...groups('B', ['B1'])];
    expect(reasonCodes(make({ sessions, witnesses: [jury('J1')] }, list))).toEqual(['timetable.jury-short']);
    expect(placesOf({ sessions, witnesses: [jury('J1'), jury('J2')] }, list)).toHaveLength(2);
  });
});

/** A day of work at two sites: sessions somewhere or anywhere, close together or not, and rooms that are not always to be had. */
const day = fc
  .record({
    groupCount: fc.integer({ min: 1, max: 3 }),
    sites: fc.array(fc.constantFrom('', '', 'North', 'South'), { minLength: 2, maxLength: 4 }),
    breaks: fc.array(fc.constantFrom(5, 40), { minLength: 4, maxLength: 4 }),
    rooms: fc.array(fc.record({ site: fc.constantFrom('North', 'South'), closed: fc.integer({ min: 0, max: 15 }) }), {
      minLength: 2,
      maxLength: 5,
    }),
  })
  .map(({ groupCount, sites, breaks, rooms }): TimetableRequest => {
    let end = 480;
    const sessions = sites.map((site, at) => {
      const start = end + breaks[at];
      end = start + 60;
      return session(`S${at}`, { start, end, kinds: ['work'], sites: site === '' ? [] : [site] });
    });
    const list = rooms.map(({ site, closed }, at): Room => {
      const unavailable = sessions.flatMap(({ id }, bit) => ((closed >> bit) % 4 === 1 ? [id] : []));
      return room(`R${at}`, 9, { site, unavailable });
    });
    const labels = Array.from({ length: groupCount }, (_, at) => `G${at}`);
    return request({ sessions, rooms: list, travel }, groups('', labels));
  });

/** Whether rooms exist, by trying all of them for one group after the other in each session. */
function canExist({ programme: { sessions, rooms }, groups: list }: TimetableRequest): boolean {
  const extend = (at: number, who: number, taken: readonly Room[], before: readonly Room[]): boolean => {
    if (at === sessions.length) return true;
    if (who === list.length) return extend(at + 1, 0, [], taken);
    const { id, sites, start } = sessions[at];
    return rooms.some((own) => {
      if (taken.includes(own) || own.unavailable.includes(id)) return false;
      if (sites.length > 0 && !sites.includes(own.site)) return false;
      const isLate = at > 0 && before[who].site !== own.site && start - sessions[at - 1].end < 25;
      return !isLate && extend(at, who + 1, [...taken, own], before);
    });
  };
  return extend(0, 0, [], []);
}

describe('rooms at two sites', () => {
  it('are found exactly where trying everything finds some, and the judge has nothing to say', () => {
    const found = { yes: 0, no: 0 };
    fc.assert(
      fc.property(day, (asked) => {
        const result = buildTimetable(asked);
        expect(result.status === 'found').toBe(canExist(asked));
        found[result.status === 'found' ? 'yes' : 'no']++;
        if (result.status === 'found') expect(checkTimetable({ ...asked, timetable: result.timetable })).toEqual([]);
      }),
      { numRuns: runs(500), seed: 11 },
    );
    expect(Math.min(found.yes, found.no)).toBeGreaterThan(50);
  });
});
