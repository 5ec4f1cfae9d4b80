import { findLargestDeficiency } from '../algorithms/bipartite-matching.js';
import { diagnose, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import { leastOf } from '../domain/extremes.js';
import { linesOf } from './evidence.js';
import { hearingUnit, mayHold, roomsFor, sharedUnits, workUnit, type RoomUnit } from './housing.js';
import type { TimetableModel } from './model.js';
import type { Panel } from './panels.js';
import { presenceOf } from './presence.js';
import { proposeRooms, type RoomLack } from './room-changes.js';

/** The same thing wrong in one session or several. */
interface Finding {
  /** Without seats in it: the same before and after a change that does not remove it. */
  readonly about: string;
  readonly sessions: readonly number[];
  readonly lack: Omit<RoomLack, 'sessions'>;
  /** Rooms that are counted, or that come nearest. */
  readonly rooms: readonly number[];
  readonly tell: (sessions: readonly string[], details: DiagnosticDetails) => Diagnostic;
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
  const findings = findLackingRooms(model, panels, isOpen);
  return findings.map(({ about, sessions, lack, rooms, tell }) => {
    const others = findings.filter((other) => other.about !== about);
    const isKnown = (one: Finding) =>
      others.some((other) => other.about === one.about && one.sessions.every((at) => other.sessions.includes(at)));
    const at = sessions.map((session) => model.sessions[session]);
    const ids = at.map(({ id }) => id);
    const together = new Set(sessions.flatMap((session) => [session, ...model.overlaps[session]]));
    const changes = proposeRooms(model, { ...lack, sessions: ids }, (changed) =>
      findLackingRooms(changed, panels, (session) => isOpen(session) && together.has(session)).every(
        (one) => !one.sessions.some((session) => sessions.includes(session)) || isKnown(one),
      ),
    );
    const counted = rooms.map((room) => model.rooms[room]);
    return tell(ids, { sources: linesOf(at, counted), changes });
  });
}

function findLackingRooms(
  model: TimetableModel,
  panels: readonly Panel[],
  isOpen: (session: number) => boolean,
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const add = (key: string, session: number, finding: Omit<Finding, 'sessions'>): void => {
    const sessions = findings.get(key)?.sessions ?? [];
    if (!sessions.includes(session)) findings.set(key, { ...finding, sessions: [...sessions, session] });
  };

  const needsOf = model.sessions.map((_, session) => (isOpen(session) ? findNeeds(model, session, panels) : []));
  needsOf.forEach((needs, session) => {
    for (const { unit, rooms } of needs) {
      if (rooms.length > 0) continue;
      const { kind, leastSeats: needed, sites } = unit;
      const nearest = largestRooms(model, unit);
      const largest = nearest.length === 0 ? 0 : model.rooms[nearest[0]].capacity;
      const about = `room|${kind}|${needed}|${sites.join('|')}`;
      add(`${about}|${largest}`, session, {
        about,
        lack: { kind, seats: [needed], sites, most: needs.length },
        rooms: nearest,
        tell: (sessions, details) =>
          diagnose('error', 'timetable.no-room', { sessions, kind, needed, largest }, details),
      });
    }
  });
  model.sessions.forEach(({ start }, session) => {
    const atOnce = [session, ...model.overlaps[session].filter((other) => model.sessions[other].start <= start)].sort(
      (a, b) => a - b,
    );
    const needs = atOnce.flatMap((each) => needsOf[each]).filter(({ rooms }) => rooms.length > 0);
    const choices = needs.map(({ rooms }) => rooms);
    const violation = findLargestDeficiency(choices, model.rooms.length);
    if (violation === undefined) return;
    const slack = atOnce.reduce((sum, each) => sum + roomsSpared(model, each), 0);
    if (slack > 0) return;
    const units = violation.left.map((index) => needs[index].unit);
    const groups = units.flatMap((unit) => unit.groups).map((group) => model.groups[group].label);
    const seats = [...new Set(needs.map(({ unit }) => unit.leastSeats))].sort((a, b) => a - b);
    const least = leastOf(units.map((unit) => unit.leastSeats));
    const short = violation.left.length - violation.right.length;
    const params = { needed: units.length, seats: least, rooms: violation.right.length, groups, short };
    const [{ kind, sites }] = units;
    add(`short|${JSON.stringify(params)}`, session, {
      about: 'short',
      lack: { kind, seats: seats.filter((each) => each >= least), sites, most: short },
      rooms: violation.right,
      tell: (sessions, details) => diagnose('error', 'timetable.rooms-short', { ...params, sessions }, details),
    });
  });
  return [...findings.values()];
}

/** The least that a session needs: its shared rooms, and for each group at work a room for work, or for a hearing where that is what the session also is. */
function findNeeds(model: TimetableModel, session: number, panels: readonly Panel[]): readonly Need[] {
  const needs = sharedUnits(model, session, panels).map((unit) => ({ unit, rooms: roomsFor(model, unit) }));
  const { kinds } = model.sessions[session];
  if (model.forms[session] !== 'work' || !kinds.includes('work')) return needs;
  // Groups of one size at the same sites need the same.
  const known = new Map<string, readonly number[]>();
  const own = model.attending[session].map((group) => {
    const unit = workUnit(model, session, group);
    const hearing = hearingUnit(model, session, [group]);
    const key = `${unit.leastSeats}|${unit.sites.join('|')}`;
    const rooms =
      known.get(key) ??
      model.rooms.flatMap((_, room) =>
        mayHold(model, unit, room) || (kinds.includes('hearing') && mayHold(model, hearing, room)) ? [room] : [],
      );
    known.set(key, rooms);
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

/** The largest of the rooms that lack nothing but seats; none where there is no such room. */
export function largestRooms(model: TimetableModel, unit: RoomUnit): readonly number[] {
  const rooms = roomsFor(model, { ...unit, leastSeats: 0 });
  const [largest] = rooms.toSorted((a, b) => model.rooms[b].capacity - model.rooms[a].capacity);
  return largest === undefined ? [] : [largest];
}
