import { chmod, mkdir, readdir, readFile, rename, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { staysInside } from '../domain/file-name.js';
import { FileProblem, toFileProblem } from './file-problem.js';
import { resolveLink, statIfThere, syncFolder, writeDurably, type WriteOptions } from './files.js';
import { inspectFolder, type FolderState } from './folder-state.js';
import { renamePatiently } from './patient-rename.js';
import { discard, findLeftovers, release, temporaryBeside } from './temporary.js';

/**
 * Says beforehand whether {@link writeFolderWhole} would be let write there, so that nobody waits for a search in vain, and what stands
 * there now. With `isFilled` files are to be added to the folder, if it is there, rather than it replaced.
 * @throws FileProblem as it would.
 */
export async function checkFolderWritable(
  dir: string,
  { isFilled = false, ...options }: WriteOptions & { readonly isFilled?: boolean },
): Promise<FolderState> {
  try {
    const target = await recoverFolder(dir);
    const state = await inspectFolder(target);
    if (state.kind !== 'absent' && !isFilled) await refuseCurrent(dir, target);
    await refuseFolder(dir, target, state, options);
    let parent = dirname(target);
    // A drive that is not there has no folder above.
    while (dirname(parent) !== parent && (await statIfThere(parent)) === undefined) parent = dirname(parent);
    await refuseMountPoint(dir, target, parent);
    const probe = temporaryBeside(join(parent, basename(target)), 'tmp');
    await mkdir(probe);
    await discard(probe);
    return state;
  } catch (error) {
    throw toFileProblem(error, dir, 'writing');
  }
}

/**
 * Writes a folder of files, all or none: into a temporary folder beside it, every file brought to the disk, then renamed into place.
 * A folder that is there already is replaced only when it is empty, or with `force` when it is a plan of ours in which nobody has added a file
 * or changed one that is not carried on, and hands its rights down; it is moved aside first and comes back if anything fails. A run killed between two renames is mended by the next.
 *
 * @param files Relative names, `/` between folders, to bytes. For the folder to be known as ours later, a manifest must be among them.
 * @throws FileProblem `exists`, `not-ours`, `changed`, `held-open`, `current`, `not-a-folder` or `not-writable`. @throws RangeError for a name that would leave
 * the folder.
 */
export async function writeFolderWhole(
  dir: string,
  files: ReadonlyMap<string, Uint8Array>,
  options: WriteOptions,
): Promise<void> {
  for (const name of files.keys()) {
    if (!staysInside(name)) throw new RangeError(`not a name inside a folder: ${JSON.stringify(name)}`);
  }
  let firstMade: string | undefined;
  let temporary: string | undefined;
  try {
    const target = await recoverFolder(dir);
    const state = await inspectFolder(target);
    if (state.kind !== 'absent') await refuseCurrent(dir, target);
    await refuseFolder(dir, target, state, options);
    firstMade = await mkdir(dirname(target), { recursive: true });
    temporary = temporaryBeside(target, 'tmp');
    await fillFolder(temporary, files);
    const existing = await statIfThere(target);
    if (existing !== undefined) await giveRights(temporary, existing.mode & 0o7777);
    if (existing === undefined) renamePatiently(temporary, target);
    else await replaceFolder(dir, target, temporary, options);
    release(temporary);
    await syncFolder(dirname(target));
  } catch (error) {
    if (temporary !== undefined) {
      await discard(temporary);
      await removeEmpty(dirname(temporary), firstMade);
    }
    throw toFileProblem(error, dir, 'writing');
  }
}

/**
 * Puts right what a killed run has left beside a folder: unfinished work is removed, and a plan moved aside comes back where nothing has
 * taken its place. To be called before a plan is read, too. Leftovers that hold somebody's changes are not touched.
 *
 * @returns the absolute path that links lead to.
 */
export async function recoverFolder(dir: string): Promise<string> {
  const target = await resolveLink(dir);
  for (const leftover of await findLeftovers(target, 'tmp')) await discard(leftover);
  for (const leftover of await findLeftovers(target, 'old')) {
    if ((await statIfThere(target)) === undefined) renamePatiently(leftover, target);
    else if (['ours', 'empty'].includes((await inspectFolder(leftover)).kind)) await scrap(leftover, target);
  }
  return target;
}

/** @param place where the folder is just now; `dir` is what its user calls it. */
async function refuseFolder(
  dir: string,
  place: string,
  state: FolderState,
  { force, carriedOn }: WriteOptions,
): Promise<void> {
  if (state.kind === 'not-a-folder') throw new FileProblem('not-a-folder', dir);
  if (state.kind === 'not-ours') {
    const isHeld = state.files.every(isLockFile);
    throw new FileProblem(isHeld ? 'held-open' : state.kind, dir, { files: state.files });
  }
  if (state.kind === 'changed') {
    const lost: string[] = [];
    for (const name of state.files) {
      const bytes = carriedOn?.get(name);
      const isSame = bytes !== undefined && (await readFile(join(place, name))).equals(bytes);
      if (!isSame) lost.push(name);
    }
    if (lost.length > 0) throw new FileProblem(state.kind, dir, { files: lost });
  }
  if ((state.kind === 'ours' || state.kind === 'changed') && !force) throw new FileProblem('exists', dir);
}

/** Whether a file is what Excel (`~$plan.xlsx`) or LibreOffice (`.~lock.plan.xlsx#`) lays beside one that it has open. */
function isLockFile(name: string): boolean {
  return /(?:^|\/)(?:~\$[^/]+|\.~lock\.[^/]+#)$/.test(name);
}

async function fillFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder);
  const folders = new Set([folder]);
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(path, bytes);
    for (let above = dirname(path); above !== folder; above = dirname(above)) folders.add(above);
  }
  for (const path of folders) await syncFolder(path);
}

