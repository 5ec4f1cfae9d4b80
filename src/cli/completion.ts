import type { Command } from 'commander';
import { toJson } from '../usecases/json-result.js';
import { bashCompletion } from './completion/bash-completion.js';
import { completionTree, type CompletionTree } from './completion/completion-tree.js';
import { fishCompletion } from './completion/fish-completion.js';
import { zshCompletion } from './completion/zsh-completion.js';
import { EXIT } from './exit-codes.js';
import type { Run } from './program.js';
import type { ShellName } from './shells.js';
import { withConsole } from './with-console.js';

const SCRIPTS: Readonly<Record<ShellName, (tree: CompletionTree) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `completion`: the script by which a shell completes the commands and flags of a program. */
export function completionOf(program: Command): Run<ShellName> {
  return withConsole(async (shell, flags, console) => {
    const script = SCRIPTS[shell](completionTree(program));
    await console.print(flags.json ? toJson('completion', 'done', [], console.language, { shell, script }) : script);
    return EXIT.done;
  });
}
