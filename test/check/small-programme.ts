import { checkTimetable } from '../../src/check/check-timetable.js';
import type { AvailabilityState } from '../../src/domain/availability.js';
import type { Programme } from '../../src/domain/module.js';
import type { Room } from '../../src/domain/room.js';
import type { Session } from '../../src/domain/session.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import type { Witness } from '../../src/domain/witness.js';

const source = { file: 'test.csv' };

export const groups = [
  { label: 'A1', theme: 'A', strand: 'x', size: 3 },
  { label: 'A2', theme: 'A', strand: 'y', size: 3 },
  { label: 'B1', theme: 'B', strand: '', size: 4 },
  { label: 'B2', theme: 'B', strand: '', size: 4 },
];

export const session = (id: string, date: string, start: number, end: number, more: Partial<Session>): Session => {
  return { id, date, start, end, kinds: ['work'], title: '', audience: { kind: 'groups' }, sites: [], source, ...more };
};

export const sessions = [
  session('S0', '2018-02-12', 540, 600, { kinds: ['plenary'], audience: { kind: 'all' } }),
  session('S1', '2018-02-12', 600, 720, { kinds: ['work', 'hearing'] }),
  session('S2', '2018-02-13', 540, 660, { kinds: ['hearing'] }),
  session('S3', '2018-02-13', 840, 1020, { kinds: ['visit'], audience: { kind: 'all' }, sites: ['Kehl'] }),
  session('S4', '2018-02-14', 540, 660, { kinds: ['plenary'], audience: { kind: 'halves' }, sites: ['ENA', 'INET'] }),
  session('S5', '2018-03-01', 540, 660, { audience: { kind: 'theme', theme: 'A' } }),
  session('S6', '2018-03-29', 540, 660, { kinds: ['presentation'], minutesEach: 30 }),
];

const room = (id: string, site: string, capacity: number, more: Partial<Room> = {}): Room => {
  return { id, site, capacity, uses: [], unavailable: [], source, ...more };
};

const rooms = [
  room('Amphi', 'ENA', 14),
  room('Aula', 'INET', 8, { uses: ['plenary'] }),
  room('R1', 'ENA', 4),
  room('R2', 'ENA', 5),
  room('R3', 'ENA', 5),
  room('R4', 'INET', 9, { unavailable: ['S0'] }),
];

const witness = (id: string, role: Witness['role'], themes: string[], more: Partial<Witness> = {}): Witness => {
  const names = { title: '', familyName: id, givenName: '', position: '', organisation: '', email: '' };
  return { id, ...names, role, themes, maxGroupsPerHearing: 1, source, ...more };
};

export const witnesses = [
  witness('T1', 'witness', ['A'], { maxSessions: 2 }),
  witness('T2', 'witness', [], { maxGroupsPerHearing: 2 }),
  witness('T3', 'witness', ['B']),
  witness('J1', 'jury', ['A']),
  witness('J2', 'jury', []),
];

export const everyone = (state: AvailabilityState) => new Map(sessions.map(({ id }) => [id, state]));
export const availability = new Map(witnesses.map(({ id }) => [id, everyone('yes')]));

export const programme: Programme = { sessions, rooms, witnesses, availability, hearingsPerGroup: 1 };

export function row(
  id: string,
  group: string,
  kind: TimetableRow['kind'],
  place: string,
  more: Partial<TimetableRow> = {},
): TimetableRow {
  const { date, start, end } = sessions.find((each) => each.id === id) ?? sessions[0];
  const { theme, strand } = groups.find((each) => each.label === group) ?? groups[0];
  const site = rooms.find((each) => each.id === place)?.site ?? '';
  const common = {
    uid: `${id}-${group}`,
    version: 0,
    witnesses: [],
    status: 'new',
    changed: '',
    isLocked: false,
  } as const;
  return { ...common, session: id, date, start, end, kind, group, theme, strand, room: place, site, ...more };
}

export const rows = [
  ...groups.map(({ label }) => row('S0', label, 'plenary', 'Amphi')),
  row('S1', 'A1', 'hearing', 'R1', { witnesses: ['T1'] }),
  row('S1', 'A2', 'work', 'R2'),
  row('S1', 'B1', 'work', 'R3'),
  row('S1', 'B2', 'work', 'R4'),
  row('S2', 'A2', 'hearing', 'R1', { witnesses: ['T1'] }),
  row('S2', 'B1', 'hearing', 'R4', { witnesses: ['T2'] }),
  row('S2', 'B2', 'hearing', 'R4', { witnesses: ['T2'] }),
  ...groups.map(({ label }) => row('S3', label, 'visit', '', { site: 'Kehl' })),
  row('S4', 'A1', 'plenary', 'Amphi'),
  row('S4', 'A2', 'plenary', 'Aula'),
  row('S4', 'B1', 'plenary', 'Amphi'),
  row('S4', 'B2', 'plenary', 'Aula'),
  row('S5', 'A1', 'work', 'R1'),
  row('S5', 'A2', 'work', 'R2'),
  row('S6', 'A1', 'presentation', 'R1', { start: 570, end: 600, order: 2, witnesses: ['J1'] }),
  row('S6', 'A2', 'presentation', 'R1', { start: 540, end: 570, order: 1, witnesses: ['J1'] }),
  row('S6', 'B1', 'presentation', 'R2', { start: 540, end: 570, order: 1, witnesses: ['J2'] }),
  row('S6', 'B2', 'presentation', 'R2', { start: 580, end: 610, order: 2, witnesses: ['J2'] }),
];

/** The valid rows with one of them changed. */
export function changing(id: string, group: string, change: Partial<TimetableRow>): readonly TimetableRow[] {
  return rows.map((each) => (each.session === id && each.group === group ? { ...each, ...change } : each));
}

export const without = (id: string, group: string) =>
  rows.filter((each) => each.session !== id || each.group !== group);

/** What is found, one line a violation: the rule without its prefix, then the facts. */
export function judge(changed: readonly TimetableRow[], otherwise: Partial<Programme> = {}): readonly string[] {
  const found = checkTimetable({ programme: { ...programme, ...otherwise }, groups, timetable: { rows: changed } });
  return found.map(({ rule, facts }) => [rule.replace('timetable.', ''), ...Object.values(facts)].join(' '));
}

export const withSession = (id: string, change: Partial<Session>) => ({
  sessions: sessions.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
export const withRoom = (id: string, change: Partial<Room>) => ({
  rooms: rooms.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
export const withWitness = (id: string, change: Partial<Witness>) => ({
  witnesses: witnesses.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
export const withState = (who: string, id: string, state: AvailabilityState) => ({
  availability: new Map([...availability, [who, new Map([...(availability.get(who) ?? []), [id, state]])]]),
});
