import { describe, expect, it } from 'vitest';
import type { Witness } from '../../src/domain/witness.js';
import { checkTimetable } from '../../src/check/check-timetable.js';
import {
  availability,
  changing,
  everyone,
  groups,
  judge,
  programme,
  row,
  rows,
  session,
  sessions,
  withRoom,
  withSession,
  withState,
  withWitness,
  without,
  witnesses,
} from './small-programme.js';

describe('a valid timetable', () => {
  it('breaks no rule', () => {
    expect(judge(rows)).toEqual([]);
  });

  it('breaks none without an availability table', () => {
    const { availability: _, ...always } = programme;
    expect(checkTimetable({ programme: always, groups, timetable: { rows } })).toEqual([]);
  });

  it('breaks none when availabilities are "if needed"', () => {
    expect(judge(rows, { availability: new Map(witnesses.map(({ id }) => [id, everyone('if_needed')])) })).toEqual([]);
  });

  it('breaks none without rooms', () => {
    const roomless = rows.map((each) => ({ ...each, room: '' }));
    expect(judge(roomless, { rooms: [] })).toEqual([]);
  });

  it('breaks none with rows that are cancelled, whatever they say', () => {
    const cancelled = row('S9', 'Z9', 'work', 'none', { uid: 'cancelled', status: 'cancelled' });
    expect(judge([...rows, cancelled])).toEqual([]);
  });

  it('is found valid whatever the order of its rows', () => {
    expect(judge(rows.toReversed())).toEqual([]);
  });
});

describe('rows', () => {
  it('refer to a session that exists', () => {
    expect(judge([...rows, { ...rows[0], uid: 'x', session: 'S9' }])).toEqual(['unknown-session S9 A1']);
  });

  it('refer to a group that exists', () => {
    expect(judge([...rows, { ...rows[0], uid: 'x', group: 'Z9' }])).toEqual(['unknown-group S0 Z9']);
  });

  it('have a key of their own', () => {
    expect(judge(changing('S0', 'A2', { uid: 'S0-A1' }))).toEqual(['uid-repeated S0-A1 2']);
  });

  it("repeat their group's theme and strand", () => {
    expect(judge(changing('S0', 'A1', { strand: 'y' }))).toEqual(['wrong-theme S0 A1 A y']);
    expect(judge(changing('S0', 'A1', { theme: 'B' }))).toEqual(['wrong-theme S0 A1 B x']);
  });

  it("are on their session's day", () => {
    expect(judge(changing('S5', 'A1', { date: '2018-03-02' }))).toEqual(['wrong-date S5 A1 2018-03-02 2018-03-01']);
  });

  it("are at their session's time", () => {
    expect(judge(changing('S5', 'A1', { end: 650 }))).toEqual(['wrong-time S5 A1 540 650']);
    expect(judge(changing('S5', 'A1', { start: 530 }))).toEqual(['wrong-time S5 A1 530 660']);
  });

  it('have no rank unless they are presentations', () => {
    expect(judge(changing('S5', 'A1', { order: 1 }))).toEqual(['order-unexpected S5 A1 1']);
  });
});

