import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './run-cli.js';

/** One thing that a page of docs/ lets its reader do, or shows. */
export type Step =
  /** Commands, a line each; those that the page describes in words stand in a comment `<!-- do: … -->`. */
  | { readonly kind: 'run'; readonly command: string; readonly exit: number }
  /** Lines that the last command printed, in this order; `…` stands for any number of others. */
  | { readonly kind: 'shown'; readonly lines: readonly string[] };

const STEP = /<!-- do: (?<hidden>[\s\S]*?) -->|<!-- exits (?<exit>\d+) -->|```(?<language>\w*)\n(?<block>[\s\S]*?)```/g;

/** The steps of a page, in order. Blocks of other languages than `sh` and none are for reading alone. */
export async function readSteps(page: string): Promise<readonly Step[]> {
  const text = await readFile(join(ROOT, 'docs', page), 'utf8');
  const steps: Step[] = [];
  let exit = 0;
  for (const { groups } of text.matchAll(STEP)) {
    const { hidden, exit: code, language, block = '' } = groups ?? {};
    if (code !== undefined) exit = Number(code);
    else if (hidden !== undefined) steps.push({ kind: 'run', command: hidden, exit: 0 });
    else if (language === 'sh') {
      const commands = block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
      commands.forEach((command, at) =>
        steps.push({ kind: 'run', command, exit: at === commands.length - 1 ? exit : 0 }),
      );
      exit = 0;
    } else if (language === '') steps.push({ kind: 'shown', lines: block.trimEnd().split('\n') });
  }
  return steps;
}
