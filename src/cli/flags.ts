import { InvalidArgumentError, Option, type Command } from 'commander';
import { CSV_DIALECTS, type CsvDialect } from '../domain/csv-dialect.js';
import { READERSHIPS, type Readership } from '../domain/readership.js';
import { ROTATION_LIMITS } from '../domain/rotation-kind.js';
import { parseDate } from '../readers/moments.js';
import { VIEWS, type ViewKey } from '../domain/timetable-view.js';
import { parseShard, parseStarts, type StartFlags } from './start-flags.js';
import { DEFAULT_EFFORT, MOST_EFFORT } from '../usecases/search-options.js';
import type { KeepFlags, RotationFlags, SettingFlags } from '../usecases/setting-flags.js';

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

function whole(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `Expected a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ''}.`,
    );
  };
}

function seconds(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number of seconds above 0.');
}

function day(text: string): string {
  const found = parseDate(text);
  if (found !== undefined && found !== 'no-such-day') return found.date;
  throw new InvalidArgumentError('Expected a day: 2018-02-12, or 12/02/2018.');
}

/** What was published before. */
export function addKeepFlags(command: Command): Command {
  return command
    .option('--keep <FILE>', 'the timetable published before: change as little of it as possible')
    .option('--today <DATE>', 'day of this publication: what is past stays, what is near is moved last', day);
}

/** What is to be repaired, and how far. */
export function addRepairFlags(command: Command): Command {
  return command
    .option('--keep <DIR|FILE>', 'the plan to repair: its folder, or its list of groups', 'out')
    .option('--max-moves <N>', 'most people who may change groups (default: as few as can)', whole(0))
    .option('--today <DATE>', 'day of this publication: what is past stays, what is near is moved last', day);
}

/** The inputs of a module, for runs without a folder or in place of what its settings say. */
export function addModuleFlags(command: Command): Command {
  return command
    .option(
      '--roster <SCHOOL=FILE>',
      'a roster, CSV or .xlsx, one per school (repeat); FILE alone if it has a school column; - is standard input',
      (value, list: string[] = []) => [...list, value],
    )
    .option('--themes <FILE>', 'themes and strands')
    .option('--rules <FILE>', 'who is together, apart, fixed…')
    .option(
      '--history <FILE>',
      'groups of an earlier module (repeat, the latest last): people meet whom they have not met',
      (value, list: string[] = []) => [...list, value],
    )
    .option('--size <MIN..MAX>', 'people in a group: 9..10, or 9')
    .option('--count <N>', 'number of groups', whole(1))
    .option('--balance <LIST>', 'what to mix, with weights: school=100,internships=60')
    .option('--roles <LIST>', 'roles beside fair share: internships=together,gender=F=at_least 2')
    .option('--title <TEXT>', 'title of the module')
    .option('--seed <TEXT>', 'another seed, another draw; the same seed, the same files');
}

export function addTimetableFlags(command: Command): Command {
  return command
    .option('--sessions <FILE>', 'the programme: dates, times, kinds')
    .option('--rooms <FILE>', 'rooms with their seats')
    .option('--witnesses <FILE>', 'guest witnesses and jury members')
    .option('--availability <FILE>', 'who is free when, as polls give it')
    .option('--travel <FILE>', 'minutes from one site to another')
    .option('--hearings <N>', 'witnesses that each group hears', whole(0));
}

export function addPartialFlag(command: Command): Command {
  return command.option('--partial', 'where not everything can take place, the most that can; the exit code stays 4');
}

export function addThreadsFlag(command: Command): Command {
  return command.option('--threads <N>', 'starts that run at once; the result is the same', whole(1, 64));
}

export function addSearchFlags(command: Command): Command {
  const search = addEffortFlag(command)
    .option('--starts <N>', 'independent starts, or their numbers: 0..999', parseStarts)
    .option('--shard <I/K>', 'the I-th of K parts of those starts, for brassage best', parseShard);
  return addTimeLimitFlag(addThreadsFlag(search));
}

/** A search of one piece. */
export function addEffortFlags(command: Command): Command {
  return addTimeLimitFlag(addEffortFlag(command));
}

function addEffortFlag(command: Command): Command {
  return command.addOption(
    new Option('--effort <N>', `how hard to search, 0 to ${MOST_EFFORT}`)
      .argParser(whole(0, MOST_EFFORT))
      .default(DEFAULT_EFFORT),
  );
}

function addTimeLimitFlag(command: Command): Command {
  return command.option('--time-limit <SECONDS>', 'stop after so long with the best found', seconds);
}

/** The folder of a plan and what goes into it. */
export function addPlanFlags(command: Command): Command {
  return command
    .option('--out <DIR>', 'folder to write', 'out')
    .option('--force', 'replace the folder if brassage wrote it')
    .option('--dry-run', 'do everything but write')
    .addOption(readershipFlag())
    .option('--pseudonyms', 'ids alone, no names')
    .option('--no-calendars', 'leave out calendars/: an .ics of each group, witness, room and site')
    .option('--person-calendars', 'one of each person too');
}

/** For whom what is written is meant: what those may not see is left out. */
export function readershipFlag(): Option {
  return new Option(
    '--for <READERS>',
    'who reads it (default: coordinator); for others names, schools and times alone',
  ).choices(READERSHIPS);
}

/** How many modules or rounds are planned at once. */
export function addRotationFlags(command: Command): Command {
  const count = whole(ROTATION_LIMITS.least, ROTATION_LIMITS.most);
  return command
    .option('--modules <N>', 'modules to plan at once', count)
    .option('--rounds <N>', 'or rounds of one day: tables, speed meetings', count);
}

export function addProofFlag(command: Command): Command {
  return command.option('--prove', 'prove the optimum, or raise the bound, by branch and bound: some seconds');
}

export function addDialectFlag(command: Command): Command {
  return command.addOption(
    new Option('--csv <DIALECT>', 'excel-fr (; and comma decimals), excel, rfc4180').choices(CSV_DIALECTS),
  );
}

/** For whom a timetable is listed. */
export function addViewFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--by <WHOM>',
        'a list for those who read it, in their order; changes, with --keep: whom to tell what',
      ).choices(VIEWS),
    )
    .option('--pseudonyms', 'ids alone, no names');
}

export function addFileFlags(command: Command): Command {
  return command
    .option('--output <FILE>', 'write there instead of to standard output; - is standard output')
    .option('--force', 'replace the file if it exists')
    .option('--dry-run', 'do everything but write');
}

/** What every command has. */
export function addCommonFlags(command: Command): Command {
  return command
    .addOption(new Option('--lang <LANGUAGE>', 'language of messages and outputs').choices(['fr', 'en']))
    .option('--json', 'print the result as JSON on standard output')
    .option('--quiet', 'errors only')
    .option('--verbose', 'more about what was read and how the search went')
    .option('--no-color', 'no colour, whatever the terminal');
}
