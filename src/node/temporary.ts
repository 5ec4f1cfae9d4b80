import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compareText } from '../domain/fold.js';

/** `tmp`: being written, or done with: worth nothing. `old`: what stood there before, moved aside for a moment. */
export type TemporaryRole = 'tmp' | 'old';

const inUse = new Set<string>();
let made = 0;

/** A hidden path beside the target, on the same file system, that no other run uses. {@link discard} or {@link release} it in the end. */
export function temporaryBeside(target: string, role: TemporaryRole): string {
  made += 1;
  const path = join(dirname(target), `.${basename(target)}.brassage-${process.pid}-${made}.${role}`);
  inUse.add(path);
  return path;
}

/** Removes what is at a temporary path, if anything is. What cannot be removed (a file held open on Windows) is left to the next run. */
export async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
  inUse.delete(path);
}

/** Says that a temporary path of this run has got its final name. */
export function release(path: string): void {
  inUse.delete(path);
}

/** The temporary paths of one role that dead runs have left beside a target, sorted; those of runs still alive are not among them. */
export async function findLeftovers(target: string, role: TemporaryRole): Promise<readonly string[]> {
  const prefix = `.${basename(target)}.brassage-`;
  const names = await readdir(dirname(target)).catch(() => []);
  const leftovers: string[] = [];
  for (const name of names.toSorted(compareText)) {
    const pid = name.startsWith(prefix) ? /^(\d+)-\d+\.(tmp|old)$/.exec(name.slice(prefix.length)) : null;
    const path = join(dirname(target), name);
    if (pid?.[2] === role && !isInUse(path, Number(pid[1]))) leftovers.push(path);
  }
  return leftovers;
}

function isInUse(path: string, pid: number): boolean {
  // In a container every run may have the same process id: then only this run's own memory can tell.
  if (pid === process.pid) return inUse.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
