import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { LockLoss } from '../domain/diagnostics/timetable.js';
import type { PublishedRow, TimetableRow } from '../domain/timetable.js';
import { mayHold, workUnit } from './housing.js';
import { lossBeside } from './lock-neighbours.js';
import { hasOtherTime } from './lock-times.js';
import { isForTheme, type TimetableModel } from './model.js';
import { numberRows, type NumberedRow } from './numbered-rows.js';
import type { Panel } from './panels.js';
import { groupPresenceOf, presenceOf } from './presence.js';
import { isSame, type Publication } from './publication.js';

/**
 * Locked rows that cannot stay as they are, one reason each: the programme no longer has what they name, or has it not to be had
 * then, or they contradict one another. What is past has happened, and is none.
 */
export function findBrokenLocks(
  model: TimetableModel,
  panels: readonly Panel[],
  publication: Publication,
): readonly Diagnostic[] {
  const { rows, today } = publication;
  const live = numberRows(model, panels, rows);
  const settled = live.map(({ row }) => row).filter((row) => row.isLocked || row.date < today);
  const locked = live.filter(({ row, session }) => row.isLocked && !isPast(model, session, today));
  const known = locked.filter(({ session, group }) => session >= 0 && group >= 0);
  return locked.flatMap((own) => {
    const loss =
      lossOfRow(model, own) ??
      (hasOtherTime(model, own, live) ? { lost: 'time' as const, name: own.row.session } : undefined) ??
      lossBeside(model, panels, own, known, settled);
    return loss === undefined ? [] : [tell(own.row, loss)];
  });
}

/** Locked rows that a timetable does not have as they were: none may be given away, whatever the search has done. */
export function findChangedLocks(
  model: TimetableModel,
  made: readonly TimetableRow[],
  { rows, today }: Publication,
): readonly Diagnostic[] {
  const now = new Map(made.filter(({ status }) => status !== 'cancelled').map((row) => [row.uid, row]));
  return rows.flatMap((row) => {
    const session = model.sessions.findIndex(({ id }) => id === row.session);
    if (!row.isLocked || row.status === 'cancelled' || isPast(model, session, today)) return [];
    const after = now.get(row.uid);
    const isKept = after !== undefined && isSame(after, { ...row, ...whenAndWhere(after) });
    return isKept ? [] : [tell(row, { lost: 'rest', name: row.group })];
  });
}

/** A row follows its session to another day, and its room to another site. */
function whenAndWhere({ date, start, end, site }: TimetableRow) {
  return { date, start, end, site };
}

function isPast({ sessions }: TimetableModel, session: number, today: string): boolean {
  return session >= 0 && sessions[session].date < today;
}

function tell(row: PublishedRow, loss: LockLoss): Diagnostic {
  const params = { session: row.session, group: row.group, ...loss };
  return diagnose('error', 'timetable.lock-broken', params, { source: row.source });
}

/** What a locked row lacks by itself: the first of what it names. */
function lossOfRow(model: TimetableModel, own: NumberedRow): LockLoss | undefined {
  const { row, session, group } = own;
  if (session < 0) return { lost: 'session', name: row.session };
  if (group < 0 || !model.attending[session].includes(group)) return { lost: 'group', name: row.group };
  if (!canBe(model, session, row.kind)) return { lost: 'kind', name: row.session };
  const { availability } = model.programme;
  if (row.kind === 'hearing' && groupPresenceOf(row.group, model.sessions[session], availability) === 'no')
    return { lost: 'group', name: row.group };
  return lossOfGuests(model, own) ?? lossOfRank(own) ?? lossOfRoom(model, own);
}

/** A session is one thing, whatever else its kinds say, but for work and hearings. */
function canBe({ sessions, forms }: TimetableModel, session: number, kind: PublishedRow['kind']): boolean {
  const isOwn = kind === 'work' || kind === 'hearing';
  return forms[session] === 'work' ? isOwn && sessions[session].kinds.includes(kind) : forms[session] === kind;
}

function lossOfGuests(model: TimetableModel, { row, session, group }: NumberedRow): LockLoss | undefined {
  const { kind, witnesses } = row;
  const isRight =
    kind === 'hearing'
      ? witnesses.length === 1
      : kind === 'presentation'
        ? witnesses.length > 0 || model.jury.length === 0
        : witnesses.length === 0;
  if (!isRight) return { lost: 'guests', name: witnesses.join(', ') };
  for (const id of witnesses) {
    const guest = (kind === 'hearing' ? model.witnesses : model.jury).find((each) => each.id === id);
    const canCome =
      guest !== undefined &&
      isForTheme(guest, model.groups[group].theme) &&
      presenceOf(guest, model.sessions[session], model.programme.availability) !== 'no';
    if (!canCome) return { lost: 'witness', name: id };
  }
  return undefined;
}

function lossOfRank({ row: { order }, panel }: NumberedRow): LockLoss | undefined {
  const isRight = panel === undefined ? order === undefined : order !== undefined && order <= panel.groups.length;
  return isRight ? undefined : { lost: 'rank', name: String(order ?? '') };
}

/** With everybody who shares the room it may still be too small: that is told beside the others. */
function lossOfRoom(model: TimetableModel, { row, session, group }: NumberedRow): LockLoss | undefined {
  const loss = { lost: 'room' as const, name: row.room };
  if (row.kind === 'visit' || model.rooms.length === 0) return row.room === '' ? undefined : loss;
  const room = model.rooms.findIndex(({ id }) => id === row.room);
  const unit = { ...workUnit(model, session, group), kind: row.kind };
  // A room without a seat is one that only the past still knows.
  const isGone = room < 0 || model.rooms[room].capacity === 0;
  return isGone || !mayHold(model, { ...unit, leastSeats: 0 }, room) ? loss : undefined;
}
