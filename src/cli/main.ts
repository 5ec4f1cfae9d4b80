import { CommanderError } from 'commander';
import { FileProblem } from '../node/file-problem.js';
import { endOnClosedPipe } from '../node/streams.js';
import { visibleLines } from '../report/visible-text.js';
import { EXIT, UsageError, type ExitCode } from './exit-codes.js';
import { describeFailure } from './failure.js';
import { languageAsked } from './language.js';
import { createProgram, exitCodeOf } from './program.js';
import { VERSION } from './version.js';
import { loadCliWords } from './words/words.js';

endOnClosedPipe([process.stdout, process.stderr]);
process.exitCode = await main(process.argv);

async function main(argv: readonly string[]): Promise<ExitCode> {
  const language = languageAsked(argv.slice(2), process.env);
  const words = await loadCliWords(language);
  let code: ExitCode = EXIT.done;
  try {
    await createProgram(VERSION, words, (given) => (code = given)).parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    if (error instanceof UsageError) {
      process.stderr.write(`${visibleLines(words.usage.error(error.sentence(words.usage)))}\nbrassage --help\n`);
      return EXIT.usage;
    }
    if (error instanceof FileProblem && error.code === 'not-writable' && error.path === '-') {
      process.stderr.write(`${words.usage.error(words.usage.outputFailed(error.reason))}\n`);
      return EXIT.usage;
    }
    const { text, exitCode } = describeFailure(error, language);
    process.stderr.write(`${text}\n`);
    return exitCode;
  }
}
