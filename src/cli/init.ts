import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { FileProblem } from '../node/file-problem.js';
import { readInput, writeFileWhole } from '../node/files.js';
import { checkFolderWritable, writeFolderWhole } from '../node/output-folder.js';
import { wordsOf } from '../report/words.js';
import type { OutputFiles } from '../usecases/files.js';
import { outputJson, toJson } from '../usecases/json-result.js';
import { moduleTemplate } from '../usecases/templates.js';
import { createConsole } from './console.js';
import { EXIT } from './exit-codes.js';
import type { Run } from './program.js';

/** The shipped example: the 2018 module, beside the program in its package. */
const EXAMPLE = fileURLToPath(new URL('../../fixtures/regards-croises-2018', import.meta.url));

/** `init`: a folder to start from. It never touches a folder that holds anything. */
export const run: Run = async (folder = '.', flags) => {
  const console = createConsole(flags);
  const words = wordsOf(console.language);
  await checkFolderWritable(folder, { force: false });
  const files = flags.example ? await exampleFiles() : moduleTemplate(console.language);
  const names = [...files.keys()];
  const isDryRun = flags.dryRun ?? false;
  if (!isDryRun) await writeFiles(folder, files);
  if (flags.json)
    await console.print(toJson('init', 'done', [], console.language, outputJson(folder, names, isDryRun)));
  else if (isDryRun) await console.say(words.wouldWrite(folder, names));
  else await console.say(words.written(folder, names), words.afterInit(folder, flags.example ?? false));
  return EXIT.done;
};

async function writeFiles(folder: string, files: OutputFiles): Promise<void> {
  if (!existsSync(folder)) return writeFolderWhole(folder, files, { force: false });
  // An empty folder is filled, not replaced: a shell that stands in it would be left in a folder that is no more.
  for (const [name, bytes] of files) await writeFileWhole(join(folder, name), bytes, { force: false });
}

async function exampleFiles(): Promise<OutputFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(EXAMPLE, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile()) files.set(entry.name, await readInput(join(EXAMPLE, entry.name)));
  }
  if (files.size === 0) throw new FileProblem('missing', EXAMPLE);
  return files;
}
