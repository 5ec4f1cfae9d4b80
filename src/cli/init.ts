import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem } from '../node/file-problem.js';
import { addFilesWhole, readInput } from '../node/files.js';
import { checkFolderWritable, writeFolderWhole } from '../node/output-folder.js';
import { visible } from '../report/visible-text.js';
import { wordsOf } from '../report/words.js';
import type { OutputFiles } from '../usecases/files.js';
import { outputJson, toJson } from '../usecases/json-result.js';
import { moduleTemplate } from '../usecases/templates.js';
import { createConsole, type Console } from './console.js';
import { EXIT, UsageError, type ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import { moduleFromRosters } from './init-from.js';
import type { Run } from './program.js';
import { refuseInput } from './refusal.js';

/** The shipped example: the 2018 module, beside the program in its package. */
const EXAMPLE = fileURLToPath(new URL('../../fixtures/regards-croises-2018', import.meta.url));

/** `init`: a folder to start from. It never touches a folder that holds anything but the rosters that it is to start from. */
export const run: Run = async (folder, flags) => {
  const console = createConsole(flags);
  const { from, example = false } = flags;
  if (from !== undefined && example) throw new UsageError((usage) => usage.fromExcludesExample);
  if (folder === '') throw new UsageError((usage) => usage.noNewFolder);
  if (from !== undefined) return initFrom(folder ?? '.', from, flags, console);
  if (folder === undefined) throw new UsageError((usage) => usage.noNewFolder);
  await checkFolderWritable(folder, { force: false, isFilled: true });
  return writeModule(folder, example ? await exampleFiles() : moduleTemplate(console.language), flags, console);
};

async function initFrom(folder: string, rosters: readonly string[], flags: Flags, console: Console): Promise<ExitCode> {
  const { files, replaces, diagnostics } = await moduleFromRosters(folder, rosters, console);
  if (files === undefined) return refuseInput('init', diagnostics, flags, console);
  return writeModule(folder, files, flags, console, { diagnostics, ...(replaces === undefined ? {} : { replaces }) });
}

async function writeModule(
  folder: string,
  files: OutputFiles,
  flags: Flags,
  console: Console,
  { diagnostics = [], replaces }: { diagnostics?: readonly Diagnostic[]; replaces?: ReadonlySet<string> } = {},
): Promise<ExitCode> {
  const words = wordsOf(console.language);
  const names = [...files.keys()];
  const place = visible(folder);
  const isDryRun = flags.dryRun ?? false;
  if (!isDryRun) await writeFiles(folder, files, replaces);
  if (flags.json) {
    await console.print(toJson('init', 'done', diagnostics, console.language, outputJson(folder, names, isDryRun)));
    return EXIT.done;
  }
  await console.report(diagnostics);
  if (isDryRun) await console.say(words.wouldWrite(place, names));
  else {
    const next = flags.from === undefined ? words.afterInit(place, flags.example ?? false) : words.afterGuess(place);
    await console.say(words.written(place, names), next);
  }
  return EXIT.done;
}

async function writeFiles(folder: string, files: OutputFiles, replaces?: ReadonlySet<string>): Promise<void> {
  if (!existsSync(folder)) return writeFolderWhole(folder, files, { force: false });
  // A folder that is there is filled, not replaced: a shell that stands in it would be left in a folder that is no more.
  await addFilesWhole(folder, files, replaces);
}

async function exampleFiles(): Promise<OutputFiles> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(EXAMPLE, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile()) files.set(entry.name, await readInput(join(EXAMPLE, entry.name)));
  }
  if (files.size === 0) throw new FileProblem('missing', EXAMPLE);
  return files;
}
