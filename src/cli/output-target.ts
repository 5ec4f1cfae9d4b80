import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Language } from '../domain/settings.js';
import { checkFileWritable, writeFileWhole } from '../node/files.js';
import { visible } from '../report/visible-text.js';
import { wordsOf } from '../report/words.js';
import { defaultDialect } from '../writers/csv-dialect.js';
import { encodeUtf8 } from '../writers/utf8.js';
import type { Console } from './console.js';
import type { Flags } from './flags.js';

/** Refuses beforehand a file that could not be written, so that nobody waits for a search in vain. */
export async function checkTarget(flags: Flags): Promise<void> {
  if (goesToFile(flags) && !flags.dryRun) await checkFileWritable(flags.output, { force: flags.force ?? false });
}

/** Plain CSV for a pipe, the reader's Excel for a file, unless `--csv` says otherwise. */
export function dialectOf(flags: Flags, language: Language): CsvDialect {
  return flags.csv ?? defaultDialect(language, { toStdout: !goesToFile(flags) });
}

/** Writes a command's data, whole or part by part, where `--output` says. */
export async function writeData(text: string | Iterable<Uint8Array>, flags: Flags, console: Console): Promise<void> {
  if (!goesToFile(flags)) {
    if (!flags.dryRun) await console.print(text);
    return;
  }
  const words = wordsOf(console.language);
  if (flags.dryRun) {
    await console.say(words.wouldWrite(visible(flags.output)));
    return;
  }
  await writeFileWhole(flags.output, typeof text === 'string' ? encodeUtf8(text) : text, {
    force: flags.force ?? false,
  });
  await console.say(words.written(visible(flags.output)));
}

function goesToFile(flags: Flags): flags is Flags & { readonly output: string } {
  return flags.output !== undefined && flags.output !== '-';
}
