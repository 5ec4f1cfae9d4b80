import { FileProblem } from '../node/file-problem.js';
import { readInput } from '../node/files.js';
import type { FileSource } from '../usecases/files.js';
import type { Console } from './console.js';
import { UsageError } from './exit-codes.js';

/** Files by name; standard input by `-`, read once. */
export function createFileSource(console: Console): FileSource {
  let standardInput: Promise<Uint8Array> | undefined;
  return async (name) => {
    if (name === '-') {
      if (standardInput !== undefined) throw new UsageError((words) => words.onlyOneStandardInput);
      standardInput = console.readStandardInput();
      return standardInput;
    }
    try {
      return await readInput(name);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      const { code } = error;
      return code === 'missing' || code === 'is-directory' || code === 'changing' || code === 'too-large'
        ? code
        : 'not-readable';
    }
  };
}
