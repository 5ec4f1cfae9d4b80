import { describe, expect, it } from 'vitest';
import { measureTimetable } from '../../src/check/timetable-figures.js';
import type { Programme } from '../../src/domain/module.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { availability, groups, room, session, witness } from '../timetable/programmes.js';

const HOURS: Readonly<Record<string, Pick<TimetableRow, 'start' | 'end'>>> = {
  a: { start: 540, end: 600 },
  b: { start: 610, end: 670 },
  c: { start: 680, end: 740 },
  p: { start: 840, end: 900 },
};
/** Four hours on each of three days: `2a`, `2b`, `2c` in the morning of 2 March, `2p` in the afternoon. */
const SESSIONS = ['2', '3', '4'].flatMap((day) =>
  Object.keys(HOURS).map((hour) => session(`${day}${hour}`, { date: `2026-03-0${day}`, ...HOURS[hour] })),
);

/** `2a G1 hearing T1 R1@North`: session, group, kind, witness or `-`, and room and site where there are any. */
function row(text: string): TimetableRow {
  const [id, group, kind, guest, place = ''] = text.split(' ');
  const [where = '', site = ''] = place.split('@');
  const { date, start, end } = SESSIONS.find((each) => each.id === id)!;
  return {
    uid: id + group,
    version: 0,
    session: id,
    date,
    start,
    end,
    kind: kind as TimetableRow['kind'],
    group,
    theme: 'A',
    strand: '',
    room: where,
    site,
    witnesses: guest === '-' ? [] : [guest],
    status: 'new',
    changed: '',
    isLocked: false,
  };
}

function measure(texts: readonly string[], changes: Partial<Programme> = {}) {
  const programme = { sessions: SESSIONS, rooms: [], witnesses: [witness('T1'), witness('T2')], ...changes };
  const list = groups('A', ['G1', 'G2']);
  const timetable = { rows: texts.map(row) };
  return measureTimetable({ programme: { hearingsPerGroup: 2, ...programme }, groups: list, timetable });
}

function count(term: string, texts: readonly string[], changes: Partial<Programme> = {}): number | undefined {
  return measure(texts, changes).terms.find((each) => each.term === term)?.count;
}

