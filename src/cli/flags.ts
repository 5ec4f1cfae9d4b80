import { InvalidArgumentError, type Command } from 'commander';
import { CSV_DIALECTS, type CsvDialect } from '../domain/csv-dialect.js';
import { READERSHIPS, type Readership } from '../domain/readership.js';
import { ROTATION_LIMITS } from '../domain/rotation-kind.js';
import { parseDate } from '../readers/moments.js';
import { VIEWS, type ViewKey } from '../domain/timetable-view.js';
import { DEFAULT_EFFORT, MOST_EFFORT } from '../usecases/search-options.js';
import type { KeepFlags, RotationFlags, SettingFlags } from '../usecases/setting-flags.js';
import { shardParser, startsParser, type StartFlags } from './start-flags.js';
import { alsoInFrench, ValueOption } from './value-option.js';
import type { CliWords, ExpectedWords, FlagKey, ValueName } from './words/words.js';

/** What the flags of all commands may hold: one job has one name everywhere. */
export interface Flags extends StartFlags, SettingFlags, KeepFlags, RotationFlags {
  readonly csv?: CsvDialect;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly effort: number;
  readonly threads?: number;
  readonly timeLimit?: number;
  readonly prove?: boolean;
  readonly groups?: string;
  readonly by?: ViewKey;
  readonly output?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  /** Whether others may read what is written. */
  readonly shared?: boolean;
  readonly pseudonyms?: boolean;
  /** Whom the files are for; absent: the coordinator. */
  readonly for?: Readership;
  /** `false` with `--no-calendars`. */
  readonly calendars?: boolean;
  readonly personCalendars?: boolean;
  readonly example?: boolean;
  /** Rosters whose settings are guessed. */
  readonly from?: readonly string[];
}

/** Adds some flags to a command, described in a language. */
export type AddFlags = (command: Command, words: CliWords) => Command;

function whole({ whole: expected }: ExpectedWords, least: number, most?: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER)) return value;
    throw new InvalidArgumentError(expected(least, most));
  };
}

function seconds({ seconds: expected }: ExpectedWords): (text: string) => number {
  return (text) => {
    const value = Number(text.replace(',', '.'));
    if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
    throw new InvalidArgumentError(expected);
  };
}

function day({ day: expected }: ExpectedWords): (text: string) => string {
  return (text) => {
    const found = parseDate(text);
    if (found !== undefined && found !== 'no-such-day') return found.date;
    throw new InvalidArgumentError(expected);
  };
}

/** A place to write: an empty name, as of a variable that is not set, would be the current folder. */
function place({ place: expected }: ExpectedWords): (text: string) => string {
  return (text) => {
    if (text !== '') return text;
    throw new InvalidArgumentError(expected);
  };
}

const several = (value: string, list: string[] = []): string[] => [...list, value];

/** A flag without a value. */
function addSwitch(command: Command, { help }: CliWords, flag: string, key: FlagKey): Command {
  return command.option(flag, help.flags[key]);
}

type Parser = (text: string) => unknown;
type Valued = readonly [flag: string, value: ValueName, key: FlagKey, parse?: Parser];

/** Flags that take a value. */
function addValued(command: Command, words: CliWords, ...flags: readonly Valued[]): Command {
  for (const [flag, value, key, parse] of flags) {
    const option = new ValueOption(words, flag, value, key);
    command.addOption(parse === undefined ? option : option.argParser(parse));
  }
  return command;
}

/** What was published before. */
export const addKeepFlags: AddFlags = (command, words) =>
  addValued(command, words, ['--keep', 'FILE', 'keepTimetable'], ['--today', 'DATE', 'today', day(words.expected)]);

/** What is to be repaired, and how far. */
export const addRepairFlags: AddFlags = (command, words) =>
  addValued(
    command.addOption(new ValueOption(words, '--keep', 'DIR|FILE', 'keepPlan').default('out')),
    words,
    ['--max-moves', 'N', 'maxMoves', whole(words.expected, 0)],
    ['--today', 'DATE', 'today', day(words.expected)],
  );

/** The inputs of a module, for runs without a folder or in place of what its settings say. */
export const addModuleFlags: AddFlags = (command, words) =>
  addValued(
    command,
    words,
    ['--roster', 'SCHOOL=FILE', 'roster', several],
    ['--themes', 'FILE', 'themes'],
    ['--rules', 'FILE', 'rules'],
    ['--history', 'FILE', 'history', several],
    ['--size', 'MIN..MAX', 'size'],
    ['--count', 'N', 'count', whole(words.expected, 1)],
    ['--balance', 'LIST', 'balance'],
    ['--roles', 'LIST', 'roles'],
    ['--title', 'TEXT', 'title'],
    ['--seed', 'TEXT', 'seed'],
  );

export const addTimetableFlags: AddFlags = (command, words) =>
  addValued(
    command,
    words,
    ['--sessions', 'FILE', 'sessions'],
    ['--rooms', 'FILE', 'rooms'],
    ['--witnesses', 'FILE', 'witnesses'],
    ['--availability', 'FILE', 'availability'],
    ['--travel', 'FILE', 'travel'],
    ['--hearings', 'N', 'hearings', whole(words.expected, 0)],
  );

/** The list that somebody brings. */
export const addGroupsFlag: AddFlags = (command, words) => addValued(command, words, ['--groups', 'FILE', 'groups']);

