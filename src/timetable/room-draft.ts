import { timetableWeights } from '../domain/timetable-terms.js';
import { preferredSites } from './home-sites.js';
import type { Household } from './home-rooms.js';
import { houseUnits, mayHold, type RoomCost, type RoomUnit } from './housing.js';
import type { Itineraries, SiteOf } from './itineraries.js';
import type { TimetableModel } from './model.js';

/** Costs that no weight changes: a panel whose groups cannot all listen, and room below for what decides between rooms that cost the same. */
export const COST = { tightPanel: 500, unit: 1000 } as const;

/** What a different room of a group and a change of site cost in a whole plan, and the prices that lead to it slot by slot. */
export interface RoomWeights {
  readonly distinctRoom: number;
  readonly siteChange: number;
  /** A room that the group does not use yet; one that it does; its second home, which comes just before the others used. */
  readonly fresh: number;
  readonly used: number;
  readonly second: number;
}

/** The weights of a programme. The slot in hand cannot know what rooms are worth in others: there the prices are lower. */
export function roomWeights({ programme }: TimetableModel): RoomWeights {
  const { rooms, site_changes: siteChange } = timetableWeights(programme.weights);
  const share = (percent: number) => Math.ceil((rooms * percent) / 100);
  return { distinctRoom: rooms, siteChange, fresh: share(30), used: share(12), second: share(10) };
}

/** What each session of a group adds that is not at the site where it has its home, or whose home is not where it had best be. */
export const FAR_ROW = 2;

/** Rooms of the units of all slots with work or hearings, and what they cost in all: different rooms and changes of site at their weights. */
export interface Draft {
  readonly roomOf: ReadonlyMap<RoomUnit, number>;
  readonly cost: number;
}

/** What the search for rooms looks up. */
export interface Planning {
  readonly model: TimetableModel;
  /** Slots in which groups work or hear by themselves; the others are settled apart. */
  readonly slots: readonly (readonly RoomUnit[])[];
  readonly households: readonly Household[];
  readonly householdsOf: ReadonlyMap<RoomUnit, readonly number[]>;
  readonly isAllowed: (unit: RoomUnit, room: number) => boolean;
  readonly weights: RoomWeights;
  readonly itineraries: Itineraries;
}

/** Rooms of the units of each slot in which everybody can be at home; `undefined` for the other slots. */
export type HomeSlots = readonly (readonly number[] | undefined)[];

/** Whether the groups of a unit are in what should be their home room. */
export function isOwnRoom(unit: RoomUnit): boolean {
  return unit.kind === 'work' || unit.kind === 'hearing';
}

/** Finds the households, and the rooms that each unit may have. `slots` are those with work or hearings. */
export function preparePlanning(
  model: TimetableModel,
  slots: readonly (readonly RoomUnit[])[],
  itineraries: Itineraries,
): Planning {
  const siteFor = preferredSites(model);
  const byKey = new Map<string, { group: number; site: string; units: RoomUnit[] }>();
  const allowed = new Map<RoomUnit, readonly boolean[]>();
  for (const unit of slots.flat()) {
    allowed.set(
      unit,
      model.rooms.map((_, room) => mayHold(model, unit, room)),
    );
    if (!isOwnRoom(unit)) continue;
    for (const group of unit.groups) {
      const site = siteFor(unit, group);
      const entry = byKey.get(`${group}|${site}`) ?? { group, site, units: [] };
      entry.units.push(unit);
      byKey.set(`${group}|${site}`, entry);
    }
  }
  const households = [...byKey.values()].sort((a, b) => a.group - b.group);
  const householdsOf = new Map<RoomUnit, number[]>();
  households.forEach(({ units }, index) => {
    for (const unit of units) householdsOf.set(unit, [...(householdsOf.get(unit) ?? []), index]);
  });
  const isAllowed = (unit: RoomUnit, room: number) => allowed.get(unit)?.[room] ?? false;
  return { model, slots, households, householdsOf, isAllowed, weights: roomWeights(model), itineraries };
}

