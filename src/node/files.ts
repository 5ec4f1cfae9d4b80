import { chmod, link, open, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FileProblem, systemCode, toFileProblem } from './file-problem.js';
import { MOST_BYTES, readAll } from './streams.js';
import { renamePatiently } from './patient-rename.js';
import { discard, findLeftovers, temporaryBeside } from './temporary.js';

/** Bytes of a file that is read in one go: what waiting for each step of the reading costs is then more than the reading itself. */
const READ_AT_ONCE = 1_000_000;

/**
 * The bytes of a file, a pipe or a device.
 * @throws FileProblem `missing`, `is-directory`, `not-readable`, `changing` where somebody writes it meanwhile, or `too-large` beyond
 * {@link MOST_BYTES}.
 */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const before = statSync(path);
    if (!before.isFile()) return await readAll(createReadStream(path), path);
    if (before.size > MOST_BYTES) throw new FileProblem('too-large', path);
    const bytes = before.size <= READ_AT_ONCE ? readFileSync(path) : await readFile(path);
    const after = statSync(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new FileProblem('changing', path);
    return bytes;
  } catch (error) {
    throw toFileProblem(error, path, 'reading');
  }
}

/** Bytes, whole or in parts that are made while they are written. */
export type FileData = Uint8Array | Iterable<Uint8Array>;

export interface WriteOptions {
  /** Whether what is there already may be replaced. */
  readonly force: boolean;
  /** Files of a folder that this run has read as they are now, by relative name: what somebody changed in them goes on in what is written. Absent: none. */
  readonly carriedOn?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Says beforehand whether {@link writeFileWhole} would be let write, so that nobody waits for a search in vain.
 * @throws FileProblem as it would.
 */
export async function checkFileWritable(path: string, { force }: WriteOptions): Promise<void> {
  const target = await resolveLink(path);
  if (isSpecial(await refuseTarget(path, target, force))) return;
  const probe = temporaryBeside(target, 'tmp');
  try {
    await (await open(probe, 'wx')).close();
  } catch (error) {
    throw toFileProblem(error, path, 'writing');
  } finally {
    await discard(probe);
  }
}

/**
 * Writes a file all at once: a temporary file beside it, brought to the disk, then renamed, so that at any moment the old file or the
 * new one is there whole. A link is followed and stays; the rights of a file replaced are kept. What is no regular file (`/dev/stdout`,
 * a named pipe) is written to as it is, without `force`: it holds nothing to lose, and renaming over it would destroy it.
 * @throws FileProblem `exists`, `is-directory`, `missing` (no folder to put it in) or `not-writable`.
 */
export async function writeFileWhole(path: string, data: FileData, { force }: WriteOptions): Promise<void> {
  const target = await resolveLink(path);
  const existing = await refuseTarget(path, target, force);
  if (isSpecial(existing)) {
    await writeFile(path, data).catch((error: unknown) => {
      throw toFileProblem(error, path, 'writing');
    });
    return;
  }
  const staged = { path, target, existing, temporary: temporaryBeside(target, 'tmp') };
  try {
    await stage(staged, data);
    await settle(staged, force);
    await syncFolder(dirname(target));
  } catch (error) {
    throw toFileProblem(error, path, 'writing');
  } finally {
    await discard(staged.temporary);
  }
}

/**
 * Adds files to a folder that is there, all or none as far as nothing in it is replaced: every file is brought to the disk beside its place
 * before the first is renamed into it, those that replace one last, and what was added is taken away where a name turns out to be taken.
 *
 * @param files Names without folders, to bytes.
 * @param replaceable Names of those that may replace a file. Absent: none.
 * @throws FileProblem as {@link writeFileWhole}.
 */
export async function addFilesWhole(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  replaceable: ReadonlySet<string> = new Set(),
): Promise<void> {
  const staged: StagedFile[] = [];
  const added: string[] = [];
  let path = folder;
  try {
    for (const [name, bytes] of files) {
      path = join(folder, name);
      const target = await resolveLink(path);
      const existing = await refuseTarget(path, target, replaceable.has(name));
      const file = { path, target, existing, temporary: temporaryBeside(target, 'tmp') };
      staged.push(file);
      await stage(file, bytes);
    }
    for (const file of staged.toSorted((a, b) => Number(a.existing !== undefined) - Number(b.existing !== undefined))) {
      path = file.path;
      await settle(file, replaceable.has(basename(file.path)));
      if (file.existing === undefined) added.push(file.target);
    }
    await syncFolder(folder);
  } catch (error) {
    for (const target of added) await discard(target);
    throw toFileProblem(error, path, 'writing');
  } finally {
    for (const { temporary } of staged) await discard(temporary);
  }
}

/** A file that lies beside its place. */
interface StagedFile {
  /** As typed, and where links lead. */
  readonly path: string;
  readonly target: string;
  readonly temporary: string;
  /** What it replaces; `undefined`: nothing. */
  readonly existing: Stats | undefined;
}

async function stage({ target, temporary, existing }: StagedFile, data: FileData): Promise<void> {
  for (const leftover of await findLeftovers(target, 'tmp')) await discard(leftover);
  await writeDurably(temporary, data);
  if (existing !== undefined) await chmod(temporary, existing.mode & 0o7777);
}

async function settle({ target, temporary }: StagedFile, force: boolean): Promise<void> {
  if (force) renamePatiently(temporary, target);
  else await renameToFree(temporary, target);
}

/** Creates a file that must not exist and returns once its data are on the disk. */
export async function writeDurably(path: string, data: FileData): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await writeFile(file, data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings the names in a folder to the disk; does nothing where the system cannot (Windows). */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** The state of a path, links followed, or `undefined` when nothing is there. */
export async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined;
    throw toFileProblem(error, path, 'reading');
  }
}

/** The absolute path that links lead to; the path itself, made absolute, when nothing is there. */
export async function resolveLink(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function refuseTarget(path: string, target: string, force: boolean): Promise<Stats | undefined> {
  const existing = await stat(target).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined;
    throw toFileProblem(error, path, 'writing');
  });
  if (existing?.isDirectory()) throw new FileProblem('is-directory', path);
  if (existing?.isFile() && !force) throw new FileProblem('exists', path);
  return existing;
}

function isSpecial(existing: Stats | undefined): boolean {
  return existing !== undefined && !existing.isFile();
}

/** Renames without ever replacing: a hard link fails when the name is taken, where `rename` would overwrite a file made meanwhile. */
async function renameToFree(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    // Some file systems (FAT, network shares) have no hard links.
    renamePatiently(from, to);
    return;
  }
  await rm(from);
}
