import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run-cli.js';
import { makeFolder } from './workspace.js';

const EXAMPLE = 'examples/two-schools.ts';

/** What the page of the library shows: the example, and what it prints. */
async function shown(): Promise<{ readonly code: string; readonly printed: string }> {
  const page = await readFile(join(ROOT, 'docs/library.md'), 'utf8');
  const code = /\n```ts\n([\s\S]*?)```\n/.exec(page)?.[1] ?? '';
  const printed = /\nIt prints\n\n```\n([\s\S]*?)```\n/.exec(page)?.[1] ?? '';
  return { code, printed };
}

describe('the example of the library', () => {
  it('is shown whole, and prints in Node.js what is shown', async () => {
    const { code, printed } = await shown();
    expect(code).toBe(await readFile(join(ROOT, EXAMPLE), 'utf8'));
    // Where the package is at hand by its own name, as it is for whoever has installed it.
    const folder = await makeFolder();
    await mkdir(join(folder, 'node_modules'));
    await symlink(ROOT, join(folder, 'node_modules', 'brassage'), 'dir');
    const script = join(folder, 'two-schools.mjs');
    await writeFile(script, code);
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    expect(stdout).toBe(printed);
  });
});
