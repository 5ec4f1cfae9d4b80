/** What this process takes away from what it makes, unless told otherwise. */
const usual = process.umask();
/** What members of the owner's group and everybody else may do. */
const OTHERS = 0o077;

/**
 * Settles who may read what is written from now on: its owner alone, or whoever the system lets read new files. What replaces a file or a folder
 * has the rights of that. Without effect on Windows, where a folder hands down its rights.
 */
export function shareWithOthers(isShared: boolean): void {
  process.umask(isShared ? usual : usual | OTHERS);
}
