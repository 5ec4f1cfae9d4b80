import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './run-cli.js';

/** One thing that a page lets its reader do, or shows. */
export type Step =
  /** A line of commands; what the page says in words, or does aside, stands in a comment `<!-- do: … -->`. */
  | { readonly kind: 'run'; readonly command: string; readonly exit: number }
  /** Lines that the last command printed, in this order; `…` stands for any number of others. */
  | { readonly kind: 'shown'; readonly lines: readonly string[] }
  /** A file that the reader is to have: the block after `<!-- file: PATH -->`. */
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
  /** Commands marked `<!-- not run: reason -->`: nothing is known of what they print. */
  | { readonly kind: 'not-run' };

const MARK = /<!-- (?<mark>do|file|not run): ?(?<argument>[\s\S]*?) -->/;
const EXITS = /<!-- exits (?<exit>\d+) -->/;
const BLOCK = /^```(?<language>\w*)\n(?<block>[\s\S]*?)^```$/m;
const STEP = new RegExp(`${MARK.source}|${EXITS.source}|${BLOCK.source}`, 'gm');

/** Languages of blocks that hold commands: only `sh` is run, so the others need a mark that says why they are not. */
const COMMANDS = new Set(['sh', 'bash', 'shell', 'console', 'zsh']);

/** Every page for users, by its path: both READMEs, and all of docs/. */
export async function findPages(): Promise<readonly string[]> {
  const below = await readdir(join(ROOT, 'docs'), { recursive: true });
  const docs = below.filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll('\\', '/')}`);
  return ['README.md', 'README.fr.md', ...docs.sort()];
}

/** The steps of a page, in order. Blocks of other languages than `sh` and none are for reading alone. */
export async function readSteps(page: string): Promise<readonly Step[]> {
  return stepsOf(await readFile(join(ROOT, page), 'utf8'));
}

/** The same of a text. Throws where commands are neither run nor marked as such that are not. */
export function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = [];
  let exit = 0;
  let path: string | undefined;
  let isNotRun = false;
  const run = (commands: readonly string[]): void => {
    commands.forEach((command, at) =>
      steps.push({ kind: 'run', command, exit: at === commands.length - 1 ? exit : 0 }),
    );
    exit = 0;
  };
  for (const { groups = {} } of text.matchAll(STEP)) {
    const { mark, argument = '', exit: code, language = '', block = '' } = groups;
    if (code !== undefined) exit = Number(code);
    else if (mark === 'do') run([argument]);
    else if (mark === 'file') path = argument;
    else if (mark === 'not run') isNotRun = true;
    else if (path !== undefined) {
      steps.push({ kind: 'file', path, content: block });
      path = undefined;
    } else if (COMMANDS.has(language)) {
      if (isNotRun) steps.push({ kind: 'not-run' });
      else if (language === 'sh') run(commandsOf(block));
      else throw new Error(`A block of ${language} is neither run (sh) nor marked <!-- not run: reason -->:\n${block}`);
      isNotRun = false;
    } else if (language === '') steps.push({ kind: 'shown', lines: block.trimEnd().split('\n') });
  }
  return steps;
}

/** The lines of a block, without what is only for the reader. */
function commandsOf(block: string): readonly string[] {
  const lines = block.replaceAll(/\\\n\s*/g, '').split('\n');
  return lines.map((line) => line.replace(/(?:^| +)# .*$/, '')).filter((line) => line.trim() !== '');
}
