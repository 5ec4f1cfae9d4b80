import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText } from '../domain/fold.js';
import type { Witness } from '../domain/witness.js';
import { groupPresenceOf, presenceOf } from './presence.js';
import type { Decisions } from './rows.js';

/** What a coordinator should know of a timetable that was found: small rooms, groups that cannot come, reluctant guests. */
export function collectWarnings(decisions: Decisions): readonly Diagnostic[] {
  return [...warnOfSmallRooms(decisions), ...warnOfAbsentGroups(decisions), ...noteIfNeeded(decisions)];
}

/** Sessions in which a guest is used who said "if needed", by guest; guests by id, sessions in order. */
export function ifNeededSessions({
  model,
  hearings,
  state,
  panels,
}: Decisions): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const look = (guest: Witness, index: number): void => {
    const session = model.sessions[index];
    if (presenceOf(guest, session, model.programme.availability) !== 'if_needed') return;
    found.set(guest.id, [...(found.get(guest.id) ?? []), session.id]);
  };
  model.witnesses.forEach((guest, witness) => {
    hearings.sessions.forEach((index, session) => {
      if (state.given(witness, session).length > 0) look(guest, index);
    });
  });
  for (const { session, members } of panels) for (const member of members) look(model.jury[member], session);
  return new Map([...found].sort((a, b) => compareText(a[0], b[0])));
}

function warnOfSmallRooms({ model, panels, units, roomOf }: Decisions): readonly Diagnostic[] {
  return units.flatMap((unit) => {
    const room = roomOf.get(unit);
    if (unit.kind !== 'presentation' || room === undefined) return [];
    const { id, capacity: seats } = model.rooms[room];
    if (seats >= unit.seats) return [];
    const session = model.sessions[unit.session].id;
    const theme =
      panels.find((panel) => panel.session === unit.session && panel.groups[0] === unit.groups[0])?.theme ?? '';
    return [diagnose('warning', 'timetable.panel-room-small', { session, theme, room: id, seats, needed: unit.seats })];
  });
}

/** Plenaries, visits and presentations are for everybody: a group that cannot come stays in them. */
function warnOfAbsentGroups({ model }: Decisions): readonly Diagnostic[] {
  return model.groups.flatMap(({ label }, group) => {
    const sessions = model.sessions.flatMap((session, index) => {
      if (model.forms[index] === 'work' || !model.attending[index].includes(group)) return [];
      return groupPresenceOf(label, session, model.programme.availability) === 'no' ? [session.id] : [];
    });
    return sessions.length === 0
      ? []
      : [diagnose('warning', 'timetable.group-unavailable', { group: label, sessions })];
  });
}

function noteIfNeeded(decisions: Decisions): readonly Diagnostic[] {
  return [...ifNeededSessions(decisions)].map(([who, sessions]) =>
    diagnose('note', 'timetable.if-needed', { who, sessions }),
  );
}