describe('attendance', () => {
  it('misses no group', () => {
    expect(judge(without('S1', 'B1'))).toEqual(['row-missing S1 B1']);
    expect(judge(without('S3', 'B1'))).toEqual(['row-missing S3 B1']);
    expect(judge(without('S0', 'B1'))).toEqual(['row-missing S0 B1']);
  });

  it('has no group twice in a session', () => {
    expect(judge([...rows, row('S1', 'B1', 'work', 'R3', { uid: 'x' })])).toEqual(['row-repeated S1 B1 2']);
  });

  it('has no group that the session is not for', () => {
    expect(judge([...rows, row('S5', 'B1', 'work', 'R3')])).toEqual(['not-invited S5 B1']);
  });

  it('does what the session is for', () => {
    expect(judge(changing('S5', 'A1', { kind: 'visit' }))).toEqual(['wrong-kind S5 A1 visit']);
  });

  it('has no group in two sessions at once, even where their rows do not meet', () => {
    const overlapping = withSession('S5', { date: '2018-03-29', start: 640, end: 700 });
    const moved = rows.map((each) =>
      each.session === 'S5' ? { ...each, date: '2018-03-29', start: 640, end: 700 } : each,
    );
    expect(judge(moved, overlapping)).toEqual(['group-twice A1 S5 S6', 'group-twice A2 S5 S6']);
  });

  it('lets a group that cannot come stay away from work', () => {
    expect(judge(without('S5', 'A1'), withState('A1', 'S5', 'no'))).toEqual([]);
    expect(judge(rows, withState('A1', 'S5', 'no'))).toEqual(['group-unavailable S5 A1 work']);
    expect(judge(rows, withState('A1', 'S0', 'no'))).toEqual([]);
    const orVisits = { ...withSession('S5', { kinds: ['work', 'visit'] }), ...withState('A1', 'S5', 'no') };
    expect(judge(without('S5', 'A1'), orVisits)).toEqual(['row-missing S5 A1']);
  });

  it('lets a group that cannot come stay away from hearings, not from plenaries', () => {
    expect(judge(rows, withState('A1', 'S1', 'no'))).toEqual(['group-unavailable S1 A1 hearing']);
    expect(judge(rows, withState('B1', 'S1', 'no'))).toEqual([]);
    expect(judge(without('S1', 'B1'), withState('B1', 'S1', 'no'))).toEqual([]);
    expect(judge(without('S0', 'B1'), withState('B1', 'S0', 'no'))).toEqual(['row-missing S0 B1']);
  });

  it('has halves at two sites', () => {
    const together = rows.map((each) => (each.session === 'S4' ? { ...each, room: 'Amphi', site: 'ENA' } : each));
    expect(judge(together)).toEqual(['halves-together S4 ENA']);
  });

  it('has one half at one site where the other hears nobody', () => {
    const asked = { audience: { kind: 'halves' }, sites: ['ENA', 'INET'] } as const;
    const heard = rows.filter((each) => each.session !== 'S2' || each.site === 'INET');
    expect(heard.filter((each) => each.session === 'S2').map(({ group }) => group)).toEqual(['B1', 'B2']);
    expect(judge(heard, withSession('S2', asked)).filter((line) => line.startsWith('halves'))).toEqual([]);
  });

  it('has one half at one site where there is one group only', () => {
    const alone = { programme: { ...programme, sessions: [sessions[4]], hearingsPerGroup: 0 }, groups: [groups[0]] };
    const own = rows.filter((each) => each.session === 'S4' && each.group === 'A1');
    expect(checkTimetable({ ...alone, timetable: { rows: own } })).toEqual([]);
  });
});

