import { chooseHomes } from './home-rooms.js';
import { improveHomes } from './home-search.js';
import { houseUnits, type RoomCost, type RoomUnit } from './housing.js';
import { followEveryone, type SiteOf } from './itineraries.js';
import type { TimetableModel } from './model.js';
import {
  COST,
  FAR_ROW,
  findHomeSlots,
  isElsewhere,
  isOwnRoom,
  preparePlanning,
  sharedCost,
  siteOfRoom,
  spareSeats,
  type Draft,
  type Planning,
} from './room-draft.js';

/** Times that all slots are solved once more, at most. */
const MOST_PASSES = 8;

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
  const itineraries = followEveryone(model, slots.flat());
  const planning = preparePlanning(
    model,
    slots.filter((units) => units.some(isOwnRoom)),
    itineraries,
  );
  const homes = chooseHomes(model, planning.households, planning.isAllowed);
  const draft = improveHomes(planning, homes);
  const roomOf = draft.cost === Infinity ? new Map<RoomUnit, number>() : settleSlots(planning, draft, homes);
  for (let slot = 0; slot < slots.length; slot++) {
    if (slots[slot].every((unit) => roomOf.has(unit))) continue;
    const siteOf: SiteOf = (unit) => siteOfRoom(model, roomOf.get(unit));
    const rooms = houseUnits(model, slots[slot], (unit, room) => {
      const changes = itineraries.changesAt(unit, model.rooms[room].site, siteOf) * planning.weights.siteChange;
      return changes * COST.unit + sharedCost(model, unit, room);
    });
    if (rooms === undefined) return { isFound: false, slot };
    slots[slot].forEach((unit, at) => roomOf.set(unit, rooms[at]));
  }
  return { isFound: true, roomOf };
}

/** Solves each slot once more against all the others: a room that a group uses at another time is free, a new one is not. */
function settleSlots(planning: Planning, draft: Draft, homes: readonly number[]): Map<RoomUnit, number> {
  const { model, slots, households, householdsOf, isAllowed, weights, itineraries } = planning;
  const roomCount = model.rooms.length;
  const roomOf = new Map(draft.roomOf);
  const uses = new Int32Array(model.groups.length * roomCount);
  const count = (unit: RoomUnit, change: number): void => {
    const room = roomOf.get(unit);
    if (room === undefined || !isOwnRoom(unit)) return;
    for (const group of unit.groups) uses[group * roomCount + room] += change;
  };
  for (const unit of slots.flat()) count(unit, 1);
  const siteOf: SiteOf = (unit) => siteOfRoom(model, roomOf.get(unit));
  const costOf: RoomCost = (unit, room) => {
    let cost = itineraries.changesAt(unit, model.rooms[room].site, siteOf) * weights.siteChange;
    if (!isOwnRoom(unit)) return cost * COST.unit + sharedCost(model, unit, room);
    for (const index of householdsOf.get(unit) ?? []) {
      if (uses[households[index].group * roomCount + room] === 0) cost += weights.distinctRoom;
      else if (room !== homes[index]) cost += 1;
      if (isElsewhere(planning, homes, index, room)) cost += FAR_ROW;
    }
    return cost * COST.unit + spareSeats(model, unit, room);
  };
  // Within one site a slot in which everybody is at home cannot be bettered; between sites somebody may stay for the day.
  const homeSlots = itineraries.isNeeded ? slots.map(() => undefined) : findHomeSlots(planning, homes);
  for (let pass = 0, isImproved = true; isImproved && pass < MOST_PASSES; pass++) {
    isImproved = false;
    homeSlots.forEach((atHome, slot) => {
      const units = slots[slot];
      if (atHome !== undefined) return;
      for (const unit of units) count(unit, -1);
      const rooms = houseUnits(model, units, costOf, isAllowed);
      if (rooms !== undefined) {
        const change = units.reduce(
          (sum, unit, at) => sum + costOf(unit, rooms[at]) - costOf(unit, roomOf.get(unit) ?? rooms[at]),
          0,
        );
        if (change < 0) isImproved = true;
        if (change <= 0) units.forEach((unit, at) => roomOf.set(unit, rooms[at]));
      }
      for (const unit of units) count(unit, 1);
    });
  }
  return roomOf;
}
