import { append } from '../../domain/append.js';
import { mostOf } from '../../domain/extremes.js';
import type { Programme } from '../../domain/module.js';
import type { Room } from '../../domain/room.js';
import { overlap, type Session } from '../../domain/session.js';
import type { Violation } from '../violation.js';
import { clashes, partition, type Case, type Entry, type Gathering } from './case.js';
import { violate } from './violation.js';

/** Every row is at a site of its session and, visits apart, in a room that exists, where the module lists rooms. */
export function checkSite({ row, session, group }: Entry, rooms: readonly Room[]): readonly Violation[] {
  const where = { session: session.id, group: group.label };
  const room = rooms.find((each) => each.id === row.room);
  if (row.room === '') {
    if (rooms.length > 0 && row.kind !== 'visit') return [violate('timetable.room-missing', where)];
  } else if (room === undefined) {
    return [violate('timetable.unknown-room', { ...where, room: row.room })];
  }
  // A list of rooms without sites means that there is one site only, whatever the sessions call it.
  const isRight =
    room !== undefined && room.site !== ''
      ? row.site === room.site
      : row.site === '' || session.sites.length === 0 || session.sites.includes(row.site);
  return isRight ? [] : [violate('timetable.wrong-site', { ...where, site: row.site })];
}

/** Every room holds one gathering at a time, that it may hold, with a seat for everyone. */
export function checkRooms({ programme, gatherings }: Case): readonly Violation[] {
  const found: Violation[] = [];
  for (const [id, here] of partition(gatherings, (gathering) => gathering.room)) {
    const room = programme.rooms.find((each) => each.id === id);
    if (room === undefined) continue;
    append(
      found,
      here.flatMap((gathering) => checkFit(gathering, room, programme)),
    );
    for (const [a, b] of clashes(here)) {
      found.push(violate('timetable.room-twice', { room: id, session: a.session.id, other: b.session.id }));
    }
  }
  return found;
}

/** Plenaries are in one room (one a site for halves), and halves are at two sites; where some groups stay away, that may be one half. */
export function checkTogetherness({ gatherings, programme, groups }: Case): readonly Violation[] {
  const found: Violation[] = [];
  for (const session of programme.sessions) {
    const here = gatherings.filter((gathering) => gathering.session === session);
    const isHalved = session.audience.kind === 'halves';
    const plenaries = here.filter(({ entries: [{ row }] }) => row.kind === 'plenary');
    for (const [site, parts] of partition(plenaries, ({ entries: [{ row }] }) => (isHalved ? row.site : ''))) {
      if (parts.length > 1)
        found.push(violate('timetable.plenary-split', { session: session.id, site, rooms: parts.length }));
    }
    const entries = here.flatMap((gathering) => gathering.entries);
    const sites = new Set(entries.map(({ row }) => row.site));
    if (isHalved && entries.length > 1 && entries.length >= groups.length && sites.size === 1) {
      found.push(violate('timetable.halves-together', { session: session.id, site: [...sites][0] }));
    }
  }
  return found;
}

function checkFit(gathering: Gathering, room: Room, programme: Programme): readonly Violation[] {
  const { session, entries } = gathering;
  const where = { session: session.id, room: room.id };
  const { kind } = entries[0].row;
  const found: Violation[] = [];
  if (session.sites.length > 0 && room.site !== '' && !session.sites.includes(room.site)) {
    found.push(violate('timetable.room-off-site', { ...where, site: room.site }));
  }
  if (room.uses.length > 0 && !room.uses.includes(kind)) found.push(violate('timetable.room-use', { ...where, kind }));
  if (isClosed(room, session, programme)) found.push(violate('timetable.room-unavailable', where));
  const people = seatsNeeded(gathering);
  if (people > room.capacity)
    found.push(violate('timetable.room-too-small', { ...where, seats: room.capacity, people }));
  return found;
}

/** A room that is not to be had during a session is not to be had by another session at the same time either. */
function isClosed(room: Room, session: Session, { sessions }: Programme): boolean {
  return sessions.some(
    (other) => room.unavailable.includes(other.id) && (other.id === session.id || overlap(other, session)),
  );
}

/** Everyone who sits there at once; of a presentation at least the group that presents and its jury. */
function seatsNeeded({ entries, witnesses }: Gathering): number {
  const sizes = [...new Set(entries.map(({ group }) => group))].map((group) => group.size);
  const people = entries[0].row.kind === 'presentation' ? mostOf(sizes) : sizes.reduce((sum, size) => sum + size, 0);
  return people + witnesses.length;
}
