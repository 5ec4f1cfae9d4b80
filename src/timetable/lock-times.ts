import type { TimetableModel } from './model.js';
import type { NumberedRow } from './numbered-rows.js';
import { passageStarts } from './passages.js';
import { minutesOf } from './presentation-order.js';

/**
 * Whether the programme gives a row another day or other hours than were published though its session has not moved: another row of
 * the session stands where it stood, or the row itself tells when the session began.
 */
export function hasOtherTime(model: TimetableModel, own: NumberedRow, rows: readonly NumberedRow[]): boolean {
  const { date, start, end } = timeOf(model, own);
  const { row, session } = own;
  if (row.date === date && row.start === start && row.end === end) return false;
  return rows.some((other) => other.session === session && hasStayed(model, other));
}

/** When the programme lets a row take place: a presentation by its rank, all else as long as its session. */
function timeOf(model: TimetableModel, { row, session, panel }: NumberedRow) {
  const { date, start, end } = model.sessions[session];
  if (panel === undefined || row.order === undefined) return { date, start, end };
  const minutes = minutesOf(model, panel);
  const from = passageStarts(model.sessions[session], panel.groups.length, minutes)[row.order - 1];
  return { date, start: from, end: from + minutes };
}

/** Whether a row says of its session what the programme still says; a presentation, as long as it was: that it would begin then. */
function hasStayed({ sessions }: TimetableModel, { row, session, panel }: NumberedRow): boolean {
  const { date, start, end } = sessions[session];
  if (row.date !== date) return false;
  if (row.kind !== 'presentation') return row.start === start && row.end === end;
  const rank = row.order ?? 1;
  const count = Math.max(panel?.groups.length ?? 0, rank);
  return row.start === passageStarts(sessions[session], count, row.end - row.start)[rank - 1];
}
