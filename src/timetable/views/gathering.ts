import type { Group } from '../../domain/group.js';
import type { Programme } from '../../domain/module.js';
import type { TimetableRow } from '../../domain/timetable.js';
import type { ViewCells } from '../../domain/timetable-view.js';
import type { Witness } from '../../domain/witness.js';

/** The cells that say what takes place, whoever reads them. */
export type Gathering = Pick<
  ViewCells,
  | 'date'
  | 'start'
  | 'end'
  | 'session'
  | 'sessionTitle'
  | 'kind'
  | 'groups'
  | 'people'
  | 'themes'
  | 'strands'
  | 'room'
  | 'site'
  | 'witnesses'
  | 'order'
  | 'status'
>;

/** Describes the rows of one gathering: one row, or those of several groups that are in one place for one thing. */
export type Describe = (rows: readonly TimetableRow[]) => Gathering;

/** @param groups with their sizes */
export function createDescriber(programme: Programme, groups: readonly Group[]): Describe {
  const titleOf = new Map(programme.sessions.map(({ id, title }) => [id, title]));
  const nameOf = new Map(programme.witnesses.map((witness) => [witness.id, fullName(witness)]));
  const sizeOf = new Map(groups.map(({ label, size }) => [label, size]));
  return (rows) => {
    const [{ date, session, kind, room, site, status, order }] = rows;
    const distinct = (cells: readonly string[]): readonly string[] => [...new Set(cells)].filter((cell) => cell !== '');
    const themes = distinct(rows.map(({ theme }) => theme));
    return {
      date,
      start: rows.reduce((least, { start }) => Math.min(least, start), rows[0].start),
      end: rows.reduce((most, { end }) => Math.max(most, end), rows[0].end),
      session,
      sessionTitle: titleOf.get(session) ?? '',
      kind,
      groups: rows.map(({ group }) => group),
      people: rows.reduce((sum, { group }) => sum + (sizeOf.get(group) ?? 0), 0),
      themes,
      // A strand means nothing without its theme.
      strands: themes.length > 1 ? [] : distinct(rows.map(({ strand }) => strand)),
      room,
      site,
      witnesses: distinct(rows.flatMap(({ witnesses }) => witnesses)).map((id) => nameOf.get(id) ?? id),
      ...(rows.length === 1 && order !== undefined ? { order } : {}),
      status: rows.every((row) => row.status === status) ? status : 'moved',
    };
  };
}

/**
 * Puts the rows of one session, kind and room together; a cancelled row is not part of what takes place. Gatherings stand in the
 * order of their first rows.
 */
export function gather(rows: readonly TimetableRow[]): readonly (readonly TimetableRow[])[] {
  const gatherings = new Map<string, TimetableRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.session, row.kind, row.room, row.site, row.status === 'cancelled']);
    const same = gatherings.get(key);
    if (same === undefined) gatherings.set(key, [row]);
    else same.push(row);
  }
  return [...gatherings.values()];
}

/** `Mme Anne-Laure Kerdoncuff`; the id of somebody without a name. */
export function fullName({ id, title, familyName, givenName }: Witness): string {
  const name = [givenName, familyName].filter((part) => part !== '').join(' ');
  return name === '' ? id : [title, name].filter((part) => part !== '').join(' ');
}
