import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { AttendedRow } from '../domain/history.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { findValue, notOneOf, readRow } from './row-cells.js';
import { STATUS_WORDS } from './timetable-reader.js';

type AttendedColumn = 'group' | 'date' | 'start' | 'end' | 'status';

/** Those header words of a timetable's list that an account of time needs. */
const ATTENDED_COLUMNS: ColumnWords<AttendedColumn> = {
  group: ['group', 'groupe'],
  date: ['date', 'date', 'jour', 'day'],
  start: ['start', 'début', 'heure de début', 'start time'],
  end: ['end', 'fin', 'heure de fin', 'end time'],
  status: ['status', 'statut', 'état'],
};

/**
 * Reads from a timetable, ours or a hand-made one, when its groups had sessions. Cancelled rows and rows in error are left out;
 * an empty status is that of a row which takes place.
 */
export function readAttendedSessions(file: InputFile, columns: ColumnNames): Reading<readonly AttendedRow[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: ATTENDED_COLUMNS,
    required: [['group'], ['date'], ['start'], ['end']],
    columns,
    keepsOthers: true,
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const rows: AttendedRow[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const group = cells.requiredText('group');
    const date = cells.date('date');
    const start = cells.time('start');
    const end = cells.time('end');
    const typed = cells.text('status');
    const status = findValue(typed, STATUS_WORDS);
    if (typed !== '' && status === undefined) report(notOneOf(typed, STATUS_WORDS, cells.sourceOf('status')));
    if (group === undefined || date === undefined || start === undefined || end === undefined) continue;
    if (end <= start) {
      const details = { source: cells.sourceOf('end'), value: cells.text('end') };
      report(diagnose('error', 'session.end-before-start', { start: cells.text('start') }, details));
    } else if (status !== 'cancelled') rows.push({ group, date, start, end });
  }
  return { value: rows, diagnostics };
}
