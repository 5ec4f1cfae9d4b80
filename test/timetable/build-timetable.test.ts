import { describe, expect, it } from 'vitest';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { conflictsOf } from './conflicts.js';
import {
  availability,
  comparison,
  figuresOf,
  groups,
  reasonCodes,
  request,
  room,
  session,
  shortRows,
  witness,
} from './programmes.js';

describe('plenaries and visits', () => {
  it('seat everybody in one room, the smallest that does', () => {
    const result = buildTimetable(
      request(
        {
          sessions: [session('P', { kinds: ['plenary'], audience: { kind: 'all' } })],
          rooms: [room('Hall', 50), room('Eight', 8), room('Seven', 7)],
        },
        groups('', ['G1', 'G2']),
      ),
    );
    expect(shortRows(result)).toEqual(['P G1 plenary Eight', 'P G2 plenary Eight']);
  });

  it('of one theme bring only its groups', () => {
    const programme = { sessions: [session('P', { kinds: ['plenary'], audience: { kind: 'theme', theme: 'B' } })] };
    const result = buildTimetable(request(programme, [...groups('A', ['A1']), ...groups('B', ['B1'])]));
    expect(shortRows(result)).toEqual(['P B1 plenary -']);
  });

  it('that are visits take no room and keep the site', () => {
    const programme = {
      sessions: [session('V', { kinds: ['visit'], audience: { kind: 'all' }, sites: ['Senate'] })],
      rooms: [room('R', 10)],
    };
    const result = buildTimetable(request(programme, groups('', ['G1'])));
    expect(result.status === 'found' && result.timetable.rows).toEqual([
      {
        uid: 'test-2026-v-g1',
        version: 0,
        session: 'V',
        date: '2026-03-02',
        start: 540,
        end: 720,
        kind: 'visit',
        group: 'G1',
        theme: '',
        strand: '',
        room: '',
        site: 'Senate',
        witnesses: [],
        status: 'new',
        changed: '',
        isLocked: false,
      },
    ]);
  });

  it('in halves part each strand between the two sites, as equal in people as whole groups allow', () => {
    const sized = (label: string, strand: string, size: number) => ({ label, theme: 'A', strand, size });
    const programme = {
      sessions: [session('H', { kinds: ['plenary'], audience: { kind: 'halves' }, sites: ['Senate', 'Assembly'] })],
      rooms: [room('S', 30, { site: 'Senate' }), room('N', 30, { site: 'Assembly' })],
    };
    const list = [sized('A1', 'a', 9), sized('A2', 'a', 10), sized('B1', 'b', 9), sized('B2', 'b', 10)];
    expect(shortRows(buildTimetable(request(programme, list)))).toEqual([
      'H A1 plenary S',
      'H A2 plenary N',
      'H B1 plenary N',
      'H B2 plenary S',
    ]);
  });
});

describe('work', () => {
  it('gives each group one home room through all sessions', () => {
    const programme = {
      sessions: ['S1', 'S2', 'S3'].map((id, index) => session(id, { kinds: ['work'], date: `2026-03-0${index + 2}` })),
      rooms: [room('R1', 6), room('R2', 4), room('R3', 4)],
    };
    const asked = request(programme, [...groups('A', ['A1'], 4), ...groups('A', ['A2'], 6)]);
    const result = buildTimetable(asked);
    expect(shortRows(result)).toEqual([
      'S1 A1 work R2',
      'S1 A2 work R1',
      'S2 A1 work R2',
      'S2 A2 work R1',
      'S3 A1 work R2',
      'S3 A2 work R1',
    ]);
    expect(figuresOf(asked, result)).toMatchObject({ rooms: 2, groupsInOneRoom: 2 });
  });

  it('stays at the site of the day where a room is free there, though home is elsewhere', () => {
    const site = (name: string) => ({ site: name });
    const day = (id: string, date: string, at: string) =>
      session(id, { kinds: ['plenary'], audience: { kind: 'all' }, date, end: 600, sites: [at] });
    const work = (id: string, date: string) => session(id, { kinds: ['work'], date, start: 660 });
    const programme = {
      sessions: [
        day('P1', '2026-03-02', 'North'),
        work('S1', '2026-03-02'),
        work('S2', '2026-03-03'),
        work('S3', '2026-03-04'),
      ],
      rooms: [
        room('Hall', 20, { ...site('North'), uses: ['plenary'] }),
        room('N', 4, { ...site('North'), uses: ['work'], unavailable: ['S2', 'S3'] }),
        room('M', 4, site('South')),
      ],
    };
    const asked = request(programme, groups('', ['G1']));
    const result = buildTimetable(asked);
    expect(shortRows(result)).toEqual(['P1 G1 plenary Hall', 'S1 G1 work N', 'S2 G1 work M', 'S3 G1 work M']);
    expect(figuresOf(asked, result)).toMatchObject({ site_changes: 0, rooms: 2 });
  });

  it('keeps off rooms that are for something else, away, or not to be had', () => {
    const programme = {
      sessions: [session('S1', { kinds: ['work'], sites: ['North'] })],
      rooms: [
        room('A', 9, { site: 'North', uses: ['hearing'] }),
        room('B', 9, { site: 'South' }),
        room('C', 9, { site: 'North', unavailable: ['S1'] }),
        room('D', 9, { site: 'North', uses: ['work', 'hearing'] }),
      ],
    };
    expect(shortRows(buildTimetable(request(programme, groups('', ['G1']))))).toEqual(['S1 G1 work D']);
  });

  it('keeps off a room that another session of the same time cannot have', () => {
    const programme = {
      sessions: [
        session('S1', { kinds: ['work'], audience: { kind: 'theme', theme: 'A' } }),
        session('S2', { kinds: ['work'], audience: { kind: 'theme', theme: 'B' } }),
      ],
      rooms: [room('R1', 4, { unavailable: ['S2'] }), room('R2', 5), room('R3', 5)],
    };
    const list = [...groups('A', ['A1']), ...groups('B', ['B1'])];
    expect(shortRows(buildTimetable(request(programme, list)))).toEqual(['S1 A1 work R2', 'S2 B1 work R3']);
  });

  it('leaves out a group that cannot come, but not from what is held for everybody', () => {
    const programme = {
      sessions: [
        session('P', { kinds: ['plenary'], audience: { kind: 'all' } }),
        session('W', { kinds: ['work'], start: 840, end: 1000 }),
      ],
      availability: availability({ G1: '!P !W' }),
    };
    const result = buildTimetable(request(programme, groups('', ['G1', 'G2'])));
    expect(shortRows(result)).toEqual(['P G1 plenary -', 'P G2 plenary -', 'W G2 work -']);
    expect(result.status === 'found' && result.warnings).toEqual([
      { code: 'timetable.group-unavailable', severity: 'warning', params: { group: 'G1', sessions: ['P'] } },
    ]);
  });
});

