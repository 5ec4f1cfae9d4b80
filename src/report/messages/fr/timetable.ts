import type { LockLoss, TimetableDiagnosticParams } from '../../../domain/diagnostics/timetable.js';
import { formatDecimal } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';

/** Sentences about timetables, in French. */
export const timetable: Catalogue<TimetableDiagnosticParams> = {
  'timetable.sessions-overlap': ({ first, second, groups }) =>
    `${first} et ${second} se chevauchent, et ${theGroups(groups)} ${verb(groups.length, 'assiste', 'assistent')} aux deux.`,
  'timetable.no-room': ({ sessions, kind, needed, largest }) =>
    largest === 0
      ? `${list(sessions)}\u00a0: aucune salle ne peut y recevoir ${KIND[kind]}.`
      : `${list(sessions)}\u00a0: il faut ${needed} places pour ${KIND[kind]}, et la plus grande salle possible en a ${largest}.`,
  'timetable.rooms-short': ({ sessions, needed, seats, rooms, groups }) =>
    `${list(sessions)}\u00a0: il faut en même temps ${needed} salles d’au moins ${seats} places, pour ${theGroups(groups)}, et il y en a ${rooms}.`,
  'timetable.rooms-not-found': ({ sessions }) =>
    `${list(sessions)}\u00a0: aucun moyen trouvé de donner en même temps une salle à chacun.`,
  'timetable.no-hearing-room': ({ groups, needed, largest }) =>
    `Aucune salle ne contient ${theGroups(groups)} et un témoin pendant une séance d’auditions\u00a0: il faut ${needed} places, ${largest === 0 ? 'et aucune salle ne peut recevoir d’audition' : `la plus grande salle en a ${largest}`}.`,
  'timetable.theme-without-witness': ({ theme, groups, asked }) =>
    `${themeName(theme)}\u00a0: aucun témoin pour ce thème, alors que ${verb(groups, 'son groupe doit', `ses ${groups} groupes doivent`)} en entendre ${asked}.`,
  'timetable.too-few-witnesses': ({ theme, asked, witnesses }) =>
    `${themeName(theme)}\u00a0: chaque groupe doit entendre ${asked} témoins, et seuls conviennent\u00a0: ${list(witnesses)}.`,
  'timetable.witness-blocked': ({ witness, groups, sessions, perHearing }) =>
    sessions.length === 0
      ? `${witness}\u00a0: ${theGroups(groups)} ne ${verb(groups.length, 'peut', 'peuvent')} l’entendre à aucune demi-journée.`
      : `${witness}\u00a0: ${theGroups(groups)} ne ${verb(groups.length, 'peut', 'peuvent')} l’entendre que sur ${count(sessions.length, 'demi-journée')} (${list(sessions)})${perHearing > 1 ? `, à ${perHearing} groupes au plus` : ''}.`,
  'timetable.witness-limit': ({ witness, groups, maxSessions, perHearing, besides }) =>
    `${witness}\u00a0: ${besides === undefined ? '' : `outre ${theGroups(besides)}, `}${groups} groupes doivent l’entendre, et ${count(maxSessions, 'séance')} de ${count(perHearing, 'groupe')} au plus ${verb(maxSessions, 'est acceptée', 'sont acceptées')}.`,
  'timetable.group-blocked': ({ groups, asked, possible, sessions }) =>
    sessions.length === 0
      ? `${Group(groups)} ${verb(groups.length, 'doit', 'doivent')} entendre ${count(asked, 'témoin')} et ne ${verb(groups.length, 'le peut', 'le peuvent')} à aucune demi-journée.`
      : `${Group(groups)} ${verb(groups.length, 'doit', 'doivent')} entendre ${count(asked, 'témoin')} et ne ${verb(groups.length, 'peut', 'peuvent')} en entendre que ${possible} (${list(sessions)}).`,
  'timetable.witnesses-short': ({ groups, needed, possible, witnesses }) =>
    `${Group(groups)} ${verb(groups.length, 'a', 'ont')} besoin de ${needed} auditions, et ${list(witnesses)} ne ${verb(witnesses.length, 'peut', 'peuvent')} en donner que ${possible}.`,
  'timetable.hearings-missing': ({ group, missing, witnesses }) =>
    `${group}\u00a0: pas de place trouvée pour ${count(missing, 'audition')}${witnesses.length > 0 ? ` (${list(witnesses, 'ou')})` : ''}.`,
  'timetable.travel-short': ({ groups, first, second, from, to, minutes, needed }) =>
    `${Group(groups)} ${verb(groups.length, 'a', 'ont')} ${minutes} minutes pour aller de ${first} (${from}) à ${second} (${to}), et le trajet en prend ${needed}. Peut-être ${second} ${needed - minutes} minutes plus tard, ou sur le site ${from}.`,
  'timetable.travel-missed': ({ who, first, second, from, to, minutes, needed }) =>
    `${list(who)} ${verb(who.length, 'a', 'ont')} ${minutes} minutes pour aller de ${first} (${from}) à ${second} (${to}), et le trajet en prend ${needed}\u00a0; aucune autre salle n’a été trouvée. Peut-être ${second} ${needed - minutes} minutes plus tard.`,
  'timetable.no-jury': ({ session, theme }) =>
    `${session}\u00a0: aucun membre du jury ne peut venir pour ${themeName(theme)}.`,
  'timetable.jury-short': ({ session, themes, members }) =>
    `${session}\u00a0: les ${themes.length} jurys de ${list(themes)} n’ont que ${count(members.length, 'membre')} (${list(members)}).`,
  'timetable.jury-limit': ({ session, theme }) =>
    `${session}\u00a0: il ne reste aucun membre du jury pour ${themeName(theme)}\u00a0: ceux qui pourraient venir sont verrouillés ailleurs alors, ou siègent déjà autant de fois que max_sessions le permet.`,
  'timetable.minutes-too-long': ({ session, theme, groups, minutes, length, breaks = 0 }) =>
    minutes === undefined
      ? `${session}\u00a0: ${count(groups, 'groupe')} de ${themeName(theme)} ne ${verb(groups, 'peut', 'peuvent')} présenter en ${length} minutes${breaks > 0 ? ` dont ${breaks} de pause` : ''}.`
      : `${session}\u00a0: ${count(groups, 'restitution')} de ${minutes} minutes (${themeName(theme)}) ${verb(groups, 'prend', 'prennent')} ${groups * minutes} minutes, et la séance en dure ${length}${breaks > 0 ? `, dont ${breaks} de pause\u00a0: elles ne tiennent pas autour` : ''}.`,
  'timetable.panel-room-small': ({ session, theme, room, seats, needed }) =>
    `${session}\u00a0: les groupes de ${themeName(theme)} et leur jury sont ${needed}, et ${room} a ${seats} places\u00a0: les groupes ne pourront pas tous s’écouter.`,
  'timetable.group-unavailable': ({ group, sessions }) =>
    `${group} n’est pas disponible pour ${list(sessions)} et y figure tout de même, la séance étant pour tous.`,
  'timetable.group-thinned': ({ session, group, absent, members }) =>
    `${session}\u00a0: ${absent} sur ${count(members, 'membre')} de ${group} ${verb(absent, 'est absent', 'sont absents')}.`,
  'timetable.joint-days-missed': ({ asked, people, of, most, names }) =>
    `${people} sur ${counted('fr', of, 'personne', 'personnes')} ${verb(people, 'n’a', 'n’ont')} pas les ${counted('fr', asked, 'jour commun demandé', 'jours communs demandés')}, et il en manque jusqu’à ${formatDecimal('fr', most)}\u00a0: ${names.join(', ')}${people > names.length ? ', …' : ''}.`,
  'timetable.if-needed': ({ who, sessions }) =>
    `${who} est nécessaire pour ${list(sessions)} (disponible «\u00a0si besoin\u00a0»).`,
  'timetable.calendar-ignored': ({ reason }) =>
    `${IGNORED[reason]}. Les événements de ce nom sont numérotés par les versions de l’emploi du temps, et SEQUENCE peut monter sans changement.`,
  'timetable.published-anew': ({ list: name }) =>
    `Cette liste est remplacée comme si elle n’avait jamais été publiée\u00a0: les versions repartent de 0, et rien ne dit ce qui a changé. Si elle est publiée, donnez --keep ${name}.`,
  'timetable.other-beside': ({ rows, list: file }) =>
    `${count(rows, 'ligne')} de cet emploi du temps, à côté de la liste des groupes, ${verb(rows, 'diffère', 'diffèrent')} de celui qui vient d’être fait. S’il est publié, donnez --keep ${file} pour partir de lui.`,
  'timetable.regrouped': ({ people, of, list: file }) =>
    `${people} personnes sur ${of} ${verb(people, 'est', 'sont')} dans un autre groupe que dans cette liste\u00a0; to-tell.csv le dit à chacune. Pour garder les groupes autant que possible\u00a0: brassage repair --keep ${file}.`,
  'groups.replaced': ({ people, of, folder }) =>
    `${people} personnes sur ${of} ${verb(people, 'est', 'sont')} dans un autre groupe que dans cette liste, qui est remplacée. Si elle est diffusée, gardez ses groupes\u00a0: brassage repair --keep ${asWord(folder)}.`,
  'timetable.groups-ignored': () =>
    'Cette liste des groupes de l’emploi du temps publié n’est pas prise en compte\u00a0: personne n’apprend donc être dans un autre groupe qu’avant.',
  'timetable.lock-broken': ({ session, group, lost, name }) =>
    `${group}, ${session}\u00a0: la ligne est verrouillée, et ${LOST[lost](name)}. Peut-être en ôtant le verrou.`,
};

