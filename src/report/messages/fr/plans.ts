import type { PlanDifference, PlansDiagnosticParams } from '../../../domain/diagnostics/plans.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

/** Differences, or ranges of starts, that a sentence names. */
const MOST_NAMED = 3;

const starts = (count: number) => counted('fr', count, 'départ', 'départs');
const shown = (text: string) => (text === '' ? 'absent' : text);
const listed = (ranges: readonly string[]) =>
  [...ranges.slice(0, MOST_NAMED), ...(ranges.length > MOST_NAMED ? ['…'] : [])].join(', ');
const differences = (fields: readonly PlanDifference[]) => {
  const named = fields
    .slice(0, MOST_NAMED)
    .map(({ field, here, there }) => `${field} vaut ${shown(here)} ici et ${shown(there)} là-bas`);
  const more = fields.length - MOST_NAMED;
  return [...named, ...(more > 0 ? [counted('fr', more, 'autre', 'autres')] : [])].join('\u00a0; ');
};

export const plans: Catalogue<PlansDiagnosticParams> = {
  'plans.none': ({ folders }) =>
    folders === 1
      ? 'Il n’y a pas de plan dans ce dossier. Une recherche qui ne trouve pas de groupes valables sort avec le code 4 et n’écrit rien.'
      : `Il n’y a de plan dans aucun de ces ${folders} dossiers. Si toutes les parts sont sorties avec le code 4, aucun de leurs départs n’a trouvé de groupes valables.`,
  'plans.no-plan': () =>
    'Il n’y a pas de plan ici (pas de manifest.json). Une part qui ne trouve pas de groupes valables sort avec le code 4 et n’écrit rien.',
  'plans.not-a-manifest': () =>
    'Ce n’est pas un manifeste de brassage, ou cette version ne le connaît pas\u00a0: lancez best avec la version qui l’a écrit.',
  'plans.differs': ({ other, fields }) =>
    `Ne fait pas partie de la même recherche que ${other}\u00a0: ${differences(fields)}.`,
  'plans.changed': ({ reason }) =>
    reason === 'other-bytes'
      ? 'Ce fichier a été modifié depuis que brassage l’a écrit. Relancez sa part.'
      : reason === 'missing'
        ? 'Ce fichier du plan a disparu. Relancez sa part.'
        : 'Ce fichier du plan ne peut pas être lu.',
  'plans.disagree': ({ start, other }) =>
    `Le départ ${start} n’a pas fini ici comme dans ${other}, alors que graine, fichiers et options sont les mêmes. L’un des deux manifestes a été modifié\u00a0; sinon, merci de le signaler.`,
  'plans.missing-starts': ({ starts: count, ranges, next }) =>
    `${starts(count)} ${count === 1 ? 'n’est' : 'ne sont'} dans aucun de ces plans\u00a0: ${listed(ranges)}. Le meilleur des autres a été choisi\u00a0; --starts ${next} lance ${ranges.length === 1 ? 'ce qui manque' : 'le début de ce qui manque'}.`,
  'plans.repeated-starts': ({ starts: count, ranges }) =>
    `${starts(count)} ${count === 1 ? 'est' : 'sont'} dans plusieurs de ces plans\u00a0: ${listed(ranges)}. Chacun compte une fois.`,
  'plans.cut': ({ reason, start }) =>
    `Cette recherche a été coupée ${reason === 'time-limit' ? 'par sa limite de temps' : 'par un signal'} au départ ${start}\u00a0: sans cela, les groupes seraient peut-être meilleurs.`,
};
