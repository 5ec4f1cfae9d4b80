import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { AttendedRow } from '../domain/history.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { findValue, notOneOf, readRow, type RowCells } from './row-cells.js';
import { KIND_WORDS } from './session-reader.js';
import { STATUS_WORDS } from './timetable-reader.js';

type AttendedColumn =
  | 'group'
  | 'date'
  | 'start'
  | 'end'
  | 'status'
  | 'session'
  | 'kind'
  | 'theme'
  | 'room'
  | 'site'
  | 'order';

/** Those header words of a timetable's list that an account of time, or of ranks, needs. */
const ATTENDED_COLUMNS: ColumnWords<AttendedColumn> = {
  group: ['group', 'groupe'],
  date: ['date', 'date', 'jour', 'day'],
  start: ['start', 'début', 'heure de début', 'start time'],
  end: ['end', 'fin', 'heure de fin', 'end time'],
  status: ['status', 'statut', 'état'],
  // Our own words alone: two columns of a hand-made list that mean one thing are an error, and nobody has to have these.
  session: ['session', 'séance'],
  kind: ['kind', 'type'],
  theme: ['theme', 'thème'],
  room: ['room', 'salle'],
  site: ['site', 'site'],
  order: ['order', 'ordre'],
};

/** A row with its jury, where it is a presentation. */
interface PanelRow {
  readonly row: AttendedRow;
  readonly panel: string;
  readonly rank?: number;
}

/**
 * Reads from a timetable, ours or a hand-made one, when its groups had sessions, and as which of how many they presented. Cancelled
 * rows and rows in error are left out; an empty status is that of a row which takes place. Without a kind or an order nothing is known
 * of ranks; a kind that we do not know is no presentation.
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
  const rows: PanelRow[] = [];
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
    } else if (status !== 'cancelled')
      rows.push({ row: { group, date, start, end }, ...readPresentation(cells, date) });
  }
  return { value: rankPresentations(rows), diagnostics };
}

/** A jury sees the groups of one theme in one session at one site; where no theme is named, those of one room. */
function readPresentation(cells: RowCells<AttendedColumn>, date: string): Omit<PanelRow, 'row'> {
  if (findValue(cells.text('kind'), KIND_WORDS) !== 'presentation') return { panel: '' };
  const rank = cells.wholeNumber('order', 1);
  const theme = cells.text('theme');
  const place = theme === '' ? ['room', cells.text('room')] : ['theme', theme];
  const panel = [date, cells.text('session'), ...place, cells.text('site')].map(fold);
  return { panel: JSON.stringify(panel), ...(rank === undefined ? {} : { rank }) };
}

/** A list that leaves out some of a jury's groups still tells of as many as its last rank. */
function rankPresentations(rows: readonly PanelRow[]): readonly AttendedRow[] {
  const sizes = new Map<string, number>();
  const lastRanks = new Map<string, number>();
  for (const { panel, rank = 0 } of rows) {
    sizes.set(panel, (sizes.get(panel) ?? 0) + 1);
    lastRanks.set(panel, Math.max(lastRanks.get(panel) ?? 0, rank));
  }
  return rows.map(({ row, panel, rank }) => {
    if (rank === undefined) return row;
    return { ...row, presentation: { rank, of: Math.max(sizes.get(panel) ?? 0, lastRanks.get(panel) ?? 0) } };
  });
}
