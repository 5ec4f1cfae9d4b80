import { readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { compareText } from '../domain/fold.js';
import type { InputDigest, Manifest } from '../domain/manifest.js';
import type { FileSource } from '../usecases/files.js';
import { findSettings, isNamedByFlags } from '../usecases/manifest-inputs.js';
import type { FoundFile } from '../usecases/verify.js';
import { sha256 } from '../writers/digest.js';

/** Where the inputs of a plan may be. */
export interface PlanPlaces {
  /** The plan's folder. */
  readonly out: string;
  /** The module's folder, or of a plan made by flags alone where it was made; absent: looked for. */
  readonly module?: string;
}

/**
 * Finds each input of a plan: a copy in the plan's folder where it has one; a file of the settings in the module's folder; a file that a
 * flag named, from where the command was given. Of several places that may be meant the first that has the bytes counts, else the first
 * that has such a file.
 */
export function createInputFinder(
  { out, module }: PlanPlaces,
  source: FileSource,
): (input: InputDigest, manifest: Manifest) => Promise<FoundFile> {
  let home: Promise<string> | undefined;
  const lookIn = async (places: readonly string[], { sha256: digest }: InputDigest): Promise<FoundFile> => {
    let first: FoundFile | undefined;
    for (const place of places) {
      const found = { place, bytes: await source(place) };
      if (typeof found.bytes !== 'string' && (await sha256(found.bytes)) === digest) return found;
      if (first === undefined || (typeof first.bytes === 'string' && typeof found.bytes !== 'string')) first = found;
    }
    return first ?? { place: '', bytes: 'missing' };
  };
  return async (input, manifest) => {
    const { name, copy } = input;
    if (copy !== undefined) return lookIn([join(out, copy)], input);
    if (name === '-' || isAbsolute(name)) return lookIn([name], input);
    const settings = findSettings(manifest);
    if (settings === undefined || isNamedByFlags(name, manifest)) {
      const base = settings === undefined && module !== undefined ? module : '.';
      return lookIn([join(base, name), join(out, '..', name)], input);
    }
    home ??= module === undefined ? findHome(out, manifest, lookIn) : Promise.resolve(folderOf(module));
    return lookIn([join(await home, name)], input);
  };
}

/**
 * The module's folder when nobody names it: of the current one, the one that holds the plan, and those directly in these, the first that has the
 * settings file as it was and most of the other inputs; else the first of the two that has such a file at all, else the only one of the others that does.
 */
async function findHome(
  out: string,
  manifest: Manifest,
  lookIn: (places: readonly string[], input: InputDigest) => Promise<FoundFile>,
): Promise<string> {
  const near = ['.', join(out, '..')];
  const below = near.flatMap(foldersIn);
  const own = manifest.inputs.filter(({ name, copy }) => copy === undefined && !isNamedByFlags(name, manifest));
  const settings = findSettings(manifest);
  const isSame = async (folder: string, input: InputDigest) => {
    const { bytes } = await lookIn([join(folder, input.name)], input);
    return typeof bytes === 'string' ? undefined : (await sha256(bytes)) === input.sha256;
  };
  const found: string[] = [];
  let best: { readonly folder: string; readonly same: number } | undefined;
  for (const folder of [...near, ...below]) {
    const isOwn = settings === undefined ? undefined : await isSame(folder, settings);
    if (isOwn === undefined) continue;
    found.push(folder);
    if (!isOwn) continue;
    const states = await Promise.all(own.map((input) => isSame(folder, input)));
    const same = states.filter((state) => state === true).length;
    // Copies of a module differ in their rosters, not in their settings.
    if (best === undefined || same > best.same) best = { folder, same };
    if (same === own.length) break;
  }
  if (best !== undefined) return best.folder;
  const [first, ...others] = found;
  return first !== undefined && (near.includes(first) || others.length === 0) ? first : '.';
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return entries.map(({ name }) => join(folder, name)).sort(compareText);
  } catch {
    return [];
  }
}

/** A module may be named by its settings file. */
function folderOf(module: string): string {
  return module.endsWith('.toml') ? join(module, '..') : module;
}
