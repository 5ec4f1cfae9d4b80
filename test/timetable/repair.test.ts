import { describe, expect, it } from 'vitest';
import { withoutOldNews, type PublishedRow, type TimetableRow } from '../../src/domain/timetable.js';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { makeTimetable } from '../../src/usecases/make-timetable.js';
import { comparison, groups, reasonCodes, request, room, session } from './programmes.js';

function rowsOf(asked: TimetableRequest): readonly TimetableRow[] {
  const result = buildTimetable(asked);
  if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
  const { rows } = result.timetable;
  expect(checkTimetable({ ...asked, timetable: { rows } })).toEqual([]);
  return rows;
}

const published = (rows: readonly TimetableRow[]): readonly PublishedRow[] =>
  rows.map((row, index) => ({ ...row, source: { file: 'timetable.csv', line: index + 2 } }));

const after = (asked: TimetableRequest, rows: readonly TimetableRow[], today = ''): TimetableRequest => ({
  ...asked,
  before: { rows: published(rows), today },
});

const changed = (rows: readonly TimetableRow[]): readonly string[] =>
  rows
    .filter(({ status }) => status !== 'unchanged')
    .map((row) =>
      `${row.session} ${row.group} ${row.kind} ${row.witnesses.join('+')} ${row.status}`.replace('  ', ' '),
    );

