import type { Language } from '../../domain/settings.js';
import type { Shard, StartRange } from '../../domain/start-range.js';

/** Commands, in the order of the help. */
export type CommandName =
  | 'init'
  | 'check'
  | 'plan'
  | 'repair'
  | 'groups'
  | 'rotate'
  | 'timetable'
  | 'score'
  | 'compare'
  | 'best'
  | 'verify'
  | 'completion';

/** What stands for the value of a flag or of an argument, by its English word. */
export type ValueName =
  | 'FILE'
  | 'DIR'
  | 'DIR|FILE'
  | 'SCHOOL=FILE'
  | 'ROSTER...'
  | 'READERS'
  | 'MIN..MAX'
  | 'LIST'
  | 'TEXT'
  | 'N'
  | 'I/K'
  | 'DATE'
  | 'SECONDS'
  | 'DIALECT'
  | 'WHOM'
  | 'LANGUAGE'
  | 'MODULE'
  | 'SHELL';

/** Sentences of flags; one that means two things in two commands has two. */
export type FlagKey =
  | 'version'
  | 'help'
  | 'example'
  | 'from'
  | 'for'
  | 'dryRun'
  | 'roster'
  | 'themes'
  | 'rules'
  | 'history'
  | 'size'
  | 'count'
  | 'balance'
  | 'roles'
  | 'title'
  | 'seed'
  | 'sessions'
  | 'rooms'
  | 'witnesses'
  | 'availability'
  | 'travel'
  | 'hearings'
  | 'groups'
  | 'keepTimetable'
  | 'keepPlan'
  | 'today'
  | 'maxMoves'
  | 'partial'
  | 'effort'
  | 'starts'
  | 'shard'
  | 'threads'
  | 'timeLimit'
  | 'prove'
  | 'csv'
  | 'out'
  | 'forceFolder'
  | 'forceFile'
  | 'shared'
  | 'pseudonyms'
  | 'noCalendars'
  | 'personCalendars'
  | 'modules'
  | 'rounds'
  | 'by'
  | 'output'
  | 'lang'
  | 'json'
  | 'quiet'
  | 'verbose'
  | 'noColor';

/** Sentences of arguments. */
export type ArgumentKey =
  | 'newFolder'
  | 'module'
  | 'moduleBesidePlan'
  | 'planOrList'
  | 'otherPlanOrList'
  | 'shardFolders'
  | 'planFolder'
  | 'shell';

/** The words of the help. */
export interface HelpWords {
  /** What brassage is. */
  readonly about: string;
  /** Headings as commander has them, to ours: `Usage:`, `Options:`. */
  readonly headings: Readonly<Record<'Usage:' | 'Arguments:' | 'Options:' | 'Commands:', string>>;
  /** Placeholders of a usage line. */
  readonly placeholders: Readonly<Record<'[options]' | '[command]', string>>;
  readonly choices: (choices: readonly string[]) => string;
  readonly default: (value: string) => string;
  readonly helpCommand: string;
  readonly values: Readonly<Record<ValueName, string>>;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly arguments: Readonly<Record<ArgumentKey, string>>;
  readonly flags: Readonly<Record<FlagKey, string>>;
  readonly exitCodes: string;
  /** Exit codes with their meaning, smallest first. */
  readonly exits: readonly (readonly [code: number, meaning: string])[];
  /** What may be given for a table. */
  readonly tables: string;
  readonly firstSteps: string;
  /** Commands to begin with, and what each gives. */
  readonly steps: readonly (readonly [command: string, gives: string])[];
}

/** What was expected of a flag's value. */
export interface ExpectedWords {
  readonly whole: (least: number, most?: number) => string;
  readonly seconds: string;
  readonly day: string;
  readonly starts: string;
  readonly shard: string;
  readonly place: string;
}

/** What is wrong with a call as a whole. */
export interface UsageWords {
  /** Before a message about wrong usage. */
  readonly error: (message: string) => string;
  /** A message of commander in this language. */
  readonly commander: (message: string) => string;
  /** The folder holds the coordinator's own plan, and what is made is for other readers. */
  readonly coordinatorsFolder: (folder: string, readership: string) => string;
  readonly fromExcludesExample: string;
  readonly noNewFolder: string;
  readonly onlyOneStandardInput: string;
  readonly noModuleHere: (settings: string) => string;
  /** A file was named where the folder of a module was expected. */
  readonly moduleIsFile: (file: string) => string;
  /** @param sentence what is wrong with it */
  readonly wrongValue: (flag: string, given: string, sentence: string) => string;
  readonly noPlanIn: (folder: string, list: string) => string;
  readonly calendarsExclude: string;
  readonly personCalendarsPosted: string;
  /** @param flag the one that asks for a timetable; absent: the command does */
  readonly noTimetable: (flag?: string) => string;
  readonly changesNeedKeep: string;
  readonly noRooms: string;
  readonly noWitnesses: string;
  readonly shardAlone: string;
  readonly tooManyShards: (shard: Shard, starts: StartRange) => string;
  readonly modulesOrRounds: string;
  /** Unlike a file, standard output may have taken a part already: nothing is promised of what was written. */
  readonly outputFailed: (reason: string) => string;
}

/** All that the command line says of itself. */
export interface CliWords {
  readonly help: HelpWords;
  readonly expected: ExpectedWords;
  readonly usage: UsageWords;
}

/** The words of a language, which alone is loaded: help is to come at once. */
export async function loadCliWords(language: Language): Promise<CliWords> {
  return language === 'fr' ? (await import('./fr.js')).cliWordsInFrench : (await import('./en.js')).cliWordsInEnglish;
}
