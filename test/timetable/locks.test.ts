import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/module.js';
import type { PublishedRow, TimetableRow } from '../../src/domain/timetable.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { groups, jury, request, room, session, witness } from './programmes.js';

const day = (number: number) => ({ date: `2026-03-0${number}` });
const programme: Programme = {
  sessions: [
    session('P', { ...day(1), kinds: ['plenary'], audience: { kind: 'all' } }),
    session('S1', day(2)),
    session('S2', day(3)),
    session('V', { ...day(4), kinds: ['visit'], audience: { kind: 'all' } }),
    session('R', { ...day(5), start: 540, end: 600, kinds: ['presentation'], minutesEach: 20 }),
  ],
  rooms: [room('Hall', 13), room('A', 5), room('B', 5), room('C', 6), room('D', 9)],
  witnesses: [witness('T1', { maxGroupsPerHearing: 2 }), jury('J1'), jury('J2')],
  hearingsPerGroup: 1,
};
const own = request(programme, groups('X', ['G1', 'G2', 'G3']));
const first = buildTimetable(own);
if (first.status !== 'found') throw new Error(JSON.stringify(first));
const made = first.timetable.rows;

type Written = Partial<Omit<TimetableRow, 'order'>> & { readonly order?: number | 'none' };

/** Locks rows, as `session group`, with what somebody has written into them; returns what could not stay, as `line lost name`. */
function lock(locks: Readonly<Record<string, Written>>, changes: Partial<Programme> = {}): readonly string[] {
  const rows = made.map((row, index): PublishedRow => {
    const written = locks[`${row.session} ${row.group}`];
    const source = { file: 'timetable.csv', line: index + 2 };
    if (written === undefined) return { ...row, source };
    const { order: published, ...rest } = row;
    const { order = published, ...cells } = written;
    return { ...rest, ...cells, ...(typeof order === 'number' ? { order } : {}), isLocked: true, source };
  });
  const result = buildTimetable({
    ...own,
    programme: { ...programme, ...changes },
    before: { rows, today: '2026-02-27' },
  });
  if (result.status === 'impossible') {
    return result.reasons.map(({ code, params, source }) => {
      expect([code, source?.file]).toEqual(['timetable.lock-broken', 'timetable.csv']);
      const { session: id, group } = rows[(source?.line ?? 0) - 2];
      expect(params).toMatchObject({ session: id, group });
      const { lost, name } = params as { lost: string; name: string };
      return `${id} ${group}: ${lost} ${name}`;
    });
  }
  const kept = rows.filter(({ isLocked }) => isLocked);
  const now = kept.map(({ uid }) => result.timetable.rows.find((row) => row.uid === uid));
  expect(now.map((row) => row && [row.kind, row.witnesses, row.room, row.order])).toEqual(
    kept.map((row) => [row.kind, row.witnesses, row.room, row.order]),
  );
  return [];
}

const rowOf = (id: string, group: string): TimetableRow => {
  const row = made.find((each) => each.session === id && each.group === group);
  if (row === undefined) throw new Error(`${group} is not in ${id}`);
  return row;
};
/** A session in which the group works, and the one in which it hears T1. */
const worksIn = (group: string) => (rowOf('S1', group).kind === 'work' ? 'S1' : 'S2');
const hearsIn = (group: string) => (worksIn(group) === 'S1' ? 'S2' : 'S1');
const ranked = (rank: number) => made.find(({ session: id, order }) => id === 'R' && order === rank)?.group ?? '';

