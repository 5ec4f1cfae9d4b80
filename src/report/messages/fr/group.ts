import type { GroupDiagnosticParams } from '../../../domain/diagnostics/group.js';
import type { Catalogue } from '../catalogue.js';
import { counted } from '../plural.js';

const personnes = (count: number) => counted('fr', count, 'personne', 'personnes');
const groupes = (count: number) => counted('fr', count, 'groupe', 'groupes');
const ensemble = (min: number, max: number) => (min === max ? String(min) : `de ${min} à ${max}`);

export const group: Catalogue<GroupDiagnosticParams> = {
  'file.unreadable': ({ reason }) =>
    ({
      missing: 'Ce fichier n’existe pas. Vérifiez le nom dans module.toml ou dans la commande.',
      'is-directory': 'C’est un dossier\u00a0; un fichier était attendu.',
      'not-readable': 'Ce fichier ne peut pas être lu\u00a0; vérifiez ses droits d’accès.',
    })[reason],
  'groups.no-size': () =>
    'De quelle taille sont les groupes\u00a0? Indiquez [groups] size ou count dans module.toml, ou --size 9..10, ou --count 16.',
  'groups.size-impossible': ({ people, min, max, below, above }) =>
    `${personnes(people)} ne se répartissent pas en groupes de ${min === max ? min : `${min} à ${max}`}\u00a0: ${groupes(below)} en accueillent au plus ${below * max}, et ${groupes(above)} en demandent au moins ${above * min}.`,
  'groups.count-impossible': ({ people, groups, min, max }) =>
    `${groupes(groups)} des tailles demandées accueillent ${ensemble(min, max)} personnes, et il y en a ${people}.`,
  'groups.more-than-people': ({ people, groups }) =>
    `${groupes(groups)} pour ${personnes(people)}\u00a0: certains seraient vides.`,
  'groups.count-mismatch': ({ strands, settings }) =>
    `Les thèmes demandent au moins ${groupes(strands)}, les réglages ${settings}. Peut-être faut-il retirer l’un des deux.`,
  'balance.unknown': ({ attribute, known }) =>
    `Aucune liste n’a le critère «\u00a0${attribute}\u00a0» à équilibrer\u00a0; elles ont\u00a0: ${known}.`,
  'balance.single-level': ({ attribute, level }) =>
    `Tout le monde a la même valeur de ${attribute} («\u00a0${level}\u00a0»)\u00a0: il n’y a rien à mélanger.`,
  'balance.missing-values': ({ attribute, people, of }) =>
    `${personnes(people)} sur ${of} ${people === 1 ? 'n’a' : 'n’ont'} pas de valeur pour ${attribute}\u00a0: ${people === 1 ? 'elle compte' : 'elles comptent'} comme n’en ayant aucune.`,
  'balance.fewer-than-groups': ({ attribute, levels, groups }) =>
    `Moins de personnes que de groupes (${groups}) ont ces valeurs de ${attribute}, et certains groupes n’en auront pas : ${levels.join(', ')}.`,
  'impossible.at-least': ({ who, wanted, groups, needed, holders }) =>
    `Au moins ${wanted} de ${who} dans chacun des ${groupes(groups)} demande ${needed} personnes\u00a0; il y en a ${holders}. Peut-être at_least ${Math.floor(holders / groups)}, ou un poids au lieu d’une règle stricte.`,
  'impossible.group-too-small': ({ who, wanted, group: label, size }) =>
    `Au moins ${wanted} de ${who} dans chaque groupe, et le groupe ${label} ne compte que ${personnes(size)}. Peut-être at_least ${size}, ou un poids au lieu d’une règle stricte.`,
  'impossible.at-most': ({ who, wanted, groups, room, holders }) =>
    `Au plus ${wanted} de ${who} dans chacun des ${groupes(groups)} laisse ${room} places\u00a0; il y a ${holders} personnes. Peut-être at_most ${Math.max(wanted + 1, Math.ceil(holders / groups))}.`,
  'impossible.not-alone': ({ who }) => `${who} ne désigne qu’une personne, seule dans n’importe quel groupe.`,
  'impossible.apart': ({ who, people, groups }) =>
    `${personnes(people)} doivent être séparées (${who}), et il n’y a que ${groupes(groups)}. Peut-être un poids au lieu d’une règle stricte.`,
  'impossible.together': ({ who, people, largest }) =>
    `${personnes(people)} doivent être ensemble (${who}), et le plus grand groupe en accueille ${largest}.`,
  'impossible.together-and-apart': ({ first, second, line }) =>
    `${first} et ${second} doivent être séparées d’après cette ligne, et ensemble d’après la ligne ${line}.`,
  'impossible.fixed': ({ target, people, seats, lines }) =>
    `${personnes(people)} sont fixées à ${target}, qui en accueille ${seats} (lignes ${lines}).`,
  'impossible.nowhere': ({ person, lines }) =>
    `${person} ne peut être dans aucun groupe\u00a0: les règles des lignes ${lines} les excluent tous ensemble.`,
  'impossible.rules': ({ lines, short }) =>
    `Chacune des règles des lignes ${lines} peut être tenue seule, mais pas toutes\u00a0: au moins ${personnes(short)} seraient à une place qu’une règle interdit.`,
  'rule.broken': ({ kind, who, units, groups }) =>
    `La règle ${kind} (${who}) n’a pas pu être tenue avec les autres\u00a0: ${counted('fr', units, 'entorse', 'entorses')}, dans ${groups}. Peut-être lui donner un poids, ou la retirer.`,
};
