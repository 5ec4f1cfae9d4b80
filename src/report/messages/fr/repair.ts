import type { RepairDiagnosticParams } from '../../../domain/diagnostics/repair.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const permis = (most: number, fewest: number) =>
  `${most === 0 ? 'Aucun changement n’est permis' : counted('fr', most, 'changement est permis', 'changements sont permis')}\u00a0: donnez --max-moves ${fewest}, ou retirez cette option.`;

export const repair: Catalogue<RepairDiagnosticParams> = {
  'repair.other-module': ({ known, of }) =>
    `${known === 0 ? 'Personne' : `Seulement ${known} personnes sur ${of}`} de cette liste ${known > 1 ? 'sont' : 'n’est'} dans les listes d’élèves\u00a0: elle semble être celle d’un autre module. On reconnaît chacun à son identifiant, sinon à son nom et à son école.`,
  'repair.misspelt-label': ({ people }) =>
    `Ce groupe n’existe pas, et cette liste y place ${counted('fr', people, 'personne', 'personnes')}.`,
  'repair.left-in-rule': ({ name, list }) =>
    `${name} est dans ${list}, mais n’est plus dans les listes d’élèves. Retirez ce nom, ou la ligne.`,
  'repair.no-timetable': ({ list }) =>
    `Il n’y a pas de timetable.csv à côté de ${list}\u00a0: l’emploi du temps repart de zéro, et personne n’est prévenu de changements. Si un emploi du temps est publié, gardez le dossier qui le contient.`,
  'repair.unpublished-label': ({ label, timetable }) =>
    `Aucune ligne de ${timetable} n’est du groupe ${label}\u00a0: toutes ses séances sont nouvelles. Peut-être s’appelait-il autrement.`,
  'repair.list-edited': () =>
    'Cette liste a été modifiée depuis que brassage l’a écrite. Qui y a été déplacé à la main est réputé avoir été là, et n’est pas prévenu.',
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
