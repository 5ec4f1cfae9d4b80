import type { TimetableChange } from '../../../domain/diagnostics/timetable-change.js';
import { joinList } from '../../number-format.js';
import type { ChangeWords } from '../catalogue.js';
import { clockTime } from '../clock-time.js';
import { shortPlace } from '../place.js';
import { counted } from '../plural.js';

/** Of more sessions than this the first few are named. */
const MOST_SESSIONS = 8;
const FEW_SESSIONS = 6;

/** Changes of a programme, in English. */
export const timetableChanges: Pick<ChangeWords, TimetableChange['kind']> = {
  attend: ({ role, who, sessions, missedBy }) =>
    `${role === 'group' ? `group ${who}` : who} also in ${either(sessions)}${missedBy === undefined ? '' : ` (${missedBy})`}`,
  several: ({ halfDays, limits }) => {
    const people = [...new Set(halfDays.map(({ who }) => who))];
    const theirs = people.map((who) => {
      const sessions = halfDays.filter((halfDay) => halfDay.who === who).map(({ session }) => session);
      return `${who} in ${joinList(sessions, ' and ')}`;
    });
    const more = limits.map(({ who, sessions }) => `max_sessions = ${sessions} for ${who}`);
    const days =
      halfDays.length === 0
        ? []
        : [`${counted('en', halfDays.length, 'half-day', 'half-days')} more (${theirs.join('; ')})`];
    return [...days, ...more].join(' with ');
  },
  joint: ({ witnesses, groups }) =>
    `hearings of ${counted('en', groups, 'group', 'groups')} at once with ${joinList(witnesses, ' and ')} (max_groups_per_hearing)`,
  'max-sessions': ({ who, sessions }) => `max_sessions = ${sessions} for ${who}`,
  'hear-in': ({ sessions }) => `hearings in ${either(sessions)} too`,
  'hearings-per-group': ({ hearings }) => `hearings_per_group = ${hearings}`,
  'serve-theme': ({ who, theme, source }) => `${who} for ${nameOf(theme)} too (${shortPlace(source)})`,
  'more-people': ({ role, people, themes, session }) => {
    const who = role === 'jury' ? ['jury member', 'jury members'] : ['witness', 'witnesses'];
    const where = session === undefined ? '' : ` in ${session}`;
    return `${people} more ${people === 1 ? who[0] : who[1]} for ${joinList(themes.map(nameOf), ' and ')}${where}`;
  },
  seats: ({ room, seats, capacity, source }) =>
    `${seats} seats in ${room}, which has ${capacity} (${shortPlace(source)})`,
  rooms: ({ rooms, seats, site }) =>
    `${rooms} more ${rooms === 1 ? 'room' : 'rooms'} of ${counted('en', seats, 'seat', 'seats')}${site === undefined ? '' : ` at ${site}`}`,
  'free-room': ({ room, sessions, source }) => `${room} free in ${joinList(sessions, ' and ')} (${shortPlace(source)})`,
  'use-room': ({ room, use, source }) => `${room} for ${USE[use]} too (${shortPlace(source)})`,
  minutes: ({ session, minutes }) => `${counted('en', minutes, 'minute', 'minutes')} each in ${session}`,
  start: ({ session, time }) => `${session} from ${clockTime(time)}`,
  end: ({ session, time }) => `${session} until ${clockTime(time)}`,
};

const USE = {
  plenary: 'plenaries',
  work: 'work',
  hearing: 'hearings',
  presentation: 'presentations',
  visit: 'visits',
};

function either(sessions: readonly string[]): string {
  if (sessions.length <= MOST_SESSIONS) return joinList(sessions, ' or ');
  return `${sessions.slice(0, FEW_SESSIONS).join(', ')} or ${sessions.length - FEW_SESSIONS} others`;
}

function nameOf(theme: string): string {
  return theme === '' ? 'the module' : theme;
}
