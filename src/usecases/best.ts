import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Manifest, ManifestStart } from '../domain/manifest.js';
import type { StartRange } from '../domain/start-range.js';
import { sha256 } from '../writers/digest.js';
import { parseManifest } from '../writers/manifest-parser.js';
import { MANIFEST_NAME, writeManifest } from '../writers/manifest.js';
import { encodeUtf8 } from '../writers/utf8.js';
import type { FileSource, OutputFiles } from './files.js';
import { compareStarts, mergeStarts, type FoundPlan } from './merge-starts.js';
import { differencesOf, searchKey } from './same-search.js';

/** A plan among those of one search, with the best of its own starts. */
export interface RankedPlan extends FoundPlan {
  readonly best: ManifestStart;
}

/** The best plan of a search that several machines shared. */
export interface BestPlan {
  readonly winner: RankedPlan;
  /** Every plan, best first. */
  readonly ranking: readonly RankedPlan[];
  /** From the first start that was asked for to the last. */
  readonly asked: StartRange;
  /** What one machine would have written for all these starts. */
  readonly manifest: Manifest;
  /** The winner's files with that manifest. */
  readonly files: OutputFiles;
}

export interface BestResult {
  /** Absent when an error forbids choosing. */
  readonly best?: BestPlan;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Chooses among plans that parts of one search wrote, by the rule of a single search. Refuses plans of another search and files that were
 * changed; says which starts are missing. Without an error, a whole set of parts gives the bytes of the whole.
 *
 * @param folders As the person named them; a folder named twice counts once.
 */
export async function chooseBest(source: FileSource, folders: readonly string[]): Promise<BestResult> {
  const diagnostics: Diagnostic[] = [];
  const places = [...new Set(folders.map((folder) => (folder === '/' ? folder : folder.replace(/\/+$/, ''))))];
  const plans: FoundPlan[] = [];
  for (const folder of places) {
    const manifest = await readManifest(source, folder, diagnostics);
    if (manifest !== undefined) plans.push({ folder, manifest });
  }
  if (plans.length === 0 && !hasError(diagnostics))
    return { diagnostics: [diagnose('error', 'plans.none', { folders: places.length })] };
  append(diagnostics, findStrangers(plans));
  if (hasError(diagnostics)) return { diagnostics };

  const merged = mergeStarts(plans);
  append(diagnostics, merged?.diagnostics ?? [diagnose('error', 'plans.none', { folders: places.length })]);
  if (merged === undefined || hasError(diagnostics)) return { diagnostics };
  const files = await readOutputs(source, merged.winner, diagnostics);
  if (hasError(diagnostics)) return { diagnostics };
  const manifest = mergeManifest(merged.winner.manifest, merged);
  files.set(MANIFEST_NAME, encodeUtf8(writeManifest(manifest)));
  const winner = { ...merged.winner, best: merged.start };
  const others = rank(plans).filter(({ folder }) => folder !== winner.folder);
  return { best: { winner, ranking: [winner, ...others], asked: merged.asked, manifest, files }, diagnostics };
}

async function readManifest(
  source: FileSource,
  folder: string,
  diagnostics: Diagnostic[],
): Promise<Manifest | undefined> {
  const name = inside(folder, MANIFEST_NAME);
  const bytes = await source(name);
  if (bytes === 'missing') {
    diagnostics.push(diagnose('warning', 'plans.no-plan', {}, { source: { file: folder } }));
    return undefined;
  }
  if (typeof bytes === 'string') {
    diagnostics.push(diagnose('error', 'file.unreadable', { reason: bytes }, { source: { file: name } }));
    return undefined;
  }
  const manifest = parseManifest(new TextDecoder().decode(bytes));
  if (manifest === undefined)
    diagnostics.push(diagnose('error', 'plans.not-a-manifest', {}, { source: { file: name } }));
  return manifest;
}

/** The plans of another search than most of them. */
function findStrangers(plans: readonly FoundPlan[]): readonly Diagnostic[] {
  const kin = new Map<string, FoundPlan[]>();
  for (const plan of plans) {
    const key = searchKey(plan.manifest);
    kin.set(key, [...(kin.get(key) ?? []), plan]);
  }
  const [most, ...strangers] = [...kin.values()].sort((a, b) => b.length - a.length);
  return strangers.flat().map(({ folder, manifest }) => {
    const [{ folder: other, manifest: there }] = most;
    const source = { file: inside(folder, MANIFEST_NAME) };
    return diagnose('error', 'plans.differs', { other, fields: differencesOf(manifest, there) }, { source });
  });
}

/** The files of a plan, each as its manifest knows it. */
async function readOutputs(
  source: FileSource,
  { folder, manifest }: FoundPlan,
  diagnostics: Diagnostic[],
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const output of manifest.outputs) {
    const file = inside(folder, output.name);
    const bytes = await source(file);
    const reason =
      typeof bytes === 'string' ? bytes : (await sha256(bytes)) === output.sha256 ? undefined : 'other-bytes';
    if (reason !== undefined) diagnostics.push(diagnose('error', 'plans.changed', { reason }, { source: { file } }));
    if (typeof bytes !== 'string') files.set(output.name, bytes);
  }
  return files;
}

function mergeManifest(
  winner: Manifest,
  { asked, search }: Pick<BestPlan, 'asked'> & Pick<Manifest, 'search'>,
): Manifest {
  const { firstStart: _firstStart, shard: _shard, ...options } = winner.options;
  const first = asked.first === 0 ? {} : { firstStart: asked.first };
  return { ...winner, options: { ...options, starts: asked.count, ...first }, search };
}

function rank(plans: readonly FoundPlan[]): readonly RankedPlan[] {
  const ranked = plans.flatMap((plan) => {
    const best = plan.manifest.search.starts.toSorted(compareStarts).at(0);
    return best === undefined ? [] : [{ ...plan, best }];
  });
  return ranked.sort((a, b) => compareStarts(a.best, b.best));
}

function inside(folder: string, name: string): string {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