describe('rooms', () => {
  it('are named where there are rooms', () => {
    expect(judge(changing('S5', 'A1', { room: '' }))).toEqual(['room-missing S5 A1']);
  });

  it('exist', () => {
    expect(judge(changing('S5', 'A1', { room: 'R9' }))).toEqual(['unknown-room S5 A1 R9']);
    expect(judge(rows.slice(0, 1), { rooms: [], sessions: [], hearingsPerGroup: 0 })).toEqual([
      'unknown-session S0 A1',
    ]);
  });

  it('are on the site that the row says', () => {
    expect(judge(changing('S5', 'A1', { site: 'INET' }))).toEqual(['wrong-site S5 A1 INET']);
    expect(judge(changing('S3', 'A1', { site: 'ENA' }))).toEqual(['wrong-site S3 A1 ENA']);
  });

  it("are on the session's site", () => {
    expect(judge(rows, withSession('S5', { sites: ['INET'] }))).toEqual([
      'room-off-site S5 R1 ENA',
      'room-off-site S5 R2 ENA',
    ]);
  });

  it('without a site are on any', () => {
    const nowhere = withRoom('R1', { site: '' });
    const siteless = rows.map((each) => (each.room === 'R1' ? { ...each, site: '' } : each));
    expect(judge(siteless, { ...nowhere, ...withSession('S5', { sites: ['ENA'] }) })).toEqual([]);
    expect(judge(rows, { ...nowhere, ...withSession('S5', { sites: ['ENA'] }) })).toEqual([]);
  });

  it('may hold what they are used for', () => {
    expect(judge(rows, withRoom('R1', { uses: ['work', 'hearing'] }))).toEqual(['room-use S6 R1 presentation']);
  });

  it('are to be had', () => {
    expect(judge(rows, withRoom('R4', { unavailable: ['S2'] }))).toEqual(['room-unavailable S2 R4']);
  });

  it('closed for a session are closed for another at the same time', () => {
    const closed = withRoom('R4', { unavailable: ['S8'] });
    const other = session('S8', '2018-02-13', 500, 550, { audience: { kind: 'theme', theme: 'none' } });
    expect(judge(rows, { ...closed, sessions: [...sessions, other] })).toEqual(['room-unavailable S2 R4']);
  });

  it('have a seat for everyone in a plenary', () => {
    expect(judge(rows, withRoom('Amphi', { capacity: 13 }))).toEqual(['room-too-small S0 Amphi 13 14']);
  });

  it('have a seat for both groups and the witness in a joint hearing', () => {
    expect(judge(rows, withRoom('R4', { capacity: 8 }))).toEqual(['room-too-small S2 R4 8 9']);
  });

  it('have a seat for the group at work', () => {
    expect(judge(rows, withRoom('R3', { capacity: 3 }))).toEqual(['room-too-small S1 R3 3 4']);
  });

  it('have a seat for the largest group that presents and the jury', () => {
    expect(judge(rows, withRoom('R2', { capacity: 4 }))).toEqual(['room-too-small S6 R2 4 5']);
    const grown = groups.map((group) => (group.label === 'A2' ? { ...group, size: 4 } : group));
    const found = checkTimetable({ programme, groups: grown, timetable: { rows } });
    const seats = { session: 'S6', room: 'R1', seats: 4, people: 5 };
    expect(found.filter(({ facts }) => facts['session'] === 'S6')).toEqual([
      { rule: 'timetable.room-too-small', facts: seats },
    ]);
  });

  it('hold one group at work', () => {
    expect(judge(changing('S5', 'A2', { room: 'R1' }))).toEqual(['room-twice R1 S5 S5']);
  });

  it('hold one gathering at a time over different sessions', () => {
    const other = session('S8', '2018-03-01', 600, 700, { audience: { kind: 'theme', theme: 'B' } });
    const times = { date: '2018-03-01', start: 600, end: 700 };
    const more = [row('S8', 'B1', 'work', 'R2', times), row('S8', 'B2', 'work', 'R3', times)];
    expect(judge([...rows, ...more], { sessions: [...sessions, other] })).toEqual(['room-twice R2 S5 S8']);
    const later = { start: 660, end: 700 };
    const after = more.map((each) => ({ ...each, ...later }));
    expect(judge([...rows, ...after], { sessions: [...sessions, { ...other, ...later }] })).toEqual([]);
  });

  it('hold one panel at a time', () => {
    const inOneRoom = changing('S6', 'A1', { room: 'R2' }).map((each) =>
      each.session === 'S6' && each.group === 'A2' ? { ...each, room: 'R2' } : each,
    );
    expect(judge(inOneRoom)).toEqual(['room-twice R2 S6 S6']);
  });

  it('hold a panel from its first presentation to its last', () => {
    const inOneRoom = (times: Readonly<Record<string, number>>) =>
      rows.map((each) => {
        if (each.session !== 'S6') return each;
        const start = times[each.group];
        return { ...each, room: 'R2', start, end: start + 30 };
      });
    expect(judge(inOneRoom({ A2: 600, A1: 630, B1: 540, B2: 570 }))).toEqual([]);
    expect(judge(inOneRoom({ A2: 570, A1: 600, B1: 540, B2: 570 }))).toEqual(['room-twice R2 S6 S6']);
    expect(judge(inOneRoom({ A2: 600, A1: 630, B1: 540, B2: 580 }))).toEqual(['room-twice R2 S6 S6']);
  });

  it('hold one witness at a time', () => {
    expect(judge(changing('S2', 'A2', { room: 'R4', site: 'INET' }))).toEqual(['room-twice R4 S2 S2']);
  });

  it('are one for a plenary, and one a site for halves', () => {
    expect(judge(changing('S0', 'A1', { room: 'R1' }))).toEqual(['plenary-split S0  2']);
    expect(judge(changing('S4', 'A1', { room: 'R1' }))).toEqual(['plenary-split S4 ENA 2']);
  });
});

