import type { LockLoss } from '../domain/diagnostics/timetable.js';
import { compareText } from '../domain/fold.js';
import type { PublishedRow } from '../domain/timetable.js';
import { isCutOff } from './hearing-model.js';
import { hearingUnit, mayHold, sharedUnits, workUnit, type RoomUnit } from './housing.js';
import { sitesOf, type TimetableModel } from './model.js';
import type { NumberedRow } from './numbered-rows.js';
import type { Panel } from './panels.js';
import { createReach, type Reach } from './reach.js';

/**
 * What a locked row cannot keep beside the other rows that stay as they are: too much for a guest or the group, another room or jury
 * than those who meet with it, their rank, a guest or a room that others have at that time, no time for the way, or too few seats for all.
 *
 * @param locked all locked rows of sessions to come.
 * @param settled those, and what is past.
 */
export function lossBeside(
  model: TimetableModel,
  panels: readonly Panel[],
  own: NumberedRow,
  locked: readonly NumberedRow[],
  settled: readonly PublishedRow[],
): LockLoss | undefined {
  const tooMuch = lossOfLimits(model, own.row, settled);
  if (tooMuch !== undefined) return tooMuch;
  const reach = createReach(model);
  if (own.row.kind === 'hearing' && isCutOff(model, reach, own.session, own.group))
    return { lost: 'reach', name: own.row.group };
  const unit = unitOf(model, panels, own, locked);
  if (unit === undefined) return undefined;
  for (const other of locked) {
    if (other === own) continue;
    const loss = isIn(unit, other) ? lossWithin(own.row, other.row) : lossElsewhere(model, reach, own, other);
    if (loss !== undefined) return loss;
  }
  const room = model.rooms.findIndex(({ id }) => id === own.row.room);
  return room >= 0 && !mayHold(model, unit, room) ? { lost: 'seats', name: own.row.room } : undefined;
}

/** Whether a guest, or a group, has one session or hearing too many. */
function lossOfLimits(
  { programme }: TimetableModel,
  row: PublishedRow,
  settled: readonly PublishedRow[],
): LockLoss | undefined {
  const { kind, session, group } = row;
  for (const id of row.witnesses) {
    const guest = programme.witnesses.find((one) => one.id === id);
    const met = settled.filter((other) => other.kind === kind && other.witnesses.includes(id));
    const together = kind === 'hearing' ? met.filter((other) => other.session === session).length : 1;
    const sessions = new Set(met.map((other) => other.session)).size;
    if (together > (guest?.maxGroupsPerHearing ?? Infinity) || sessions > (guest?.maxSessions ?? Infinity))
      return { lost: 'limit', name: id };
  }
  if (kind !== 'hearing') return undefined;
  const heard = settled.filter((other) => other.kind === 'hearing' && other.group === group);
  const isTwice = heard.filter(({ witnesses }) => witnesses[0] === row.witnesses[0]).length > 1;
  return isTwice || heard.length > programme.hearingsPerGroup ? { lost: 'limit', name: group } : undefined;
}

/** Everybody who is in a room with the group because of rows that are locked, or must be; none on visits. */
function unitOf(
  model: TimetableModel,
  panels: readonly Panel[],
  { row, session, group }: NumberedRow,
  locked: readonly NumberedRow[],
): RoomUnit | undefined {
  if (row.kind === 'work') return workUnit(model, session, group);
  if (row.kind !== 'hearing')
    return sharedUnits(model, session, panels).find(({ groups, kind }) => kind === row.kind && groups.includes(group));
  const place = sitesOf(model, session, group).join('|');
  const together = locked.filter(
    (other) =>
      other.session === session &&
      other.row.kind === 'hearing' &&
      other.row.witnesses[0] === row.witnesses[0] &&
      sitesOf(model, session, other.group).join('|') === place,
  );
  return hearingUnit(
    model,
    session,
    together.map((other) => other.group),
  );
}

function isIn({ session, kind, groups }: RoomUnit, other: NumberedRow): boolean {
  return other.session === session && other.row.kind === kind && groups.includes(other.group);
}

function lossWithin(own: PublishedRow, other: PublishedRow): LockLoss | undefined {
  const juryOf = ({ witnesses }: PublishedRow) => witnesses.toSorted(compareText).join('|');
  if (own.room !== other.room || juryOf(own) !== juryOf(other)) return { lost: 'differs', name: other.group };
  return own.order !== undefined && own.order === other.order ? { lost: 'rank', name: String(own.order) } : undefined;
}

function lossElsewhere(
  model: TimetableModel,
  reach: Reach,
  own: NumberedRow,
  other: NumberedRow,
): LockLoss | undefined {
  const guest = own.row.witnesses.find((id) => other.row.witnesses.includes(id));
  const isAtOnce = own.session === other.session || model.overlaps[own.session].includes(other.session);
  if (isAtOnce && guest !== undefined) return { lost: 'twice', name: guest };
  if (isAtOnce && own.row.room !== '' && own.row.room === other.row.room) return { lost: 'twice', name: own.row.room };
  const isOwn = own.group === other.group && own.row.kind === 'hearing' && other.row.kind === 'hearing';
  const who = guest ?? (isOwn ? own.row.group : undefined);
  const isLate = who !== undefined && reach.isOutOfReach(own.session, own.group, other.session, other.group);
  return isLate ? { lost: 'reach', name: who } : undefined;
}
