import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { formatNumber } from './number-format.js';

/** The words of two lists side by side, and of changes that make a list better. */
export interface ComparisonWords {
  readonly swapsTitle: (count: number) => string;
  readonly noSwapHelps: (isExhaustive: boolean) => string;
  readonly needsNone: string;
  readonly bounded: string;
  readonly move: (person: string, from: string, to: string) => string;
  readonly settle: (person: string, group: string) => string;
  readonly missing: string;
  readonly faults: string;
  readonly hard: string;
  readonly score: string;
  readonly wishes: string;
  readonly rule: (line: number, kind: string) => string;
  readonly together: string;
  /** One figure before and after. */
  readonly change: (name: string, before: string, after: string) => string;
  readonly betterBy: (better: string, points: number) => string;
  readonly betterByFaults: (better: string, faults: number) => string;
  readonly betterByHard: (better: string, violations: number) => string;
  readonly equal: string;
  readonly sameGroups: string;
  readonly moved: (people: number) => string;
  readonly movedTitle: string;
  readonly onlyIn: (list: string, people: number) => string;
  readonly renamed: string;
  readonly noGroup: string;
  readonly difference: string;
  readonly total: string;
  readonly leastPossible: string;
  readonly rules: string;
  readonly hardRule: string;
  readonly kept: string;
  readonly violations: (count: number) => string;
  readonly met: (rank: number) => string;
  readonly unmet: string;
  readonly observed: string;
  readonly timetable: string;
  readonly rowChanges: Readonly<Record<'new' | 'cancelled' | 'time' | 'place' | 'people' | 'rank' | 'kind', string>>;
  readonly sameTimetable: string;
  readonly rowsDiffer: (changed: number, of: number) => string;
  readonly more: (count: number) => string;
  readonly number: (value: number, digits: number) => string;
}

const points = (language: Language, value: number) => formatNumber(language, value, 1);

const ENGLISH: ComparisonWords = {
  swapsTitle: (count) =>
    count === 1 ? 'The change that helps most' : `The ${count} changes that help most, one after the other`,
  noSwapHelps: (isExhaustive) =>
    isExhaustive
      ? 'No exchange of two people makes this list better.'
      : 'No exchange of two people that was looked at makes this list better.',
  needsNone: 'No exchange can make this list better: it is optimal (proved).',
  bounded: 'The list is large: exchanges with people of the worst groups were looked at first, not all there are.',
  move: (person, from, to) => `${person}: ${from} → ${to}`,
  settle: (person, group) => `${person}: in ${group} alone`,
  missing: 'no group',
  faults: 'people missing, twice, too many or too few',
  hard: 'violations of hard rules',
  score: 'score',
  wishes: 'wishes',
  rule: (line, kind) => `line ${line} (${kind})`,
  together: 'Together',
  change: (name, before, after) => `${name} ${before} → ${after}`,
  betterBy: (better, value) => `${better} is better by ${points('en', value)}`,
  betterByFaults: (better, faults) =>
    `${better} is better: ${faults} fewer ${faults === 1 ? 'person' : 'people'} missing, twice, too many or too few`,
  betterByHard: (better, count) =>
    `${better} is better: ${count} fewer ${count === 1 ? 'violation' : 'violations'} of hard rules`,
  equal: 'Both are worth the same',
  sameGroups: 'everybody is in the same group',
  moved: (people) => `${counted('en', people, 'person', 'people')} in another group`,
  movedTitle: 'In another group',
  onlyIn: (list, people) => `${counted('en', people, 'person', 'people')} in ${list} alone`,
  renamed: 'Groups under another name',
  noGroup: 'none',
  difference: 'difference',
  total: 'score',
  leastPossible: 'least possible',
  rules: 'Rules',
  hardRule: 'hard',
  kept: 'kept',
  violations: (count) => counted('en', count, 'violation', 'violations'),
  met: (rank) => `wish ${rank} met`,
  unmet: 'no wish met',
  observed: 'on a theme they observed',
  timetable: 'Timetable',
  rowChanges: {
    new: 'new',
    cancelled: 'no longer',
    time: 'other time',
    place: 'other room or site',
    people: 'other witness or jury',
    rank: 'other rank',
    kind: 'other kind',
  },
  sameTimetable: 'the same for every group',
  rowsDiffer: (changed, of) => `${changed} of ${counted('en', of, 'row', 'rows')} differ`,
  more: (count) => `… and ${count} more (all with --verbose or --json)`,
  number: (value, digits) => formatNumber('en', value, digits),
};