/** Lets those read all of a new folder who could read the one that it replaces, beside those who may anyhow. */
async function giveRights(folder: string, before: number): Promise<void> {
  const mode = before | ((await stat(folder)).mode & 0o777);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() ? mode : mode & 0o666);
  }
  await chmod(folder, mode);
}

async function replaceFolder(dir: string, target: string, temporary: string, options: WriteOptions): Promise<void> {
  const aside = temporaryBeside(target, 'old');
  swap(target, aside, temporary);
  try {
    // Once more where nobody can change it by its own name any longer: somebody may have saved a file there meanwhile.
    await refuseFolder(dir, aside, await inspectFolder(aside), options);
  } catch (error) {
    swap(target, temporary, aside);
    release(aside);
    throw error;
  }
  await scrap(aside, target);
  release(aside);
}

/**
 * Moves a folder away and another into its place. Both renames in one breath: a kill between them is all that can ever leave the place
 * empty, and the next run mends that.
 */
function swap(target: string, away: string, into: string): void {
  renamePatiently(target, away);
  try {
    renamePatiently(into, target);
  } catch (error) {
    renamePatiently(away, target);
    throw error;
  }
}

/** Removes a folder that nobody needs, so that a kill half-way leaves something that plainly is worth nothing. */
async function scrap(folder: string, target: string): Promise<void> {
  const scrapped = temporaryBeside(target, 'tmp');
  // Held open elsewhere (Windows) it stays where it is, and the next run tries again.
  await rename(folder, scrapped).catch(() => undefined);
  await discard(scrapped);
}

/** A folder on which another disk is mounted (a volume of a container) cannot be renamed: its user names a folder inside it. */
async function refuseMountPoint(dir: string, target: string, parent: string): Promise<void> {
  const [here, above] = [await statIfThere(target), await statIfThere(parent)];
  if (here !== undefined && here.dev !== above?.dev) throw new FileProblem('not-writable', dir, { reason: 'EXDEV' });
}

/** A shell in a folder that is replaced is left in one that is no more, where it sees nothing and no command runs. */
async function refuseCurrent(dir: string, target: string): Promise<void> {
  if (isWithin(target, await resolveLink('.'))) throw new FileProblem('current', dir);
}

/** Whether a path is a folder or below it. */
function isWithin(folder: string, path: string): boolean {
  const name = relative(folder, path);
  return name !== '..' && !name.startsWith(`..${sep}`) && !isAbsolute(name);
}

/** Takes away again the folders that were made for nothing, from the innermost to the first made. */
async function removeEmpty(innermost: string, firstMade: string | undefined): Promise<void> {
  if (firstMade === undefined) return;
  for (let path = innermost; isWithin(firstMade, path); path = dirname(path)) {
    await rmdir(path).catch(() => undefined);
  }
}
