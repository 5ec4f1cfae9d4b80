import { compareText } from '../domain/fold.js';
import type { InputDigest, Manifest, ManifestProof, ManifestScore, ManifestStart } from '../domain/manifest.js';

/** Name of the file that a plan's folder is known by. */
export const MANIFEST_NAME = 'manifest.json';

/**
 * `manifest.json`: two spaces, LF, keys in one fixed order, files by name, starts by number, so that equal manifests are equal bytes.
 * What is not part of the type is not written.
 */
export function writeManifest(manifest: Manifest): string {
  const { options, score, search } = manifest;
  const flags = Object.entries(options.flags).toSorted(([a], [b]) => compareText(a, b));
  const ordered: Manifest = {
    manifest: manifest.manifest,
    brassage: manifest.brassage,
    command: manifest.command,
    title: manifest.title,
    seed: manifest.seed,
    options: {
      effort: options.effort,
      starts: options.starts,
      ...(options.firstStart === undefined ? {} : { firstStart: options.firstStart }),
      ...(options.shard === undefined ? {} : { shard: { index: options.shard.index, of: options.shard.of } }),
      timeLimit: options.timeLimit,
      language: options.language,
      csv: options.csv,
      pseudonyms: options.pseudonyms,
      ...(options.readership === undefined ? {} : { readership: options.readership }),
      ...(options.prove === undefined ? {} : { prove: options.prove }),
      ...(options.calendars === undefined ? {} : { calendars: options.calendars }),
      flags: Object.fromEntries(flags),
    },
    inputs: orderFiles(manifest.inputs),
    outputs: orderFiles(manifest.outputs),
    score: orderScore(score),
    search: {
      stopped: search.stopped,
      starts: orderStarts(search.starts),
      ...(search.pieces === undefined ? {} : { pieces: search.pieces }),
      ...(search.proof === undefined ? {} : { proof: orderProof(search.proof) }),
    },
  };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}

function orderFiles(files: readonly InputDigest[]): readonly InputDigest[] {
  const sorted = files.toSorted((a, b) => compareText(a.name, b.name));
  return sorted.map(({ name, bytes, sha256, copy }) => ({
    name,
    bytes,
    sha256,
    ...(copy === undefined ? {} : { copy }),
  }));
}

function orderScore({ hard, value, bound, gap }: ManifestScore): ManifestScore {
  return { hard, value, bound, gap };
}

function orderProof({ outcome, nodes, told }: ManifestProof): ManifestProof {
  return { outcome, nodes, ...(told === undefined ? {} : { told }) };
}

function orderStarts(starts: readonly ManifestStart[]): readonly ManifestStart[] {
  const sorted = starts.toSorted((a, b) => a.start - b.start);
  return sorted.map(({ start, proposals, hard, soft, cut }) => ({
    start,
    proposals,
    hard,
    soft,
    ...(cut === undefined ? {} : { cut }),
  }));
}
