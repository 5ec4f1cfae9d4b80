import { matchBipartite } from '../algorithms/bipartite-matching.js';
import type { HearingModel } from './hearing-model.js';
import type { HearingState } from './hearing-state.js';
import { houseUnits, roomsFor, sharedUnits, workUnits, type RoomUnit } from './housing.js';
import { mayHaveBeside } from './kept-rooms.js';
import type { Kept } from './kept.js';
import { sitesOf, type TimetableModel } from './model.js';
import type { Panel } from './panels.js';

/** How many rooms the hearings of a state lack in the slot of a hearing session; 0 when everybody who meets then can have a room. */
export type RoomCheck = (state: HearingState, session: number) => number;

/**
 * Prepares the room check of a programme. A module without rooms never lacks one.
 *
 * @param kept What was published: rooms that are locked are nobody else's. Absent: nothing was.
 */
export function createRoomCheck(hearings: HearingModel, panels: readonly Panel[], kept?: Kept): RoomCheck {
  const { model } = hearings;
  if (model.rooms.length === 0) return () => 0;
  const checks = hearings.sessions.map((session, index) => {
    const locks = kept !== undefined && hasLock(model, kept, session) ? kept : undefined;
    const capacities = locks === undefined ? nestedCapacities(model, session) : undefined;
    return capacities === undefined
      ? anyRooms(hearings, index, panels, locks)
      : nestedRooms(model, index, session, capacities);
  });
  return (state, session) => checks[session](state);
}

/** Capacities, largest first, of a session that meets alone in rooms that differ in capacity only; else `undefined`. */
function nestedCapacities(model: TimetableModel, session: number): readonly number[] | undefined {
  if (model.overlaps[session].length > 0) return undefined;
  const places = new Set(model.attending[session].map((group) => sitesOf(model, session, group).join('|')));
  if (places.size > 1) return undefined;
  const unit: RoomUnit = {
    session,
    kind: 'hearing',
    groups: [],
    guests: [],
    seats: 0,
    leastSeats: 0,
    sites: model.sessions[session].sites,
  };
  const forHearing = roomsFor(model, unit);
  const forWork = model.sessions[session].kinds.includes('work')
    ? roomsFor(model, { ...unit, kind: 'work' })
    : forHearing;
  if (forHearing.join() !== forWork.join()) return undefined;
  return forHearing.map((room) => model.rooms[room].capacity).toSorted((a, b) => b - a);
}

/** Largest unit into the largest room, and so on: what does not fit then fits in no other way. */
function nestedRooms(
  model: TimetableModel,
  index: number,
  session: number,
  capacities: readonly number[],
): (state: HearingState) => number {
  return (state) => {
    const units = workUnits(model, session, (group) => state.at(group, index)?.witness ?? -1);
    const needs = units.map((unit) => unit.leastSeats).sort((a, b) => b - a);
    // The most units that can be housed: leave out the largest ones until the others fit.
    let room = 0;
    let housed = 0;
    for (const need of needs) {
      if (room < capacities.length && capacities[room] >= need) {
        room++;
        housed++;
      }
    }
    return needs.length - housed;
  };
}

/** Whether a row at the time of a session to come is locked. */
function hasLock(model: TimetableModel, kept: Kept, session: number): boolean {
  const slot = model.slots[model.slotOf[session]];
  return !kept.isPast(session) && slot.some((at) => model.groups.some((_, group) => kept.isFixed(group, at)));
}

function anyRooms(
  hearings: HearingModel,
  index: number,
  panels: readonly Panel[],
  kept: Kept | undefined,
): (state: HearingState) => number {
  const { model } = hearings;
  const slot = model.slots[model.slotOf[hearings.sessions[index]]];
  const shared = slot.flatMap((session) => sharedUnits(model, session, panels));
  // A search asks thousands of times, of few kinds of unit.
  const known = new Map<string, readonly number[]>();
  const roomsOf = (unit: RoomUnit): readonly number[] => {
    const key = JSON.stringify([unit.session, unit.kind, unit.leastSeats, unit.sites]);
    const rooms = known.get(key) ?? roomsFor(model, unit);
    known.set(key, rooms);
    return rooms;
  };
  return (state) => {
    const units = [
      ...shared,
      ...slot.flatMap((session) => {
        const at = hearings.sessions.indexOf(session);
        return workUnits(model, session, (group) => (at < 0 ? -1 : (state.at(group, at)?.witness ?? -1)));
      }),
    ];
    const isAllowed = kept === undefined ? undefined : mayHaveBeside(model, kept, units);
    const matched = matchBipartite(
      units.map((unit) => (isAllowed === undefined ? roomsOf(unit) : roomsFor(model, unit, isAllowed))),
      model.rooms.length,
    );
    if (matched.size === units.length) return 0;
    return houseUnits(model, units, () => 0, isAllowed) === undefined ? units.length - matched.size : 0;
  };
}
