import type { ProofOutcome } from '../domain/certificate.js';
import type { RoleKind } from '../domain/role.js';
import { counted } from './messages/plural.js';
import { formatDecimal, formatNumber, joinList, percent } from './number-format.js';
import type { Words } from './words.js';

const ATTRIBUTES: Readonly<Record<string, string>> = {
  school: 'école',
  internships: 'stages',
  region: 'région',
  gender: 'genre',
  route: 'concours',
};
const RULES: Readonly<Record<string, string>> = {
  together: 'together (ensemble)',
  apart: 'apart (séparés)',
  fixed: 'fixed (fixé)',
  never: 'never (jamais)',
  at_least: 'at_least (au moins)',
  at_most: 'at_most (au plus)',
  not_alone: 'not_alone (pas seul)',
  distinct: 'distinct (différents)',
};
const ROLES: Readonly<Record<RoleKind, string>> = {
  fair_share: 'répartir',
  together: 'ensemble',
  not_alone: 'pas seul',
  at_least: 'au moins',
  at_most: 'au plus',
  distinct: 'différents',
  mean: 'moyenne',
  spread: 'dispersion',
};
const ROLE_FIGURES: Readonly<Partial<Record<RoleKind, string>>> = {
  not_alone: 'seuls',
  at_least: 'manquants',
  at_most: 'en trop',
  distinct: 'paires dans un groupe',
};

const PROOF_ENDS: Readonly<Record<ProofOutcome, (nodes: string) => string>> = {
  optimal: (nodes) => `optimum prouvé par séparation et évaluation (${nodes})`,
  limit: (nodes) => `arrêtée à sa limite (${nodes})`,
  'too-large': () => 'problème trop grand pour être essayé en entier',
  history: () => 'les rencontres antérieures n’entrent pas dans une preuve par séparation et évaluation',
  inexact: () => 'nombres trop grands pour une preuve par séparation et évaluation',
  numbers: () => 'pas essayée, car moyennes et dispersions de nombres ne peuvent pas en faire partie',
  'time-limit': (nodes) => `coupée par la limite de temps (${nodes})`,
  interrupted: (nodes) => `interrompue (${nodes})`,
};

function violations(units: number, groups: string, people: string): string {
  const where = people === '' ? groups : `${groups} (${people})`;
  return `${counted('fr', units, 'entorse', 'entorses')} dans ${where}`;
}

const decimal = (value: number): string => formatDecimal('fr', value);

