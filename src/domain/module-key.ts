import type { Session } from './session.js';

/** Names the module in event keys: its title and the year of its first session, lest next year's events overwrite this year's. */
export function moduleKeyOf(title: string, sessions: readonly Session[]): string {
  const years = sessions.map(({ date }) => date.slice(0, 4)).sort();
  const name = title === '' ? 'module' : title;
  return years.length === 0 || name.includes(years[0]) ? name : `${name} ${years[0]}`;
}
