import { fileStem, nameEach } from '../../domain/file-name.js';
import { compareText, fold } from '../../domain/fold.js';
import type { Programme } from '../../domain/module.js';
import type { TimetableRow } from '../../domain/timetable.js';
import type { Witness } from '../../domain/witness.js';

/** UIDs of gatherings: module and year, session, and whose calendar it is, parted by full stops, which no part holds. */
export interface EventKeys {
  readonly ofWitness: (session: string, witness: string) => string;
  readonly ofRoom: (session: string, room: string) => string;
  /** At a site there are as many things at once as it has rooms; without rooms, as kinds and witnesses. */
  readonly ofSite: (row: TimetableRow) => string;
}

/**
 * Keys of everything that the programme or the rows name.
 *
 * @param moduleKey Title and year.
 */
export function eventKeys(moduleKey: string, programme: Programme, rows: readonly TimetableRow[]): EventKeys {
  const { sessions, rooms, witnesses } = programme;
  const own = new Map(witnesses.map((witness) => [witness.id, witness]));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const module = slug(moduleKey);
  const nameOf = (names: ReadonlyMap<string, string>) => (id: string) => names.get(id) ?? slug(id);
  const session = nameOf(nameEach([...ids(sessions), ...rows.map((row) => row.session)], slug));
  const room = nameOf(nameEach([...ids(rooms), ...rows.map((row) => row.room)], slug));
  const site = nameOf(nameEach([...rooms.map((each) => each.site), ...rows.map((row) => row.site)], slug));
  const witness = nameOf(
    nameEach([...ids(witnesses), ...rows.flatMap((row) => row.witnesses)], (id) => witnessSlug(id, own.get(id))),
  );
  return {
    ofWitness: (at, id) => `${module}.${session(at)}.witness.${witness(id)}`,
    ofRoom: (at, id) => `${module}.${session(at)}.room.${room(id)}`,
    ofSite: (row) => {
      const place = `${module}.${session(row.session)}.site.${site(row.site)}`;
      if (row.room !== '') return `${place}.room.${room(row.room)}`;
      return [place, row.kind, ...row.witnesses.map(witness).sort(compareText)].join('.');
    },
  };
}

function slug(text: string): string {
  return fileStem(text).toLowerCase().replace(/[._]+/g, '-');
}

/** Somebody who made ids of names keeps them out of the UIDs all the same, which travel further than calendars do. */
function witnessSlug(id: string, witness: Witness | undefined): string {
  const names = [witness?.familyName ?? '', witness?.givenName ?? ''].map(fold).filter((name) => name.length > 1);
  return names.some((name) => fold(id).includes(name)) ? `w${hash(id)}` : slug(id);
}

/** FNV-1a (Fowler, Noll, Vo) of 32 bits over UTF-16 code units, in hexadecimal. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