/** Every word in French. */
export const wordsInFrench: Words = {
  people: (count) => counted('fr', count, 'personne', 'personnes'),
  groups: (count) => counted('fr', count, 'groupe', 'groupes'),
  groupsOfSize: (count, sizes) =>
    `${counted('fr', count, 'groupe', 'groupes')} de ${joinList(sizes.map(String), ' ou ')}`,
  attribute: (key, label) => (Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : label),
  mix: 'Mélange',
  weight: 'poids',
  fairCounts: 'effectifs équitables',
  deviation: 'écart',
  weightedDeviation: 'écart pondéré',
  penalty: 'écart',
  leastPossible: 'minimum possible',
  ofTotal: (part, total) => `${part} sur ${total}`,
  optimal: 'optimal (prouvé)',
  optimalForSizes: 'optimal à ces tailles (prouvé)',
  above: (gap) => `+${percent('fr', gap)}`,
  score: (value) => `Score ${formatNumber('fr', value, 1)}`,
  noBetterThan: (bound, gap) =>
    `il n’existe pas mieux que ${formatNumber('fr', bound, 1)} à ces tailles (${percent('fr', gap)})`,
  hintEffort: (effort) => `Une recherche plus longue peut s’en approcher\u00a0: --effort ${effort}.`,
  hintWishes: (unmet, wishing, weight) =>
    `${unmet} sur ${wishing} n’obtiennent aucun de leurs vœux\u00a0: [themes] wishes = ${weight} en exauce davantage, au prix d’un peu de mélange.`,
  proof: 'Preuve',
  betterFound: (from, to) =>
    `une meilleure liste trouvée\u00a0: ${formatNumber('fr', to, 2)} au lieu de ${formatNumber('fr', from, 2)}`,
  betterExists: (value) => `il existe une meilleure liste\u00a0: ${formatNumber('fr', value, 2)}`,
  boundRaised: (from, to) => `borne relevée de ${formatNumber('fr', from, 2)} à ${formatNumber('fr', to, 2)}`,
  boundUnchanged: 'borne inchangée',
  proofEnded: (outcome, nodes) => PROOF_ENDS[outcome](counted('fr', nodes, 'nœud', 'nœuds')),
  roles: 'Rôles',
  role: ({ kind, count }) => `${ROLES[kind]}${count === undefined ? '' : ` ${count}`}`,
  heldIn: (level, groups) => `${level} dans ${counted('fr', groups, 'groupe', 'groupes')}`,
  roleFigure: (kind, units, holders) =>
    `${ROLE_FIGURES[kind] ?? ROLES[kind]}\u00a0: ${units}${kind === 'not_alone' || kind === 'at_most' ? ` sur ${holders}` : ''}`,
  means: (least, greatest, cohort) => `moyennes de ${least} à ${greatest}, promotion ${cohort}`,
  deviations: (least, greatest, cohort) => `écarts types de ${least} à ${greatest}, promotion ${cohort}`,
  meanOf: (mean, deviation) => `moyenne ${mean} ± ${deviation}`,
  more: (count) => counted('fr', count, 'autre', 'autres'),
  wishes: 'Vœux',
  wishRank: (rank, people) => `${rank + 1}${rank === 0 ? 'er' : 'e'} vœu ${people}`,
  noWishMet: (people) => `aucun de leurs vœux ${people}`,
  observed: (people, of) => `sur un thème observé ${people} sur ${of}`,
  rules: 'Règles',
  hardRulesKept: (count) => counted('fr', count, 'règle stricte tenue', 'règles strictes tenues'),
  weightedRulesKept: (kept, of) =>
    `${kept} sur ${counted('fr', of, 'règle pondérée tenue', 'règles pondérées tenues')}`,
  ruleNotKept: (line, kind, units, groups, people) =>
    `ligne ${line}, ${RULES[kind] ?? kind}\u00a0: ${violations(units, groups, people)}`,
  hardBroken: (line, kind, units, groups, people) =>
    `RÈGLE STRICTE NON TENUE, ligne ${line}, ${RULES[kind] ?? kind}\u00a0: ${violations(units, groups, people)}`,
  timetable: 'Emploi du temps',
  timetableFigures: (sessions, hearings, inOneRoom, groups) =>
    [
      counted('fr', sessions, 'séance', 'séances'),
      counted('fr', hearings, 'audition', 'auditions'),
      ...(inOneRoom === undefined
        ? []
        : [`${inOneRoom} sur ${counted('fr', groups, 'groupe', 'groupes')} toujours dans la même salle`]),
    ].join(' · '),
  presentations: 'Restitutions',
  presentationRanks: ({ earlier, total }) =>
    [
      `sur ${counted('fr', total.people, 'personne', 'personnes')} qui en ${total.people < 2 ? 'a' : 'ont'} eu deux ou plus, ${total.alwaysFirst} toujours en premier et ${total.alwaysLast} en dernier`,
      ...(earlier.people === 0
        ? []
        : [`avant ce module ${earlier.alwaysFirst} et ${earlier.alwaysLast} sur ${earlier.people}`]),
    ].join(' · '),
  meetings: 'Rencontres',
  meetingFigures: ({ least, most, mean }, again, pairs) =>
    [
      `${least === most ? least : `de ${least} à ${most}`} autres chacun sur tous les modules, ${decimal(mean)} en moyenne`,
      `${counted('fr', again, 'paire se retrouve', 'paires se retrouvent')} sur ${pairs}`,
    ].join(' · '),
  meetAgain: (one, other, group, lists, why) =>
    `${one} et ${other} dans ${group} (déjà ensemble dans ${lists.join(', ')})\u00a0: ${why}`,
  repeatAsked: (line) => `la ligne ${line} des règles les veut ensemble`,
  fewStrangers: (name, strangers, needed) =>
    `${name} n’a plus que ${counted('fr', strangers, 'personne', 'personnes')} à rencontrer, et il en faut ${needed} dans le groupe`,
  partingForbidden: 'tout échange qui les sépare enfreint une règle stricte',
  partingMissed: 'la recherche s’est arrêtée avant de les séparer\u00a0; --effort 4 cherche plus longtemps',
  partingCosts: (price, what) =>
    price === 0
      ? `tout échange qui les sépare coûte autant qu’il rapporte, surtout pour ${what}`
      : `tout échange qui les sépare coûte ${price < 0.1 ? 'un peu' : formatNumber('fr', price, 1)} de plus qu’il ne rapporte, surtout pour ${what}`,
  otherMeetings: 'd’autres rencontres',
  ruleOfLine: (line) => `la règle de la ligne ${line}`,
  ruleKind: (kind) => RULES[kind] ?? kind,
  jointDays: 'Jours communs',
  jointDaysFigures: ({ mean, least, most, programmeDays, asked }) =>
    [
      `${decimal(mean)} par personne${least === most ? '' : ` (de ${decimal(least)} à ${decimal(most)})`}`,
      `${decimal(programmeDays)} au programme`,
      ...(asked === undefined ? [] : [`${decimal(asked)} ${asked < 2 ? 'demandé' : 'demandés'}`]),
    ].join(' · '),
  ruleCount: (hard, weighted) =>
    `${counted('fr', hard, 'règle stricte', 'règles strictes')} · ${counted('fr', weighted, 'règle pondérée', 'règles pondérées')}`,
  files: (count) => counted('fr', count, 'fichier', 'fichiers'),
  written: (place, names = []) => `Écrit dans ${place}${names.length === 0 ? '' : `\u00a0: ${names.join(', ')}`}`,
  wouldWrite: (place, names = []) =>
    `Serait écrit dans ${place} (essai à blanc)${names.length === 0 ? '' : `\u00a0: ${names.join(', ')}`}`,
  afterGuess: (folder) => `Ensuite\u00a0: relisez module.toml, puis brassage check ${folder}`,
  toOpen: (file) => `Ouvrez ${file}`,
  afterInit: (folder, isExample) =>
    isExample
      ? `Ensuite\u00a0: brassage plan ${folder}`
      : `Ensuite\u00a0: remplissez les listes, relisez module.toml, puis brassage check ${folder}`,
  interrupted: 'Interrompu\u00a0: les meilleurs groupes trouvés jusqu’ici sont gardés.',
  interruptedTooSoon: 'Interrompu avant d’avoir trouvé des groupes qui respectent toutes les règles strictes\u00a0:',
  timeLimitReached: 'Limite de temps atteinte\u00a0: les meilleurs groupes trouvés jusqu’ici sont gardés.',
  group: 'groupe',
  size: 'taille',
  unfair: 'hors part équitable',
  person: 'personne',
  wishGot: 'vœu',
  aloneIn: 'seule de son cas pour',
  level: 'valeur',
  holders: 'personnes',
  perGroup: 'par groupe',
  between: (least, most) => (least === most ? String(least) : `${least} ou ${most}`),
  sessions: (count) => counted('fr', count, 'séance', 'séances'),
  rooms: (count) => counted('fr', count, 'salle', 'salles'),
  witnesses: (witnesses, jury) =>
    `${counted('fr', witnesses, 'grand témoin', 'grands témoins')} · ${counted('fr', jury, 'membre de jury', 'membres de jury')}`,
  canBeMade: (module) =>
    `Rien ne s’oppose aux groupes ni à l’emploi du temps.${module === '' ? '' : ` Ensuite\u00a0: brassage plan ${module}`}`,
  notMixed: 'Non mélangé',
  noTimetableFound: 'Aucun emploi du temps n’a été trouvé, ce qui ne prouve pas qu’il n’y en ait pas\u00a0:',
  noneFound: (isTimed) =>
    `Rien de valable n’a été trouvé, ce qui ne prouve pas qu’il n’existe rien (${isTimed ? 'un --time-limit plus grand' : '--effort 4'} cherche plus longtemps)\u00a0:`,
  cannotBeMade: 'En l’état, c’est impossible\u00a0:',
  nothingWritten: 'Rien n’a été écrit.',
  leftAlone: (place) => `Rien n’a changé\u00a0: ${place} reste tel quel.`,
  errors: (count) => counted('fr', count, 'erreur', 'erreurs'),
  inputNotes: (count, command) => `${counted('fr', count, 'note', 'notes')} sur les données\u00a0: ${command}`,
  warning: 'attention',
  note: 'note',
  error: 'erreur',
  sameOn: (count, lines) => `De même sur ${counted('fr', count, 'autre ligne', 'autres lignes')}\u00a0: ${lines}.`,
  seeAlso: (places) => `Voir aussi ${places.join('\u00a0; ')}.`,
  maybe: (suggestion) => `Peut-être «\u00a0${suggestion}\u00a0»\u00a0?`,
  quote: (text) => `«\u00a0${text}\u00a0»`,
  number: (value, digits) => formatNumber('fr', value, digits),
  missing: (names) => `Dans aucun groupe\u00a0: ${names}`,
  twice: (name, first, second) =>
    first === second
      ? `${name} figure deux fois dans ${first}`
      : `${name} figure dans deux groupes\u00a0: ${first} et ${second}`,
  wrongSize: (group, size, min, max) =>
    `${group} compte ${counted('fr', size, 'personne', 'personnes')} au lieu de ${min === max ? min : `${min} à ${max}`}`,
  wrongCount: (place, groups, wanted) =>
    `${place === '' ? 'La liste' : place} compte ${counted('fr', groups, 'groupe', 'groupes')} au lieu de ${wanted}`,
};
