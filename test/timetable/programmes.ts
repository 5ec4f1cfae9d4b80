import { comparisonProgramme } from '../../bench/comparison-programme.js';
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

/** The comparison instance of the benchmark. `changes` replaces what a witness is available for. */
export function comparison(changes: Readonly<Record<string, string>> = {}, smallest = 9): TimetableRequest {
  const { programme, groups: groupList } = comparisonProgramme(changes, smallest);
  return request(programme, groupList, 'comparison');
}