const FRENCH: ComparisonWords = {
  swapsTitle: (count) =>
    count === 1 ? 'Le changement qui aide le plus' : `Les ${count} changements qui aident le plus, l’un après l’autre`,
  noSwapHelps: (isExhaustive) =>
    isExhaustive
      ? 'Aucun échange de deux personnes n’améliore cette liste.'
      : 'Aucun des échanges examinés n’améliore cette liste.',
  needsNone: 'Aucun échange ne peut améliorer cette liste\u00a0: elle est optimale (prouvé).',
  bounded:
    'La liste est longue\u00a0: les échanges avec des personnes des groupes les plus déséquilibrés ont été examinés d’abord, pas tous.',
  move: (person, from, to) => `${person}\u00a0: ${from} → ${to}`,
  settle: (person, group) => `${person}\u00a0: seulement dans ${group}`,
  missing: 'aucun groupe',
  faults: 'personnes absentes, en double, de trop ou manquantes',
  hard: 'entorses aux règles strictes',
  score: 'score',
  wishes: 'vœux',
  rule: (line, kind) => `ligne ${line} (${kind})`,
  together: 'Ensemble',
  change: (name, before, after) => `${name} ${before} → ${after}`,
  betterBy: (better, value) => `${better} est meilleur de ${points('fr', value)}`,
  betterByFaults: (better, faults) =>
    `${better} est meilleur\u00a0: ${counted('fr', faults, 'personne', 'personnes')} de moins ${faults < 2 ? 'absente' : 'absentes'}, en double, de trop ou ${faults < 2 ? 'manquante' : 'manquantes'}`,
  betterByHard: (better, count) =>
    `${better} est meilleur\u00a0: ${counted('fr', count, 'entorse', 'entorses')} de moins aux règles strictes`,
  equal: 'Les deux se valent',
  sameGroups: 'chacun est dans le même groupe',
  moved: (people) => `${counted('fr', people, 'personne', 'personnes')} dans un autre groupe`,
  movedTitle: 'Dans un autre groupe',
  onlyIn: (list, people) => `${counted('fr', people, 'personne', 'personnes')} dans ${list} seulement`,
  renamed: 'Groupes sous un autre nom',
  noGroup: 'aucun',
  difference: 'écart',
  total: 'score',
  leastPossible: 'minimum possible',
  rules: 'Règles',
  hardRule: 'stricte',
  kept: 'tenue',
  violations: (count) => counted('fr', count, 'entorse', 'entorses'),
  met: (rank) => `${rank}${rank === 1 ? 'er' : 'e'} vœu exaucé`,
  unmet: 'aucun vœu exaucé',
  observed: 'sur un thème observé',
  timetable: 'Emploi du temps',
  rowChanges: {
    new: 'nouveau',
    cancelled: 'plus prévu',
    time: 'autre horaire',
    place: 'autre salle ou autre site',
    people: 'autre témoin ou autre jury',
    rank: 'autre passage',
    kind: 'autre type',
  },
  sameTimetable: 'le même pour chaque groupe',
  rowsDiffer: (changed, of) => `${changed} sur ${counted('fr', of, 'ligne', 'lignes')} changent`,
  more: (count) => `… et ${count} de plus (toutes avec --verbose ou --json)`,
  number: (value, digits) => formatNumber('fr', value, digits),
};

/** The words of a comparison in a language. */
export function comparisonWordsOf(language: Language): ComparisonWords {
  return language === 'fr' ? FRENCH : ENGLISH;
}
