import { assignCheapest } from '../algorithms/assignment.js';
import { mostOf } from '../domain/extremes.js';
import { overlap, type SessionKind } from '../domain/session.js';
import { sitesOf, type TimetableModel } from './model.js';
import type { Panel } from './panels.js';

/** People who sit in one room for the whole of a session. */
export interface RoomUnit {
  readonly session: number;
  readonly kind: SessionKind;
  readonly groups: readonly number[];
  /** The witness heard, or the members of the jury, by number; members are counted on from the witnesses. */
  readonly guests: readonly number[];
  /** Seats that let everybody concerned sit together. */
  readonly seats: number;
  /** Seats without which it cannot be; less than `seats` for presentations only. */
  readonly leastSeats: number;
  /** Sites it may be at; empty: any. */
  readonly sites: readonly string[];
}

/** Cost of a room that cannot be had: more than any sum of real costs. */
const FORBIDDEN = 1e12;

/** What {@link houseUnits} pays for a room that may hold the unit: an integer below 10⁹. */
export type RoomCost = (unit: RoomUnit, room: number) => number;

/** Whether a room has the site, the uses, the seats and the time. */
export function mayHold(model: TimetableModel, unit: RoomUnit, room: number): boolean {
  const { capacity, site, uses, unavailable } = model.rooms[room];
  if (capacity < unit.leastSeats) return false;
  if (unit.sites.length > 0 && site !== '' && !unit.sites.includes(site)) return false;
  if (uses.length > 0 && !uses.includes(unit.kind)) return false;
  if (unavailable.length === 0) return true;
  // A room that cannot be had in a session cannot be had by another one that meets at the same time.
  const { [unit.session]: atOnce } = model.overlaps;
  return ![unit.session, ...atOnce].some((session) => unavailable.includes(model.sessions[session].id));
}

/**
 * Rooms that may hold a unit, ascending.
 *
 * @param isAllowed {@link mayHold}, or a narrower choice.
 */
export function roomsFor(
  model: TimetableModel,
  unit: RoomUnit,
  isAllowed: (unit: RoomUnit, room: number) => boolean = (own, room) => mayHold(model, own, room),
): readonly number[] {
  return model.rooms.flatMap((_, room) => (isAllowed(unit, room) ? [room] : []));
}

/** Plenaries and presentations of a session, one unit per room they take; visits take none. */
export function sharedUnits(model: TimetableModel, session: number, panels: readonly Panel[]): readonly RoomUnit[] {
  if (model.forms[session] === 'presentation') {
    return panels.filter((panel) => panel.session === session).map((panel) => panelUnit(model, panel));
  }
  if (model.forms[session] !== 'plenary') return [];
  const bySites = new Map<string, { sites: readonly string[]; groups: number[] }>();
  for (const group of model.attending[session]) {
    const sites = sitesOf(model, session, group);
    const entry = bySites.get(sites.join('|')) ?? { sites, groups: [] };
    entry.groups.push(group);
    bySites.set(sites.join('|'), entry);
  }
  return [...bySites.values()].map(({ sites, groups }) => {
    const seats = peopleIn(model, groups);
    return { session, kind: 'plenary', groups, guests: [], seats, leastSeats: seats, sites };
  });
}

/**
 * Work and hearings of a session: groups that hear the same witness sit together, with a seat for the witness; every other group works by itself, if it works in this session.
 *
 * @param witnessOf witness that a group hears in this session, or −1.
 */
export function workUnits(
  model: TimetableModel,
  session: number,
  witnessOf: (group: number) => number,
): readonly RoomUnit[] {
  if (model.forms[session] !== 'work') return [];
  const units: RoomUnit[] = [];
  const listeners = new Map<number, number[]>();
  const isWork = model.sessions[session].kinds.includes('work');
  for (const group of model.attending[session]) {
    const witness = witnessOf(group);
    if (witness >= 0) listeners.set(witness, [...(listeners.get(witness) ?? []), group]);
    else if (isWork) units.push(workUnit(model, session, group));
  }
  for (const [witness, groups] of listeners) units.push(hearingUnit(model, session, groups, [witness]));
  return units;
}

