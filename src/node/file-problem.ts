/**
 * What can be wrong with a place on disk, whatever the system calls it: `missing` (no such file, or no such folder to put it in),
 * `exists` (there already, and `force` not given), `not-ours` (a folder holds files that this program did not write), `changed` (files of
 * ours that somebody has changed since), `held-open` (a spreadsheet program has files of a folder open), `current` (the folder that a shell is in would be replaced), `is-directory`, `not-a-folder`,
 * `not-readable`, `changing` (while it was read), `too-large` (to be read), `not-writable` (rights, full disk, read-only).
 */
export type FileProblemCode =
  | 'missing'
  | 'exists'
  | 'not-ours'
  | 'changed'
  | 'held-open'
  | 'current'
  | 'is-directory'
  | 'not-a-folder'
  | 'not-readable'
  | 'changing'
  | 'too-large'
  | 'not-writable';

/** A file or folder that cannot be read or written as asked. Nothing of the user's has been touched when one is thrown. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  /** As the user gave it. */
  readonly path: string;
  /** Code of the system's error (`EACCES`, `ENOSPC`…); `''` when the refusal is our own. */
  readonly reason: string;
  /** Inside the folder, the files that stand in the way, sorted; empty when the path itself does. */
  readonly files: readonly string[];

  constructor(
    code: FileProblemCode,
    path: string,
    details: { reason?: string; files?: readonly string[]; cause?: unknown } = {},
  ) {
    const { reason = '', files = [], cause } = details;
    super(
      [`${code}: ${path}`, reason, ...files].filter((part) => part !== '').join(' · '),
      cause === undefined ? {} : { cause },
    );
    this.name = 'FileProblem';
    this.code = code;
    this.path = path;
    this.reason = reason;
    this.files = files;
  }
}

/** Code of a system error (`ENOENT`…), or `''` for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What a system error met at a path means; an error that is none of the system's comes back as it is. */
export function toFileProblem(error: unknown, path: string, doing: 'reading' | 'writing'): unknown {
  const reason = systemCode(error);
  if (error instanceof FileProblem || reason === '') return error;
  return new FileProblem(codeOf(reason, doing), path, { reason, cause: error });
}

function codeOf(reason: string, doing: 'reading' | 'writing'): FileProblemCode {
  if (reason === 'ENOENT') return 'missing';
  if (reason === 'EISDIR') return 'is-directory';
  if (doing === 'reading') return reason === 'ENOTDIR' ? 'missing' : 'not-readable';
  return reason === 'EEXIST' ? 'exists' : 'not-writable';
}
