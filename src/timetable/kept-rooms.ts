import { houseUnits, mayHold, type RoomUnit } from './housing.js';
import { followEveryone, type SiteOf } from './itineraries.js';
import type { Kept } from './kept.js';
import type { TimetableModel } from './model.js';
import { COST, isOwnRoom, roomWeights, sharedCost, siteOfRoom, spareSeats } from './room-draft.js';
import type { RoomPlan } from './rooms.js';

/** What one changed row costs, at the weight of its day: more than any comfort of a room. */
const CHANGED_ROW = 1_000_000;
/** No comfort is dearer: with spare seats, 999 at most, less than a changed row. */
const MOST_COMFORT = CHANGED_ROW - 1_000;
/** No sum of changes is dearer, so that costs stay below what a room costs that cannot be had. */
const MOST = 900_000_000;

/** What rooms cost where as little as can be of what was published changes. */
export interface RoomPrices {
  readonly costOf: (unit: RoomUnit, room: number) => number;
  /** What it costs, at the same prices, to leave a unit without a room. */
  readonly costOfNone: (unit: RoomUnit) => number;
  /** The room that nobody may change; −1: none. */
  readonly fixedRoom: (unit: RoomUnit) => number;
  /** Notes that the groups of a unit use a room. */
  readonly use: (unit: RoomUnit, room: number) => void;
}

/** The room that the past or a lock gives a unit; −1: none. Locks that contradict each other have been refused. */
export function fixedRoomOf(kept: Kept, { groups, session }: RoomUnit): number {
  const group = groups.find((own) => kept.isFixed(own, session) && kept.roomAt(own, session) >= 0);
  return group === undefined ? -1 : kept.roomAt(group, session);
}

/** Whether one of some units may have a room beside what is locked: its own, and none that another of them holds at that time. */
export function mayHaveBeside(
  model: TimetableModel,
  kept: Kept,
  units: readonly RoomUnit[],
): (unit: RoomUnit, room: number) => boolean {
  const fixedOf = new Map(units.map((unit) => [unit, fixedRoomOf(kept, unit)]));
  const held = units.flatMap((unit) => {
    const room = kept.isPast(unit.session) ? -1 : (fixedOf.get(unit) ?? -1);
    return room < 0 ? [] : [{ unit, room }];
  });
  return (unit, room) => {
    const fixed = fixedOf.get(unit) ?? -1;
    // Where somebody meets in what is past, nobody asks any more whether it could be.
    if (fixed >= 0 && (fixed !== room || kept.isPast(unit.session))) return fixed === room;
    if (!mayHold(model, unit, room)) return false;
    if (held.length === 0) return true;
    const { [unit.session]: atOnce } = model.overlaps;
    return held.every(
      (other) =>
        other.room !== room ||
        other.unit === unit ||
        (other.unit.session !== unit.session && !atOnce.includes(other.unit.session)),
    );
  };
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
  // A row that was published without a room changes when it gets one: else it would take the room of another for nothing.
  const changesOf = ({ groups, session }: RoomUnit, room: number) =>
    groups.filter((group) => kept.rowAt(group, session) !== undefined && kept.roomAt(group, session) !== room).length *
    kept.weightOf(session);
  const hasOwnRoom = (group: number, session: number) =>
    ['work', 'hearing'].includes(kept.rowAt(group, session)?.kind ?? '');
  const used = model.groups.map(
    (_, group) =>
      new Set(model.sessions.flatMap((_other, at) => (hasOwnRoom(group, at) ? [kept.roomAt(group, at)] : []))),
  );
  const isElsewhere = (before: number, room: number) => {
    const [from, to] = [before < 0 ? '' : model.rooms[before].site, model.rooms[room].site];
    return from !== '' && to !== '' && from !== to;
  };
  return {
    fixedRoom: (unit) => fixedRoomOf(kept, unit),
    costOfNone: (unit) => Math.min(MOST, changesOf(unit, -1) * CHANGED_ROW),
    costOf: (unit, room) => {
      const changes = changesOf(unit, room);
      const fresh = unit.groups.filter((group) => !used[group].has(room)).length;
      // People have been told where to go: another building is one more thing to miss.
      const elsewhere = unit.groups.filter((group) => isElsewhere(kept.roomAt(group, unit.session), room)).length;
      const siteChanges = elsewhere + itineraries.changesAt(unit, model.rooms[room].site, siteOf);
      const travel = siteChanges * weights.siteChange * COST.unit;
      const comfort = travel + (isOwnRoom(unit) ? fresh * weights.fresh * COST.unit : sharedCost(model, unit, room));
      return Math.min(MOST, changes * CHANGED_ROW) + Math.min(MOST_COMFORT, comfort) + spareSeats(model, unit, room);
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
  const { costOf, use } = priceKeptRooms(model, slots.flat(), kept);
  for (let slot = 0; slot < slots.length; slot++) {
    const units = slots[slot];
    const rooms = houseUnits(model, units, costOf, mayHaveBeside(model, kept, units));
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
