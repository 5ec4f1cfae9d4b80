import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { resolveLink } from '../node/files.js';
import type { InputRecord } from '../usecases/files.js';
import { parseManifest } from '../writers/manifest-parser.js';
import { MANIFEST_NAME } from '../writers/manifest.js';

/** Folder of a plan for copies of what it was made from. */
const BEFORE = 'before';

/** Inputs, those that the run replaces with the name of their copy. */
export interface CarriedInputs {
  readonly inputs: readonly InputRecord[];
  /** A warning where names forbid a copy. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Inputs that lie in the folder that a run is to replace are carried along, as copies in `before/`: else nothing could be made again of
 * them. What an earlier run has carried there goes by the same name once more, so that such folders never nest.
 *
 * @param out The folder to be written.
 * @param pseudonyms Whether no name may be in it: then files of a plan that shows names are not carried, and a warning says so.
 */
export async function carryInputs(
  out: string,
  inputs: readonly InputRecord[],
  pseudonyms: boolean,
): Promise<CarriedInputs> {
  const folder = await resolveLink(out);
  const insides = await Promise.all(inputs.map(({ name, place = name }) => nameInside(folder, place)));
  if (insides.every((inside) => inside === undefined)) return { inputs, diagnostics: [] };
  if (pseudonyms && (await showsNames(folder))) {
    const files = insides.filter((inside) => inside !== undefined).length;
    return { inputs, diagnostics: [diagnose('warning', 'verify.not-carried', { files }, { source: { file: out } })] };
  }
  const plain = insides.map((inside) => inside?.replace(new RegExp(`^(?:${BEFORE}/)+`), ''));
  const copies = plain.map((name, index) => {
    if (name === undefined) return undefined;
    const isAlone = plain.every((other, at) => at === index || other !== name || insides[at] === insides[index]);
    return `${BEFORE}/${isAlone ? name : insides[index]}`;
  });
  return {
    inputs: inputs.map((input, index) => {
      const copy = copies[index];
      return copy === undefined ? input : { ...input, copy };
    }),
    diagnostics: [],
  };
}

/** The name of a file relative to a folder, `/` between folders; `undefined` where it is not below it. */
async function nameInside(folder: string, place: string): Promise<string | undefined> {
  if (place === '-') return undefined;
  const name = relative(folder, await resolveLink(place))
    .split(sep)
    .join('/');
  return name === '' || name === '..' || name.startsWith('../') || /^(?:[A-Za-z]:|\/)/.test(name) ? undefined : name;
}

async function showsNames(folder: string): Promise<boolean> {
  const manifest = parseManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8').catch(() => ''));
  return manifest?.options.pseudonyms !== true;
}
