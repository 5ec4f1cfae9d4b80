import type { GuessDiagnosticParams } from '../../../domain/diagnostics/guess.js';
import type { Catalogue } from '../catalogue.js';
import { asWord } from '../place.js';
import { counted } from '../plural.js';

const personnes = (count: number) => counted('fr', count, 'personne', 'personnes');
const autres = (others: number) => (others === 0 ? '' : ` et ${counted('fr', others, 'autre', 'autres')}`);

export const guess: Catalogue<GuessDiagnosticParams> = {
  'guess.school': ({ school, people }) =>
    `${personnes(people)}\u00a0; l’école est appelée ${school} d’après le nom du fichier.`,
  'guess.school-column': ({ people }) => `${personnes(people)}\u00a0; une colonne donne l’école de chacun.`,
  'guess.column': ({ as }) => `Lu comme\u00a0: ${as}.`,
  'guess.separator': ({ separator }) =>
    `Plusieurs valeurs dans une case sont séparées par ${separator === '\n' ? 'un retour à la ligne' : separator}.`,
  'guess.wish-columns': ({ columns }) => `Vœux, le meilleur d’abord\u00a0: ${columns.join(', ')}.`,
  'guess.themes': ({ themes }) =>
    `Thèmes des vœux, inscrits dans themes.csv\u00a0: ${themes.join(', ')}. Ajoutez-y titres, volets et nombres de groupes.`,
  'guess.wishes': ({ themes, others }) =>
    `Les listes contiennent des vœux (${themes.join(', ')}${autres(others)})\u00a0: inscrivez ces thèmes dans themes.csv et activez [themes], sinon ils ne comptent pas.`,
  'guess.groups': ({ people, groups, least, most }) =>
    `${personnes(people)}\u00a0: ${counted('fr', groups, 'groupe', 'groupes')} de ${least === most ? least : `${least} ou ${most}`}.`,
  'guess.balanced': ({ levels, people, of }) =>
    `${counted('fr', levels, 'valeur', 'valeurs')}, connues pour ${people} personnes sur ${of}`,
  'guess.offered': ({ levels, others }) => `${levels.join(', ')}${autres(others)}`,
  'guess.not-offered': ({ attributes }) =>
    `D’une seule valeur, ou de trop nombreuses pour être mélangées\u00a0: ${attributes.join(', ')}.`,
  'guess.unnamed-files': ({ folder, files, paths, isUntouched }) =>
    !isUntouched
      ? `Aucun réglage ne nomme ${files.join(', ')}. Si c’est bien ce qu’il faut lire, nommez-le comme fichier (file) d’une [[roster]] dans module.toml.`
      : `Aucun réglage ne nomme ${files.join(', ')}. Si ce sont les listes\u00a0: brassage init ${asWord(folder)} --from ${paths.map(asWord).join(' ')} écrit des réglages qui leur conviennent.`,
  'guess.same-name': () => 'Deux listes portent ce nom\u00a0; un dossier ne peut contenir les deux. Renommez-en une.',
  'guess.reserved-name': () => 'Le module a un autre fichier de ce nom. Renommez la liste.',
  'guess.in-the-way': () =>
    'Ce fichier existe déjà et n’est pas remplacé. Donnez un autre dossier\u00a0: brassage init DOSSIER --from …',
};
