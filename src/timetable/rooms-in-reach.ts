import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { leastOf } from '../domain/extremes.js';
import type { RoomUnit } from './housing.js';
import { collectDays, siteAt, sitesOfRooms, type Stop } from './itineraries.js';
import type { TimetableModel } from './model.js';
import { createReach, type Shortfall } from './reach.js';
import { siteOfRoom } from './room-draft.js';
import type { RoomPlan } from './rooms.js';

/** Somebody who does not get from one site to the next in time. */
export interface Missed extends Shortfall {
  readonly who: Stop['who'];
  readonly earlier: Stop;
  readonly later: Stop;
}

/** Rooms, and who cannot get from one to the next in time with the best that were found. */
export interface RoomsInReach {
  readonly rooms: RoomPlan;
  readonly missed: readonly Missed[];
}

/** Plans of rooms tried. */
const NODE_LIMIT = 100;

/** Sites that units may not be at, beside what the programme says. */
type Narrowed = ReadonlyMap<RoomUnit, readonly string[]>;

/**
 * Rooms between which everybody gets in time. Rooms are planned without regard to the ways first; where somebody cannot go from one
 * unit to the next, the one may not be at its site, or the other not at its own, and rooms are planned again under each
 * (conflict-based search, G. Sharon et al., Artificial Intelligence 219, 2015): the plan with the fewest such ways is followed first.
 * No solution is lost; beyond the limit of plans, the first plan and its ways are the answer.
 *
 * @param slots units that compete with each other, in chronological order
 * @param plan rooms for units whose sites are narrowed
 * @param canMove whether a unit may be at another site; what is past or locked may not
 * @param isOpen whether a session is still to come: what is past has happened
 */
export function planRoomsInReach(
  model: TimetableModel,
  slots: readonly (readonly RoomUnit[])[],
  plan: (slots: readonly (readonly RoomUnit[])[]) => RoomPlan,
  canMove: (unit: RoomUnit) => boolean,
  isOpen: (session: number) => boolean,
): RoomsInReach {
  const reach = createReach(model);
  if (!reach.isNeeded || model.rooms.length === 0) return { rooms: plan(slots), missed: [] };
  const everywhere = sitesOfRooms(model);
  const days = collectDays(model, slots.flat(), everywhere);

  const tryOut = (narrowed: Narrowed): RoomsInReach => {
    const original = new Map<RoomUnit, RoomUnit>();
    const units = slots.map((slot) =>
      slot.map((unit) => {
        const sites = narrowed.get(unit);
        const narrow = sites === undefined ? unit : { ...unit, sites };
        original.set(narrow, unit);
        return narrow;
      }),
    );
    const rooms = plan(units);
    if (!rooms.isFound) return { rooms, missed: [] };
    const roomOf = new Map([...rooms.roomOf].map(([unit, room]) => [original.get(unit) ?? unit, room]));
    return { rooms: { isFound: true, roomOf }, missed: findMissed(roomOf) };
  };
  const findMissed = (roomOf: ReadonlyMap<RoomUnit, number>): readonly Missed[] =>
    days.flatMap((day) => {
      const missed: Missed[] = [];
      let earlier: Stop | undefined;
      let from = '';
      for (const later of day) {
        const to = siteAt(later, (unit) => siteOfRoom(model, roomOf.get(unit)));
        if (to === '') continue;
        const short = earlier && reach.shortfall(earlier.session, from, later.session, to);
        if (earlier && short && isOpen(later.session)) missed.push({ who: later.who, earlier, later, ...short });
        earlier = later;
        from = to;
      }
      return missed;
    });

  const root = tryOut(new Map());
  if (root.missed.length === 0) return root;
  const open: { readonly narrowed: Narrowed; readonly found: RoomsInReach }[] = [{ narrowed: new Map(), found: root }];
  for (let node = 1; open.length > 0 && node < NODE_LIMIT;) {
    const fewest = leastOf(open.map(({ found }) => found.missed.length));
    const at = open.findLastIndex(({ found }) => found.missed.length === fewest);
    const [{ narrowed, found }] = open.splice(at, 1);
    const [{ earlier, from, later, to }] = found.missed;
    for (const [{ unit, sites }, site] of [
      [earlier, from],
      [later, to],
    ] as const) {
      if (unit === undefined || !canMove(unit)) continue;
      const left = (narrowed.get(unit) ?? sites).filter((own) => own !== site);
      if (left.length === 0) continue;
      node++;
      const next = new Map([...narrowed, [unit, left] as const]);
      const tried = tryOut(next);
      if (!tried.rooms.isFound) continue;
      if (tried.missed.length === 0) return tried;
      open.push({ narrowed: next, found: tried });
    }
  }
  return root;
}

/** Who is late where, a reason for each way: no rooms were found with which nobody is. */
export function describeMissed(model: TimetableModel, missed: readonly Missed[]): readonly Diagnostic[] {
  const byWay = new Map<string, { readonly first: Missed; readonly who: string[] }>();
  for (const one of missed) {
    const key = JSON.stringify([one.earlier.session, one.from, one.later.session, one.to]);
    const entry = byWay.get(key) ?? { first: one, who: [] };
    entry.who.push(nameOf(model, one.who));
    byWay.set(key, entry);
  }
  return [...byWay.values()].map(({ first: { earlier, from, later, to, minutes, needed }, who }) => {
    const [before, after] = [model.sessions[earlier.session], model.sessions[later.session]];
    const params = { first: before.id, second: after.id, who, from, to, minutes, needed };
    return diagnose('error', 'timetable.travel-missed', params, { source: after.source });
  });
}

function nameOf({ groups, witnesses, jury }: TimetableModel, { kind, at }: Stop['who']): string {
  return kind === 'group' ? groups[at].label : (witnesses[at] ?? jury[at - witnesses.length]).id;
}
