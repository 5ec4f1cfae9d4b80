import { fold } from './fold.js';
import type { Session } from './session.js';
import type { TimetableRow } from './timetable.js';

/**
 * Names the module in event keys: its title and the year of its first session, lest next year's events overwrite this year's.
 *
 * @param published Rows that were published before: where their keys say another title, it goes on, and what is new goes by it too.
 */
export function moduleKeyOf(
  title: string,
  sessions: readonly Session[],
  published: readonly TimetableRow[] = [],
): string {
  const years = sessions.map(({ date }) => date.slice(0, 4)).sort();
  const name = title === '' ? 'module' : title;
  const own = years.length === 0 || name.includes(years[0]) ? name : `${name} ${years[0]}`;
  const told = publishedKey(published);
  // As a text where both are one: a key cannot be turned back into it.
  return told === undefined || told === eventSlug(own) ? own : told;
}

/** Parts of the key of a row's event, in `[a-z0-9-]`. A slug is its own slug. */
export function eventSlug(...parts: readonly string[]): string {
  return fold(parts.join(' '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What stands before session and group in the keys of the rows; `undefined` where no key is made so, or they do not agree. */
function publishedKey(rows: readonly TimetableRow[]): string | undefined {
  const keys = new Set(rows.flatMap(({ uid, session, group }) => keyBefore(`-${eventSlug(session, group)}`, uid)));
  const [key] = keys;
  return keys.size === 1 ? key : undefined;
}

/** A key may have a number at its end, where two would have been the same. */
function keyBefore(end: string, uid: string): readonly string[] {
  const whole = [uid, uid.replace(/-\d+$/, '')].find((text) => text.endsWith(end));
  const key = whole?.slice(0, -end.length) ?? '';
  return key === '' ? [] : [key];
}