describe('the wishes of a timetable', () => {
  it('count a second hearing on one day, and not one on another', () => {
    expect(count('same_day', ['2a G1 hearing T1', '2p G1 hearing T2'])).toBe(1);
    expect(count('same_day', ['2a G1 hearing T1', '3a G1 hearing T2'])).toBe(0);
    expect(count('same_day', ['2a G1 hearing T1', '2b G1 work -'])).toBe(0);
  });

  it('count a free time of hearings between two of a witness in one half-day', () => {
    expect(count('gaps', ['2a G1 hearing T1', '2c G2 hearing T1'])).toBe(1);
    expect(count('gaps', ['2a G1 hearing T1', '2b G2 hearing T1'])).toBe(0);
    expect(count('gaps', ['2a G1 hearing T1', '2p G2 hearing T1'])).toBe(0);
    expect(count('gaps', ['2c G1 hearing T1', '2a G2 hearing T1'])).toBe(1);
    expect(count('gaps', ['2a G1 presentation T1', '2c G2 hearing T1'])).toBe(0);
  });

  it('count each such time once, from the end of one hearing to the start of the other', () => {
    const at = (id: string, start: number, end: number, date = '2026-03-02') => session(id, { date, start, end });
    const more = [at('2x', 600, 610), at('2y', 670, 680), at('2z', 610, 650), at('3x', 605, 606, '2026-03-03')];
    const before = [at('2v', 590, 605), at('2w', 670, 690)];
    const sessions = [...SESSIONS, ...more, ...before];
    expect(count('gaps', ['2a G1 hearing T1', '2c G2 hearing T1'], { sessions })).toBe(3);
  });

  it.each([[['plenary']], [['work']], [['hearing', 'plenary']]] as const)(
    'count no free time and no day of sessions that are for no hearing besides: %j',
    (kinds) => {
      const other = (ids: string) => ({
        sessions: SESSIONS.map((each) => (each.id.startsWith(ids) ? { ...each, kinds } : each)),
      });
      expect(count('gaps', ['2a G1 hearing T1', '2c G2 hearing T1'], other('2b'))).toBe(0);
      expect(count('spacing', ['2a G1 hearing T1', '3a G1 hearing T2'], other('4'))).toBe(0);
    },
  );

  it('count groups that share a hearing beyond the first', () => {
    expect(count('joint', ['2a G1 hearing T1', '2a G2 hearing T1'])).toBe(1);
    expect(count('joint', ['2a G1 hearing T1', '2a G2 hearing T2'])).toBe(0);
    expect(count('joint', ['2a G1 work -', '2a G2 work -'])).toBe(0);
  });

  it('count mornings and afternoons that are uneven by more than one', () => {
    expect(count('half_days', ['2a G1 hearing T1', '3a G1 hearing T2'])).toBe(1);
    expect(count('half_days', ['2a G1 hearing T1', '3p G1 hearing T2'])).toBe(0);
    expect(count('half_days', ['2a G1 hearing T1'])).toBe(0);
    expect(count('half_days', ['2a G1 hearing T1', '2b G1 work -', '2c G1 work -'])).toBe(0);
    expect(
      count(
        'half_days',
        ['2a', '2p', '3p', '4p'].map((id) => `${id} G1 hearing T1`),
      ),
    ).toBe(1);
    expect(
      count(
        'half_days',
        ['2a', '2b', '3a', '3b'].map((id) => `${id} G1 hearing T1`),
      ),
    ).toBe(4);
  });

  it('count days by which hearings follow closer than evenly', () => {
    // Two hearings on three days: two days apart.
    expect(count('spacing', ['2a G1 hearing T1', '3a G1 hearing T2'])).toBe(1);
    expect(count('spacing', ['2a G1 hearing T1', '4a G1 hearing T2'])).toBe(0);
    expect(count('spacing', ['4a G1 hearing T1', '2a G1 hearing T2'])).toBe(0);
    expect(count('spacing', ['3a G1 hearing T1', '4a G1 hearing T2'])).toBe(1);
  });

  it('count a guest who said "if needed" once a session, and a group that hears', () => {
    const table = { availability: availability({ T1: '2a?', G2: '2a?' }) };
    expect(count('if_needed', ['2a G1 hearing T1', '2a G2 hearing T1'], table)).toBe(2);
    expect(count('if_needed', ['2a G2 work -'], table)).toBe(0);
  });

  it('count different rooms of work and hearings, beside the least there can be', () => {
    const rooms = { rooms: [room('R1', 9), room('R2', 9)] };
    const { terms, fairness, groupsInOneRoom } = measure(
      ['2a G1 work - R1', '2b G1 hearing T1 R2', '2a G2 work - R2', '2b G2 plenary - R1'],
      rooms,
    );
    expect(terms.find(({ term }) => term === 'rooms')).toEqual({ term: 'rooms', weight: 100, count: 3, least: 2 });
    expect(fairness.map((own) => own.rooms)).toEqual([2, 1]);
    expect(groupsInOneRoom).toBe(1);
    const leasts = terms.filter((each) => 'least' in each).map(({ term }) => term);
    expect(leasts.toSorted()).toEqual(['rooms', 'site_changes']);
  });

  it('say no least of rooms where there are none, and none of a group without a room', () => {
    const leastOf = (texts: readonly string[], changes: Partial<Programme> = {}) =>
      measure(texts, changes).terms.find(({ term }) => term === 'rooms')?.least;
    expect(leastOf(['2a G1 work -'])).toBeUndefined();
    const rooms = [room('R1', 9)];
    const { fairness, groupsInOneRoom } = measure(['2a G1 work - R1', '2a G2 work -', '2b G1 work - R1'], { rooms });
    expect(fairness.map((own) => own.rooms)).toEqual([1, 0]);
    expect(groupsInOneRoom).toBe(1);
    expect(measure(['2a G1 work - R1', '2a G2 work - R2']).groupsInOneRoom).toBe(2);
    expect(leastOf(['2a G1 work - R1', '2a G2 work -'], { rooms })).toBe(1);
  });

  it('count changes of site within a day, of groups and of people from outside', () => {
    const texts = [
      '2a G1 hearing T1 R1@North',
      '2b G2 hearing T1 R2@South',
      '2c G1 work - R2@South',
      '3a G1 work - R1@North',
    ];
    expect(count('site_changes', texts)).toBe(2);
  });

  it('know how many changes of site no choice of rooms avoids', () => {
    const rooms = [room('R1', 9, { site: 'North' }), room('R2', 9, { site: 'South' })];
    const at = (site: string) => ({ sites: [site] });
    const sessions = SESSIONS.map((each) =>
      each.id === '2a' ? { ...each, ...at('North') } : each.id === '2c' ? { ...each, ...at('South') } : each,
    );
    const texts = ['2a G1 work - R1@North', '2b G1 work - R1@North', '2c G1 work - R2@South', '2p G1 work - R1@North'];
    const { terms } = measure(texts, { rooms, sessions });
    expect(terms.find(({ term }) => term === 'site_changes')).toMatchObject({ count: 2, least: 1 });
  });

  it('leave out rows that are cancelled', () => {
    const rows = ['2a G1 hearing T1', '2p G1 hearing T2'].map(row);
    const programme = { sessions: SESSIONS, rooms: [], witnesses: [], hearingsPerGroup: 2 };
    const timetable = { rows: [rows[0], { ...rows[1], status: 'cancelled' as const }] };
    const figures = measureTimetable({ programme, groups: groups('A', ['G1']), timetable });
    expect(figures).toMatchObject({ rows: 1, hearings: 1, fairness: [{ group: 'G1', mornings: 1, afternoons: 0 }] });
  });
});
