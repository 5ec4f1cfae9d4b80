import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import type { Room } from '../domain/room.js';
import type { SessionKind } from '../domain/session.js';
import { houseUnits, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';

/** Rooms of one kind of change that are proposed. */
const MOST_ROOMS = 2;

/** What finds no room. */
export interface RoomLack {
  readonly kind: SessionKind;
  /** Seats that may do, ascending. */
  readonly seats: readonly number[];
  readonly sites: readonly string[];
  /** Ids. */
  readonly sessions: readonly string[];
  /** More rooms than this are not proposed. */
  readonly most: number;
}

/**
 * Changes of rooms each of which makes a reason go away by itself: a room that is freed, used for one thing more, or given more
 * seats; or so many more rooms.
 *
 * @param does whether the reason is gone with these rooms.
 */
export function proposeRooms(
  model: TimetableModel,
  { kind, seats: needs, sites, sessions, most }: RoomLack,
  does: (model: TimetableModel) => boolean,
): readonly TimetableChange[] {
  const [seats] = needs;
  const upwards = model.rooms.toSorted((a, b) => a.capacity - b.capacity);
  const isEnough = (room: Room, changed: Partial<Room>): boolean =>
    does({ ...model, rooms: model.rooms.map((other) => (other === room ? { ...room, ...changed } : other)) });

  const freed = upwards.flatMap((room): readonly TimetableChange[] => {
    const taken = room.unavailable.filter((id) => sessions.includes(id));
    if (taken.length === 0 || room.capacity < seats) return [];
    const choices = taken.length === 1 ? [taken] : [...taken.map((id) => [id]), taken];
    const least = choices.find((some) =>
      isEnough(room, { unavailable: room.unavailable.filter((id) => !some.includes(id)) }),
    );
    return least === undefined ? [] : [{ kind: 'free-room', room: room.id, sessions: least, source: room.source }];
  });
  const used = upwards.flatMap((room): readonly TimetableChange[] => {
    if (room.uses.length === 0 || room.uses.includes(kind) || room.capacity < seats) return [];
    if (!isEnough(room, { uses: [...room.uses, kind] })) return [];
    return [{ kind: 'use-room', room: room.id, use: kind, source: room.source }];
  });
  const larger = upwards.findLast((room) => room.capacity < seats && isEnough(room, { capacity: seats }));
  const [site] = sites;
  const added = needs
    .flatMap((need) => Array.from({ length: most }, (_, index) => ({ rooms: index + 1, seats: need })))
    .find((more) => does({ ...model, rooms: [...model.rooms, ...newRooms(more.rooms, more.seats, site ?? '')] }));
  const changes = [...freed.slice(0, MOST_ROOMS), ...used.slice(0, MOST_ROOMS)];
  if (larger !== undefined) {
    const { id, capacity, source } = larger;
    changes.push({ kind: 'seats', room: id, seats, capacity, source });
  }
  if (added !== undefined) changes.push({ kind: 'rooms', ...added, ...(site === undefined ? {} : { site }) });
  return changes;
}

/** One more room, of the fewest seats with which everything of one slot can be housed; nothing where one does not do. */
export function proposeOneRoom(model: TimetableModel, units: readonly RoomUnit[]): readonly TimetableChange[] {
  const needs = [...new Set(units.map(({ leastSeats }) => leastSeats))].sort((a, b) => a - b);
  const seats = needs.find((need) => {
    const more = { ...model, rooms: [...model.rooms, ...newRooms(1, need, '')] };
    return houseUnits(more, units, () => 0) !== undefined;
  });
  return seats === undefined ? [] : [{ kind: 'rooms', rooms: 1, seats }];
}

function newRooms(count: number, capacity: number, site: string): readonly Room[] {
  return Array.from({ length: count }, () => ({
    id: '',
    site,
    capacity,
    uses: [],
    unavailable: [],
    source: { file: '' },
  }));
}
