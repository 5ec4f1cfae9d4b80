import { Command, type CommanderError } from 'commander';
import { shareWithOthers } from '../node/rights.js';
import { visibleLines } from '../report/visible-text.js';
import { withCommand } from './command-synonyms.js';
import type { ComparePlace } from './compare.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import {
  addCommonFlags,
  addDialectFlag,
  addEffortFlags,
  addFileFlags,
  addFolderFlags,
  addGroupsFlag,
  addKeepFlags,
  addLanguageFlag,
  addModuleFlags,
  addOutFlag,
  addPartialFlag,
  addPlanFlags,
  addProofFlag,
  addPseudonymsFlag,
  addReadershipFlag,
  addRepairFlags,
  addRotationFlags,
  addSearchFlags,
  addTemplateFlags,
  addThreadsFlag,
  addTimetableFlags,
  addViewFlags,
  type AddFlags,
  type Flags,
} from './flags.js';
import { helpEnd, helpFormat } from './help-format.js';
import { SHELLS, type ShellName } from './shells.js';
import { PlaceArgument } from './value-option.js';
import type { CliWords, CommandName } from './words/words.js';

/**
 * A command's work: what was asked, to an exit code. Loaded only when it is called, so that help comes at once. `Place` is what the
 * command is given beside its flags: a module's folder, for most of them; all of it as a list for one that takes several.
 */
export type Run<Place = string | undefined> = (place: Place, flags: Flags) => Promise<ExitCode>;

/** The whole command tree in a language. `onExit` gets the exit code of the command that ran. */
export function createProgram(version: string, words: CliWords, onExit: (code: ExitCode) => void): Command {
  const { help, usage } = words;
  const program = addLanguageFlag(new Command('brassage'), words)
    .description(help.about)
    .version(version, '-V, --version', help.flags.version)
    .helpOption('-h, --help', help.flags.help)
    .helpCommand(`help ${help.placeholders['[command]']}`, help.helpCommand)
    .configureHelp(helpFormat(help))
    .configureOutput({ outputError: (text, write) => write(visibleLines(usage.commander(withCommand(text)))) })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', helpEnd(help));

  const add = <Place = string | undefined>(
    name: CommandName,
    load: () => Promise<{ run: Run<Place> }>,
    ...flags: readonly AddFlags[]
  ) => {
    // A command has the help's format, the output and the end of its program.
    const command = program.command(name).description(help.commands[name]);
    for (const addFlags of [...flags, addCommonFlags]) addFlags(command, words);
    command.action(async (...given: unknown[]) => {
      // Commander adds the options and the command itself.
      const places = given.slice(0, -2);
      const place = (command.registeredArguments.length > 1 ? places : places[0]) as Place;
      // A language may be asked for before the command.
      const asked = { ...program.opts<Flags>(), ...command.opts<Flags>() };
      shareWithOthers(asked.shared === true);
      onExit(await (await load()).run(place, asked));
    });
    return command;
  };

  add(
    'init',
    () => import('./init.js'),
    (command) => command.addArgument(new PlaceArgument('[]', help.values.DIR, 'folder', words, 'newFolder')),
    addTemplateFlags,
  );
  add('check', () => import('./check.js'), withModule, addTimetableFlags);
  add(
    'plan',
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
    () => import('./groups.js'),
    withModule,
    addSearchFlags,
    addProofFlag,
    addDialectFlag,
    addFileFlags,
    addReadershipFlag,
    addPseudonymsFlag,
  );
  add(
    'rotate',
    () => import('./rotate.js'),
    withModule,
    addRotationFlags,
    addEffortFlags,
    addDialectFlag,
    (command) => addOutFlag(command, words, 'rotation'),
    addFolderFlags,
    addReadershipFlag,
    addPseudonymsFlag,
  );
  add(
    'timetable',
    () => import('./timetable.js'),
    withModule,
    addTimetableFlags,
    addGroupsFlag,
    addKeepFlags,
    addPartialFlag,
    addViewFlags,
    addDialectFlag,
    addFileFlags,
  );
  add('score', () => import('./score.js'), withModule, addGroupsFlag, addProofFlag);
  add<ComparePlace>(
    'compare',
    () => import('./compare.js'),
    (command) =>
      command
        .addArgument(new PlaceArgument('<>', 'A', 'place', words, 'planOrList'))
        .addArgument(new PlaceArgument('<>', 'B', 'place', words, 'otherPlanOrList'))
        .addArgument(new PlaceArgument('[]', help.values.MODULE, 'folder', words, 'module')),
    addModuleFlags,
  );
  add(
    'best',
    () => import('./best.js'),
    (command) => command.addArgument(new PlaceArgument('<...>', help.values.DIR, 'folder', words, 'shardFolders')),
    addOutFlag,
    addFolderFlags,
  );
  add(
    'verify',
    () => import('./verify.js'),
    (command) =>
      command
        .addArgument(new PlaceArgument('[]', help.values.DIR, 'folder', words, 'planFolder').default('out'))
        .addArgument(new PlaceArgument('[]', help.values.MODULE, 'folder', words, 'moduleBesidePlan')),
    addThreadsFlag,
  );
  add<ShellName>(
    'completion',
    async () => ({ run: (await import('./completion.js')).completionOf(program) }),
    (command) =>
      command.addArgument(new PlaceArgument('<>', help.values.SHELL, 'text', words, 'shell').choices([...SHELLS])),
  );
  return program;
}

function withModule(command: Command, words: CliWords): Command {
  command.addArgument(new PlaceArgument('[]', words.help.values.MODULE, 'folder', words, 'module'));
  return addModuleFlags(command, words);
}

/** The exit code of an error that commander raised: help and version are no error. */
export function exitCodeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