describe('a locked row', () => {
  it('stays, whatever has been written into it, where that can be', () => {
    const [one, two] = [ranked(1), ranked(2)];
    expect(
      lock({
        [`${worksIn('G1')} G1`]: { room: 'D' },
        [`R ${one}`]: { order: 2, start: 560, end: 580, witnesses: ['J2'], room: 'Hall' },
        [`R ${two}`]: { order: 1, start: 540, end: 560, witnesses: ['J2'], room: 'Hall' },
      }),
    ).toEqual([]);
  });

  it('that says work stays work, though the group has a hearing less', () => {
    const at = hearsIn('G1');
    expect(lock({ [`${at} G1`]: { kind: 'work', witnesses: [] } })).toEqual([]);
  });

  it('keeps its jury from panels that have none', () => {
    const other = session('Q', { ...day(5), start: 540, end: 600, kinds: ['presentation'], minutesEach: 20 });
    const sessions = [
      ...programme.sessions.map((each) =>
        each.id === 'R' ? { ...each, audience: { kind: 'theme', theme: 'X' } as const } : each,
      ),
      { ...other, audience: { kind: 'theme', theme: 'Y' } as const },
    ];
    const rows = made.map((row, index): PublishedRow => ({
      ...row,
      isLocked: row.session === 'R',
      source: { file: 'timetable.csv', line: index + 2 },
    }));
    const asked = {
      ...own,
      programme: { ...programme, sessions, rooms: [...programme.rooms, room('E', 20)] },
      groups: [...own.groups, ...groups('Y', ['Y1'], 1)],
      before: { rows, today: '' },
    };
    const result = buildTimetable(asked);
    expect(result.status === 'impossible' && result.reasons.map(({ code }) => code)).toEqual(['timetable.jury-limit']);
    const witnesses = [...programme.witnesses, jury('J3', { themes: ['Y'] })];
    expect(buildTimetable({ ...asked, programme: { ...asked.programme, witnesses } }).status).toBe('found');
  });

  it.each([
    ['a visit', 'V G1', {}],
    ['a plenary', 'P G1', {}],
    ['a presentation', 'R G1', {}],
  ])('of %s says no other kind', (_, place, written) => {
    expect(lock({ [place]: { ...written, kind: 'work', witnesses: [] } })).toEqual([
      `${place}: kind ${place.split(' ')[0]}`,
    ]);
  });

  it('of a hearing has one witness, and of all else but a presentation none', () => {
    const at = hearsIn('G1');
    expect(lock({ [`${at} G1`]: { witnesses: [] } })).toEqual([`${at} G1: guests `]);
    expect(lock({ [`${at} G1`]: { witnesses: ['T1', 'J1'] } })).toEqual([`${at} G1: guests T1, J1`]);
    expect(lock({ [`${at} G1`]: { witnesses: ['J1'] } })).toEqual([`${at} G1: witness J1`]);
    expect(lock({ [`${worksIn('G1')} G1`]: { witnesses: ['T1'] } })).toEqual([`${worksIn('G1')} G1: guests T1`]);
    expect(lock({ 'R G1': { witnesses: [] } })).toEqual(['R G1: guests ']);
    expect(lock({ 'R G1': { witnesses: ['T1'] } })).toEqual(['R G1: witness T1']);
  });

  it('has a rank that there is, for itself', () => {
    const [one, two] = [ranked(1), ranked(2)];
    expect(lock({ [`R ${one}`]: { order: 4, start: 600, end: 620 } })).toEqual([`R ${one}: rank 4`]);
    expect(lock({ [`R ${one}`]: { order: 'none' } })).toEqual([`R ${one}: rank `]);
    expect(lock({ 'V G1': { order: 1 } })).toEqual(['V G1: rank 1']);
    expect(lock({ [`R ${one}`]: {}, [`R ${two}`]: { order: 1, start: 540, end: 560 } }).toSorted()).toEqual(
      [`R ${one}: rank 1`, `R ${two}: rank 1`].toSorted(),
    );
  });

  it('starts when its rank lets it, or follows its session', () => {
    const three = ranked(3);
    expect(lock({ [`R ${three}`]: { start: 585, end: 605 } })).toEqual([`R ${three}: time R`]);
    expect(lock({ 'P G1': { start: 545 } })).toEqual(['P G1: time P']);
    const moved = programme.sessions.map((each) => ({ ...each, start: each.start + 60, end: each.end + 60 }));
    expect(lock({ [`R ${three}`]: {}, 'P G1': {} }, { sessions: moved })).toEqual([]);
    // Other minutes are no move of the session.
    const longer = programme.sessions.map((each) => (each.id === 'R' ? { ...each, minutesEach: 15 } : each));
    expect(lock({ [`R ${three}`]: {} }, { sessions: longer })).toEqual([`R ${three}: time R`]);
  });

  it('agrees with the others of its panel and of its plenary', () => {
    const [one, two] = [ranked(1), ranked(2)];
    const pair = [`R ${one}: differs ${two}`, `R ${two}: differs ${one}`].toSorted();
    expect(lock({ [`R ${one}`]: { room: 'D' }, [`R ${two}`]: { room: 'Hall' } }).toSorted()).toEqual(pair);
    expect(lock({ [`R ${one}`]: { witnesses: ['J1'] }, [`R ${two}`]: { witnesses: ['J2'] } }).toSorted()).toEqual(pair);
    const spare = [...programme.rooms, room('Hall 2', 14)];
    expect(lock({ 'P G1': { room: 'Hall' }, 'P G2': { room: 'Hall 2' } }, { rooms: spare })).toEqual([
      'P G1: differs G2',
      'P G2: differs G1',
    ]);
    expect(lock({ 'P G2': { room: 'Hall 2' } }, { rooms: spare })).toEqual([]);
  });

  it('has a room, large enough for all who meet there, that nobody else has then', () => {
    const at = worksIn('G1');
    expect(lock({ [`${at} G1`]: { room: '' } })).toEqual([`${at} G1: room `]);
    expect(lock({ 'V G1': { room: 'A' } })).toEqual(['V G1: room A']);
    expect(lock({ 'P G1': {} }, { rooms: [] })).toEqual([`P G1: room ${rowOf('P', 'G1').room}`]);
    expect(lock({ 'P G2': { room: 'A' } })).toEqual(['P G2: seats A']);
    expect(lock({ 'R G2': { room: 'A', witnesses: ['J1', 'J2'] } })).toEqual(['R G2: seats A']);
    const together = { kind: 'hearing', witnesses: ['T1'], room: 'C' } as const;
    expect(lock({ 'S1 G1': together })).toEqual([]);
    expect(lock({ 'S1 G1': together, 'S1 G2': together })).toEqual(['S1 G1: seats C', 'S1 G2: seats C']);
    expect(lock({ 'S1 G1': { ...together, room: 'D' }, 'S1 G2': { ...together, room: 'D' } })).toEqual([]);
    const work = { kind: 'work', witnesses: [], room: 'A' } as const;
    expect(lock({ 'S1 G1': work, 'S1 G2': work })).toEqual(['S1 G1: twice A', 'S1 G2: twice A']);
  });

  it('is no more than one session too many for a jury member', () => {
    const witnesses = programme.witnesses.map((each) => (each.id === 'J1' ? { ...each, maxSessions: 0 } : each));
    const at = made.find(({ session: id }) => id === 'R')?.witnesses ?? [];
    expect(at).toContain('J1');
    expect(lock({ 'R G1': {} }, { witnesses })).toEqual(['R G1: limit J1']);
  });

  it('leaves its guest time for the way to another', () => {
    const sessions = [
      session('N', { sites: ['North'], audience: { kind: 'theme', theme: 'X' } }),
      session('S', { start: 725, end: 900, sites: ['South'], audience: { kind: 'theme', theme: 'Y' } }),
    ];
    const travel = [{ from: 'North', to: 'South', minutes: 30, source: { file: 'travel.csv', line: 2 } }];
    const witnesses = [witness('T1'), witness('T2', { themes: ['Y'] })];
    const list = [...groups('X', ['X1']), ...groups('Y', ['Y1'])];
    const asked = request({ sessions, witnesses, travel, hearingsPerGroup: 1 }, list);
    const made = buildTimetable(asked);
    if (made.status !== 'found') throw new Error(JSON.stringify(made));
    const rows = made.timetable.rows.map((row, index): PublishedRow => ({
      ...row,
      witnesses: ['T1'],
      isLocked: true,
      source: { file: 'timetable.csv', line: index + 2 },
    }));
    const told = (result: ReturnType<typeof buildTimetable>) =>
      result.status === 'impossible' ? result.reasons.map(({ params }) => params) : result.status;
    expect(told(buildTimetable({ ...asked, before: { rows, today: '' } }))).toEqual([
      { session: 'N', group: 'X1', lost: 'reach', name: 'T1' },
      { session: 'S', group: 'Y1', lost: 'reach', name: 'T1' },
    ]);
    const near = { ...asked, programme: { ...asked.programme, travel: [{ ...travel[0], minutes: 5 }] } };
    expect(told(buildTimetable({ ...near, before: { rows, today: '' } }))).toBe('found');
  });

  it('that names a guest twice is told, and not tidied up', () => {
    expect(lock({ 'R G1': { witnesses: ['J1', 'J1'] } })).toEqual(['R G1: rest G1']);
  });

  it('keeps its room in a partial timetable, before all others', () => {
    const at = worksIn('G1');
    const rows = made.map((row, index): PublishedRow => ({
      ...row,
      ...(row.session === at && row.group === 'G1' ? { room: 'C', isLocked: true } : {}),
      source: { file: 'timetable.csv', line: index + 2 },
    }));
    const rooms = programme.rooms.filter(({ id }) => id === 'C' || id === 'Hall');
    const result = buildTimetable({
      ...own,
      programme: { ...programme, rooms },
      isPartial: true,
      before: { rows, today: '' },
    });
    expect(result.status).toBe('partial');
    const after = result.status === 'partial' ? result.timetable.rows : [];
    expect(after.find((row) => row.session === at && row.group === 'G1')?.room).toBe('C');
  });
});
