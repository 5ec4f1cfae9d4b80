import type { LockLoss, TimetableDiagnosticParams } from '../../../domain/diagnostics/timetable.js';
import { formatDecimal } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';

/** Sentences about timetables, in English. */
export const timetable: Catalogue<TimetableDiagnosticParams> = {
  'timetable.sessions-overlap': ({ first, second, groups }) =>
    `${first} and ${second} overlap, and ${theGroups(groups)} ${verb(groups.length, 'attends', 'attend')} both.`,
  'timetable.no-room': ({ sessions, kind, needed, largest }) =>
    largest === 0
      ? `${list(sessions)}: no room may hold ${KIND[kind]} there.`
      : `${list(sessions)}: ${KIND[kind]} needs a room of ${needed} seats, and the largest that may hold it has ${largest}.`,
  'timetable.rooms-short': ({ sessions, needed, seats, rooms, groups }) =>
    `${list(sessions)}: ${needed} rooms of ${seats} seats or more are needed at once, for ${theGroups(groups)}, and ${verb(rooms, 'there is', 'there are')} ${rooms || 'none'}.`,
  'timetable.rooms-not-found': ({ sessions }) =>
    `${list(sessions)}: no way was found to give everybody a room at once.`,
  'timetable.no-hearing-room': ({ groups, needed, largest }) =>
    `No room seats ${theGroups(groups)} and a witness in a session with hearings: ${needed} seats are needed, ${largest === 0 ? 'and no room may hold hearings' : `the largest room has ${largest}`}.`,
  'timetable.theme-without-witness': ({ theme, groups, asked }) =>
    `${themeName(theme)}: no witness is for this theme, and its ${verb(groups, 'group has', `${groups} groups have`)} ${asked} to hear.`,
  'timetable.too-few-witnesses': ({ theme, asked, witnesses }) =>
    `${themeName(theme)}: each group has ${asked} witnesses to hear, and only ${list(witnesses)} ${verb(witnesses.length, 'is', 'are')} for this theme.`,
  'timetable.witness-blocked': ({ witness, groups, sessions, perHearing }) =>
    sessions.length === 0
      ? `${witness}: ${theGroups(groups)} can hear them on no half-day.`
      : `${witness}: ${theGroups(groups)} can hear them on ${count(sessions.length, 'half-day')} only (${list(sessions)})${perHearing > 1 ? `, ${perHearing} groups at once at most` : ''}.`,
  'timetable.witness-limit': ({ witness, groups, maxSessions, perHearing, besides }) =>
    `${witness}: ${besides === undefined ? '' : `besides ${theGroups(besides)}, `}${groups} groups have to hear them, and ${count(maxSessions, 'session')} of ${count(perHearing, 'group')} at most are accepted.`,
  'timetable.group-blocked': ({ groups, asked, possible, sessions }) =>
    sessions.length === 0
      ? `${Group(groups)} ${verb(groups.length, 'has', 'have')} ${count(asked, 'witness', 'witnesses')} to hear and can on no half-day.`
      : `${Group(groups)} ${verb(groups.length, 'has', 'have')} ${count(asked, 'witness', 'witnesses')} to hear and can hear ${possible} only (${list(sessions)}).`,
  'timetable.witnesses-short': ({ groups, needed, possible, witnesses }) =>
    `${Group(groups)} ${verb(groups.length, 'needs', 'need')} ${needed} hearings, and ${list(witnesses)} can give them ${possible}.`,
  'timetable.hearings-missing': ({ group, missing, witnesses }) =>
    `${group}: no place was found for ${count(missing, 'hearing')}${witnesses.length > 0 ? ` of ${list(witnesses, 'or')}` : ''}.`,
  'timetable.travel-short': ({ groups, first, second, from, to, minutes, needed }) =>
    `${Group(groups)} ${verb(groups.length, 'has', 'have')} ${minutes} minutes from ${first} (${from}) to ${second} (${to}), and the way takes ${needed}. Maybe ${second} ${needed - minutes} minutes later, or at ${from}.`,
  'timetable.travel-missed': ({ who, first, second, from, to, minutes, needed }) =>
    `${list(who)} ${verb(who.length, 'has', 'have')} ${minutes} minutes from ${first} (${from}) to ${second} (${to}), and the way takes ${needed}; no other rooms were found for them. Maybe ${second} ${needed - minutes} minutes later.`,
  'timetable.no-jury': ({ session, theme }) => `${session}: no jury member for ${themeName(theme)} can come.`,
  'timetable.jury-short': ({ session, themes, members }) =>
    `${session}: the ${themes.length} panels of ${list(themes)} have ${count(members.length, 'jury member')} only (${list(members)}).`,
  'timetable.jury-limit': ({ session, theme }) =>
    `${session}: no jury member is left for ${themeName(theme)}: those who could come are locked elsewhere then, or sit in as many other sessions as max_sessions lets.`,
  'timetable.minutes-too-long': ({ session, theme, groups, minutes, length, breaks = 0 }) =>
    minutes === undefined
      ? `${session}: ${count(groups, 'group')} of ${themeName(theme)} cannot present in ${length} minutes${breaks > 0 ? ` with ${breaks} of break` : ''}.`
      : `${session}: ${count(groups, 'presentation')} of ${minutes} minutes (${themeName(theme)}) ${verb(groups, 'takes', 'take')} ${groups * minutes}, and the session has ${length}${breaks > 0 ? `, ${breaks} of them break: they do not fit around it` : ''}.`,
  'timetable.panel-room-small': ({ session, theme, room, seats, needed }) =>
    `${session}: the groups of ${themeName(theme)} and their jury are ${needed}, and ${room} has ${seats} seats: the groups cannot all listen to each other.`,
  'timetable.group-unavailable': ({ group, sessions }) =>
    `${group} is not available in ${list(sessions)} and stands there all the same, because the session is for everybody.`,
  'timetable.group-thinned': ({ session, group, absent, members }) =>
    `${session}: ${absent} of the ${count(members, 'member')} of ${group} ${verb(absent, 'is', 'are')} absent.`,
  'timetable.joint-days-missed': ({ asked, people, of, most, names }) =>
    `${people} of ${counted('en', of, 'person', 'people')} ${verb(people, 'has', 'have')} fewer joint days than the ${formatDecimal('en', asked)} asked for, by ${counted('en', most, 'day', 'days')} at most: ${names.join(', ')}${people > names.length ? ', …' : ''}.`,
  'timetable.if-needed': ({ who, sessions }) => `${who} is needed in ${list(sessions)} (offered "if needed").`,
  'timetable.calendar-ignored': ({ reason }) =>
    `${IGNORED[reason]}. The events under its name are numbered by the versions of the timetable, and SEQUENCE may rise without a change.`,
  'timetable.published-anew': ({ list: name }) =>
    `This list is replaced as if it had never been published: versions begin at 0 again, and nothing says what has changed. If it is out, give --keep ${name}.`,
  'timetable.other-beside': ({ rows, list: file }) =>
    `${count(rows, 'row')} of this timetable, beside the list of groups, ${verb(rows, 'is', 'are')} not as in the one just made. If it is out, give --keep ${file} to go on from it.`,
  'timetable.regrouped': ({ people, of, list: file }) =>
    `${people} of ${count(of, 'person', 'people')} ${verb(people, 'is', 'are')} in another group than in this list; to-tell.csv tells them so, one by one. To keep the groups as far as can be: brassage repair --keep ${file}.`,
  'groups.replaced': ({ people, of, folder }) =>
    `${people} of ${count(of, 'person', 'people')} ${verb(people, 'is', 'are')} in another group than in this list, which is replaced. If it is out, keep its groups: brassage repair --keep ${asWord(folder)}.`,
  'timetable.groups-ignored': () =>
    'This list of the groups of the published timetable is not taken, so nobody is told of being in another group than before.',
  'timetable.lock-broken': ({ session, group, lost, name }) =>
    `${group}, ${session}: the row is locked, and ${LOST[lost](name)}. Maybe without the lock.`,
};

