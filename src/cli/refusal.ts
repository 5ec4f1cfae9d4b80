import type { Diagnostic, DiagnosticCode } from '../domain/diagnostic.js';
import { isProof } from '../domain/proof.js';
import { wordsOf } from '../report/words.js';
import { toJson } from '../usecases/json-result.js';
import type { Console } from './console.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import type { Flags } from './flags.js';
import { explainMissing } from './missing-files.js';

/** Errors of files that read well: so many people cannot make such groups. */
const LAYOUT: ReadonlySet<DiagnosticCode> = new Set([
  'groups.size-impossible',
  'groups.count-impossible',
  'groups.count-mismatch',
  'groups.more-than-people',
]);

/** Commands that print only: that nothing was written goes without saying. */
const NEVER_WRITES: ReadonlySet<string> = new Set(['check', 'compare', 'score', 'verify']);

/** Ends a command whose module gives no groups to fill: every error at once, nothing written. */
export async function refuseInput(
  command: string,
  found: readonly Diagnostic[],
  flags: Flags,
  console: Console,
): Promise<ExitCode> {
  const diagnostics = explainMissing(found);
  if (diagnostics.every(({ severity, code }) => severity !== 'error' || LAYOUT.has(code))) {
    return refuseImpossible(command, diagnostics, flags, console);
  }
  if (flags.json) await console.print(toJson(command, 'input-wrong', diagnostics, console.language));
  else {
    await console.report(diagnostics);
    const words = wordsOf(console.language);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const count = `${words.errors(errors)}.`;
    await console.say(console.errorStyle.bad(NEVER_WRITES.has(command) ? count : `${count} ${words.nothingWritten}`));
  }
  return EXIT.input;
}

/** Ends a command that has no solution or found none, or was interrupted before it had one: the reasons, nothing written. */
export async function refuseImpossible(
  command: string,
  reasons: readonly Diagnostic[],
  flags: Flags,
  console: Console,
  isInterrupted = false,
): Promise<ExitCode> {
  const status = isInterrupted ? 'interrupted' : 'impossible';
  if (flags.json) await console.print(toJson(command, status, reasons, console.language));
  else {
    const words = wordsOf(console.language);
    const notFound = reasons.every(({ code }) => code.startsWith('timetable.'))
      ? words.noTimetableFound
      : words.noneFound(flags.timeLimit !== undefined);
    const headline = isProof(reasons) ? words.cannotBeMade : notFound;
    await console.say(console.errorStyle.bad(isInterrupted ? words.interruptedTooSoon : headline));
    await console.report(reasons);
    await console.say(words.nothingWritten);
  }
  return isInterrupted ? EXIT.interrupted : EXIT.impossible;
}