describe('a timetable that is published again', () => {
  const first = rowsOf(comparison());

  it('changes nothing where nothing has changed, whatever the seed', () => {
    const again = rowsOf(after(comparison(), first));
    expect(again).toEqual(first.map((row) => ({ ...row, status: 'unchanged' })));
    expect(rowsOf(after({ ...comparison(), seed: 'another' }, again))).toEqual(again);
  });

  it('moves one hearing where a witness takes back one half-day', () => {
    const rows = rowsOf(after(comparison({ T1: 'S2 S3 S4 S7' }), first, '2026-11-20'));
    const lost = first.find((row) => row.session === 'S1' && row.witnesses[0] === 'T1');
    expect(changed(rows)).toEqual([
      `S1 ${lost?.group} work moved`,
      expect.stringMatching(new RegExp(`^S[2347] ${lost?.group} hearing T1 moved$`)),
    ]);
    for (const { status, version, changed: day } of rows)
      expect([version, day]).toEqual(status === 'moved' ? [1, '2026-11-20'] : [0, '']);
  });

  it('leaves the past alone, even what could not be any more', () => {
    const lost = first.find((row) => row.session === 'S1' && row.witnesses[0] === 'T1');
    const result = buildTimetable(after(comparison({ T1: 'S2 S3 S4 S7' }), first, '2026-11-24'));
    if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
    expect(changed(result.timetable.rows)).toEqual([]);
    expect(result.timetable.rows.find(({ uid }) => uid === lost?.uid)?.witnesses).toEqual(['T1']);
  });

  it('counts the hearings of a past session that is for work alone by now', () => {
    const past = rowsOf(after(comparison(), first, '2026-11-24'));
    const { programme, ...asked } = comparison();
    const sessions = programme.sessions.map((each) =>
      each.id === 'S1' ? { ...each, kinds: ['work' as const] } : each,
    );
    const again = { ...after({ ...asked, programme: { ...programme, sessions } }, past, '2026-11-24'), title: 'Test' };
    const result = makeTimetable(again);
    if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
    expect(changed(result.timetable.rows)).toEqual([]);
  });

  it('gives a group more its hearings and rooms, and tells nobody else', () => {
    const asked = comparison({ T1: 'S1 S2 S3 S4 S7', T2: 'S3 S4 S5 S6 S8' });
    const large = { ...asked, groups: [...asked.groups, ...groups('LOG', ['LOG5'], 9)] };
    const rooms = [...asked.programme.rooms, { ...asked.programme.rooms[0], id: 'R99', capacity: 12 }];
    const rows = rowsOf(after({ ...large, programme: { ...large.programme, rooms } }, first));
    const others = changed(rows).filter((row) => !row.includes(' LOG5 '));
    // The presentations of its theme take the time of one more.
    expect(others.filter((row) => !row.startsWith('S9'))).toEqual([]);
    expect(rows.filter(({ group, kind }) => group === 'LOG5' && kind === 'hearing')).toHaveLength(2);
    // Each of these sessions was published without it, and what is told of a session's groups has changed.
    expect(new Set(rows.filter(({ group }) => group === 'LOG5').map(({ version }) => version))).toEqual(new Set([1]));
  });

  it('gives a group more nothing that is past', () => {
    const asked = comparison({ T1: 'S1 S2 S3 S4 S7', T2: 'S3 S4 S5 S6 S8' });
    const rooms = [...asked.programme.rooms, { ...asked.programme.rooms[0], id: 'R99', capacity: 12 }];
    const large = {
      ...asked,
      groups: [...asked.groups, ...groups('LOG', ['LOG5'], 9)],
      programme: { ...asked.programme, rooms, hearingsPerGroup: 1 },
    };
    const result = makeTimetable({ ...after(large, first, '2026-11-25'), title: 'Test 2026' });
    if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
    const own = result.timetable.rows.filter(({ group }) => group === 'LOG5').map(({ session: id }) => id);
    expect(own).toEqual(['S4', 'S5', 'S6', 'S7', 'S8', 'S9']);
  });

  it('brings nothing back that was cancelled and would be past by now', () => {
    const cancelled = first.map((row) => (row.session === 'S1' ? { ...row, status: 'cancelled' as const } : row));
    const result = makeTimetable({
      ...after(comparison(), cancelled, '2026-11-25'),
      isPartial: true,
      title: 'Test 2026',
    });
    if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
    const own = result.timetable.rows.filter(({ session: id }) => id === 'S1');
    expect(own).toEqual(cancelled.filter(({ session: id }) => id === 'S1'));
  });

  it('moves a group within its building where it can', () => {
    const near = { site: 'North' };
    const sites = [near, { site: 'South' }, near];
    const rooms = sites.map(({ site }, at) => ({
      ...comparison().programme.rooms[0],
      id: `R${at}`,
      site,
      capacity: 9,
    }));
    const sessions = [session('S1', { kinds: ['work'] }), session('S2', { kinds: ['work'], date: '2026-03-03' })];
    const small = request({ sessions, rooms: rooms.slice(0, 1) }, groups('', ['G1'], 9));
    const told = rowsOf(small);
    const lost = rooms.map((own) => (own.id === 'R0' ? { ...own, unavailable: ['S2'] } : own));
    const rows = rowsOf(after({ ...small, programme: { ...small.programme, rooms: lost } }, told));
    expect(rows.map(({ room, site }) => `${room} ${site}`)).toEqual(['R0 North', 'R2 North']);
  });

  it('begins a session that was not there at version 0', () => {
    const without = first.filter((row) => row.session !== 'S4');
    const rows = rowsOf(after(comparison(), without));
    expect(new Set(rows.filter((row) => row.session === 'S4').map(({ version }) => version))).toEqual(new Set([0]));
  });

  it('names what is new after the module as it was called when it was published', () => {
    const asked = comparison();
    const named = first.map((row) => ({ ...row, uid: row.uid.replace(/^test-2026-/, 'rc-2025-') }));
    expect(named[0].uid).not.toBe(first[0].uid);
    const large = {
      ...asked.programme,
      sessions: [...asked.programme.sessions, session('S99', { date: '2026-12-30', kinds: ['work'] })],
    };
    const title = 'Another title';
    const result = makeTimetable({ ...asked, programme: large, title, before: { rows: published(named), today: '' } });
    if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
    const { rows } = result.timetable;
    const added = rows.filter((row) => row.session === 'S99');
    expect(added).toHaveLength(16);
    for (const { uid, group } of added) expect(uid).toBe(`rc-2025-s99-${group.toLowerCase()}`);
    expect(new Set(rows.map(({ uid }) => uid.slice(0, 8)))).toEqual(new Set(['rc-2025-']));
  });

  it('moves whoever loses a room, and nobody else', () => {
    const asked = comparison();
    const lost = first.find((row) => row.session === 'S4' && row.kind === 'work');
    if (lost === undefined) throw new Error('nobody works in S4');
    const spare = { ...asked.programme.rooms[0], id: 'R99', capacity: 20 };
    const rooms = asked.programme.rooms.map((room) =>
      room.id === lost.room ? { ...room, unavailable: ['S4'] } : room,
    );
    const rows = rowsOf(after({ ...asked, programme: { ...asked.programme, rooms: [...rooms, spare] } }, first));
    expect(changed(rows)).toEqual([`S4 ${lost.group} work moved`]);
  });

  it('leaves a group in its room, whatever ways to another site weigh and seats stay empty', () => {
    const at = (id: string, start: number, sites: readonly string[]) =>
      session(id, { kinds: ['work'], start, end: start + 60, sites });
    const asked = request(
      {
        sessions: [at('S1', 540, ['North']), at('S2', 600, []), at('S3', 660, ['North'])],
        rooms: [room('N', 4, { site: 'North' }), room('S', 9, { site: 'South' }), room('X', 4)],
        weights: { site_changes: 100_000 },
      },
      groups('A', ['A1']),
    );
    const told = rowsOf(asked).map((row) => (row.session === 'S2' ? { ...row, room: 'S', site: 'South' } : row));
    expect(changed(rowsOf(after(asked, told)))).toEqual([]);
  });

  it('follows a session that moves to another day, and cancels one that falls away', () => {
    const asked = comparison();
    const sessions = asked.programme.sessions.map((own) => (own.id === 'S0' ? { ...own, date: '2026-11-30' } : own));
    const moved = rowsOf(after({ ...asked, programme: { ...asked.programme, sessions } }, first));
    expect(changed(moved)).toHaveLength(16);
    expect(moved.filter(({ status }) => status === 'moved').map(({ date }) => date)).toEqual(
      Array.from({ length: 16 }, () => '2026-11-30'),
    );
    const fewer = asked.programme.sessions.filter(({ id }) => id !== 'S0');
    const without = { ...asked, programme: { ...asked.programme, sessions: fewer } };
    const cancelled = rowsOf(after(without, first, '2026-11-01'));
    expect(
      cancelled.filter(({ status }) => status === 'cancelled').map(({ session: id, version }) => [id, version]),
    ).toEqual(Array.from({ length: 16 }, () => ['S0', 1]));
    const later = rowsOf(after(without, cancelled));
    expect(later).toEqual(cancelled.map((row) => (row.status === 'cancelled' ? row : { ...row, status: 'unchanged' })));
    expect(withoutOldNews(later, cancelled)).toHaveLength(first.length - 16);
    const back = rowsOf(after(asked, later, '2026-11-02')).filter(({ session: id }) => id === 'S0');
    expect(back.map(({ status, version, changed: day }) => [status, version, day])).toEqual(
      Array.from({ length: 16 }, () => ['new', 2, '2026-11-02']),
    );
  });

  it('keeps what a person has locked, and changes more of the rest', () => {
    const asked = comparison({ T1: 'S2 S3 S4 S7' });
    const free = rowsOf(after(asked, first));
    const taken = free.find(({ status, kind }) => status === 'moved' && kind === 'hearing');
    const locked = first.map((row) => (row.uid === taken?.uid ? { ...row, isLocked: true } : row));
    const rows = rowsOf(after(asked, locked));
    expect(rows.find(({ uid }) => uid === taken?.uid)).toMatchObject({
      status: 'unchanged',
      isLocked: true,
      kind: 'work',
    });
  });

  it('moves the presentations that a break comes before, and nothing else', () => {
    const { programme, ...asked } = comparison();
    const sessions = programme.sessions.map((each) =>
      each.id === 'S9' ? { ...each, breaks: [{ kind: 'times', start: 875, end: 890 } as const] } : each,
    );
    const rows = rowsOf(after({ ...asked, programme: { ...programme, sessions } }, first, '2026-11-20'));
    const moved = rows.filter(({ status }) => status !== 'unchanged');
    expect(moved.map(({ session: id, status, order }) => `${id} ${status} ${order}`).toSorted()).toEqual(
      ['2', '3', '4'].flatMap((rank) => Array.from({ length: 4 }, () => `S9 moved ${rank}`)),
    );
    expect(new Set(moved.map(({ start, order }) => `${order} ${start}`))).toEqual(new Set(['2 890', '3 910', '4 930']));
  });

  it('says which locked rows cannot stay', () => {
    const locked = first.map((row) => ({ ...row, isLocked: row.session === 'S1' && row.witnesses[0] === 'T1' }));
    const result = buildTimetable(after(comparison({ T1: 'S2 S3 S4 S7' }), locked));
    expect(reasonCodes(result)).toEqual(['timetable.lock-broken']);
    if (result.status === 'impossible') expect(result.reasons[0].params).toMatchObject({ lost: 'witness', name: 'T1' });
    const asked = comparison();
    const gone = {
      ...asked,
      programme: {
        ...asked.programme,
        sessions: [...asked.programme.sessions.slice(1), session('S10', { date: '2026-12-01', kinds: ['work'] })],
      },
    };
    const others = first.map((row) => ({ ...row, isLocked: row.session === 'S0' }));
    expect(new Set(reasonCodes(buildTimetable(after(gone, others))))).toEqual(new Set(['timetable.lock-broken']));
  });

  it('says which locked hearings are too many together', () => {
    const [a, b] = first.filter(({ kind, witnesses }) => kind === 'hearing' && witnesses[0] === 'T1');
    const work = first.find(({ session: id, group, kind }) => id === a.session && group === b.group && kind === 'work');
    const locked = first.map((row) => {
      if (row.uid === work?.uid) return { ...row, kind: 'hearing' as const, witnesses: ['T1'], isLocked: true };
      return row.uid === a.uid ? { ...row, isLocked: true } : row;
    });
    const result = buildTimetable(after(comparison(), locked));
    expect(reasonCodes(result)).toEqual(['timetable.lock-broken', 'timetable.lock-broken']);
    if (result.status === 'impossible') expect(result.reasons[0].params).toMatchObject({ lost: 'limit', name: 'T1' });
  });
});
