import { renameSync } from 'node:fs';
import { systemCode } from './file-problem.js';

/** What Windows answers while somebody else has a file of the folder open. */
const PASSING = new Set(['EACCES', 'EPERM', 'EBUSY']);

/** Milliseconds between two attempts, growing; about a second together. */
const PAUSES = [10, 20, 40, 80, 160, 320, 400];

/**
 * Renames at once. On Windows a virus scanner or a folder kept in a cloud opens each new file for a moment, and what is open cannot be
 * renamed: it is tried for about a second there (as [graceful-fs](https://github.com/isaacs/node-graceful-fs) does).
 * @throws what `renameSync` throws, of the last attempt.
 */
export function renamePatiently(
  from: string,
  to: string,
  { platform = process.platform, rename = renameSync, wait = sleep }: RenameTools = {},
): void {
  for (const pause of platform === 'win32' ? PAUSES : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!PASSING.has(systemCode(error))) throw error;
    }
    wait(pause);
  }
  rename(from, to);
}

/** What a test puts in the place of the system's. */
interface RenameTools {
  readonly platform?: NodeJS.Platform;
  readonly rename?: (from: string, to: string) => void;
  readonly wait?: (milliseconds: number) => void;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
