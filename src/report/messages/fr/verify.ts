import type { FirstDifference, VerifyDiagnosticParams } from '../../../domain/diagnostics/verify.js';
import type { EditedPlace, FileEdits } from '../../../domain/file-edits.js';
import type { RowChange } from '../../../domain/list-comparison.js';
import type { Catalogue } from '../catalogue.js';
import { formatNumber } from '../../number-format.js';
import { enumerated } from '../enumerated.js';
import { counted } from '../plural.js';

const text = (line: string | undefined) =>
  line === undefined ? 'rien (le fichier est terminé)' : `«\u00a0${line}\u00a0»`;
const toldApart = (difference: FirstDifference | undefined, there: string) => {
  if (difference === undefined) return '';
  if (difference.kind === 'byte') return ` Ils diffèrent après ${counted('fr', difference.offset, 'octet', 'octets')}.`;
  return ` La ligne ${difference.line} est ici ${text(difference.here)}\u00a0; ${there} ${text(difference.there)}.`;
};

/** Changes that are told one by one. */
const MOST_EDITS = 5;
const listed = <T>(all: readonly T[], tell: (one: T) => string) => {
  const first = all.slice(0, MOST_EDITS).map(tell).join(', ');
  const rest = all.length - MOST_EDITS;
  return rest > 0 ? `${first} et ${counted('fr', rest, 'autre', 'autres')}` : first;
};
const labels = (all: readonly string[]) => enumerated(all, 'et');
const ROW_WORDS: Readonly<Record<RowChange, string>> = {
  new: 'ajoutée',
  cancelled: 'supprimée',
  time: 'horaire',
  kind: 'type',
  people: 'témoin ou jury',
  place: 'salle ou site',
  rank: 'passage',
};
const told = (edits: FileEdits | undefined): string => {
  if (edits === undefined) return '';
  if (edits.kind === 'timetable') {
    if (edits.changes.length === 0) return ' Ce qu’il annonce à chaque groupe est inchangé.';
    return ` Lignes modifiées\u00a0: ${listed(edits.changes, ({ group, session, what }) => `${group} en ${session} (${what.map((one) => ROW_WORDS[one]).join(', ')})`)}.`;
  }
  const place = ({ person, from, to }: EditedPlace) =>
    `${person} (${[from, to]
      .filter((all) => all.length > 0)
      .map(labels)
      .join(' → ')})`;
  const parts = [
    ['Changent de groupe', listed(edits.moved, place)],
    ['Ajoutés', listed(edits.added, place)],
    ['Retirés', listed(edits.removed, place)],
    ['Groupes sous un autre nom', listed(edits.renamed, ({ a, b }) => `${a} → ${b}`)],
  ].filter(([, some]) => some !== '');
  return parts.length === 0
    ? ' Chacun est dans le même groupe.'
    : parts.map(([title, some]) => ` ${title}\u00a0: ${some}.`).join('');
};

export const verify: Catalogue<VerifyDiagnosticParams> = {
  'verify.no-plan': () => 'Il n’y a pas de plan ici (pas de manifest.json).',
  'verify.not-a-manifest': () =>
    'Ce n’est pas un manifeste de brassage, ou il est abîmé\u00a0: rien ne peut lui être comparé.',
  'verify.newer-manifest': ({ shape, brassage }) =>
    `Une version plus récente de brassage a écrit ce manifeste (${brassage === '' ? '' : `version ${brassage}, `}forme ${shape}\u00a0; cette version connaît la forme 1). Son sens n’est pas connu ici, rien n’a donc été comparé\u00a0: vérifiez avec cette version-là.`,
  'verify.input-changed': ({ bytes, was }) =>
    bytes === was
      ? 'Ce fichier d’entrée a été modifié depuis que le plan a été fait (sa taille est la même).'
      : `Ce fichier d’entrée a été modifié depuis que le plan a été fait (${counted('fr', bytes, 'octet', 'octets')} à présent, ${formatNumber('fr', was, 0)} alors).`,
  'verify.input-missing': ({ reason }) =>
    reason === 'missing'
      ? 'Ce fichier d’entrée du plan n’est pas là. Nommez le dossier du module, ou placez-vous là où le plan a été fait.'
      : 'Ce fichier d’entrée du plan ne peut pas être lu.',
  'verify.output-changed': ({ difference, edits }) =>
    `Ce fichier a été modifié depuis que brassage l’a écrit.${told(edits)}${toldApart(difference, 'brassage avait écrit')}`,
  'verify.output-missing': ({ reason }) =>
    reason === 'missing' ? 'Ce fichier du plan a disparu.' : 'Ce fichier du plan ne peut pas être lu.',
  'verify.output-added': () => 'Ce fichier ne fait pas partie du plan\u00a0: on n’en sait rien.',
  'verify.other-result': ({ which, difference }) =>
    which === 'differs'
      ? `Les mêmes entrées et options donnent un autre fichier.${toldApart(difference, 'refaite, elle est')}`
      : which === 'made-now-only'
        ? 'Les mêmes entrées et options donnent aussi ce fichier, que le manifeste n’énumère pas.'
        : 'Le manifeste énumère ce fichier, que les mêmes entrées et options ne donnent pas.',
  'verify.other-version': ({ brassage, version, isPromised }) =>
    isPromised
      ? `brassage ${brassage} a écrit ce plan\u00a0; ceci est ${version}, qui doit en faire le même.`
      : `brassage ${brassage} a écrit ce plan\u00a0; ceci est ${version}. Entre ces versions, la même graine peut tirer d’autres groupes\u00a0: seul un résultat identique dirait quelque chose.`,
  'verify.other-draw': ({ brassage, version }) =>
    `Cette version (${version}) fait un autre plan des mêmes entrées et options, comme elle en a le droit\u00a0: rien n’est dit contre le plan, et rien n’en est prouvé. Vérifiez avec brassage ${brassage}.`,
  'verify.not-made-again': ({ why, command }) =>
    why === 'inputs'
      ? 'Le plan ne peut pas être refait sans les entrées dont il a été fait\u00a0; ses fichiers n’ont été comparés qu’au manifeste.'
      : why === 'command'
        ? `Cette version ne sait pas refaire la commande ${command}\u00a0; entrées et fichiers n’ont été comparés qu’au manifeste.`
        : 'Les mêmes entrées et options ne donnent pas de plan ici.',
  'verify.not-carried': ({ files }) =>
    `Le plan remplacé montre plus que le nouveau n’a le droit de montrer\u00a0: aucune copie n’est gardée de ${counted('fr', files, 'fichier', 'fichiers')} dont le nouveau plan est fait, et verify ne pourra pas le refaire. Écrivez-le dans un autre dossier avec --out pour garder les deux.`,
};
