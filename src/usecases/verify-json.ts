import type { FileState, Verification } from './verify.js';

/**
 * What `verify` adds: the plan by its manifest, what became of each input and each file of it, names of files that are none of it, and
 * how making it again ended. Without a manifest that can be read the folder alone.
 */
export function verifyJson(folder: string, { manifest, inputs, outputs, added, madeAgain }: Verification): object {
  if (manifest === undefined) return { plan: { folder } };
  const { brassage, command, title, seed, search } = manifest;
  return {
    plan: { folder, brassage, command, title, seed, stopped: search.stopped },
    inputs,
    outputs,
    added,
    madeAgain,
  };
}

/** Files by what became of them. */
export function countStates(files: readonly FileState[]): Readonly<Record<FileState['state'], number>> {
  const count = (state: FileState['state']) => files.filter((file) => file.state === state).length;
  return { same: count('same'), changed: count('changed'), missing: count('missing') };
}
