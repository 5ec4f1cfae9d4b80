import { CommanderError } from 'commander';
import type { Language } from '../domain/settings.js';
import { endOnClosedPipe } from '../node/streams.js';
import { languageOf } from './console.js';
import { EXIT, UsageError, type ExitCode } from './exit-codes.js';
import { describeFailure } from './failure.js';
import { createProgram, exitCodeOf } from './program.js';
import { VERSION } from './version.js';

endOnClosedPipe([process.stdout, process.stderr]);
process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await createProgram(VERSION, (given) => (code = given)).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    const { text, exitCode } = describeFailure(error, languageAsked(argv));
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
