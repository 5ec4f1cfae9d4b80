import { findHallViolation, matchBipartite } from '../algorithms/bipartite-matching.js';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { SessionKind } from '../domain/session.js';
import { hearingUnit, mayHold, roomsFor, sharedUnits, workUnit, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';
import type { Panel } from './panels.js';
import { presenceOf } from './presence.js';

/** Sessions in which the same thing is wrong make one diagnostic. */
interface Finding {
  readonly sessions: string[];
  readonly tell: (sessions: readonly string[]) => Diagnostic;
}

/** A unit and the rooms it may have. */
interface Need {
  readonly unit: RoomUnit;
  readonly rooms: readonly number[];
}

/** Units that no room can hold, and moments at which more rooms are needed than there are, in open sessions. A module without rooms has neither. */
export function precheckRooms(
  model: TimetableModel,
  panels: readonly Panel[],
  isOpen: (session: number) => boolean,
): readonly Diagnostic[] {
  if (model.rooms.length === 0) return [];
  const findings = new Map<string, Finding>();
  const add = (key: string, session: string, tell: Finding['tell']): void => {
    const finding = findings.get(key) ?? { sessions: [], tell };
    if (!finding.sessions.includes(session)) finding.sessions.push(session);
    findings.set(key, finding);
  };

  const needsOf = model.sessions.map((_, session) => (isOpen(session) ? findNeeds(model, session, panels) : []));
  model.sessions.forEach(({ id }, session) => {
    for (const { unit, rooms } of needsOf[session]) {
      if (rooms.length > 0) continue;
      const { kind, leastSeats: needed } = unit;
      const largest = largestRoom(model, unit);
      add(`room|${kind}|${needed}|${largest}`, id, (sessions) =>
        diagnose('error', 'timetable.no-room', { sessions, kind, needed, largest }),
      );
    }
  });
  model.sessions.forEach(({ id, start }, session) => {
    const atOnce = [session, ...model.overlaps[session].filter((other) => model.sessions[other].start <= start)].sort(
      (a, b) => a - b,
    );
    const needs = atOnce.flatMap((each) => needsOf[each]).filter(({ rooms }) => rooms.length > 0);
    const choices = needs.map(({ rooms }) => rooms);
    const violation = findHallViolation(choices, model.rooms.length);
    if (violation === undefined) return;
    const slack = atOnce.reduce((sum, each) => sum + roomsSpared(model, each), 0);
    if (slack > 0) return;
    const units = violation.left.map((index) => needs[index].unit);
    const groups = units.flatMap((unit) => unit.groups).map((group) => model.groups[group].label);
    const seats = Math.min(...units.map((unit) => unit.leastSeats));
    const short = needs.length - matchBipartite(choices, model.rooms.length).size;
    const params = { needed: units.length, seats, rooms: violation.right.length, groups, short };
    add(`short|${JSON.stringify(params)}`, id, (sessions) =>
      diagnose('error', 'timetable.rooms-short', { ...params, sessions }),
    );
  });
  return [...findings.values()].map(({ sessions, tell }) => tell(sessions));
}

/** The least that a session needs: its shared rooms, and for each group at work a room for work, or for a hearing where that is what the session also is. */
function findNeeds(model: TimetableModel, session: number, panels: readonly Panel[]): readonly Need[] {
  const needs = sharedUnits(model, session, panels).map((unit) => ({ unit, rooms: roomsFor(model, unit) }));
  const { kinds } = model.sessions[session];
  if (model.forms[session] !== 'work' || !kinds.includes('work')) return needs;
  const own = model.attending[session].map((group) => {
    const unit = workUnit(model, session, group);
    const hearing = hearingUnit(model, session, [group]);
    const rooms = model.rooms.flatMap((_, room) =>
      mayHold(model, unit, room) || (kinds.includes('hearing') && mayHold(model, hearing, room)) ? [room] : [],
    );
    return { unit, rooms };
  });
  return [...needs, ...own];
}

/** Rooms that joint hearings might spare in a session: with these, a lack of rooms is not yet proved. */
function roomsSpared(model: TimetableModel, session: number): number {
  if (!model.sessions[session].kinds.includes('hearing')) return 0;
  return model.witnesses.reduce((sum, witness) => {
    const canCome = presenceOf(witness, model.sessions[session], model.programme.availability) !== 'no';
    return sum + (canCome ? witness.maxGroupsPerHearing - 1 : 0);
  }, 0);
}

/** Seats of the largest room that only lacks seats; 0 when there is none. */
function largestRoom(model: TimetableModel, unit: RoomUnit): number {
  const anySize: RoomUnit & { kind: SessionKind } = { ...unit, leastSeats: 0 };
  return Math.max(0, ...roomsFor(model, anySize).map((room) => model.rooms[room].capacity));
}
