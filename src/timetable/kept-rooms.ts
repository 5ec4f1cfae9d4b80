import { houseUnits, mayHold, type RoomUnit } from './housing.js';
import { followEveryone, type SiteOf } from './itineraries.js';
import type { Kept } from './kept.js';
import type { TimetableModel } from './model.js';
import { COST, isOwnRoom, roomWeights, sharedCost, siteOfRoom, spareSeats } from './room-draft.js';
import type { RoomPlan } from './rooms.js';

/** What one changed row costs, at the weight of its day: more than any comfort of a room. */
const CHANGED_ROW = 1_000_000;
/** No sum of changes is dearer, so that costs stay below what a room costs that cannot be had. */
const MOST = 900_000_000;

/** What rooms cost where as little as can be of what was published changes. */
export interface RoomPrices {
  readonly isAllowed: (unit: RoomUnit, room: number) => boolean;
  readonly costOf: (unit: RoomUnit, room: number) => number;
  /** Whether nobody may give the unit another room. */
  readonly isFixed: (unit: RoomUnit) => boolean;
  /** Notes that the groups of a unit use a room. */
  readonly use: (unit: RoomUnit, room: number) => void;
}

/**
 * Prices rooms by the rows that change, then by comfort: changes of site, rooms that a group does not use yet.
 *
 * @param units all that are to be housed
 */
export function priceKeptRooms(model: TimetableModel, units: readonly RoomUnit[], kept: Kept): RoomPrices {
  const weights = roomWeights(model);
  const itineraries = followEveryone(model, units);
  const given = new Map<RoomUnit, number>();
  // Who is not housed yet will most likely be where it was published.
  const siteOf: SiteOf = (unit) => {
    const published = kept.roomAt(unit.groups[0], unit.session);
    return siteOfRoom(model, given.get(unit) ?? (published < 0 ? undefined : published));
  };
  const used = model.groups.map((_, group) => new Set(model.sessions.map((_other, at) => kept.roomAt(group, at))));
  const fixedRoom = (unit: RoomUnit) => {
    const group = unit.groups.find((own) => kept.isFixed(own, unit.session));
    return group === undefined ? -1 : kept.roomAt(group, unit.session);
  };
  return {
    isFixed: (unit) => fixedRoom(unit) >= 0,
    isAllowed: (unit, room) => {
      const fixed = fixedRoom(unit);
      return fixed >= 0 ? fixed === room : mayHold(model, unit, room);
    },
    costOf: (unit, room) => {
      let changes = 0;
      let fresh = 0;
      for (const group of unit.groups) {
        const before = kept.roomAt(group, unit.session);
        if (before >= 0 && before !== room) changes += kept.weightOf(unit.session);
        if (!used[group].has(room)) fresh++;
      }
      const travel = itineraries.changesAt(unit, model.rooms[room].site, siteOf) * weights.siteChange * COST.unit;
      const comfort = travel + (isOwnRoom(unit) ? fresh * weights.fresh * COST.unit : sharedCost(model, unit, room));
      return Math.min(MOST, changes * CHANGED_ROW) + Math.min(CHANGED_ROW - 1, comfort) + spareSeats(model, unit, room);
    },
    use: (unit, room) => {
      given.set(unit, room);
      if (isOwnRoom(unit)) for (const group of unit.groups) used[group].add(room);
    },
  };
}

/**
 * Rooms with the fewest changes of what was published: the cheapest assignment slot by slot, which is exact, as no slot competes
 * with another. A group that must leave its room goes to one that it uses anyway, if it can. A past slot that has no such
 * assignment is left out: its rows stay as they were.
 *
 * @param slots units that compete with each other, in chronological order.
 */
export function keepRooms(model: TimetableModel, slots: readonly (readonly RoomUnit[])[], kept: Kept): RoomPlan {
  const roomOf = new Map<RoomUnit, number>();
  const { costOf, isAllowed, use } = priceKeptRooms(model, slots.flat(), kept);
  for (let slot = 0; slot < slots.length; slot++) {
    const units = slots[slot];
    const rooms = houseUnits(model, units, costOf, isAllowed);
    if (rooms === undefined) {
      if (units.every(({ session }) => kept.isPast(session))) continue;
      return { isFound: false, slot };
    }
    units.forEach((unit, at) => {
      roomOf.set(unit, rooms[at]);
      use(unit, rooms[at]);
    });
  }
  return { isFound: true, roomOf };
}