const IGNORED = {
  damaged: 'Ce calendrier n’est pas tel que brassage l’a écrit, il n’est donc pas lu',
  foreign: 'Ce calendrier a été écrit par un autre programme, il n’est donc pas lu',
  'not-readable': 'Ce calendrier ne peut pas être lu\u00a0; vérifiez ses droits d’accès',
};

const LOST: Readonly<Record<LockLoss['lost'], (name: string) => string>> = {
  session: (name) => `le programme n’a plus ${name}`,
  group: (name) => `${name} n’y participe pas`,
  kind: (name) => `${name} n’est plus de ce type`,
  guests: (name) =>
    `elle nomme ${name === '' ? 'zéro personne' : name}, or une audition a un témoin, une restitution son jury, et le reste personne`,
  witness: (name) => `${name} ne peut pas venir alors`,
  rank: (name) => (name === '' ? 'elle n’a pas d’ordre de passage' : `on ne peut pas y passer en position ${name}`),
  room: (name) => (name === '' ? 'elle n’a pas de salle' : `on ne peut pas y avoir ${name}`),
  time: (name) => `${name} lui donne d’autres heures`,
  limit: (name) => `avec les autres qui sont verrouillées ou passées c’est trop pour ${name}`,
  differs: (name) => `la ligne verrouillée de ${name} dit une autre salle ou d’autres invités pour la même rencontre`,
  twice: (name) => `une autre ligne verrouillée prend ${name} au même moment`,
  reach: (name) => `${name} n’a pas le temps du trajet avec une autre ligne qui reste`,
  seats: (name) => `${name} est trop petite pour tous ceux qui s’y retrouvent`,
  rest: () => 'on n’a pas trouvé comment la laisser telle quelle',
};

const KIND = {
  plenary: 'la plénière',
  work: 'un groupe au travail',
  hearing: 'une audition',
  presentation: 'un jury',
  visit: 'une visite',
};

/** More names than this say less than their number. */
const MOST_NAMES = 8;

function list(names: readonly string[], last = 'et'): string {
  if (names.length === 0) return 'personne';
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
}

function theGroups(groups: readonly string[]): string {
  if (groups.length === 1) return `le groupe ${groups[0]}`;
  return groups.length > MOST_NAMES
    ? `les ${groups.length} groupes`
    : `les ${groups.length} groupes ${groups.join(', ')}`;
}

function Group(groups: readonly string[]): string {
  const text = theGroups(groups);
  return text[0].toUpperCase() + text.slice(1);
}

function themeName(theme: string): string {
  return theme === '' ? 'le module' : theme;
}

/** French counts 0 and 1 as singular. */
function count(number: number, one: string): string {
  return `${number} ${one}${number < 2 ? '' : 's'}`;
}

function verb(number: number, one: string, many: string): string {
  return number < 2 ? one : many;
}