describe('hearings', () => {
  it('put one group before the witness while the others work', () => {
    const programme = {
      sessions: [session('S1'), session('S2', { date: '2026-03-03' })],
      rooms: [room('R5', 5), room('R6', 5)],
      witnesses: [witness('T1')],
      availability: availability({ T1: 'S1 S2', A1: '!S1' }),
      hearingsPerGroup: 1,
    };
    expect(shortRows(buildTimetable(request(programme, groups('', ['A1', 'A2']))))).toEqual([
      'S1 A1 work R5',
      'S1 A2 hearing R6 T1',
      'S2 A1 hearing R5 T1',
      'S2 A2 work R6',
    ]);
  });

  it('need a seat for the witness: the group whose room is full swaps rooms and comes back', () => {
    const programme = {
      sessions: ['S1', 'S2', 'S3'].map((id, index) => session(id, { date: `2026-03-0${index + 2}` })),
      rooms: [room('Full', 4), room('Spare', 5)],
      witnesses: [witness('T1')],
      availability: availability({ T1: 'S1 S2' }),
      hearingsPerGroup: 1,
    };
    const asked = request(programme, groups('', ['A1', 'A2']));
    const result = buildTimetable(asked);
    expect(conflictsOf(asked, result.status === 'found' ? result.timetable.rows : [])).toEqual([]);
    expect(figuresOf(asked, result)['rooms']).toBe(4);
  });

  it('leave a group without a row where the session is for hearings alone', () => {
    const programme = {
      sessions: [session('S1', { kinds: ['hearing'] })],
      witnesses: [witness('T1', { themes: ['A'] })],
      hearingsPerGroup: 0,
    };
    expect(shortRows(buildTimetable(request(programme, groups('A', ['A1']))))).toEqual([]);
  });

  it('join groups in a larger room when the witness comes once and accepts it', () => {
    const programme = {
      sessions: [session('S1', { kinds: ['hearing'] })],
      rooms: [room('Nine', 9), room('Eight', 8)],
      witnesses: [witness('T1', { maxGroupsPerHearing: 2 })],
      hearingsPerGroup: 1,
    };
    const asked = request(programme, groups('', ['A1', 'A2']));
    const result = buildTimetable(asked);
    expect(shortRows(result)).toEqual(['S1 A1 hearing Nine T1', 'S1 A2 hearing Nine T1']);
    expect(figuresOf(asked, result)['joint']).toBe(1);
  });

  it('stay separate where there are half-days enough', () => {
    const programme = {
      sessions: [session('S1'), session('S2', { date: '2026-03-03' })],
      witnesses: [witness('T1', { maxGroupsPerHearing: 2 })],
      hearingsPerGroup: 1,
    };
    const asked = request(programme, groups('', ['A1', 'A2']));
    const result = buildTimetable(asked);
    expect(figuresOf(asked, result)['joint']).toBe(0);
  });

  it('use somebody who said "if needed" only when needed, and say so', () => {
    const sessions = [session('S1'), session('S2', { date: '2026-03-03' })];
    const spare = {
      sessions,
      witnesses: [witness('T1')],
      availability: availability({ T1: 'S1? S2' }),
      hearingsPerGroup: 1,
    };
    expect(shortRows(buildTimetable(request(spare, groups('', ['A1']))))).toEqual([
      'S1 A1 work -',
      'S2 A1 hearing - T1',
    ]);
    const asked = request(spare, groups('', ['A1', 'A2']));
    const needed = buildTimetable(asked);
    expect(figuresOf(asked, needed)['if_needed']).toBe(1);
    expect(needed.status === 'found' && needed.warnings).toEqual([
      { code: 'timetable.if-needed', severity: 'note', params: { who: 'T1', sessions: ['S1'] } },
    ]);
  });

  it('fall on different dates where they can', () => {
    const programme = {
      sessions: [session('S1'), session('S2', { start: 840, end: 1000 }), session('S3', { date: '2026-03-03' })],
      witnesses: [witness('T1'), witness('T2')],
      availability: availability({ T1: 'S1', T2: 'S2 S3' }),
      hearingsPerGroup: 2,
    };
    expect(shortRows(buildTimetable(request(programme, groups('', ['A1']))))).toEqual([
      'S1 A1 hearing - T1',
      'S2 A1 work -',
      'S3 A1 hearing - T2',
    ]);
  });

  it('respect arrival, departure and the most sessions a witness accepts', () => {
    const sessions = [
      session('S1'),
      session('S2', { start: 840, end: 1000 }),
      session('S3', { date: '2026-03-03' }),
      session('S4', { date: '2026-03-03', start: 840, end: 1000 }),
    ];
    const late = witness('T1', {
      arrival: { date: '2026-03-02', time: 700 },
      departure: { date: '2026-03-03', time: 800 },
      maxSessions: 1,
      maxGroupsPerHearing: 2,
    });
    const result = shortRows(
      buildTimetable(request({ sessions, witnesses: [late], hearingsPerGroup: 1 }, groups('', ['A1', 'A2']))),
    );
    const heard = result.filter((row) => row.includes('hearing')).map((row) => row.slice(0, 2));
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
    expect(['S2', 'S3']).toContain(heard[0]);
  });
});

