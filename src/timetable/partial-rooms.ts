import { assignCheapest } from '../algorithms/assignment.js';
import { mayHold, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';
import type { Kept } from './kept.js';
import { mayHaveBeside, priceKeptRooms } from './kept-rooms.js';
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
  const take = (unit: RoomUnit, room: number) => {
    roomOf.set(unit, room);
    prices?.use(unit, room);
    if (isOwnRoom(unit)) for (const group of unit.groups) used[group].add(room);
  };
  for (const all of slots) {
    const isAllowed = kept && mayHaveBeside(model, kept, all);
    // Whoever was promised a room for good has it before the others are asked.
    const units = all.filter((unit) => {
      const fixed = prices?.fixedRoom(unit) ?? -1;
      if (fixed < 0) return true;
      if (isAllowed?.(unit, fixed) === true) take(unit, fixed);
      return false;
    });
    const costs = units.map((unit) => [
      ...model.rooms.map((_, room) => {
        if (prices !== undefined) return isAllowed?.(unit, room) === true ? prices.costOf(unit, room) : FORBIDDEN;
        if (!mayHold(model, unit, room)) return FORBIDDEN;
        const fresh = unit.groups.filter((group) => used[group].size > 0 && !used[group].has(room)).length;
        const comfort = isOwnRoom(unit) ? fresh * weights.fresh * COST.unit : sharedCost(model, unit, room);
        return comfort + spareSeats(model, unit, room);
      }),
      ...units.map(() => NONE + (prices?.costOfNone(unit) ?? 0)),
    ]);
    assignCheapest(costs).forEach((room, at) => {
      if (room < model.rooms.length) take(units[at], room);
    });
  }
  return roomOf;
}
