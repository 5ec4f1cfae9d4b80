import { compareText } from '../domain/fold.js';
import type { Group } from '../domain/group.js';
import type { Programme } from '../domain/module.js';
import type { Room } from '../domain/room.js';
import { overlap, type Session } from '../domain/session.js';
import type { Witness } from '../domain/witness.js';
import { splitIntoHalves } from './halves.js';
import { groupPresenceOf } from './presence.js';

/** The one thing that a session is, whatever else its kinds say. `work` covers work, hearings, and both. */
export type SessionForm = 'plenary' | 'visit' | 'presentation' | 'work';

/**
 * The programme by numbers. Everything is sorted by id here, so that no later choice depends on the order of rows in a file; indexes of sessions, groups, rooms, witnesses and jury
 * members are positions in these lists.
 */
export interface TimetableModel {
  readonly programme: Programme;
  /** By date, start, id. */
  readonly sessions: readonly Session[];
  readonly forms: readonly SessionForm[];
  /** By label. */
  readonly groups: readonly Group[];
  readonly rooms: readonly Room[];
  readonly witnesses: readonly Witness[];
  readonly jury: readonly Witness[];
  /** Groups that attend each session, ascending. */
  readonly attending: readonly (readonly number[])[];
  /** Other sessions at the same time, per session, ascending. */
  readonly overlaps: readonly (readonly number[])[];
  /** Sessions joined by overlaps, in chronological order: nothing outside a slot competes with it. */
  readonly slots: readonly (readonly number[])[];
  /** Slot of each session. */
  readonly slotOf: readonly number[];
  /** Half, 0 or 1, of each group. */
  readonly halves: readonly number[];
}

/** Numbers the programme. */
export function compileTimetable(programme: Programme, groupList: readonly Group[]): TimetableModel {
  const sessions = programme.sessions.toSorted(
    (a, b) => compareText(a.date, b.date) || a.start - b.start || compareText(a.id, b.id),
  );
  const groups = groupList.toSorted((a, b) => compareText(a.label, b.label));
  const guests = programme.witnesses.toSorted((a, b) => compareText(a.id, b.id));
  const forms = sessions.map(formOf);
  const overlaps = sessions.map((session, index) =>
    sessions.flatMap((other, at) => (at !== index && overlap(session, other) ? [at] : [])),
  );
  const slots = joinOverlaps(overlaps);
  const slotOf = sessions.map(() => 0);
  slots.forEach((slot, index) => slot.forEach((session) => (slotOf[session] = index)));
  return {
    programme,
    sessions,
    forms,
    groups,
    rooms: programme.rooms.toSorted((a, b) => compareText(a.id, b.id)),
    witnesses: guests.filter((guest) => guest.role === 'witness'),
    jury: guests.filter((guest) => guest.role === 'jury'),
    attending: sessions.map((session) => attendingGroups(programme, groups, session)),
    overlaps,
    slots,
    slotOf,
    halves: splitIntoHalves(groups),
  };
}

/** Sites at which a group may be in a session; empty: any. */
export function sitesOf(model: TimetableModel, session: number, group: number): readonly string[] {
  const { audience, sites } = model.sessions[session];
  if (audience.kind !== 'halves' || sites.length < 2) return sites;
  return [sites[model.halves[group]]];
}

/** Whether a session is for hearings alone: who hears nobody then is not there. */
export function isForHearersAlone({ kinds }: Session): boolean {
  return kinds.every((kind) => kind === 'hearing');
}

/** Whether a group and a guest share a theme: a guest without themes is for all. */
export function isForTheme(guest: Witness, theme: string): boolean {
  return guest.themes.length === 0 || guest.themes.includes(theme);
}

/** Groups by theme, themes in order of their first group. */
export function groupsByTheme(
  model: TimetableModel,
  groups: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const byTheme = new Map<string, number[]>();
  for (const group of groups) {
    const { theme } = model.groups[group];
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), group]);
  }
  return byTheme;
}

function formOf({ kinds }: Session): SessionForm {
  if (kinds.includes('presentation')) return 'presentation';
  if (kinds.includes('plenary')) return 'plenary';
  return kinds.includes('visit') ? 'visit' : 'work';
}

/** A group that cannot come is left out of work of its own; it stays in what is held for everybody. */
function attendingGroups({ availability }: Programme, groups: readonly Group[], session: Session): readonly number[] {
  const { audience, kinds } = session;
  const isOwnWork = formOf(session) === 'work' && !(kinds.includes('work') && kinds.includes('hearing'));
  return groups.flatMap((group, index) => {
    if (audience.kind === 'theme' && audience.theme !== group.theme) return [];
    if (isOwnWork && groupPresenceOf(group.label, session, availability) === 'no') return [];
    return [index];
  });
}

function joinOverlaps(overlaps: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const isSeen = overlaps.map(() => false);
  const slots: number[][] = [];
  overlaps.forEach((_, start) => {
    if (isSeen[start]) return;
    isSeen[start] = true;
    const slot = [start];
    for (const session of slot) {
      for (const other of overlaps[session]) {
        if (isSeen[other]) continue;
        isSeen[other] = true;
        slot.push(other);
      }
    }
    slots.push(slot.toSorted((a, b) => a - b));
  });
  return slots;
}
