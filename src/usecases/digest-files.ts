import type { FileDigest, InputDigest } from '../domain/manifest.js';
import { digestFile } from '../writers/digest.js';
import type { InputRecord, OutputFiles } from './files.js';

/** What a manifest says of the files that were read. */
export async function digestInputs(inputs: readonly InputRecord[]): Promise<readonly InputDigest[]> {
  return Promise.all(
    inputs.map(async ({ name, bytes, copy }) => ({
      ...(await digestFile(name, bytes)),
      ...(copy === undefined ? {} : { copy }),
    })),
  );
}

/** What a manifest says of the files that were made. */
export async function digestOutputs(outputs: OutputFiles): Promise<readonly FileDigest[]> {
  return Promise.all([...outputs].map(([name, bytes]) => digestFile(name, bytes)));
}
