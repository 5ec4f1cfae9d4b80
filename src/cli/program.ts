import { Command, CommanderError } from 'commander';
import type { ComparePlace } from './compare.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import {
  addCommonFlags,
  addDialectFlag,
  addEffortFlags,
  addFileFlags,
  addKeepFlags,
  addModuleFlags,
  addPartialFlag,
  addPlanFlags,
  addProofFlag,
  addRepairFlags,
  addRotationFlags,
  addSearchFlags,
  addThreadsFlag,
  addTimetableFlags,
  addViewFlags,
  type Flags,
  readershipFlag,
} from './flags.js';

/**
 * A command's work: what was asked, to an exit code. Loaded only when it is called, so that help comes at once. `Place` is what the
 * command is given beside its flags: a module's folder, for most of them; all of it as a list for one that takes several.
 */
export type Run<Place = string | undefined> = (place: Place, flags: Flags) => Promise<ExitCode>;

const MODULE = 'folder that holds module.toml (default: the current folder)';

/** The whole command tree. `onExit` gets the exit code of the command that ran. */
export function createProgram(version: string, onExit: (code: ExitCode) => void): Command {
  const program = new Command('brassage')
    .description(
      'Forms mixed working groups out of the rosters of several schools, proves the mix, and gives them their timetable.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit codes:
  0  done                      3  input data wrong       5  a rule broken (score), a difference (verify)
  2  wrong usage               4  no solution exists     130  interrupted; the best found was kept
  1  a bug in brassage

Tables are CSV files or Excel workbooks: people.xlsx is its first sheet, people.xlsx#INET the sheet INET.

First steps:
  brassage init my-module --example    the 2018 example, to look at and to change
  brassage plan my-module              groups, timetable and proof, into out/
  brassage groups --roster ENA=ena.csv --roster INET=inet.csv --size 9..10 --output groups.csv`,
    );

  const add = <Place = string | undefined>(
    name: string,
    description: string,
    load: () => Promise<{ run: Run<Place> }>,
    ...flags: ((command: Command) => Command)[]
  ) => {
    const command = program.command(name).description(description).exitOverride().showSuggestionAfterError();
    for (const addFlags of [...flags, addCommonFlags]) addFlags(command);
    command.action(async (...given: unknown[]) => {
      // Commander adds the options and the command itself.
      const places = given.slice(0, -2);
      const place = (command.registeredArguments.length > 1 ? places : places[0]) as Place;
      onExit(await (await load()).run(place, command.opts<Flags>()));
    });
    return command;
  };

  add(
    'init',
    'write a commented module.toml and template tables',
    () => import('./init.js'),
    (command) =>
      command
        .argument('[DIR]', 'folder to make; it must not exist, or be empty')
        .option('--example', 'fill the tables with the 2018 example')
        .option('--from <ROSTER...>', 'look at these rosters, copy them, and write settings that fit them')
        .option('--dry-run', 'do everything but write'),
  );
  add(
    'check',
    'read everything, solve nothing: every error at once, what can be mixed, what cannot be',
    () => import('./check.js'),
    withModule,
    addTimetableFlags,
  );
  add(
    'plan',
    'groups, then timetable, then every output, into a folder',
    () => import('./plan.js'),
    withModule,
    addTimetableFlags,
    addKeepFlags,
    addPartialFlag,
    addSearchFlags,
    addProofFlag,
    addDialectFlag,
    addPlanFlags,
  );
  add(
    'repair',
    'a plan for the inputs as they are now: the fewest people moved, then the best mix; its timetable with it',
    () => import('./repair.js'),
    withModule,
    addTimetableFlags,
    addRepairFlags,
    addPartialFlag,
    addEffortFlags,
    addDialectFlag,
    addPlanFlags,
  );
  add(
    'groups',
    'the group list alone, to standard output',
    () => import('./groups.js'),
    withModule,
    addSearchFlags,
    addProofFlag,
    addDialectFlag,
    addFileFlags,
    (command) => command.addOption(readershipFlag()).option('--pseudonyms', 'ids alone, no names'),
  );
  add(
    'rotate',
    'groups of several modules, or rounds of one day, at once: each well mixed, as few as can be meet again',
    () => import('./rotate.js'),
    withModule,
    addRotationFlags,
    addEffortFlags,
    addDialectFlag,
    (command) =>
      command
        .option('--out <DIR>', 'folder to write', 'rotation')
        .option('--force', 'replace the folder if brassage wrote it')
        .option('--dry-run', 'do everything but write')
        .addOption(readershipFlag())
        .option('--pseudonyms', 'ids alone, no names'),
  );
  add(
    'timetable',
    'the timetable of given groups, to standard output',
    () => import('./timetable.js'),
    withModule,
    addTimetableFlags,
    withGroups,
    addKeepFlags,
    addPartialFlag,
    addViewFlags,
    addDialectFlag,
    addFileFlags,
  );
  add(
    'score',
    'how good a group list is, whoever made it: figures, bound and gap',
    () => import('./score.js'),
    withModule,
    withGroups,
    addProofFlag,
  );
  add<ComparePlace>(
    'compare',
    'two plans or group lists side by side: who moved, what got better or worse, what changed in the timetable',
    () => import('./compare.js'),
    (command) =>
      command
        .argument('<A>', "a plan's folder, or a group list")
        .argument('<B>', 'the other one')
        .argument('[MODULE]', MODULE),
    addModuleFlags,
  );
  add(
    'best',
    'the best of the plans that shards of one search wrote: its folder, or its files in --out',
    () => import('./best.js'),
    (command) =>
      command
        .argument('<DIR...>', 'folders that plan --shard wrote')
        .option('--out <DIR>', 'folder to write')
        .option('--force', 'replace the folder if brassage wrote it')
        .option('--dry-run', 'do everything but write'),
  );
  add(
    'verify',
    'whether a plan is, byte for byte, what its inputs and options make',
    () => import('./verify.js'),
    (command) =>
      command
        .argument('[DIR]', 'folder that plan wrote', 'out')
        .argument('[MODULE]', 'folder that holds module.toml (default: looked for here and beside DIR)'),
    addThreadsFlag,
  );
  return program;
}

function withModule(command: Command): Command {
  return addModuleFlags(command.argument('[MODULE]', MODULE));
}

function withGroups(command: Command): Command {
  return command.option(
    '--groups <FILE>',
    'a group list: the columns group and id, or group and names; - is standard input',
  );
}

/** The exit code of an error that commander raised: help and version are no error. */
export function exitCodeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