const IGNORED = {
  damaged: 'This calendar is not as brassage wrote it, so it is not read',
  foreign: 'This calendar was written by another program, so it is not read',
  'not-readable': 'This calendar cannot be read; check its permissions',
};

const LOST: Readonly<Record<LockLoss['lost'], (name: string) => string>> = {
  session: (name) => `the programme no longer has ${name}`,
  group: (name) => `${name} does not attend it`,
  kind: (name) => `${name} is no longer of that kind`,
  guests: (name) =>
    `it names ${name === '' ? 'nobody' : name}, where a hearing has one witness, a presentation its jury, and all else nobody`,
  witness: (name) => `${name} cannot come then`,
  rank: (name) => (name === '' ? 'it has no rank' : `rank ${name} is not to be had`),
  room: (name) => (name === '' ? 'it has no room' : `${name} is not to be had for it`),
  time: (name) => `${name} has other hours for it`,
  limit: (name) => `with the others that are locked or past that is too much for ${name}`,
  differs: (name) => `the locked row of ${name} has another room or other guests for the same meeting`,
  twice: (name) => `another locked row has ${name} at that time`,
  reach: (name) => `${name} has no time for the way from or to another row that stays`,
  seats: (name) => `${name} is too small for all who meet there`,
  rest: () => 'no way was found to leave it as it is',
};

const KIND = {
  plenary: 'the plenary',
  work: 'a group at work',
  hearing: 'a hearing',
  presentation: 'a jury',
  visit: 'a visit',
};

/** More names than this say less than their number. */
const MOST_NAMES = 8;

function list(names: readonly string[], last = 'and'): string {
  if (names.length === 0) return 'nobody';
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
}

function theGroups(groups: readonly string[]): string {
  if (groups.length === 1) return `group ${groups[0]}`;
  return groups.length > MOST_NAMES
    ? `the ${groups.length} groups`
    : `the ${groups.length} groups ${groups.join(', ')}`;
}

function Group(groups: readonly string[]): string {
  const text = theGroups(groups);
  return text[0].toUpperCase() + text.slice(1);
}

function themeName(theme: string): string {
  return theme === '' ? 'the module' : theme;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function verb(number: number, one: string, many: string): string {
  return number === 1 ? one : many;
}
