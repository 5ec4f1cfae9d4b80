import type { RepairDiagnosticParams } from '../../../domain/diagnostics/repair.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const permis = (most: number, fewest: number) =>
  `${most === 0 ? 'Aucun changement n’est permis' : counted('fr', most, 'changement est permis', 'changements sont permis')}\u00a0: donnez --max-moves ${fewest}, ou retirez cette option.`;

export const repair: Catalogue<RepairDiagnosticParams> = {
  'repair.nobody': () =>
    'Personne de cette liste n’est dans les listes d’élèves\u00a0: elle semble être celle d’un autre module. On reconnaît chacun à son identifiant, sinon à son nom et à son école.',
  'repair.too-few-moves': ({ most, fewest }) =>
    `${counted('fr', fewest, 'personne doit', 'personnes doivent')} au moins changer de groupe\u00a0: aucun plus petit nombre ne tient toutes les tailles et règles strictes (prouvé). ${permis(most, fewest)}`,
  'repair.more-moves-found': ({ most, fewest }) =>
    `On n’a pas trouvé comment tenir toutes les tailles et règles strictes en déplaçant moins de ${counted('fr', fewest, 'personne', 'personnes')}. ${permis(most, fewest)}`,
  'repair.impossible': () =>
    'Aucun groupe de ces tailles ne tient toutes les règles strictes, quels que soient les changements (prouvé). Lancez plan pour voir quelles lignes l’interdisent.',
  'repair.none-found': () =>
    'On n’a pas trouvé de groupes qui tiennent toutes les règles strictes, quels que soient les changements\u00a0; rien ne prouve qu’il n’y en a pas. Lancez plan pour voir quelles règles gênent.',
  'repair.cut': () =>
    'La recherche a été arrêtée avant que des groupes tiennent toutes les tailles et règles strictes. Laissez-lui plus de temps.',
};
