import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { AttendedRow, EarlierModule } from '../domain/history.js';
import type { Cohort } from '../domain/roster.js';
import { readAttendedSessions } from '../readers/attended-sessions-reader.js';
import { readEarlierGroups } from '../readers/earlier-groups-reader.js';
import type { ColumnNames, InputFile, Reading } from '../readers/reading.js';

/** The files of an earlier module. */
export interface EarlierModuleFiles {
  readonly groups: InputFile;
  /** Absent: nothing is known of when its groups met. */
  readonly timetable?: InputFile;
}

/**
 * Reads an earlier module: the list of its groups and, where there is one, their timetable. People whom this cohort does not have are left
 * out; a list without anybody of the cohort earns a warning, one without a group of its timetable is an error.
 */
export function readEarlierModule(
  { groups, timetable }: EarlierModuleFiles,
  columns: ColumnNames,
  cohort: Cohort,
): Reading<EarlierModule> {
  const attended: Reading<readonly AttendedRow[]> =
    timetable === undefined ? { value: [], diagnostics: [] } : readAttendedSessions(timetable, columns);
  const rows = attended.value;
  const attending = new Set(rows.map(({ group }) => group));
  const list = readEarlierGroups(groups, columns, cohort, [...attending]);
  const { assignment, labels } = list.value;
  const diagnostics: Diagnostic[] = [...attended.diagnostics, ...list.diagnostics];
  const details = { source: { file: groups.name } };
  if (diagnostics.every(({ severity }) => severity !== 'error')) {
    if (assignment.size === 0) diagnostics.push(diagnose('warning', 'history.nobody', {}, details));
    else if (timetable !== undefined && ![...labels].some((label) => attending.has(label)))
      diagnostics.push(diagnose('error', 'history.no-group', { timetable: timetable.name }, details));
  }
  return { value: { rows, assignment }, diagnostics };
}
