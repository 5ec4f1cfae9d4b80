import { chooseHomes } from './home-rooms.js';
import { improveHomes } from './home-search.js';
import { houseUnits, type RoomCost, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';
import {
  COST,
  DISTINCT_ROOM,
  findHomeSlots,
  isElsewhere,
  isOwnRoom,
  OTHER_SITE_ROW,
  preparePlanning,
  sharedCost,
  spareSeats,
  type Draft,
  type Planning,
} from './room-draft.js';

/** A room for every unit, or the slot that lacks rooms. */
export type RoomPlan =
  | { readonly isFound: true; readonly roomOf: ReadonlyMap<RoomUnit, number> }
  | { readonly isFound: false; readonly slot: number };

/**
 * Rooms for all units of the programme such that the number of different rooms that groups work and hear in is as small as can be found: a home room per group and site, the cheapest
 * assignment slot by slot, then second homes and exchanges of homes for the groups that cannot always stay at home.
 *
 * @param slots units that compete with each other, in chronological order.
 */
export function planRooms(model: TimetableModel, slots: readonly (readonly RoomUnit[])[]): RoomPlan {
  const planning = preparePlanning(
    model,
    slots.filter((units) => units.some(isOwnRoom)),
  );
  const homes = chooseHomes(model, planning.households, planning.isAllowed);
  const draft = improveHomes(planning, homes);
  const roomOf = draft.cost === Infinity ? new Map<RoomUnit, number>() : settleSlots(planning, draft, homes);
  for (let slot = 0; slot < slots.length; slot++) {
    if (slots[slot].every((unit) => roomOf.has(unit))) continue;
    const rooms = houseUnits(model, slots[slot], (unit, room) => sharedCost(model, unit, room));
    if (rooms === undefined) return { isFound: false, slot };
    slots[slot].forEach((unit, at) => roomOf.set(unit, rooms[at]));
  }
  return { isFound: true, roomOf };
}

/** Different rooms of each group over work and hearings. */
export function distinctRooms(model: TimetableModel, roomOf: ReadonlyMap<RoomUnit, number>): readonly number[] {
  const used = model.groups.map(() => new Set<number>());
  for (const [unit, room] of roomOf) {
    if (isOwnRoom(unit)) for (const group of unit.groups) used[group].add(room);
  }
  return used.map((rooms) => rooms.size);
}

/** Solves each slot once more against all the others: a room that a group uses at another time is free, a new one is not. */
function settleSlots(planning: Planning, draft: Draft, homes: readonly number[]): Map<RoomUnit, number> {
  const { model, slots, households, householdsOf, isAllowed } = planning;
  const roomCount = model.rooms.length;
  const roomOf = new Map(draft.roomOf);
  const uses = new Int32Array(model.groups.length * roomCount);
  const count = (unit: RoomUnit, change: number): void => {
    const room = roomOf.get(unit);
    if (room === undefined || !isOwnRoom(unit)) return;
    for (const group of unit.groups) uses[group * roomCount + room] += change;
  };
  for (const unit of slots.flat()) count(unit, 1);
  const costOf: RoomCost = (unit, room) => {
    if (!isOwnRoom(unit)) return sharedCost(model, unit, room);
    let cost = 0;
    for (const index of householdsOf.get(unit) ?? []) {
      if (uses[households[index].group * roomCount + room] === 0) cost += DISTINCT_ROOM;
      else if (room !== homes[index]) cost += 1;
      if (isElsewhere(planning, homes, index, room)) cost += OTHER_SITE_ROW;
    }
    return cost * COST.unit + spareSeats(model, unit, room);
  };
  findHomeSlots(planning, homes).forEach((atHome, slot) => {
    const units = slots[slot];
    if (atHome !== undefined) return;
    for (const unit of units) count(unit, -1);
    const rooms = houseUnits(model, units, costOf, isAllowed);
    if (rooms !== undefined) units.forEach((unit, at) => roomOf.set(unit, rooms[at]));
    for (const unit of units) count(unit, 1);
  });
  return roomOf;
}
