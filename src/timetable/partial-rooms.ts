import { assignCheapest } from '../algorithms/assignment.js';
import { mayHold, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';
import type { Kept } from './kept.js';
import { priceKeptRooms } from './kept-rooms.js';
import { COST, isOwnRoom, roomWeights, sharedCost, spareSeats } from './room-draft.js';

/** To stay without a room: dearer than any room, and cheaper than one that cannot be had. */
const NONE = 10_000_000_000;
const FORBIDDEN = 1_000_000_000_000;

/**
 * Rooms for as many units as can have one at once, slot by slot, where not all can; a group stays where it has been if it can. The
 * units of a slot get different rooms throughout, also where they overlap in a chain only.
 *
 * @param slots units that compete with each other, in chronological order.
 * @param kept what was published, of which as little as can be changes. Absent: nothing was.
 * @returns the room of each unit that has one.
 */
export function housePartly(
  model: TimetableModel,
  slots: readonly (readonly RoomUnit[])[],
  kept?: Kept,
): ReadonlyMap<RoomUnit, number> {
  const roomOf = new Map<RoomUnit, number>();
  const used = model.groups.map(() => new Set<number>());
  const weights = roomWeights(model);
  const prices = kept && priceKeptRooms(model, slots.flat(), kept);
  for (const units of slots) {
    const costs = units.map((unit) => [
      ...model.rooms.map((_, room) => {
        if (prices !== undefined) return prices.isAllowed(unit, room) ? prices.costOf(unit, room) : FORBIDDEN;
        if (!mayHold(model, unit, room)) return FORBIDDEN;
        const fresh = unit.groups.filter((group) => used[group].size > 0 && !used[group].has(room)).length;
        const comfort = isOwnRoom(unit) ? fresh * weights.fresh * COST.unit : sharedCost(model, unit, room);
        return comfort + spareSeats(model, unit, room);
      }),
      // Whoever was promised a room for good is the last to lose it.
      ...units.map(() => (prices?.isFixed(unit) === true ? 2 * NONE : NONE)),
    ]);
    assignCheapest(costs).forEach((room, at) => {
      if (room >= model.rooms.length) return;
      roomOf.set(units[at], room);
      prices?.use(units[at], room);
      if (isOwnRoom(units[at])) for (const group of units[at].groups) used[group].add(room);
    });
  }
  return roomOf;
}
