import type { CompletionCommand, CompletionFlag, CompletionTree } from './completion-tree.js';

/**
 * The script by which bash, from 3.2 on, completes a program: it needs no package of completions. Bash takes `=` for a word of its own, so that
 * `--lang=fr` is three.
 */
export function bashCompletion(tree: CompletionTree): string {
  const { name } = tree;
  const own = `_${name}`;
  return `# ${name}: completion for bash. source <(${name} completion bash)
${own}_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$cur")
}

${own}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command='' flags='' values='' files='' folders='' texts='' place='' i
  COMPREPLY=()
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
    # The file of a school: --roster SCHOOL=FILE.
    if [[ $prev != -* ]]; then ${own}_paths -f; return; fi
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
${valuedCases(tree)}      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
${[{ ...tree, name: '' }, ...tree.commands].map((command) => caseOf(command, tree)).join('')}  esac
  if [[ -n $values ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
  elif [[ $files == *" $prev "* ]]; then
    ${own}_paths -f
  elif [[ $folders == *" $prev "* ]]; then
    ${own}_paths -d
  elif [[ $texts == *" $prev "* ]]; then
    return
  elif [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  elif [[ $place == -* ]]; then
    ${own}_paths "$place"
  else
    COMPREPLY=($(compgen -W "$place" -- "$cur"))
  fi
}
complete -F ${own} ${name}
`;
}

/** Flags of the program itself whose value is no command. */
function valuedCases({ flags }: CompletionTree): string {
  return flags
    .filter(({ value }) => value !== undefined)
    .map(({ long }) => `      ${long}) if [[ \${COMP_WORDS[i+1]} == '=' ]]; then ((i += 2)); else ((i += 1)); fi ;;\n`)
    .join('');
}

function caseOf({ name, flags, arguments: places }: CompletionCommand, { commands }: CompletionTree): string {
  const taking = (...kinds: readonly string[]) =>
    ` ${namesOf(flags.filter(({ value }) => value?.words.length === 0 && kinds.includes(value.taken)))} `;
  const chosen = flags.filter(({ value }) => value !== undefined && value.words.length > 0);
  const [place] = places;
  const first =
    name === ''
      ? commands.map((command) => command.name).join(' ')
      : place === undefined
        ? ''
        : place.words.length > 0
          ? place.words.join(' ')
          : place.taken === 'folder'
            ? '-d'
            : '-f';
  const lines = [
    `flags='${namesOf(flags)}'`,
    `files='${taking('file', 'place', 'school-file')}'`,
    `folders='${taking('folder')}'`,
    `texts='${taking('text')}'`,
    `place='${first}'`,
    ...(chosen.length === 0
      ? []
      : [
          'case $prev in',
          ...chosen.map(({ long, value }) => `  ${long}) values='${value?.words.join(' ') ?? ''}' ;;`),
          'esac',
        ]),
  ];
  return `    ${name === '' ? "''" : name})\n${lines.map((line) => `      ${line}\n`).join('')}      ;;\n`;
}

function namesOf(flags: readonly CompletionFlag[]): string {
  return flags.map(({ long }) => long).join(' ');
}
