import { foldHeader } from '../domain/fold.js';
import type { Language } from '../domain/settings.js';

/** Header words of the tables we write; our readers know every one of them in both languages. */
const HEADERS = {
  group: { en: 'group', fr: 'groupe' },
  theme: { en: 'theme', fr: 'thème' },
  strand: { en: 'strand', fr: 'volet' },
  id: { en: 'id', fr: 'identifiant' },
  family_name: { en: 'family_name', fr: 'nom' },
  given_name: { en: 'given_name', fr: 'prénom' },
  school: { en: 'school', fr: 'école' },
  internships: { en: 'internships', fr: 'stages' },
  region: { en: 'region', fr: 'région' },
  gender: { en: 'gender', fr: 'genre' },
  route: { en: 'route', fr: 'concours' },
  uid: { en: 'uid', fr: 'uid' },
  version: { en: 'version', fr: 'version' },
  session: { en: 'session', fr: 'séance' },
  date: { en: 'date', fr: 'date' },
  start: { en: 'start', fr: 'début' },
  end: { en: 'end', fr: 'fin' },
  kind: { en: 'kind', fr: 'type' },
  room: { en: 'room', fr: 'salle' },
  site: { en: 'site', fr: 'site' },
  witness: { en: 'witness', fr: 'témoin' },
  order: { en: 'order', fr: 'ordre' },
  status: { en: 'status', fr: 'statut' },
  changed: { en: 'changed', fr: 'modifié le' },
  lock: { en: 'lock', fr: 'verrou' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Header words of the tables that people alone read. None of them stands beside an attribute of the roster. */
const LIST_HEADERS = {
  session_title: { en: 'session_title', fr: 'titre de la séance' },
  groups: { en: 'groups', fr: 'groupes' },
  people: { en: 'people', fr: 'personnes' },
  capacity: { en: 'capacity', fr: 'capacité' },
  title: { en: 'title', fr: 'civilité' },
  position: { en: 'position', fr: 'fonction' },
  organisation: { en: 'organisation', fr: 'organisme' },
  role: { en: 'role', fr: 'rôle' },
  email: { en: 'email', fr: 'courriel' },
  message: { en: 'message', fr: 'message' },
  with: { en: 'with', fr: 'avec' },
  absent: { en: 'absent', fr: 'absent' },
  half_days: { en: 'half_days', fr: 'demi-journées' },
  days: { en: 'days', fr: 'jours' },
  minutes: { en: 'minutes', fr: 'minutes' },
  earlier_half_days: { en: 'earlier_half_days', fr: 'demi-journées antérieures' },
  total_days: { en: 'total_days', fr: 'jours en tout' },
  mornings: { en: 'hearings_in_the_morning', fr: 'auditions le matin' },
  afternoons: { en: 'hearings_in_the_afternoon', fr: 'auditions l’après-midi' },
  rooms: { en: 'different_rooms', fr: 'salles différentes' },
  site_changes: { en: 'site_changes', fr: 'changements de site' },
  ranks: { en: 'ranks', fr: 'rangs de passage' },
  met_before: { en: 'met_before', fr: 'rencontrés avant' },
  met_now: { en: 'met_now', fr: 'rencontrés maintenant' },
  met_in_all: { en: 'met_in_all', fr: 'rencontrés en tout' },
  met_again: { en: 'met_again', fr: 'retrouvés' },
  module: { en: 'module', fr: 'module' },
  round: { en: 'round', fr: 'tour' },
  missing_days: { en: 'missing_days', fr: 'jours manquants' },
  group_before: { en: 'group_before', fr: 'groupe avant' },
  from_group: { en: 'from_group', fr: 'ancien groupe' },
  to_group: { en: 'to_group', fr: 'nouveau groupe' },
  why: { en: 'why', fr: 'motif' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const ALL_HEADERS = { ...HEADERS, ...LIST_HEADERS };

export type HeaderKey = keyof typeof ALL_HEADERS;

/** The header word of a column of ours. */
export function headerOf(key: HeaderKey, language: Language): string {
  return ALL_HEADERS[key][language];
}

const OUR_WORDS: ReadonlySet<string> = new Set(
  Object.values(HEADERS).flatMap(({ en, fr }) => [foldHeader(en), foldHeader(fr)]),
);

/**
 * The header of an attribute: our word for the usual ones, the label of the roster for any other. A label that is one of our words, in
 * either language, gets ` (2)`, lest the file say `groupe` twice and no reader know which is meant.
 */
export function attributeHeader(key: string, label: string, language: Language): string {
  if (isUsualAttribute(key)) return headerOf(key, language);
  return OUR_WORDS.has(foldHeader(label)) ? `${label} (2)` : label;
}

function isUsualAttribute(key: string): key is 'school' | 'internships' | 'region' | 'gender' | 'route' {
  return ['school', 'internships', 'region', 'gender', 'route'].includes(key);
}
