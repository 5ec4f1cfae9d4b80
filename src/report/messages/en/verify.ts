import type { FirstDifference, VerifyDiagnosticParams } from '../../../domain/diagnostics/verify.js';
import type { EditedPlace, FileEdits } from '../../../domain/file-edits.js';
import type { RowChange } from '../../../domain/list-comparison.js';
import type { Catalogue } from '../catalogue.js';
import { formatNumber } from '../../number-format.js';
import { enumerated } from '../enumerated.js';
import { counted } from '../plural.js';

const text = (line: string | undefined) => (line === undefined ? 'nothing (the file has ended)' : `"${line}"`);
const toldApart = (difference: FirstDifference | undefined, there: string) => {
  if (difference === undefined) return '';
  if (difference.kind === 'byte') return ` They differ after ${counted('en', difference.offset, 'byte', 'bytes')}.`;
  return ` Line ${difference.line} is ${text(difference.here)} here; ${there} ${text(difference.there)}.`;
};

/** Changes that are told one by one. */
const MOST_EDITS = 5;
const listed = <T>(all: readonly T[], tell: (one: T) => string) => {
  const first = all.slice(0, MOST_EDITS).map(tell).join(', ');
  const rest = all.length - MOST_EDITS;
  return rest > 0 ? `${first} and ${counted('en', rest, 'other', 'others')}` : first;
};
const labels = (all: readonly string[]) => enumerated(all, 'and');
const ROW_WORDS: Readonly<Record<RowChange, string>> = {
  new: 'added',
  cancelled: 'removed',
  time: 'time',
  kind: 'kind',
  people: 'witness or jury',
  place: 'room or site',
  rank: 'rank',
};
const told = (edits: FileEdits | undefined): string => {
  if (edits === undefined) return '';
  if (edits.kind === 'timetable') {
    if (edits.changes.length === 0) return ' What it tells every group is the same.';
    return ` Changed: ${listed(edits.changes, ({ group, session, what }) => `${group} in ${session} (${what.map((one) => ROW_WORDS[one]).join(', ')})`)}.`;
  }
  const place = ({ person, from, to }: EditedPlace) =>
    `${person} (${[from, to]
      .filter((all) => all.length > 0)
      .map(labels)
      .join(' → ')})`;
  const parts = [
    ['Moved', listed(edits.moved, place)],
    ['Added', listed(edits.added, place)],
    ['Removed', listed(edits.removed, place)],
    ['Groups under another name', listed(edits.renamed, ({ a, b }) => `${a} → ${b}`)],
  ].filter(([, some]) => some !== '');
  return parts.length === 0
    ? ' Everybody is in the same group.'
    : parts.map(([title, some]) => ` ${title}: ${some}.`).join('');
};

export const verify: Catalogue<VerifyDiagnosticParams> = {
  'verify.no-plan': () => 'There is no plan here (no manifest.json).',
  'verify.not-a-manifest': () => 'This is no manifest of brassage, or it was damaged: nothing can be compared with it.',
  'verify.newer-manifest': ({ shape, brassage }) =>
    `A newer version of brassage wrote this manifest (${brassage === '' ? '' : `version ${brassage}, `}shape ${shape}; this version knows shape 1). What it means is not known here, so nothing was compared: verify with that version.`,
  'verify.input-changed': ({ bytes, was }) =>
    bytes === was
      ? 'This input was changed since the plan was made (its size is the same).'
      : `This input was changed since the plan was made (${counted('en', bytes, 'byte', 'bytes')} now, ${formatNumber('en', was, 0)} then).`,
  'verify.input-missing': ({ reason }) =>
    reason === 'missing'
      ? 'This input of the plan is not there. Name the module’s folder, or go to where the plan was made.'
      : 'This input of the plan cannot be read.',
  'verify.output-changed': ({ difference, edits }) =>
    `This file was changed since brassage wrote it.${told(edits)}${toldApart(difference, 'brassage wrote')}`,
  'verify.output-missing': ({ reason }) =>
    reason === 'missing' ? 'This file of the plan is gone.' : 'This file of the plan cannot be read.',
  'verify.output-added': () => 'This file is not part of the plan: nothing is known of it.',
  'verify.other-result': ({ which, difference }) =>
    which === 'differs'
      ? `The same inputs and options make another file.${toldApart(difference, 'made again it is')}`
      : which === 'made-now-only'
        ? 'The same inputs and options make this file too, and the manifest does not list it.'
        : 'The manifest lists this file, and the same inputs and options do not make it.',
  'verify.other-version': ({ brassage, version, isPromised }) =>
    isPromised
      ? `brassage ${brassage} wrote this plan; this is ${version}, which is to make the same of it.`
      : `brassage ${brassage} wrote this plan; this is ${version}. Between such versions the same seed may draw other groups: only the same result would say something.`,
  'verify.other-draw': ({ brassage, version }) =>
    `This version (${version}) makes another plan of the same inputs and options, as it may: nothing is said against the plan, nor proved of it. Verify with brassage ${brassage}.`,
  'verify.not-made-again': ({ why, command }) =>
    why === 'inputs'
      ? 'The plan cannot be made again without the inputs it was made from; its files were compared with the manifest alone.'
      : why === 'command'
        ? `This version cannot run the command ${command} again; inputs and files were compared with the manifest alone.`
        : 'The same inputs and options give no plan here.',
  'verify.not-carried': ({ files }) =>
    `The plan that is replaced shows more than the new one may, so no copy is kept of ${counted('en', files, 'file', 'files')} that the new plan is made from: verify will not be able to make it again. Write it to a folder of its own with --out to keep both.`,
};
