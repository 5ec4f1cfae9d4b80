import type { Programme } from '../domain/module.js';
import type { Publication } from './publication.js';

/**
 * The programme with the guests and rooms that it no longer has, and that what is past took: nobody can be met by them, or be put
 * there, any more.
 */
export function withPast(programme: Programme, before: Publication | undefined): Programme {
  const past = (before?.rows ?? []).filter(
    ({ date, status }) => status !== 'cancelled' && date < (before?.today ?? ''),
  );
  const guests = new Set(programme.witnesses.map(({ id }) => id));
  const rooms = new Set(programme.rooms.map(({ id }) => id));
  const gone = past.flatMap(({ kind, witnesses, date, source }) =>
    witnesses.flatMap((id) => {
      if (guests.has(id) || (kind !== 'hearing' && kind !== 'presentation')) return [];
      guests.add(id);
      const names = { title: '', familyName: id, givenName: '', position: '', organisation: '', email: '' };
      const role = kind === 'hearing' ? ('witness' as const) : ('jury' as const);
      return [{ id, ...names, role, themes: [], maxGroupsPerHearing: 1, departure: { date }, source }];
    }),
  );
  const lost = past.flatMap(({ room, site, source }) => {
    if (room === '' || rooms.has(room) || programme.rooms.length === 0) return [];
    rooms.add(room);
    return [{ id: room, site, capacity: 0, uses: [], unavailable: [], source }];
  });
  if (gone.length === 0 && lost.length === 0) return programme;
  return { ...programme, witnesses: [...programme.witnesses, ...gone], rooms: [...programme.rooms, ...lost] };
}