describe('witnesses', () => {
  it('exist', () => {
    expect(judge(changing('S1', 'A1', { witnesses: ['T9'] }))).toEqual(['unknown-witness S1 A1 T9']);
  });

  it('are one in a hearing and none at work', () => {
    expect(judge(changing('S1', 'A1', { witnesses: [] }))).toEqual([
      'witness-count S1 A1 hearing 0',
      'hearings A1 0 1',
    ]);
    expect(judge(changing('S5', 'A1', { witnesses: ['T2'] }))).toEqual(['witness-count S5 A1 work 1']);
  });

  it('are heard as witnesses and judge as members of a jury', () => {
    expect(judge(changing('S1', 'A1', { witnesses: ['J1'] }))).toEqual(['witness-role S1 J1 jury']);
    const judging = changing('S6', 'A1', { witnesses: ['T1'] }).map((each) =>
      each.session === 'S6' && each.group === 'A2' ? { ...each, witnesses: ['T1'] } : each,
    );
    expect(judge(judging, withWitness('T1', { maxSessions: 3 }))).toEqual(['witness-role S6 T1 witness']);
  });

  it('are of the theme', () => {
    expect(judge(changing('S1', 'A1', { witnesses: ['T3'] }))).toEqual(['witness-theme S1 T3 A']);
  });

  it('are available', () => {
    expect(judge(rows, withState('T1', 'S1', 'no'))).toEqual(['witness-unavailable S1 T1']);
  });

  it('of whom the table says nothing are not available', () => {
    const silent = new Map([...availability].filter(([who]) => who !== 'J1'));
    expect(judge(rows, { availability: silent })).toEqual(['witness-unavailable S6 J1']);
  });

  it.each([
    ['arrives on a later day', { arrival: { date: '2018-02-13' } }, ['S1']],
    ['arrives that day, no hour said', { arrival: { date: '2018-02-12' } }, []],
    ['arrives that day, later', { arrival: { date: '2018-02-12', time: 601 } }, ['S1']],
    ['arrives that day, just in time', { arrival: { date: '2018-02-12', time: 600 } }, []],
    ['arrives the day before, later in the day', { arrival: { date: '2018-02-11', time: 900 } }, []],
    ['arrives every day too late for one', { arrival: { time: 570 } }, ['S2']],
    ['left on an earlier day', { departure: { date: '2018-02-12' } }, ['S2']],
    ['leaves that day, no hour said', { departure: { date: '2018-02-13' } }, []],
    ['leaves that day, before the end', { departure: { date: '2018-02-13', time: 659 } }, ['S2']],
    ['leaves every day at an hour', { departure: { time: 660 } }, ['S1']],
  ])('who %s', (_, change: Partial<Witness>, away) => {
    expect(judge(rows, withWitness('T1', change))).toEqual(away.map((id) => `witness-away ${id} T1`));
  });

  it('are in one place at a time', () => {
    const apart = changing('S2', 'B2', { room: 'R2', site: 'ENA' });
    expect(judge(apart)).toEqual(['witness-twice T2 S2 S2']);
  });

  it('are in one place at a time over different sessions', () => {
    const overlapping = withSession('S2', { date: '2018-02-12', start: 700, end: 800 });
    const moved = rows
      .map((each) => (each.session === 'S2' ? { ...each, date: '2018-02-12', start: 700, end: 800 } : each))
      .map((each) => (each.session === 'S2' && each.group === 'A2' ? { ...each, room: 'Amphi' } : each));
    expect(judge(moved, overlapping)).toEqual([
      'group-twice A2 S1 S2',
      'group-twice B1 S1 S2',
      'group-twice B2 S1 S2',
      'room-twice R4 S1 S2',
      'witness-twice T1 S1 S2',
    ]);
  });

  it('take part in no more sessions than they said', () => {
    expect(judge(rows, withWitness('T1', { maxSessions: 1 }))).toEqual(['witness-sessions T1 2 1']);
    expect(judge(rows, withWitness('T2', { maxSessions: 1 }))).toEqual([]);
  });

  it('are heard by no more groups at once than they said', () => {
    expect(judge(rows, withWitness('T2', { maxGroupsPerHearing: 1 }))).toEqual(['witness-groups S2 T2 2 1']);
  });

  it('are as many for each group as asked', () => {
    expect(judge(without('S2', 'A2'))).toEqual(['hearings A2 0 1']);
    expect(judge(rows, { hearingsPerGroup: 2 })).toEqual(groups.map(({ label }) => `hearings ${label} 1 2`));
  });

  it('are heard once by a group', () => {
    const again = [...rows, row('S2', 'A1', 'hearing', 'R2', { witnesses: ['T1'] })];
    expect(judge(again)).toEqual(['witness-twice T1 S2 S2', 'heard-twice A1 T1']);
  });
});

