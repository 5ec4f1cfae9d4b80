import type { Diagnostic } from '../domain/diagnostic.js';
import type { PublishedRow, RowStatus } from '../domain/timetable.js';
import { splitValues } from './cells.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { createIdRegister } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { findValue, notOneOf, readRow, type RowCells, type ValueWords } from './row-cells.js';
import { KIND_WORDS } from './session-reader.js';

type TimetableColumn =
  | 'uid'
  | 'version'
  | 'session'
  | 'date'
  | 'start'
  | 'end'
  | 'kind'
  | 'group'
  | 'theme'
  | 'strand'
  | 'room'
  | 'site'
  | 'witness'
  | 'order'
  | 'status'
  | 'changed'
  | 'lock';

/** Header words of `timetable.csv`. */
export const TIMETABLE_COLUMNS: ColumnWords<TimetableColumn> = {
  uid: ['uid', 'uid'],
  version: ['version', 'version'],
  session: ['session', 'séance'],
  date: ['date', 'date', 'jour', 'day'],
  start: ['start', 'début'],
  end: ['end', 'fin'],
  kind: ['kind', 'type', 'nature'],
  group: ['group', 'groupe'],
  theme: ['theme', 'thème'],
  strand: ['strand', 'volet'],
  room: ['room', 'salle'],
  site: ['site', 'site', 'lieu'],
  witness: ['witness', 'témoin', 'témoins', 'witnesses'],
  order: ['order', 'ordre'],
  status: ['status', 'statut'],
  changed: ['changed', 'modifié le'],
  lock: ['lock', 'verrou', 'locked', 'verrouillé'],
};

/** Words of what became of a row. */
export const STATUS_WORDS: ValueWords<RowStatus> = {
  new: ['new', 'nouveau'],
  moved: ['moved', 'modifié'],
  cancelled: ['cancelled', 'annulé', 'canceled'],
  unchanged: ['unchanged', 'inchangé'],
};

const LOCK_WORDS: ValueWords<'yes' | 'no'> = {
  yes: ['x', 'oui', 'yes', '1', 'vrai', 'true'],
  no: ['no', 'non', '0', 'faux', 'false'],
};

/**
 * A timetable as it was published, in file order. Sessions, groups, rooms and witnesses are kept as typed: the module may have
 * changed since. A row without a version is of version 0, one without a status unchanged. An empty lock, `no`, `non` or `0` is
 * none. No row at all is no error: nothing had been published.
 */
export function readTimetable(file: InputFile, columns: ColumnNames): Reading<readonly PublishedRow[]> {
  const required: readonly (readonly TimetableColumn[])[] = [
    ['uid'],
    ['session'],
    ['date'],
    ['start'],
    ['end'],
    ['kind'],
    ['group'],
  ];
  const { value: table, diagnostics: found } = readTable(file, { words: TIMETABLE_COLUMNS, required, columns });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const isNew = createIdRegister();
  const isFree = createIdRegister();
  const rows: PublishedRow[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const uid = cells.requiredText('uid');
    const session = cells.requiredText('session');
    const group = cells.requiredText('group');
    const date = cells.date('date');
    const start = cells.time('start');
    const end = cells.time('end');
    const kind = readWord(cells, 'kind', KIND_WORDS, report);
    cells.requiredText('kind');
    const order = cells.wholeNumber('order', 1);
    const version = cells.wholeNumber('version', 0) ?? 0;
    const status = readWord(cells, 'status', STATUS_WORDS, report) ?? 'unchanged';
    const changed = cells.text('changed') === '' ? '' : (cells.date('changed') ?? '');
    const isLocked = readWord(cells, 'lock', LOCK_WORDS, report) === 'yes';
    const isWhole = date !== undefined && start !== undefined && end !== undefined && kind !== undefined;
    if (uid === undefined || session === undefined || group === undefined || !isWhole) continue;
    if (!isNew(uid, cells.sourceOf('uid'), report)) continue;
    // A group does one thing in a session; what was cancelled there is no second.
    if (status !== 'cancelled' && !isFree(`${session} ${group}`, cells.sourceOf('group'), report)) continue;
    rows.push({
      uid,
      version,
      session,
      date,
      start,
      end,
      kind,
      group,
      theme: cells.text('theme'),
      strand: cells.text('strand'),
      room: cells.text('room'),
      site: cells.text('site'),
      witnesses: splitValues(cells.text('witness')),
      ...(order === undefined ? {} : { order }),
      status,
      changed,
      isLocked,
      source: cells.source,
    });
  }
  return { value: rows, diagnostics };
}

/** The value that a cell's word stands for; an empty cell means none, any other word is reported. */
function readWord<Value extends string>(
  cells: RowCells<TimetableColumn>,
  key: TimetableColumn,
  words: ValueWords<Value>,
  report: (diagnostic: Diagnostic) => void,
): Value | undefined {
  const text = cells.text(key);
  const value = findValue(text, words);
  if (value === undefined && text !== '') report(notOneOf(text, words, cells.sourceOf(key)));
  return value;
}
