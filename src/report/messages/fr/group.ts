import type { GroupDiagnosticParams } from '../../../domain/diagnostics/group.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';
import { sizesFor } from '../sizes.js';

const personnes = (count: number) => counted('fr', count, 'personne', 'personnes');
const groupes = (count: number) => counted('fr', count, 'groupe', 'groupes');
const ensemble = (min: number, max: number) => (min === max ? String(min) : `de ${min} à ${max}`);

/** The first few of a list, and how many more there are. */
const liste = (names: readonly string[], others: number) =>
  `${names.join(', ')}${others === 0 ? '' : ` et ${counted('fr', others, 'autre', 'autres')}`}`;

const estPluriel = (lines: string) => lines.includes(',');
const lesLignes = (lines: string) => (estPluriel(lines) ? `les lignes ${lines}` : `la ligne ${lines}`);

export const group: Catalogue<GroupDiagnosticParams> = {
  'file.unreadable': ({ reason }) =>
    ({
      missing: 'Ce fichier n’existe pas. Vérifiez le nom dans module.toml ou dans la commande.',
      'is-directory': 'C’est un dossier\u00a0; un fichier était attendu.',
      'not-readable':
        'Ce fichier ne peut pas être lu\u00a0; vérifiez ses droits d’accès, et qu’aucun autre programme, tel Excel, ne le tient ouvert.',
      changing:
        'Le fichier a changé pendant sa lecture. Attendez que plus rien ne l’écrive, puis relancez la commande.',
      'too-large': 'Le fichier dépasse 1\u202fGio\u00a0: ce n’est pas un tableau de personnes.',
    })[reason],
  'folder.missing': ({ folder, makes }) =>
    `Le dossier ${folder} n’existe pas.${makes === '' ? '' : makes === 'init' ? ` Pour en faire un\u00a0: brassage init ${asWord(folder)}` : ' C’est brassage plan qui fait le dossier d’un plan.'}`,
  'groups.no-size': () =>
    'De quelle taille sont les groupes\u00a0? Indiquez [groups] size ou count dans module.toml, ou --size 9..10, ou --count 16.',
  'groups.size-impossible': ({ people, min, max, below, above }) =>
    `${personnes(people)} ne se ${people === 1 ? 'répartit' : 'répartissent'} pas en groupes de ${min === max ? min : `${min} à ${max}`}\u00a0: ${below > 0 ? `${groupes(below)} en ${below === 1 ? 'accueille' : 'accueillent'} au plus ${below * max}, et ` : ''}${groupes(above)} en ${above === 1 ? 'demande' : 'demandent'} au moins ${above * min}. Peut-être des tailles ${sizesFor(people, above)} (${groupes(above)})${below > 0 ? ` ou ${sizesFor(people, below)} (${groupes(below)})` : ''}.`,
  'groups.count-impossible': ({ people, groups, min, max }) =>
    `${groupes(groups)} des tailles demandées ${groups === 1 ? 'accueille' : 'accueillent'} ${ensemble(min, max)} personnes, et il y en a ${people}.`,
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
  'balance.fewer-than-groups': ({ attribute, levels, otherLevels, groups }) =>
    `Moins de personnes que de groupes (${groups}) ont ces valeurs de ${attribute}, et certains groupes n’en auront pas\u00a0: ${liste(levels, otherLevels)}.`,
  'impossible.at-least': ({ who, wanted, groups, needed, holders }) =>
    `Au moins ${wanted} de ${who} dans chacun des ${groupes(groups)} demande ${needed} personnes\u00a0; il y en a ${holders}.`,
  'impossible.group-too-small': ({ who, wanted, group: label, size }) =>
    `Au moins ${wanted} de ${who} dans chaque groupe, et le groupe ${label} ne compte que ${personnes(size)}.`,
  'impossible.at-most': ({ who, wanted, groups, room, holders }) =>
    `Au plus ${wanted} de ${who} dans chacun des ${groupes(groups)} laisse ${room} places\u00a0; il y a ${holders} personnes.`,
  'impossible.not-alone': ({ who }) => `${who} ne désigne qu’une personne, seule dans n’importe quel groupe.`,
  'impossible.apart': ({ who, people, groups }) =>
    `${personnes(people)} doivent être séparées (${who}), et il n’y a que ${groupes(groups)}.`,
  'impossible.apart-clique': ({ names, people, groups, lines }) =>
    `${personnes(people)} doivent être séparées les unes des autres (${names}) d’après ${lesLignes(lines)} réunies, et il n’y a que ${groupes(groups)}.`,
  'impossible.apart-placed': ({ names, people, groups, lines }) =>
    `${personnes(people)} doivent être séparées les unes des autres (${names}), et ne peuvent être que dans ${groupes(groups.length)} (${groups.join(', ')}), d’après ${lesLignes(lines)} réunies.`,
  'impossible.together': ({ who, people, largest, lines }) =>
    `${personnes(people)} ${people === 1 ? 'doit' : 'doivent'} être ensemble (${who})${estPluriel(lines) ? ` d’après ${lesLignes(lines)}` : ''}, et le plus grand groupe en accueille ${largest}.`,
  'impossible.together-and-apart': ({ first, second, lines }) =>
    `${first} et ${second} sont à séparer d’après cette ligne, et à réunir d’après ${lesLignes(lines)}.`,
  'impossible.together-nowhere': ({ names, people, lines }) =>
    `${personnes(people)} doivent être ensemble (${names}), et il ne reste aucun groupe qui puisse les accueillir toutes, d’après ${lesLignes(lines)} réunies.`,
  'impossible.fixed': ({ target, people, seats, lines }) =>
    `${personnes(people)} ${people === 1 ? 'est fixée' : 'sont fixées'} à ${target}, qui en accueille ${seats} (${estPluriel(lines) ? 'lignes' : 'ligne'} ${lines}).`,
  'impossible.nowhere': ({ person, lines }) =>
    `${person} ne peut être dans aucun groupe\u00a0: ${estPluriel(lines) ? `les règles des lignes ${lines}, réunies, les excluent` : `la règle de la ligne ${lines} les exclut`} tous.`,
  'impossible.rules': ({ lines, rules, groups, smallest, largest, isMinimal }) => {
    const written = `${rules.join('\u00a0; ')}${lines.split(', ').length > rules.length ? '\u00a0; …' : ''}`;
    const where = `${groupes(groups)} ${smallest === largest ? `de ${largest}` : `de ${smallest} à ${largest}`}`;
    return estPluriel(lines)
      ? `Les règles des lignes ${lines} (${written}) ne peuvent pas être toutes tenues dans ${where}${isMinimal ? '\u00a0; sans l’une quelconque, les autres peuvent l’être' : ''}.`
      : `La règle de la ligne ${lines} (${written}) ne peut pas être tenue dans ${where}.`;
  },
  'columns.private': ({ columns }) =>
    `Rien ici n’a besoin de ${columns.join(', ')}\u00a0: mieux vaut supprimer ${columns.length === 1 ? 'cette colonne' : 'ces colonnes'} de ces fichiers.`,
  'columns.unmet': () => 'Aucun fichier n’a de colonne de ce titre (espaces, accents et majuscules mis à part).',
  'school.unknown': ({ rosters }) =>
    `${counted('fr', rosters, 'liste', 'listes')}, et aucune école\u00a0: les écoles ne seront pas mélangées. Donnez --roster ÉCOLE=FICHIER, ou une colonne école.`,
  'balance.school-lacks': ({ attribute, school, people }) =>
    `Aucune des ${personnes(people)} de ${school} n’a de valeur pour ${attribute}. Si une de leurs colonnes la contient sous un autre titre, dites-le dans [columns] de module.toml.`,
  'balance.no-common-level': ({ attribute, first, second, levels, others }) =>
    `${first} écrit ${attribute} avec ${levels.join(', ')}, ${second} avec ${others.join(', ')}\u00a0: aucune valeur commune, et chacune est mélangée à part. Si elles veulent dire la même chose, écrivez-les pareil.`,
  'absences.unused': ({ people }) =>
    `Les listes signalent des absences de ${personnes(people)}\u00a0: sans emploi du temps, elles ne servent à rien.`,
  'search.time-limit': () =>
    'La limite de temps est venue avant qu’une liste tienne toutes les règles strictes. Donnez plus de temps\u00a0; restaient\u00a0:',
  'search.none': () =>
    'Aucune liste ne tient toutes les règles strictes\u00a0: c’est prouvé par séparation et évaluation, sans qu’un plus petit ensemble de lignes en soit connu pour cause. Sans --prove, vous verrez quelles règles la meilleure liste enfreint.',
  'rule.broken': ({ kind, who, units, groups, otherGroups, people, otherPeople }) => {
    const ou = liste(groups, otherGroups);
    const concernees = people.length === 0 ? '' : ` (${liste(people, otherPeople)})`;
    return `La règle ${kind} (${who}) n’a pas pu être tenue avec les autres\u00a0: ${counted('fr', units, 'entorse', 'entorses')}, dans ${ou}${concernees}. Peut-être lui donner un poids, ou la retirer.`;
  },
  'list.twice': ({ person, first, second }) =>
    first === second
      ? `${person} figure deux fois dans ${first}. Supprimez l’une des deux lignes.`
      : `${person} figure dans deux groupes\u00a0: ${first} et ${second}. Supprimez l’une des deux lignes.`,
  'list.missing': ({ people, of, names }) =>
    `${people} sur ${personnes(of)} ${people === 1 ? 'n’est' : 'ne sont'} dans aucun groupe\u00a0: ${names.join(', ')}${people > names.length ? ', …' : ''}.`,
  'list.strangers': ({ people, names }) =>
    `${personnes(people)} de cette liste ${people === 1 ? 'n’est' : 'ne sont'} plus dans les listes d’élèves, et ${people === 1 ? 'n’est pas comptée' : 'ne sont pas comptées'}\u00a0: ${names.join(', ')}${people > names.length ? ', …' : ''}.`,
  'pseudonyms.no-id': ({ people, of }) =>
    `${people} sur ${personnes(of)} de cette liste ${people === 1 ? 'n’a' : 'n’ont'} pas d’identifiant, et --pseudonyms retire les noms. Donnez un identifiant à chacun, ou retirez --pseudonyms.`,
};