export const addPartialFlag: AddFlags = (command, words) => addSwitch(command, words, '--partial', 'partial');

export const addThreadsFlag: AddFlags = (command, words) =>
  addValued(command, words, ['--threads', 'N', 'threads', whole(words.expected, 1, 64)]);

export const addSearchFlags: AddFlags = (command, words) => {
  addEffortFlag(command, words);
  addValued(
    command,
    words,
    ['--starts', 'N', 'starts', startsParser(words.expected)],
    ['--shard', 'I/K', 'shard', shardParser(words.expected)],
  );
  addThreadsFlag(command, words);
  return addTimeLimitFlag(command, words);
};

/** A search of one piece. */
export const addEffortFlags: AddFlags = (command, words) => addTimeLimitFlag(addEffortFlag(command, words), words);

const addEffortFlag: AddFlags = (command, words) => {
  const offered = Array.from({ length: MOST_EFFORT + 1 }, (_, effort) => String(effort));
  return command.addOption(
    new ValueOption(words, '--effort', 'N', 'effort', offered)
      .argParser(whole(words.expected, 0, MOST_EFFORT))
      .default(DEFAULT_EFFORT),
  );
};

const addTimeLimitFlag: AddFlags = (command, words) =>
  addValued(command, words, ['--time-limit', 'SECONDS', 'timeLimit', seconds(words.expected)]);

/** The folder of a command's own, and whether it is written. */
export const addFolderFlags: AddFlags = (command, words) => {
  addSwitch(command, words, '--force', 'forceFolder');
  addSharedFlag(command, words);
  return addSwitch(command, words, '--dry-run', 'dryRun');
};

/** Who may read what is written. */
const addSharedFlag: AddFlags = (command, words) => addSwitch(command, words, '--shared', 'shared');

/** A folder to write where none is named. */
export function addOutFlag(command: Command, words: CliWords, folder?: string): Command {
  const option = new ValueOption(words, '--out', 'DIR', 'out').argParser(place(words.expected));
  return command.addOption(folder === undefined ? option : option.default(folder));
}

/** The folder of a plan and what goes into it. */
export const addPlanFlags: AddFlags = (command, words) => {
  addFolderFlags(addOutFlag(command, words, 'out'), words);
  addReadershipFlag(command, words);
  addPseudonymsFlag(command, words);
  addSwitch(command, words, '--no-calendars', 'noCalendars');
  return addSwitch(command, words, '--person-calendars', 'personCalendars');
};

/** For whom what is written is meant: what those may not see is left out. */
export const addReadershipFlag: AddFlags = (command, words) =>
  command.addOption(new ValueOption(words, '--for', 'READERS', 'for').choices(READERSHIPS));

export const addPseudonymsFlag: AddFlags = (command, words) => addSwitch(command, words, '--pseudonyms', 'pseudonyms');

/** What `init` fills its folder with. */
export const addTemplateFlags: AddFlags = (command, words) => {
  addSwitch(command, words, '--example', 'example');
  addValued(command, words, ['--from', 'ROSTER...', 'from']);
  addSharedFlag(command, words);
  return addSwitch(command, words, '--dry-run', 'dryRun');
};

/** How many modules or rounds are planned at once. */
export const addRotationFlags: AddFlags = (command, words) => {
  const count = whole(words.expected, ROTATION_LIMITS.least, ROTATION_LIMITS.most);
  return addValued(command, words, ['--modules', 'N', 'modules', count], ['--rounds', 'N', 'rounds', count]);
};

export const addProofFlag: AddFlags = (command, words) => addSwitch(command, words, '--prove', 'prove');

export const addDialectFlag: AddFlags = (command, words) =>
  command.addOption(new ValueOption(words, '--csv', 'DIALECT', 'csv').choices(CSV_DIALECTS));

/** French words for whom a timetable is listed, folded. */
const VIEW_WORDS: ReadonlyMap<string, ViewKey> = new Map([
  ['groupe', 'group'],
  ['personne', 'person'],
  ['salle', 'room'],
  ['temoin', 'witness'],
  ['changement', 'changes'],
]);

/** For whom a timetable is listed. */
export const addViewFlags: AddFlags = (command, words) =>
  addPseudonymsFlag(
    command.addOption(alsoInFrench(new ValueOption(words, '--by', 'WHOM', 'by').choices(VIEWS), VIEW_WORDS)),
    words,
  );

export const addFileFlags: AddFlags = (command, words) => {
  addValued(command, words, ['--output', 'FILE', 'output', place(words.expected)]);
  addSwitch(command, words, '--force', 'forceFile');
  addSharedFlag(command, words);
  return addSwitch(command, words, '--dry-run', 'dryRun');
};

export const addLanguageFlag: AddFlags = (command, words) =>
  command.addOption(new ValueOption(words, '--lang', 'LANGUAGE', 'lang').choices(['fr', 'en']));

/** What every command has. */
export const addCommonFlags: AddFlags = (command, words) => {
  addLanguageFlag(command, words);
  addSwitch(command, words, '--json', 'json');
  addSwitch(command, words, '--quiet', 'quiet');
  addSwitch(command, words, '--verbose', 'verbose');
  return addSwitch(command, words, '--no-color', 'noColor');
};
