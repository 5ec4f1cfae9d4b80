import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { PublishedRow } from '../domain/timetable.js';
import { mayHold, workUnit } from './housing.js';
import { isForTheme, type TimetableModel } from './model.js';
import { groupPresenceOf, presenceOf } from './presence.js';
import type { Publication } from './publication.js';

/**
 * Locked rows that cannot stay as they are, one reason each: the programme no longer has their session, group, room or outside
 * person, or these are not to be had then. What is past has happened, and is none.
 */
export function findBrokenLocks(model: TimetableModel, { rows, today }: Publication): readonly Diagnostic[] {
  const live = rows.filter(({ status }) => status !== 'cancelled');
  const isPast = (row: PublishedRow) => row.date < today;
  const fixed = live.filter((row) => row.kind === 'hearing' && (row.isLocked || isPast(row)));
  return live.flatMap((row) => {
    if (!row.isLocked) return [];
    const session = model.sessions.findIndex(({ id }) => id === row.session);
    if (session >= 0 && model.sessions[session].date < today) return [];
    const what =
      whatIsLost(model, row, session) ?? (row.kind === 'hearing' ? whatIsTooMuch(model, row, fixed) : undefined);
    if (what === undefined) return [];
    const params = { session: row.session, group: row.group, ...what };
    return [diagnose('error', 'timetable.lock-broken', params, { source: row.source })];
  });
}

/** Whether a locked hearing is one too many beside the others that are locked or past: for its witness, or its group. */
function whatIsTooMuch(
  { programme, witnesses }: TimetableModel,
  row: PublishedRow,
  fixed: readonly PublishedRow[],
): { readonly lost: 'limit'; readonly name: string } | undefined {
  const [id = ''] = row.witnesses;
  const witness = witnesses.find((one) => one.id === id);
  const ofWitness = fixed.filter(({ witnesses: heard }) => heard.includes(id));
  const ofGroup = fixed.filter(({ group }) => group === row.group);
  const together = ofWitness.filter(({ session }) => session === row.session).length;
  const sessions = new Set(ofWitness.map(({ session }) => session)).size;
  if (together > (witness?.maxGroupsPerHearing ?? Infinity) || sessions > (witness?.maxSessions ?? Infinity))
    return { lost: 'limit', name: id };
  const isTwice = ofWitness.filter(({ group }) => group === row.group).length > 1;
  return isTwice || ofGroup.length > programme.hearingsPerGroup ? { lost: 'limit', name: row.group } : undefined;
}

/** What a locked row lacks: the first of what it names. */
function whatIsLost(
  model: TimetableModel,
  row: PublishedRow,
  session: number,
): { readonly lost: 'session' | 'group' | 'kind' | 'witness' | 'room'; readonly name: string } | undefined {
  if (session < 0) return { lost: 'session', name: row.session };
  const group = model.groups.findIndex(({ label }) => label === row.group);
  if (group < 0 || !model.attending[session].includes(group)) return { lost: 'group', name: row.group };
  const { kinds } = model.sessions[session];
  if (!kinds.includes(row.kind)) return { lost: 'kind', name: row.session };
  const { availability } = model.programme;
  if (row.kind === 'hearing' && groupPresenceOf(row.group, model.sessions[session], availability) === 'no')
    return { lost: 'group', name: row.group };
  for (const id of row.witnesses) {
    const guest = [...model.witnesses, ...model.jury].find((each) => each.id === id);
    const canCome =
      guest !== undefined &&
      isForTheme(guest, model.groups[group].theme) &&
      presenceOf(guest, model.sessions[session], availability) !== 'no';
    if (!canCome) return { lost: 'witness', name: id };
  }
  if (row.room === '' || model.rooms.length === 0) return undefined;
  const room = model.rooms.findIndex(({ id }) => id === row.room);
  // With everybody who shares the room it may still be too small: that is told with the rooms.
  const unit = { ...workUnit(model, session, group), kind: row.kind };
  return room < 0 || !mayHold(model, unit, room) ? { lost: 'room', name: row.room } : undefined;
}
