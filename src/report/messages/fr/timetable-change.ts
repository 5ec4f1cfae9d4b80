import type { TimetableChange } from '../../../domain/diagnostics/timetable-change.js';
import { joinList } from '../../number-format.js';
import type { ChangeWords } from '../catalogue.js';
import { clockTime } from '../clock-time.js';
import { shortPlace } from '../place.js';
import { counted } from '../plural.js';

/** Of more sessions than this the first few are named. */
const MOST_SESSIONS = 8;
const FEW_SESSIONS = 6;

/** Changes of a programme, in French. */
export const timetableChanges: Pick<ChangeWords, TimetableChange['kind']> = {
  attend: ({ role, who, sessions, missedBy }) =>
    `${role === 'group' ? `le groupe ${who}` : who} aussi en ${either(sessions)}${missedBy === undefined ? '' : ` (${MOMENT[missedBy]})`}`,
  several: ({ halfDays, limits }) => {
    const people = [...new Set(halfDays.map(({ who }) => who))];
    const theirs = people.map((who) => {
      const sessions = halfDays.filter((halfDay) => halfDay.who === who).map(({ session }) => session);
      return `${who} en ${joinList(sessions, ' et ')}`;
    });
    const more = limits.map(({ who, sessions }) => `max_sessions = ${sessions} pour ${who}`);
    const days =
      halfDays.length === 0
        ? []
        : [`${counted('fr', halfDays.length, 'demi-journée', 'demi-journées')} de plus (${theirs.join('\u00a0; ')})`];
    return [...days, ...more].join(' avec ');
  },
  joint: ({ witnesses, groups }) =>
    `des auditions de ${counted('fr', groups, 'groupe', 'groupes')} à la fois avec ${joinList(witnesses, ' et ')} (max_groups_per_hearing)`,
  'max-sessions': ({ who, sessions }) => `max_sessions = ${sessions} pour ${who}`,
  'hear-in': ({ sessions }) => `des auditions aussi en ${either(sessions)}`,
  'hearings-per-group': ({ hearings }) => `hearings_per_group = ${hearings}`,
  'serve-theme': ({ who, theme, source }) => `${who} aussi pour ${nameOf(theme)} (${shortPlace(source)})`,
  'more-people': ({ role, people, themes, session }) => {
    const who = role === 'jury' ? ['membre du jury', 'membres du jury'] : ['témoin', 'témoins'];
    const where = session === undefined ? '' : ` en ${session}`;
    return `${people} ${people < 2 ? who[0] : who[1]} de plus pour ${joinList(themes.map(nameOf), ' et ')}${where}`;
  },
  seats: ({ room, seats, capacity, source }) =>
    `${seats} places dans ${room}, qui en a ${capacity} (${shortPlace(source)})`,
  rooms: ({ rooms, seats, site }) =>
    `${rooms} ${rooms < 2 ? 'salle' : 'salles'} de ${counted('fr', seats, 'place', 'places')} de plus${site === undefined ? '' : ` à ${site}`}`,
  'free-room': ({ room, sessions, source }) => `${room} libre en ${joinList(sessions, ' et ')} (${shortPlace(source)})`,
  'use-room': ({ room, use, source }) => `${room} aussi pour ${USE[use]} (${shortPlace(source)})`,
  minutes: ({ session, minutes }) => `${counted('fr', minutes, 'minute', 'minutes')} chacune en ${session}`,
  start: ({ session, time }) => `${session} à partir de ${clockTime(time)}`,
  end: ({ session, time }) => `${session} jusqu’à ${clockTime(time)}`,
};

const MOMENT = { arrival: 'arrivée', departure: 'départ' };

const USE = {
  plenary: 'les plénières',
  work: 'le travail',
  hearing: 'les auditions',
  presentation: 'les restitutions',
  visit: 'les visites',
};

function either(sessions: readonly string[]): string {
  if (sessions.length <= MOST_SESSIONS) return joinList(sessions, ' ou ');
  return `${sessions.slice(0, FEW_SESSIONS).join(', ')} ou ${sessions.length - FEW_SESSIONS} autres`;
}

function nameOf(theme: string): string {
  return theme === '' ? 'le module' : theme;
}
