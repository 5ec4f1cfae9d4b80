import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Language } from '../domain/settings.js';
import type { Timetable, TimetableRow } from '../domain/timetable.js';
import { writeCsv, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';
import { kindWord } from '../report/kind-words.js';
import { statusWord } from './words.js';

export interface TimetableListRequest {
  readonly timetable: Timetable;
  readonly dialect: CsvDialect;
  /** Of the header words, kinds and statuses. */
  readonly language: Language;
}

const COLUMNS = [
  'uid',
  'version',
  'session',
  'date',
  'start',
  'end',
  'kind',
  'group',
  'theme',
  'strand',
  'room',
  'site',
  'witness',
  'order',
  'status',
  'changed',
  'lock',
] as const satisfies readonly HeaderKey[];

/** `timetable.csv`: one line a group and session, in the order of the timetable; several members of a jury are joined by `|`. */
export function writeTimetable({ timetable, dialect, language }: TimetableListRequest): string {
  const header = COLUMNS.map((key) => headerOf(key, language));
  return writeCsv([header, ...timetable.rows.map((row) => cellsOf(row, language))], dialect);
}

function cellsOf(row: TimetableRow, language: Language): readonly CsvCell[] {
  const cells: Readonly<Record<(typeof COLUMNS)[number], CsvCell>> = {
    uid: row.uid,
    version: row.version,
    session: row.session,
    date: { date: row.date },
    start: { time: row.start },
    end: { time: row.end },
    kind: kindWord(row.kind, language),
    group: row.group,
    theme: row.theme,
    strand: row.strand,
    room: row.room,
    site: row.site,
    witness: row.witnesses.join('|'),
    order: row.order ?? '',
    status: statusWord(row.status, language),
    changed: row.changed === '' ? '' : { date: row.changed },
    lock: row.isLocked ? 'x' : '',
  };
  return COLUMNS.map((key) => cells[key]);
}
