import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { EarlierModule } from '../domain/history.js';
import type { Cohort } from '../domain/roster.js';
import { participantName } from '../domain/participant.js';
import { participantOf } from '../domain/roster.js';
import { readAttendedSessions } from '../readers/attended-sessions-reader.js';
import { readGroupList } from '../readers/group-list-reader.js';
import type { ColumnNames, InputFile, Reading } from '../readers/reading.js';

/**
 * Reads the timetable of an earlier module and the list of its groups. People whom this cohort does not have are left out;
 * a list without anybody of the cohort earns a warning, one without a group of the timetable is an error.
 */
export function readEarlierModule(
  timetable: InputFile,
  groups: InputFile,
  columns: ColumnNames,
  cohort: Cohort,
): Reading<EarlierModule> {
  const { value: rows, diagnostics: ofRows } = readAttendedSessions(timetable, columns);
  const labels = [...new Set(rows.map(({ group }) => group))];
  const named = labels.map((label) => ({ label, theme: '', strand: '', size: 0 }));
  const list = readGroupList(groups, columns, { cohort, groups: named });
  const diagnostics: Diagnostic[] = [...ofRows, ...list.diagnostics.filter((found) => !isStranger(found))];
  const assignment = new Map<string, string>();
  for (const { participant, group, source } of list.value.placements) {
    const first = assignment.get(participant);
    if (first === undefined) assignment.set(participant, group);
    else {
      const known = participantOf(cohort, participant);
      const person = known === undefined ? '' : participantName(known);
      diagnostics.push(diagnose('error', 'list.twice', { person, first, second: group }, { source }));
    }
  }
  if (diagnostics.every(({ severity }) => severity !== 'error')) {
    diagnostics.push(...judgePair(timetable.name, groups.name, new Set(labels), [...assignment.values()]));
  }
  return { value: { rows, assignment }, diagnostics };
}

function judgePair(
  timetable: string,
  list: string,
  labels: ReadonlySet<string>,
  groups: readonly string[],
): readonly Diagnostic[] {
  const details = { source: { file: list } };
  if (groups.length === 0) return [diagnose('warning', 'history.nobody', {}, details)];
  return groups.some((group) => labels.has(group))
    ? []
    : [diagnose('error', 'history.no-group', { timetable }, details)];
}

/** Whether it says no more than that somebody is not of this cohort. */
function isStranger({ code, params }: Diagnostic): boolean {
  return code === 'reference.unknown' && 'kind' in params && params.kind === 'person';
}
