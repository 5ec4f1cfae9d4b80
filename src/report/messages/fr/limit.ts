import type { LimitDiagnosticParams } from '../../../domain/diagnostics/limit.js';
import type { Limited } from '../../../domain/limits.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';

/** What there is too much of, and what to do. */
const MOTS: Readonly<Record<Limited, readonly [quoi: string, conseil: string]>> = {
  people: ['personnes', 'Partagez la promotion en plusieurs modules.'],
  themes: ['thèmes', 'Partagez la promotion en plusieurs modules.'],
  rules: ['règles', 'Retirez celles que d’autres impliquent.'],
  'earlier-modules': ['modules précédents', 'Retirez les plus anciens.'],
  meetings: [
    'paires qui se sont rencontrées dans des modules précédents',
    'Retirez les modules les plus anciens, ou ceux dont les groupes étaient grands.',
  ],
  counts: [
    'décomptes d’une valeur dans un groupe (valeurs à répartir × groupes)',
    'Peut-être une colonne de [balance] a-t-elle une autre valeur pour presque chacun\u00a0: retirez-la.',
  ],
  sessions: ['séances', 'Partagez le programme en plusieurs modules.'],
  rooms: ['salles', 'Retirez les salles dont personne n’a besoin.'],
  witnesses: ['témoins et membres de jurys', 'Partagez le programme en plusieurs modules.'],
  'timetable-groups': [
    'groupes avec un emploi du temps',
    'Partagez la promotion en plusieurs modules, ou retirez [timetable].',
  ],
  'timetable-rows': ['lignes d’emploi du temps (groupes × séances)', 'Partagez le programme en plusieurs modules.'],
  'hearing-choices': [
    'choix d’auditions (groupes × témoins × séances avec auditions)',
    'Partagez le programme en plusieurs modules.',
  ],
  'room-choices': ['choix de salles (groupes × séances × salles)', 'Retirez les salles dont personne n’a besoin.'],
  'rotation-seats': [
    'places (personnes × modules)',
    'Prévoyez moins de modules à la fois, ou l’un après l’autre avec [history].',
  ],
};

export const limit: Catalogue<LimitDiagnosticParams> = {
  'limit.exceeded': ({ what, count, most }) => {
    const [nom, conseil] = MOTS[what];
    return `${formatNumber('fr', count, 0)} ${nom}\u00a0; le plus admis est ${formatNumber('fr', most, 0)}. ${conseil}`;
  },
};
