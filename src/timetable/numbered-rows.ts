import type { PublishedRow } from '../domain/timetable.js';
import type { TimetableModel } from './model.js';
import type { Panel } from './panels.js';

/** A row that was published, by the numbers of the programme as it is now; −1 where that has no such session or group. */
export interface NumberedRow {
  readonly row: PublishedRow;
  readonly session: number;
  readonly group: number;
  /** Where the group presents in that session. */
  readonly panel?: Panel;
}

/** Numbers rows, but for those that are cancelled. */
export function numberRows(
  model: TimetableModel,
  panels: readonly Panel[],
  rows: readonly PublishedRow[],
): readonly NumberedRow[] {
  const sessionOf = new Map(model.sessions.map(({ id }, session) => [id, session]));
  const groupOf = new Map(model.groups.map(({ label }, group) => [label, group]));
  return rows.flatMap((row) => {
    if (row.status === 'cancelled') return [];
    const session = sessionOf.get(row.session) ?? -1;
    const group = groupOf.get(row.group) ?? -1;
    const panel = panels.find((each) => each.session === session && each.groups.includes(group));
    return [{ row, session, group, ...(panel === undefined ? {} : { panel }) }];
  });
}