/** Rooms slot after slot. A slot that cannot be housed makes the draft worthless, and so does a cost that reaches the limit: its cost is then Infinity. */
export function draftRooms(
  planning: Planning,
  homes: readonly number[],
  seconds: readonly number[],
  homeSlots: HomeSlots,
  limit: number,
): Draft {
  const { model, slots, households, householdsOf, isAllowed, weights, itineraries } = planning;
  const roomCount = model.rooms.length;
  const used = new Uint8Array(model.groups.length * roomCount);
  const roomOf = new Map<RoomUnit, number>();
  let total = 0;
  households.forEach(({ site, units }, index) => {
    if (homes[index] >= 0 && !isAtSite(model, site, homes[index])) total += FAR_ROW * units.length;
  });
  const siteOf: SiteOf = (unit) => siteOfRoom(model, roomOf.get(unit));
  const costOf: RoomCost = (unit, room) => {
    const changes = itineraries.changesAt(unit, model.rooms[room].site, siteOf) * weights.siteChange;
    if (!isOwnRoom(unit)) return changes * COST.unit + sharedCost(model, unit, room);
    let cost = changes;
    for (const index of householdsOf.get(unit) ?? []) {
      if (isElsewhere(planning, homes, index, room)) cost += FAR_ROW;
      if (room === homes[index]) continue;
      if (room === seconds[index]) cost += weights.second;
      else cost += used[households[index].group * roomCount + room] === 1 ? weights.used : weights.fresh;
    }
    return cost * COST.unit + spareSeats(model, unit, room);
  };

  for (let slot = 0; slot < slots.length; slot++) {
    const units = slots[slot];
    const rooms = homeSlots[slot] ?? houseUnits(model, units, costOf, isAllowed);
    if (rooms === undefined || total >= limit) return { roomOf, cost: Infinity };
    for (let at = 0; at < units.length; at++) {
      roomOf.set(units[at], rooms[at]);
      if (!isOwnRoom(units[at])) continue;
      for (const index of householdsOf.get(units[at]) ?? []) {
        const place = households[index].group * roomCount + rooms[at];
        if (used[place] === 0) total += weights.distinctRoom;
        used[place] = 1;
        if (isElsewhere(planning, homes, index, rooms[at])) total += FAR_ROW;
      }
    }
  }
  total += itineraries.count(siteOf) * weights.siteChange;
  return { roomOf, cost: total < limit ? total : Infinity };
}

/** Slots in which every unit is one household's, at home, and no two have the same home. */
export function findHomeSlots(planning: Planning, homes: readonly number[]): HomeSlots {
  return planning.slots.map((units) => {
    const rooms = new Set<number>();
    for (const unit of units) {
      const [first, ...others] = planning.householdsOf.get(unit) ?? [];
      const room = first === undefined ? -1 : homes[first];
      if (room < 0 || others.length > 0 || rooms.has(room) || !planning.isAllowed(unit, room)) return undefined;
      rooms.add(room);
    }
    return [...rooms];
  });
}

/** Whether a room is at another site than the household's home; without a home, than where it had best be. */
export function isElsewhere(planning: Planning, homes: readonly number[], household: number, room: number): boolean {
  const { model, households } = planning;
  const home = homes[household];
  return !isAtSite(model, home < 0 ? households[household].site : model.rooms[home].site, room);
}

/** `''` where the unit has no room yet. */
export function siteOfRoom(model: TimetableModel, room: number | undefined): string {
  return room === undefined ? '' : model.rooms[room].site;
}

function isAtSite(model: TimetableModel, site: string, room: number): boolean {
  return site === '' || model.rooms[room].site === '' || model.rooms[room].site === site;
}

/** Cost of a room for a plenary or a panel: one that seats all concerned, no larger than needed. */
export function sharedCost(model: TimetableModel, unit: RoomUnit, room: number): number {
  const isTight = model.rooms[room].capacity < unit.seats;
  return (isTight ? COST.tightPanel * COST.unit : 0) + spareSeats(model, unit, room);
}

/** Empty seats, up to 999: between rooms that cost the same, the smaller one is taken. */
export function spareSeats(model: TimetableModel, unit: RoomUnit, room: number): number {
  return Math.min(999, Math.max(0, model.rooms[room].capacity - unit.seats));
}
