import { measureTimetable } from '../../src/check/timetable-figures.js';
import type { Availability, AvailabilityState } from '../../src/domain/availability.js';
import type { Group } from '../../src/domain/group.js';
import type { Programme } from '../../src/domain/module.js';
import type { Room } from '../../src/domain/room.js';
import type { Session } from '../../src/domain/session.js';
import type { Witness } from '../../src/domain/witness.js';
import type { TimetableRequest, TimetableResult } from '../../src/timetable/request.js';

const source = { file: 'test.csv', line: 2 };

/** A morning of work and hearings on 2 March 2026 for each group by itself, unless said otherwise. */
export function session(id: string, changes: Partial<Session> = {}): Session {
  return {
    id,
    date: '2026-03-02',
    start: 540,
    end: 720,
    kinds: ['work', 'hearing'],
    title: '',
    audience: { kind: 'groups' },
    sites: [],
    source,
    ...changes,
  };
}

export function room(id: string, capacity: number, changes: Partial<Room> = {}): Room {
  return { id, site: '', capacity, uses: [], unavailable: [], source, ...changes };
}

export function witness(id: string, changes: Partial<Witness> = {}): Witness {
  return {
    id,
    title: '',
    familyName: id,
    givenName: '',
    position: '',
    organisation: '',
    role: 'witness',
    themes: [],
    maxGroupsPerHearing: 1,
    email: '',
    source,
    ...changes,
  };
}

export function jury(id: string, changes: Partial<Witness> = {}): Witness {
  return witness(id, { role: 'jury', ...changes });
}

/** Groups of one size, label by label. */
export function groups(theme: string, labels: readonly string[], size = 4): readonly Group[] {
  return labels.map((label) => ({ label, theme, strand: '', size }));
}

/** `{ T1: 'S1 S2?', A1: '!S3' }`: available in S1, if needed in S2; not in S3. */
export function availability(table: Readonly<Record<string, string>>): Availability {
  const stateOf = (cell: string): [string, AvailabilityState] => {
    if (cell.startsWith('!')) return [cell.slice(1), 'no'];
    return cell.endsWith('?') ? [cell.slice(0, -1), 'if_needed'] : [cell, 'yes'];
  };
  return new Map(
    Object.entries(table).map(([who, cells]) => [who, new Map(cells.split(' ').filter(Boolean).map(stateOf))]),
  );
}

export function request(programme: Partial<Programme>, groupList: readonly Group[], seed = 'seed'): TimetableRequest {
  return {
    programme: { sessions: [], rooms: [], witnesses: [], hearingsPerGroup: 0, ...programme },
    groups: groupList,
    moduleKey: 'Test 2026',
    seed,
  };
}

/** Rows as `session group kind room witnesses`, in order; throws with the reasons when there is no timetable. */
export function shortRows(result: TimetableResult): readonly string[] {
  if (result.status === 'impossible')
    throw new Error(JSON.stringify(result.reasons.map(({ code, params }) => ({ code, params }))));
  return result.timetable.rows.map((row) =>
    [row.session, row.group, row.kind, row.room || '-', row.witnesses.join('+')].join(' ').trim(),
  );
}

/** What the judge counts of a timetable, its terms by name; throws when there is none. */
export function figuresOf(asked: TimetableRequest, result: TimetableResult): Readonly<Record<string, number>> {
  if (result.status === 'impossible') throw new Error(reasonCodes(result).join());
  const { rows, hearings, groupsInOneRoom, terms } = measureTimetable({ ...asked, timetable: result.timetable });
  return {
    rows,
    hearings,
    groupsInOneRoom,
    ...Object.fromEntries(terms.map(({ term, count }) => [term, count])),
  };
}

/** Codes of the reasons why there is none; throws when there is one. */
export function reasonCodes(result: TimetableResult): readonly string[] {
  if (result.status === 'found') throw new Error('a timetable was found');
  return result.reasons.map(({ code }) => code);
}

const COMPARISON: Readonly<Record<string, readonly [string, string]>> = {
  T1: ['LOG', 'S1 S2 S3 S4 S7'],
  T2: ['LOG', 'S3 S4 S5 S6'],
  T3: ['MOB', 'S1 S2 S5 S6 S8'],
  T4: ['MOB', 'S2 S3 S7 S8'],
  T5: ['SAN', 'S1 S4 S5 S6 S7'],
  T6: ['SAN', 'S1 S2 S3 S8'],
  T7: ['CLI', 'S2 S4 S6 S8'],
  T8: ['CLI', 'S1 S3 S5 S7 S8'],
};
const CAPACITIES = [160, 60, 45, 40, 30, 24, 20, 18, 16, 14, 12, 12, 11, 10, 10];

/** The comparison instance of the design: 4 themes of 4 groups of 9, 10 half-days, 16 rooms, 8 witnesses, 32 hearings. `changes` replaces what a witness is available for. */
export function comparison(changes: Readonly<Record<string, string>> = {}, smallest = 9): TimetableRequest {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  const sessions = Array.from({ length: 10 }, (_, index) =>
    session(`S${index}`, {
      date: dates[Math.floor(index / 2)],
      ...(index % 2 === 0 ? { start: 540, end: 750 } : { start: 840, end: 1050 }),
      ...(index === 0 ? { kinds: ['plenary'], audience: { kind: 'all' } } : {}),
      ...(index === 9 ? { kinds: ['presentation'], minutesEach: 20 } : {}),
    }),
  );
  const table = Object.fromEntries(Object.entries(COMPARISON).map(([id, [, cells]]) => [id, changes[id] ?? cells]));
  return request(
    {
      sessions,
      rooms: [...CAPACITIES, smallest].map((capacity, index) => room(`R${String(index).padStart(2, '0')}`, capacity)),
      witnesses: Object.entries(COMPARISON).map(([id, [theme]]) => witness(id, { themes: [theme] })),
      availability: availability(table),
      hearingsPerGroup: 2,
    },
    ['LOG', 'MOB', 'SAN', 'CLI'].flatMap((theme) =>
      groups(
        theme,
        ['1', '2', '3', '4'].map((number) => `${theme}${number}`),
        9,
      ),
    ),
    'comparison',
  );
}