describe('two sites', () => {
  it('keep a group at the site of its home, and at the site of the day where it can', () => {
    const programme = {
      sessions: [
        session('P', { kinds: ['plenary'], audience: { kind: 'all' }, sites: ['South'] }),
        session('S1', { kinds: ['work'], start: 840, end: 1000 }),
        session('S2', { kinds: ['work'], date: '2026-03-03' }),
      ],
      rooms: [room('N1', 8, { site: 'North' }), room('S1', 8, { site: 'South' }), room('S2', 8, { site: 'South' })],
    };
    expect(shortRows(buildTimetable(request(programme, groups('', ['A1', 'A2']))))).toEqual([
      'P A1 plenary S1',
      'P A2 plenary S1',
      'S1 A1 work S1',
      'S1 A2 work S2',
      'S2 A1 work S1',
      'S2 A2 work S2',
    ]);
  });

  it('give a group a home at each site that its sessions name', () => {
    const programme = {
      sessions: [
        session('S1', { kinds: ['work'], sites: ['North'] }),
        session('S2', { kinds: ['work'], date: '2026-03-03', sites: ['South'] }),
        session('S3', { kinds: ['work'], date: '2026-03-04', sites: ['North'] }),
      ],
      rooms: [room('N', 4, { site: 'North' }), room('S', 4, { site: 'South' })],
    };
    const rows = shortRows(buildTimetable(request(programme, groups('', ['A1']))));
    expect(rows).toEqual(['S1 A1 work N', 'S2 A1 work S', 'S3 A1 work N']);
  });
});

describe('the comparison instance', () => {
  it('has no conflict and 18 different rooms in all, the fewest there can be', () => {
    const asked = comparison();
    const result = buildTimetable(asked);
    expect(conflictsOf(asked, result.status === 'found' ? result.timetable.rows : [])).toEqual([]);
    expect(figuresOf(asked, result)).toEqual({
      rows: 160,
      hearings: 32,
      groupsInOneRoom: 14,
      if_needed: 0,
      site_changes: 0,
      rooms: 18,
      same_day: 0,
      gaps: 0,
      joint: 0,
      half_days: 0,
      spacing: 16,
      ranks: 0,
    });
  });

  it('still has a timetable after T1 cancelled S3', () => {
    const asked = comparison({ T1: 'S1 S2 S4 S7' });
    const result = buildTimetable(asked);
    expect(conflictsOf(asked, result.status === 'found' ? result.timetable.rows : [])).toEqual([]);
    expect(figuresOf(asked, result)['rooms']).toBe(18);
  });

  it('has none when sessions overlap', () => {
    const { programme, groups: list } = comparison();
    const sessions = programme.sessions.map((each) =>
      each.id === 'S2' ? { ...each, date: '2026-11-23', start: 1000, end: 1100 } : each,
    );
    const codes = reasonCodes(buildTimetable({ ...comparison(), programme: { ...programme, sessions }, groups: list }));
    expect(codes).toContain('timetable.sessions-overlap');
  });
});
