import type { Argument, Command, Option } from 'commander';
import { PlaceArgument, ValueOption, type Taken } from '../value-option.js';

/** What a shell is told of a flag. */
export interface CompletionFlag {
  /** With its dashes. */
  readonly long: string;
  /** With its dash; absent: there is none. */
  readonly short?: string;
  readonly description: string;
  /** What its value is; absent: it takes none. */
  readonly value?: CompletionValue;
}

/** What a shell is told of a value. */
export interface CompletionValue {
  /** What stands for it in the help. */
  readonly name: string;
  readonly taken: Taken;
  /** All values, or those that are offered; none: it is not known which. */
  readonly words: readonly string[];
}

/** What a shell is told of an argument. */
export interface CompletionArgument extends CompletionValue {
  /** Whether there may be several. */
  readonly isRepeated: boolean;
}

/** What a shell is told of a command. */
export interface CompletionCommand {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly CompletionFlag[];
  readonly arguments: readonly CompletionArgument[];
}

/** A program as the completions of all shells have it. */
export interface CompletionTree extends CompletionCommand {
  readonly commands: readonly CompletionCommand[];
}

/** What a command tree offers to be completed, in the order of its help. */
export function completionTree(program: Command): CompletionTree {
  const help = program.createHelp();
  const describe = (command: Command): CompletionCommand => ({
    name: command.name(),
    description: command.description(),
    flags: help.visibleOptions(command).map(flagOf),
    arguments: command.registeredArguments.map(argumentOf),
  });
  const commands = help.visibleCommands(program).map(describe);
  const names = commands.map(({ name }) => name);
  return {
    ...describe(program),
    // Its own help command takes the name of another.
    commands: commands.map((command) => ({
      ...command,
      arguments: command.arguments.map((argument) =>
        command.name === 'help' ? { ...argument, words: names } : argument,
      ),
    })),
  };
}

function flagOf(option: Option): CompletionFlag {
  const { long, short, description, flags, required, argChoices } = option;
  const offered = option instanceof ValueOption ? option.offered : [];
  return {
    long: long ?? flags,
    ...(short === undefined ? {} : { short }),
    description,
    ...(required
      ? {
          value: {
            name: /<(.*)>/.exec(flags)?.[1] ?? '',
            taken: option instanceof ValueOption ? option.taken : 'text',
            words: argChoices ?? offered,
          },
        }
      : {}),
  };
}

function argumentOf(argument: Argument): CompletionArgument {
  return {
    name: argument.name(),
    taken: argument instanceof PlaceArgument ? argument.taken : 'text',
    words: argument.argChoices ?? [],
    isRepeated: argument.variadic,
  };
}
