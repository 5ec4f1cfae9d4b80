import type { CompletionArgument, CompletionFlag, CompletionTree, CompletionValue } from './completion-tree.js';

/** The script by which zsh completes a program: as a file `_name` in its `fpath`, or read by `source`. */
export function zshCompletion(tree: CompletionTree): string {
  const { name, commands, flags } = tree;
  const own = `_${name}`;
  const specs = (lines: readonly string[]) => lines.map((line) => ` \\\n        ${line}`).join('');
  const cases = commands.map(
    (command) =>
      `      ${command.name})\n        _arguments${specs([
        ...command.flags.flatMap((flag) => flagSpecs(flag, own)),
        ...command.arguments.map((argument, index) => argumentSpec(argument, index + 1, own)),
      ])}\n        ;;\n`,
  );
  return `#compdef ${name}
# ${name}: completion for zsh. ${name} completion zsh > a folder of $fpath, as ${own}; or source <(${name} completion zsh)
${own}_school_file() {
  compset -P '*='
  _files
}

${own}() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands=(
${commands.map((command) => `    ${quote(`${command.name}:${command.description}`)}\n`).join('')}  )
  _arguments -C${specs([...flags.flatMap((flag) => flagSpecs(flag, own)), "'1: :->command'", "'*:: :->arguments'"])}
  case $state in
    command) _describe -t commands ${quote(name)} commands ;;
    arguments)
      case $line[1] in
${cases.join('')}      esac
      ;;
  esac
}

if [ "$funcstack[1]" = ${own} ]; then
  ${own} "$@"
else
  compdef ${own} ${name}
fi
`;
}

/** A flag may come again: which ones are given several times is for the program to say. */
function flagSpecs({ long, short, description, value }: CompletionFlag, own: string): readonly string[] {
  const text = `[${description.replace(/[\\[\]]/g, (sign) => `\\${sign}`)}]`;
  const names = short === undefined ? [long] : [short, long];
  return names.map((flag) => quote(`*${flag}${value === undefined ? text : `=${text}${valueSpec(value, own)}`}`));
}

function argumentSpec(argument: CompletionArgument, position: number, own: string): string {
  return quote(`${argument.isRepeated ? '*' : position}${valueSpec(argument, own)}`);
}

function valueSpec({ name, taken, words }: CompletionValue, own: string): string {
  const actions = {
    file: '_files',
    folder: '_files -/',
    place: '_files',
    'school-file': `${own}_school_file`,
    text: ' ',
  };
  return `:${name.replaceAll(':', '\\:')}:${words.length > 0 ? `(${words.join(' ')})` : actions[taken]}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