/** A group at work by itself. */
export function workUnit(model: TimetableModel, session: number, group: number): RoomUnit {
  const { size } = model.groups[group];
  return {
    session,
    kind: 'work',
    groups: [group],
    guests: [],
    seats: size,
    leastSeats: size,
    sites: sitesOf(model, session, group),
  };
}

/** Groups that hear one witness together: a seat each, and one for the witness, whoever that is. */
export function hearingUnit(
  model: TimetableModel,
  session: number,
  groups: readonly number[],
  guests: readonly number[] = [],
): RoomUnit {
  const seats = peopleIn(model, groups) + 1;
  const sites = sitesOf(model, session, groups[0]);
  return { session, kind: 'hearing', groups, guests, seats, leastSeats: seats, sites };
}

/**
 * Gives every unit of one slot a room, no two units that overlap the same one, at the least cost.
 *
 * When sessions of the slot overlap in a chain rather than all at once, units get different rooms throughout if there are enough; otherwise session after session, in several orders.
 *
 * @param isAllowed {@link mayHold}, or a faster way to the same answer.
 * @returns the room of each unit; `undefined` when none was found.
 */
export function houseUnits(
  model: TimetableModel,
  units: readonly RoomUnit[],
  costOf: RoomCost,
  isAllowed: (unit: RoomUnit, room: number) => boolean = (unit, room) => mayHold(model, unit, room),
): readonly number[] | undefined {
  const cost: RoomCost = (unit, room) => (isAllowed(unit, room) ? costOf(unit, room) : FORBIDDEN);
  const apart = assignRooms(model, units, cost, () => true);
  if (apart !== undefined || isClique(model, units)) return apart;
  const inOrder = units.map((_, index) => index).toSorted((a, b) => units[a].session - units[b].session);
  for (const order of [inOrder, inOrder.toReversed()]) {
    const rooms = houseInTurn(model, units, order, cost);
    if (rooms !== undefined) return rooms;
  }
  return undefined;
}

function houseInTurn(
  model: TimetableModel,
  units: readonly RoomUnit[],
  order: readonly number[],
  costOf: RoomCost,
): readonly number[] | undefined {
  const roomOf = units.map(() => -1);
  const sessions = [...new Set(order.map((index) => units[index].session))];
  for (const session of sessions) {
    const now = order.filter((index) => units[index].session === session);
    const isFree = (room: number): boolean =>
      !units.some(
        (unit, index) => roomOf[index] === room && overlap(model.sessions[unit.session], model.sessions[session]),
      );
    const rooms = assignRooms(
      model,
      now.map((index) => units[index]),
      costOf,
      isFree,
    );
    if (rooms === undefined) return undefined;
    now.forEach((index, at) => (roomOf[index] = rooms[at]));
  }
  return roomOf;
}

function assignRooms(
  model: TimetableModel,
  units: readonly RoomUnit[],
  costOf: RoomCost,
  isFree: (room: number) => boolean,
): readonly number[] | undefined {
  if (units.length > model.rooms.length) return undefined;
  const costs = units.map((unit) => model.rooms.map((_, room) => (isFree(room) ? costOf(unit, room) : FORBIDDEN)));
  const roomOf = assignCheapest(costs);
  return roomOf.every((room, unit) => costs[unit][room] < FORBIDDEN) ? roomOf : undefined;
}

function isClique(model: TimetableModel, units: readonly RoomUnit[]): boolean {
  const sessions = [...new Set(units.map((unit) => unit.session))];
  return sessions.every((a) => sessions.every((b) => a === b || model.overlaps[a].includes(b)));
}

function panelUnit(model: TimetableModel, { session, groups, members }: Panel): RoomUnit {
  const largest = mostOf(groups.map((group) => model.groups[group].size));
  return {
    session,
    kind: 'presentation',
    groups,
    guests: members.map((member) => model.witnesses.length + member),
    seats: peopleIn(model, groups) + members.length,
    leastSeats: largest + members.length,
    sites: sitesOf(model, session, groups[0]),
  };
}

function peopleIn(model: TimetableModel, groups: readonly number[]): number {
  return groups.reduce((sum, group) => sum + model.groups[group].size, 0);
}