describe('the way between sites', () => {
  const travel = (minutes: number) => ({
    travel: [{ from: 'ENA', to: 'INET', minutes, source: { file: 'travel.csv' } }],
  });

  it('leaves a group the time that it takes', () => {
    expect(judge(rows, travel(1))).toEqual(['travel B2 S1 S0 0 1']);
    expect(judge(rows.toReversed(), travel(1))).toEqual(['travel B2 S1 S0 0 1']);
    const byDay = rows.toSorted((a, b) => b.date.localeCompare(a.date) || a.start - b.start);
    expect(judge(byDay, travel(1))).toEqual(['travel B2 S1 S0 0 1']);
    const byHour = rows.toSorted((a, b) => a.start - b.start);
    expect(judge(byHour, travel(1))).toEqual(['travel B2 S1 S0 0 1']);
    expect(judge(rows, travel(0))).toEqual([]);
  });

  it('is not shortened by a session of no site between', () => {
    const visit = { date: '2018-02-13', start: 700, end: 720 };
    const between = session('S8', visit.date, visit.start, visit.end, {
      kinds: ['visit'],
      audience: { kind: 'theme', theme: 'A' },
    });
    const more = ['A1', 'A2'].map((label) => row('S8', label, 'visit', '', visit));
    const far = { travel: [{ from: 'ENA', to: 'Kehl', minutes: 181, source: { file: 'travel.csv' } }] };
    expect(judge([...rows, ...more], { ...far, sessions: [...sessions, between] })).toEqual([
      'travel A2 S3 S2 180 181',
    ]);
  });

  it('is nobody’s within one session', () => {
    const apart = changing('S2', 'B2', { room: 'R2', site: 'ENA' });
    expect(judge(apart, travel(30)).filter((line) => line.startsWith('travel T'))).toEqual([]);
  });

  it('leaves a witness the time that it takes', () => {
    const soon = { date: '2018-02-12', start: 725, end: 845 };
    const moved = changing('S1', 'A2', { kind: 'hearing', witnesses: ['T2'] }).map((each) =>
      each.session === 'S2' ? { ...each, ...soon } : each,
    );
    const late = (minutes: number) =>
      judge(moved, { ...travel(minutes), ...withSession('S2', soon) }).filter((text) => text.startsWith('travel T'));
    expect(late(6)).toEqual(['travel T2 S2 S1 5 6']);
    expect(late(5)).toEqual([]);
  });
});
