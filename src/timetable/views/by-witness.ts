import { compareText } from '../../domain/fold.js';
import { compareNames } from '../../domain/participant.js';
import type { TimetableRow } from '../../domain/timetable.js';
import type { TimetableView, ViewColumn, ViewLine } from '../../domain/timetable-view.js';
import { gather } from './gathering.js';
import type { ViewInput } from './view-request.js';

const COLUMNS: readonly ViewColumn[] = [
  'witness',
  'title',
  'familyName',
  'givenName',
  'position',
  'organisation',
  'role',
  'date',
  'start',
  'end',
  'session',
  'sessionTitle',
  'kind',
  'groups',
  'people',
  'themes',
  'strands',
  'room',
  'site',
  'others',
  'order',
  'status',
];

/**
 * For every guest and jury member who is called, one line a hearing, of however many groups, and one line a presentation, in
 * order of passage: a jury judges each by itself. Those whom the module names no more come last, by id: their hearings were cancelled.
 */
export function viewByWitness({ timetable, programme, describe }: ViewInput): TimetableView {
  const rowsOf = new Map<string, TimetableRow[]>();
  for (const row of timetable.rows) {
    for (const id of row.witnesses) {
      const own = rowsOf.get(id);
      if (own === undefined) rowsOf.set(id, [row]);
      else own.push(row);
    }
  }
  const witnesses = programme.witnesses.toSorted((a, b) => compareNames(a, b) || compareText(a.id, b.id));
  const known = new Map(
    witnesses.map(({ id, title, familyName, givenName, position, organisation, role }) => [
      id,
      { title, familyName, givenName, position, organisation, role },
    ]),
  );
  const gone = [...rowsOf.keys()].filter((id) => !known.has(id)).sort(compareText);
  const lines = [...known.keys(), ...gone].flatMap((id) => {
    const rows = rowsOf.get(id) ?? [];
    const presentations = rows.filter(({ kind }) => kind === 'presentation').map((row) => [row]);
    const hearings = gather(rows.filter(({ kind }) => kind !== 'presentation'));
    const ordered = [...presentations, ...hearings].sort(
      ([a], [b]) => compareText(a.date, b.date) || a.start - b.start,
    );
    return ordered.map((gathered): ViewLine => {
      const beside = gathered.map((row) => ({ ...row, witnesses: row.witnesses.filter((other) => other !== id) }));
      const { witnesses: others, ...gathering } = describe(beside);
      return { witness: id, ...known.get(id), ...gathering, others };
    });
  });
  return { by: 'witness', columns: COLUMNS, lines };
}
