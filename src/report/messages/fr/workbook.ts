import type { OtherContainer, WorkbookDiagnosticParams } from '../../../domain/diagnostics/workbook.js';
import { formatNumber } from '../../number-format.js';
import type { Catalogue } from '../catalogue.js';

const AUTRES: Readonly<Record<OtherContainer, string>> = {
  xls: 'C’est un ancien fichier Office (.xls ou semblable), quel que soit son nom',
  xlsb: 'C’est un classeur binaire (.xlsb), quel que soit son nom',
  ods: 'C’est un fichier OpenDocument (.ods ou semblable), quel que soit son nom',
  zip: 'C’est un fichier zip qui ne contient pas de classeur',
  markup:
    'C’est une page web ou un fichier XML, quel que soit son nom, comme certains logiciels exportent leurs tableaux',
  document: 'C’est un document à imprimer ou de traitement de texte (PDF ou RTF), et non un tableau',
  picture: 'C’est une image, et non un tableau',
};
const ENREGISTRER = 'en .xlsx (dans Excel ou LibreOffice : Fichier, Enregistrer sous, Classeur Excel) ou en CSV UTF-8';

const cites = (names: readonly string[]): string => names.map((name) => `« ${name} »`).join(', ');

/** What is wrong with a workbook, in French. */
export const workbook: Catalogue<WorkbookDiagnosticParams> = {
  'workbook.other-format': ({ container }) =>
    container === 'document' || container === 'picture'
      ? `${AUTRES[container]}. Demandez le tableau lui-même, ${ENREGISTRER}.`
      : `${AUTRES[container]}. Enregistrez-le ${ENREGISTRER}.`,
  'workbook.encrypted': () =>
    'Ce classeur ne s’ouvre qu’avec un mot de passe. Enregistrez-le sans mot de passe (dans Excel : Fichier, Informations, Protéger le classeur, Chiffrer avec mot de passe, et videz le champ).',
  'workbook.damaged': () =>
    `Ce classeur est abîmé, ou n’a pas été écrit par un tableur : il ne peut pas être lu. Ouvrez-le, et enregistrez-le ${ENREGISTRER}.`,
  'workbook.too-large': ({ megabytes, most }) =>
    `Décompressé, ce classeur fait ${megabytes} Mo, et ${most} Mo au plus sont lus. Enregistrez sa feuille en CSV, qui peut avoir n’importe quelle taille, ou retirez-en ce qui ne fait pas partie du tableau.`,
  'workbook.too-dense': ({ times }) =>
    `Décompressé, ce classeur est ${times} fois plus gros, ce qu’aucun tableau n’est : il n’est pas lu. Enregistrez sa feuille en CSV.`,
  'workbook.too-spread': ({ rows, columns }) =>
    `Une cellule loin du tableau donne à cette feuille ${formatNumber('fr', rows, 0)} lignes et ${formatNumber('fr', columns, 0)} colonnes : c’est trop à parcourir. Supprimez les lignes sous le tableau et les colonnes à côté (Ctrl+Fin mène à la dernière cellule), puis enregistrez.`,
  'workbook.no-sheet': ({ sheets }) =>
    sheets.length === 0
      ? 'Ce classeur n’a pas de feuille.'
      : `Ce classeur n’a pas de feuille de ce nom. Il a : ${cites(sheets)}.`,
  'workbook.no-visible-sheet': ({ sheets }) =>
    sheets.length === 0
      ? 'Ce classeur n’a pas de feuille.'
      : `Ce classeur n’a pas de feuille de cellules qui ne soit masquée. Nommez l’une de ses feuilles après # : ${cites(sheets)}.`,
  'workbook.sheet-of-text': () =>
    'Une feuille est nommée après #, mais ce fichier n’est pas un classeur. Retirez ce qui suit .xlsx.',
  'workbook.sheet-taken': ({ sheet, others }) =>
    `La première feuille visible, « ${sheet} », est lue, et non ${cites(others)}. Nommez celle qu’il faut lire après #, comme dans fichier.xlsx#${others[0] ?? sheet}.`,
  'workbook.formula-without-value': () =>
    'Le fichier ne contient pas le résultat de cette formule. Ouvrez-le dans Excel ou LibreOffice, et enregistrez-le.',
  'workbook.error-cell': () => 'La formule de cette cellule échoue. Corrigez-la, ou tapez la valeur.',
};
