import type { Diagnostic } from '../domain/diagnostic.js';
import type { Language } from '../domain/settings.js';
import type { OnStage } from '../domain/stage.js';
import { readAll, writeText } from '../node/streams.js';
import { diagnosticLines } from '../report/diagnostic-lines.js';
import { isInputNote } from '../report/input-notes.js';
import { runWordsOf } from '../report/run-words.js';
import type { StageRecord } from '../report/stage-table.js';
import type { Style } from '../report/style.js';
import { wordsOf } from '../report/words.js';
import { createStyle } from './color.js';
import { languageOf } from './language.js';
import { fitLines } from './fit-lines.js';
import { createStageClock, PROCESS_METER } from './stage-clock.js';

/** The three streams of a run: data goes to standard output, all else to standard error. */
export interface Console {
  readonly language: Language;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** Whether somebody watches: progress is shown to a terminal only. */
  readonly showsProgress: boolean;
  /** Columns that a line of progress may take. */
  readonly columns: () => number;
  readonly outStyle: Style;
  readonly errorStyle: Style;
  /** A report, which is the command's data: lines for people, on standard output. */
  readonly show: (lines: readonly string[]) => Promise<void>;
  /** Data, as it is; parts are made as they are written. */
  readonly print: (text: string | Uint8Array | Iterable<Uint8Array>) => Promise<void>;
  /** Lines for the person, one by one or as lists; silenced by `--quiet`. */
  readonly say: (...lines: readonly (string | readonly string[])[]) => Promise<void>;
  /** Diagnostics, a line each, errors last; `--quiet` leaves errors only. */
  readonly report: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** From now on counts the notes on the inputs, naming the command that tells them, unless `--verbose` asks for all. */
  readonly leaveNotesTo: (command: string) => void;
  /** A line that replaces the one before, and goes before anything else is said; on a terminal only. */
  readonly progress: (line: string) => void;
  /** Takes the line of progress away. */
  readonly clearProgress: () => void;
  /** Says that a stage of the run begins. */
  readonly stage: OnStage;
  /** What the stages took; the last one ends here. */
  readonly stages: () => readonly StageRecord[];
  readonly readStandardInput: () => Promise<Uint8Array>;
}

export interface ConsoleOptions {
  readonly lang?: Language;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

export function createConsole(options: ConsoleOptions): Console {
  const language = options.lang ?? languageOf(process.env);
  const isQuiet = options.quiet ?? false;
  const errorStyle = createStyle(process.stderr, options.color);
  // A terminal that cannot clear a line would be filled with them.
  const showsProgress = process.stderr.isTTY && !isQuiet && process.env['TERM'] !== 'dumb';
  const columns = () => Math.max(1, (process.stderr.columns || 80) - 1);
  const clock = createStageClock(PROCESS_METER);
  let isProgressShown = false;
  let notesCommand: string | undefined;
  const clear = () => {
    if (isProgressShown) process.stderr.write('\r\u001b[2K');
    isProgressShown = false;
  };
  const write = async (lines: readonly string[]) => {
    clear();
    if (lines.length > 0) await writeText(process.stderr, `${fitLines(lines, process.stderr).join('\n')}\n`);
  };
  const progress = (line: string) => {
    if (!showsProgress) return;
    process.stderr.write(`\r\u001b[2K${line.slice(0, columns())}`);
    isProgressShown = true;
  };
  return {
    language,
    isQuiet,
    isVerbose: options.verbose ?? false,
    showsProgress,
    columns,
    outStyle: createStyle(process.stdout, options.color),
    errorStyle,
    show: async (lines) => {
      clear();
      await writeText(process.stdout, `${fitLines(lines, process.stdout).join('\n')}\n`);
    },
    print: async (text) => {
      clear();
      await writeText(process.stdout, text);
    },
    say: async (...lines) => {
      if (!isQuiet) await write(lines.flat());
    },
    report: async (diagnostics) => {
      if (isQuiet) {
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        return write(diagnosticLines(errors, language, errorStyle));
      }
      const isCounted = (one: Diagnostic) => notesCommand !== undefined && isInputNote(one);
      const lines = diagnosticLines(
        diagnostics.filter((one) => !isCounted(one)),
        language,
        errorStyle,
      );
      const notes = diagnostics.filter(isCounted).length;
      const counted = notes === 0 ? [] : [errorStyle.faint(wordsOf(language).inputNotes(notes, notesCommand ?? ''))];
      await write([...counted, ...lines]);
    },
    leaveNotesTo: (command) => {
      if (options.verbose !== true) notesCommand = command;
    },
    progress,
    clearProgress: clear,
    stage: (stage) => {
      clock.enter(stage);
      progress(`${runWordsOf(language).stages[stage]}…`);
    },
    stages: () => clock.records(),
    readStandardInput: () => readAll(process.stdin),
  };
}
