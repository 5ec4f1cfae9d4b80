import { orderPeople } from '../../domain/participant.js';
import type { TimetableView, ViewColumn, ViewLine } from '../../domain/timetable-view.js';
import { rowsByGroup } from '../../domain/rows-by-group.js';
import type { ViewInput } from './view-request.js';

const COLUMNS: readonly ViewColumn[] = [
  'id',
  'familyName',
  'givenName',
  'school',
  'group',
  'date',
  'start',
  'end',
  'session',
  'sessionTitle',
  'kind',
  'themes',
  'strands',
  'room',
  'site',
  'witnesses',
  'order',
  'status',
  'isAbsent',
];

/**
 * For everybody who is in a group, the rows of the group. The sessions that the person cannot attend are there with a mark, so
 * that whoever plans sees what is missed and who might stand in.
 */
export function viewByPerson(input: ViewInput): TimetableView {
  const { timetable, cohort, assignment, describe, pseudonyms = false } = input;
  const rowsOf = rowsByGroup(timetable.rows);
  const placed = cohort.participants.filter(({ key }) => assignment.has(key));
  const people = orderPeople(placed, pseudonyms);
  const gatherings = new Map(
    [...rowsOf].map(([group, rows]) => [group, rows.map((row) => ({ ...describe([row]), group }))]),
  );
  const columns = COLUMNS.filter((column) => !pseudonyms || (column !== 'familyName' && column !== 'givenName'));
  return {
    by: 'person',
    columns,
    // The lines of a large cohort are many times its people: none is kept.
    lines: {
      *[Symbol.iterator](): Generator<ViewLine, void> {
        for (const person of people) {
          const { key, id, familyName, givenName, school, absences } = person;
          const names = pseudonyms ? {} : { familyName, givenName };
          for (const gathering of gatherings.get(assignment.get(key) ?? '') ?? []) {
            yield { id, ...names, school, ...gathering, isAbsent: absences.includes(gathering.session) };
          }
        }
      },
    },
  };
}
