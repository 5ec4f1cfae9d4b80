import type { Manifest } from '../domain/manifest.js';
import { digestFile } from '../writers/digest.js';
import type { InputRecord, OutputFiles } from './files.js';

/** What a manifest says of the files that were read and of those that were made. */
export async function digestFiles(
  inputs: readonly InputRecord[],
  outputs: OutputFiles,
): Promise<Pick<Manifest, 'inputs' | 'outputs'>> {
  return {
    inputs: await Promise.all(
      inputs.map(async ({ name, bytes, copy }) => ({
        ...(await digestFile(name, bytes)),
        ...(copy === undefined ? {} : { copy }),
      })),
    ),
    outputs: await Promise.all([...outputs].map(([name, bytes]) => digestFile(name, bytes))),
  };
}
