import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { append } from '../domain/append.js';
import { compareText } from '../domain/fold.js';
import { sha256 } from '../writers/digest.js';
import { parseManifest } from '../writers/manifest-parser.js';
import { MANIFEST_NAME } from '../writers/manifest.js';
import { statIfThere } from './files.js';

/**
 * What stands where a plan is to be written: nothing, an empty folder, a plan of ours exactly as it was written, a plan of ours with
 * files changed since, or something with files that no manifest of ours lists.
 */
export type FolderState =
  | { readonly kind: 'absent' | 'empty' | 'not-a-folder' }
  | {
      readonly kind: 'ours' | 'changed' | 'not-ours';
      /** Relative names, sorted: of a plan of ours all but its manifest, else of what was changed, or is not ours. */
      readonly files: readonly string[];
    };

/** Left in a folder by a file manager that somebody looked at it with: nobody's work. */
const LITTER: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Looks at every file of a folder, without changing anything. A listed file that is gone is no obstacle: nothing of it can be lost. */
export async function inspectFolder(path: string): Promise<FolderState> {
  const stats = await statIfThere(path);
  if (stats === undefined) return { kind: 'absent' };
  if (!stats.isDirectory()) return { kind: 'not-a-folder' };
  const manifest = parseManifest(await readFile(join(path, MANIFEST_NAME), 'utf8').catch(() => ''));
  if (manifest === undefined) {
    // Its first level only: somebody may have named their home folder.
    const names = await listEntries(path, { isDeep: false });
    return names.length === 0 ? { kind: 'empty' } : { kind: 'not-ours', files: names };
  }
  const listed = new Map(manifest.outputs.map((file) => [file.name, file.sha256]));
  const entries = (await listEntries(path, { isDeep: true })).filter((name) => name !== MANIFEST_NAME);
  const foreign = entries.filter((name) => !listed.has(name));
  if (foreign.length > 0) return { kind: 'not-ours', files: foreign };
  const changed: string[] = [];
  for (const name of entries) {
    if ((await sha256(await readFile(join(path, name)))) !== listed.get(name)) changed.push(name);
  }
  return changed.length > 0 ? { kind: 'changed', files: changed } : { kind: 'ours', files: entries };
}

/** Relative names of all files below a folder, as {@link inspectFolder} sees them; none where there is no such folder. */
export async function listFilesBelow(path: string): Promise<readonly string[]> {
  const stats = await statIfThere(path);
  return stats?.isDirectory() === true ? listEntries(path, { isDeep: true }) : [];
}

/** Relative names of all files below a folder, `/` between folders, links unfollowed, sorted; an empty folder below counts, as `name/`. */
async function listEntries(
  root: string,
  { isDeep, below = '' }: { isDeep: boolean; below?: string },
): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const name = `${below}${entry.name}`;
    if (entry.isDirectory()) {
      const inside = isDeep ? await listEntries(root, { isDeep, below: `${name}/` }) : [];
      append(names, inside.length === 0 ? [`${name}/`] : inside);
    } else if (!LITTER.has(entry.name)) {
      // A link or a device under a listed name is not the file that we wrote.
      names.push(entry.isFile() ? name : `${name}@`);
    }
  }
  return names.toSorted(compareText);
}
