import { CommanderError } from 'commander';
import type { Language } from '../domain/settings.js';
import { FileProblem } from '../node/file-problem.js';
import { endOnClosedPipe } from '../node/streams.js';
import { languageOf } from './console.js';
import { EXIT, UsageError, type ExitCode } from './exit-codes.js';
import { describeFailure } from './failure.js';
import { createProgram, exitCodeOf } from './program.js';
import { VERSION } from './version.js';

/** Unlike a file, standard output may have taken a part already: nothing is promised of what was written. */
const OUTPUT_FAILED: Readonly<Record<Language, (reason: string) => string>> = {
  en: (reason) => `error: standard output cannot be written (${reason}).`,
  fr: (reason) => `erreur\u00a0: la sortie standard ne peut pas être écrite (${reason}).`,
};

endOnClosedPipe([process.stdout, process.stderr]);
process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await createProgram(VERSION, (given) => (code = given)).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    const language = languageAsked(argv);
    if (error instanceof FileProblem && error.code === 'not-writable' && error.path === '-') {
      process.stderr.write(`${OUTPUT_FAILED[language](error.reason)}\n`);
      return EXIT.usage;
    }
    const { text, exitCode } = describeFailure(error, language);
    process.stderr.write(`${text}\n`);
    if (error instanceof UsageError) process.stderr.write('brassage --help\n');
    return exitCode;
  }
}

/** The language of `--lang`, read where the flags could not be, else the locale's. */
function languageAsked(argv: readonly string[]): Language {
  const asked = argv
    .find((word, index) => word.startsWith('--lang=') || argv[index - 1] === '--lang')
    ?.replace('--lang=', '');
  return asked === 'fr' || asked === 'en' ? asked : languageOf(process.env);
}
