import type { CompletionCommand, CompletionFlag, CompletionTree, CompletionValue } from './completion-tree.js';

const FOLDERS = "-f -a '(__fish_complete_directories)'";

/** The script by which fish completes a program. */
export function fishCompletion(tree: CompletionTree): string {
  const { name, commands, flags } = tree;
  const valued = flags.filter(({ value }) => value !== undefined).map(({ long }) => long);
  const line = (condition: string, rest: string) => `complete -c ${name} -n '__${name}_is ${condition}' ${rest}\n`;
  const lines = [
    ...flags.map((flag) => line('-', flagPart(flag))),
    ...commands.map((command) => line('-', `-f -a ${command.name} -d ${quote(command.description)}`)),
    ...commands.flatMap((command) => [
      ...command.flags.map((flag) => line(command.name, flagPart(flag))),
      ...argumentParts(command).map((part) => line(command.name, part)),
    ]),
  ];
  return `# ${name}: completion for fish. ${name} completion fish > ~/.config/fish/completions/${name}.fish
# The command of the line so far; - where there is none yet.
function __${name}_command
    set -l words (commandline -opc)
    set -l is_value 0
    for word in $words[2..-1]
        if test $is_value = 1
            set is_value 0
        else if contains -- $word ${valued.join(' ')}
            set is_value 1
        else if not string match -q -- '-*' $word
            echo $word
            return
        end
    end
    echo -
end

function __${name}_is
    test (__${name}_command) = $argv[1]
end

complete -c ${name} -f
${lines.join('')}`;
}

function flagPart({ long, short, description, value }: CompletionFlag): string {
  const names = `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
  return [names, ...(value === undefined ? [] : ['-r', offeredPart(value)]), `-d ${quote(description)}`].join(' ');
}

function argumentParts({ arguments: places }: CompletionCommand): readonly string[] {
  return [...new Set(places.map(offeredPart))];
}

function offeredPart({ taken, words }: CompletionValue): string {
  if (words.length > 0) return `-f -a ${quote(words.join(' '))}`;
  if (taken === 'folder') return FOLDERS;
  return taken === 'text' ? '-f' : '-F';
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
}
