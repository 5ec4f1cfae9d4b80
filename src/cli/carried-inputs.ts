import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { UsageError } from './exit-codes.js';
import { resolveLink } from '../node/files.js';
import type { InputRecord } from '../usecases/files.js';
import type { OutputOptions } from '../usecases/list-groups.js';
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
 * @param shown What may be in it: files of a plan that shows more are not carried, and a warning says so.
 */
export async function carryInputs(
  out: string,
  inputs: readonly InputRecord[],
  shown: Pick<OutputOptions, 'pseudonyms' | 'readership'>,
): Promise<CarriedInputs> {
  const folder = await resolveLink(out);
  const insides = await Promise.all(inputs.map(({ name, place = name }) => nameInside(folder, place)));
  if (insides.every((inside) => inside === undefined)) return { inputs, diagnostics: [] };
  if (await showsMore(folder, shown)) {
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

/**
 * Refuses to put what is for others in the place of the coordinator's own plan: `--force` would lose what it alone has.
 *
 * @throws UsageError
 */
export async function refuseCoordinators(
  folder: string,
  { readership = 'coordinator' }: Pick<OutputOptions, 'readership'>,
): Promise<void> {
  if (readership === 'coordinator') return;
  const manifest = parseManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8').catch(() => ''));
  if (manifest === undefined || (manifest.options.readership ?? 'coordinator') !== 'coordinator') return;
  throw new UsageError((words) => words.coordinatorsFolder(folder, readership));
}

/** Whether a folder that is replaced shows names where there are to be none, or to others what the coordinator alone may see. */
async function showsMore(
  folder: string,
  { pseudonyms, readership = 'coordinator' }: Pick<OutputOptions, 'pseudonyms' | 'readership'>,
): Promise<boolean> {
  if (!pseudonyms && readership === 'coordinator') return false;
  const manifest = parseManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8').catch(() => ''));
  const { options } = manifest ?? {};
  const showsNames = options?.pseudonyms !== true;
  const showsAll = (options?.readership ?? 'coordinator') === 'coordinator';
  return (pseudonyms && showsNames) || (readership !== 'coordinator' && showsAll);
}
