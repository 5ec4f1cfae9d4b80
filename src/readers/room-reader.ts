import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Room } from '../domain/room.js';
import type { Session } from '../domain/session.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { createIdRegister } from './duplicates.js';
import { nearest } from './nearest.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexSessions } from './references.js';
import { readRow } from './row-cells.js';
import { KIND_SEPARATOR, KIND_WORDS } from './session-reader.js';
import { settleSpellingsOf } from './spelling.js';

type RoomColumn = 'room' | 'site' | 'capacity' | 'uses' | 'unavailable';

/** Header words of `rooms.csv`. */
export const ROOM_COLUMNS: ColumnWords<RoomColumn> = {
  room: ['room', 'salle'],
  site: ['site', 'site', 'lieu', 'bâtiment'],
  capacity: ['capacity', 'capacité', 'places', 'seats'],
  uses: ['uses', 'usages'],
  unavailable: ['unavailable', 'indisponible', 'indisponibilités', 'fermeture'],
};

/**
 * Rooms in file order. A site that differs from a session's in case, accents or spaces only is that site; one that is merely
 * near to a session's, and no session's own, gets a warning. No room at all is an error.
 */
export function readRooms(
  file: InputFile,
  columns: ColumnNames,
  { sessions }: { readonly sessions: readonly Session[] },
): Reading<readonly Room[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: ROOM_COLUMNS,
    required: [['room'], ['capacity']],
    columns,
    needsRows: 'rooms',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const isNew = createIdRegister();
  const sessionIndex = indexSessions(sessions);
  const sessionSites = new Set(sessions.flatMap((session) => session.sites));
  const sites = new Map([...sessionSites].map((site) => [fold(site), site]));
  const rooms: Room[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const id = cells.requiredText('room');
    cells.requiredText('capacity');
    const capacity = cells.wholeNumber('capacity', 1);
    const uses = cells.valuesOf('uses', KIND_WORDS, KIND_SEPARATOR);
    const unavailable = cells.references('unavailable', sessionIndex);
    const typed = cells.text('site');
    const suggestion = typed === '' || sites.has(fold(typed)) ? undefined : nearest(typed, sessionSites);
    if (suggestion !== undefined) {
      report(diagnose('warning', 'room.site-near', {}, { source: cells.sourceOf('site'), value: typed, suggestion }));
    }
    if (id === undefined || !isNew(id, cells.sourceOf('room'), report) || capacity === undefined) continue;
    rooms.push({ id, site: typed, capacity, uses, unavailable, source: cells.source });
  }
  const spelling = settleSpellingsOf(rooms.map((room) => room.site));
  const siteOf = ({ site }: Room): string => sites.get(fold(site)) ?? spelling.get(site) ?? site;
  return { value: rooms.map((room) => ({ ...room, site: siteOf(room) })), diagnostics };
}
