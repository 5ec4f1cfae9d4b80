import { describe, expect, it } from 'vitest';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { makeTimetable } from '../../src/usecases/make-timetable.js';
import { availability, groups, jury, request, room, session, shortRows } from './programmes.js';

describe('presentations', () => {
  const day = session('S', { kinds: ['presentation'], minutesEach: 20 });

  it('in halves are before a jury at each site', () => {
    const asked = request(
      {
        sessions: [session('P', { kinds: ['presentation'], audience: { kind: 'halves' }, sites: ['North', 'South'] })],
        rooms: [room('N', 10, { site: 'North' }), room('S', 10, { site: 'South' })],
        witnesses: [jury('J1'), jury('J2')],
      },
      groups('A', ['A1', 'A2']),
    );
    const result = makeTimetable({ ...asked, title: 'Test' });
    expect(shortRows(result)).toEqual(['P A1 presentation N J1', 'P A2 presentation S J2']);
  });

  it('follow one another before the jury of the theme, each group with its own minutes', () => {
    const programme = {
      sessions: [day],
      rooms: [room('R', 9)],
      witnesses: [jury('J1'), jury('J2', { themes: ['B'] })],
    };
    const result = buildTimetable(request(programme, groups('A', ['A1', 'A2'])));
    const rows = result.status === 'found' ? result.timetable.rows : [];
    expect(rows.map((row) => [row.start, row.end, row.order, row.room, row.witnesses])).toEqual([
      [540, 560, 1, 'R', ['J1']],
      [560, 580, 2, 'R', ['J1']],
    ]);
    expect(rows.map((row) => row.group).toSorted()).toEqual(['A1', 'A2']);
  });

  it('share the session evenly in whole minutes when none are asked', () => {
    const { minutesEach: _, ...without } = { ...day, end: 640 };
    const result = buildTimetable(request({ sessions: [without] }, groups('A', ['A1', 'A2', 'A3'])));
    expect(result.status === 'found' && result.timetable.rows.map((row) => row.start)).toEqual([540, 573, 606]);
  });

  it('go around the breaks of their session, juries of one size each in its own time', () => {
    const breaks = [
      { kind: 'times', start: 580, end: 590 },
      { kind: 'halfway', minutes: 15 },
    ] as const;
    const asked = request({ sessions: [{ ...day, breaks }] }, [
      ...groups('A', ['A1', 'A2', 'A3', 'A4', 'A5']),
      ...groups('B', ['B1', 'B2']),
    ]);
    const result = buildTimetable(asked);
    const rows = result.status === 'found' ? result.timetable.rows : [];
    const timesOf = (theme: string) => rows.filter((row) => row.theme === theme).map((row) => [row.start, row.end]);
    expect(timesOf('A')).toEqual([
      [540, 560],
      [560, 580],
      [590, 610],
      [625, 645],
      [645, 665],
    ]);
    expect(timesOf('B')).toEqual([
      [540, 560],
      [590, 610],
    ]);
  });

  it('share what the breaks leave of the session when no minutes are asked', () => {
    const { minutesEach: _, ...without } = { ...day, breaks: [{ kind: 'times', start: 600, end: 615 } as const] };
    const result = buildTimetable(request({ sessions: [without] }, groups('A', ['A1', 'A2', 'A3', 'A4'])));
    expect(result.status === 'found' && result.timetable.rows.map((row) => [row.start, row.end])).toEqual([
      [540, 575],
      [615, 650],
      [650, 685],
      [685, 720],
    ]);
  });

  it('share jury members evenly among themes and leave the reluctant at home', () => {
    const programme = {
      sessions: [day],
      witnesses: [jury('J1'), jury('J2'), jury('J3'), jury('J4', { themes: ['A'] }), jury('J5')],
      availability: availability({ J1: 'S', J2: 'S', J3: 'S', J4: 'S', J5: 'S?' }),
    };
    const result = buildTimetable(request(programme, [...groups('A', ['A1']), ...groups('B', ['B1'])]));
    const panels = result.status === 'found' ? result.timetable.rows.map((row) => row.witnesses) : [];
    expect(panels.map((members) => members.length)).toEqual([2, 2]);
    expect(panels.flat().toSorted()).toEqual(['J1', 'J2', 'J3', 'J4']);
  });

  it('go on in a room for one group at a time when none is larger, with a warning', () => {
    const programme = { sessions: [day], rooms: [room('R', 5)], witnesses: [jury('J1')] };
    const result = buildTimetable(request(programme, groups('A', ['A1', 'A2'])));
    expect(result.status === 'found' && result.warnings).toEqual([
      {
        code: 'timetable.panel-room-small',
        severity: 'warning',
        params: { session: 'S', theme: 'A', room: 'R', seats: 5, needed: 9 },
      },
    ]);
  });

  it('give every group another rank in every session', () => {
    const sessions = [2, 3, 4].map((date) =>
      session(`S${date}`, { kinds: ['presentation'], date: `2026-03-0${date}` }),
    );
    const result = buildTimetable(request({ sessions }, groups('A', ['A1', 'A2', 'A3'])));
    const rows = result.status === 'found' ? result.timetable.rows : [];
    for (const label of ['A1', 'A2', 'A3']) {
      expect(
        rows
          .filter((row) => row.group === label)
          .map((row) => row.order ?? 0)
          .toSorted((a, b) => a - b),
      ).toEqual([1, 2, 3]);
    }
  });

  it('are drawn by the seed', () => {
    const orders = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) =>
      shortRows(buildTimetable(request({ sessions: [day] }, groups('A', ['A1', 'A2', 'A3']), seed))).join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    expect(shortRows(buildTimetable(request({ sessions: [day] }, groups('A', ['A1', 'A2', 'A3']), 'a'))).join()).toBe(
      orders[0],
    );
  });
});
