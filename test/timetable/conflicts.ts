import type { TimetableRow } from '../../src/domain/timetable.js';
import type { TimetableRequest } from '../../src/timetable/request.js';

/** What is wrong with a timetable, found by looking at every pair of rows: nothing here is shared with the code under test. */
export function conflictsOf({ programme, groups }: TimetableRequest, rows: readonly TimetableRow[]): readonly string[] {
  const found: string[] = [];
  const sessions = new Map(programme.sessions.map((session) => [session.id, session]));
  const sizes = new Map(groups.map((group) => [group.label, group.size]));
  const themes = new Map(groups.map((group) => [group.label, group.theme]));
  const isAtOnce = (a: TimetableRow, b: TimetableRow): boolean => {
    // Presentations hold room and jury for the whole session.
    const [first, second] = [sessions.get(a.session)!, sessions.get(b.session)!];
    return first.date === second.date && first.start < second.end && second.start < first.end;
  };
  rows.forEach((row, index) => {
    for (const other of rows.slice(index + 1)) {
      if (!isAtOnce(row, other)) continue;
      const where = `${row.session}/${row.group} and ${other.session}/${other.group}`;
      if (row.group === other.group) found.push(`group twice: ${where}`);
      const together =
        row.session === other.session &&
        row.kind === other.kind &&
        (row.kind === 'plenary' ||
          (row.kind === 'presentation' && row.theme === other.theme) ||
          (row.kind === 'hearing' && row.witnesses.join() === other.witnesses.join()));
      if (row.room !== '' && row.room === other.room && !together) found.push(`room twice: ${where}`);
      const shared = row.witnesses.some((guest) => other.witnesses.includes(guest));
      if (shared && (!together || row.room !== other.room)) found.push(`guest twice: ${where}`);
    }
    const session = sessions.get(row.session)!;
    for (const guest of row.witnesses) {
      const state = programme.availability === undefined ? 'yes' : programme.availability.get(guest)?.get(row.session);
      if (state !== 'yes' && state !== 'if_needed') found.push(`${guest} is not available in ${row.session}`);
    }
    if (row.kind === 'hearing' && programme.availability?.get(row.group)?.get(row.session) === 'no')
      found.push(`${row.group} cannot hear in ${row.session}`);
    const place = programme.rooms.find((room) => room.id === row.room);
    if (place === undefined) {
      if (programme.rooms.length > 0 && row.kind !== 'visit') found.push(`no room: ${row.uid}`);
      return;
    }
    const beside = rows.filter((other) => other.session === row.session && other.room === row.room);
    const people = beside.map((other) => sizes.get(other.group)!);
    const seats =
      row.kind === 'presentation'
        ? Math.max(...people) + row.witnesses.length
        : people.reduce((sum, size) => sum + size, row.kind === 'hearing' ? 1 : 0);
    if (place.capacity < seats) found.push(`${row.room} too small: ${row.uid}`);
    if (place.uses.length > 0 && !place.uses.includes(row.kind)) found.push(`${row.room} is not for ${row.kind}`);
    if (place.unavailable.includes(row.session)) found.push(`${row.room} is not to be had in ${row.session}`);
    if (session.sites.length > 0 && !session.sites.includes(place.site)) found.push(`${row.room} is elsewhere`);
  });
  for (const guest of programme.witnesses) {
    const heard = rows.filter((row) => row.kind === 'hearing' && row.witnesses.includes(guest.id));
    const bySession = new Map<string, number>();
    for (const row of heard) {
      bySession.set(row.session, (bySession.get(row.session) ?? 0) + 1);
      if (guest.themes.length > 0 && !guest.themes.includes(themes.get(row.group)!))
        found.push(`${guest.id} is not for ${row.group}`);
    }
    if (Math.max(0, ...bySession.values()) > guest.maxGroupsPerHearing) found.push(`${guest.id} hears too many groups`);
    const used = new Set(rows.filter((row) => row.witnesses.includes(guest.id)).map((row) => row.session));
    if (used.size > (guest.maxSessions ?? Infinity)) found.push(`${guest.id} comes too often`);
  }
  for (const group of groups) {
    const heard = rows
      .filter((row) => row.kind === 'hearing' && row.group === group.label)
      .flatMap((row) => row.witnesses);
    if (new Set(heard).size !== programme.hearingsPerGroup || heard.length !== programme.hearingsPerGroup) {
      found.push(`${group.label} hears ${heard.join()}`);
    }
  }
  return found;
}
