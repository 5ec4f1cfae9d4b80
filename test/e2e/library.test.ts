import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, launchChromium } from '../helpers/chromium.js';
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

  it.skipIf(CHROMIUM === undefined)(
    'prints the same in a browser, bundled for it',
    async () => {
      const { printed } = await shown();
      const bundle = await rolldown({
        input: join(ROOT, EXAMPLE),
        platform: 'browser',
        cwd: ROOT,
        // What is loaded only when asked for: other encodings, and workbooks.
        onLog: () => undefined,
      });
      const { output } = await bundle.generate({ format: 'esm' });
      await bundle.close();
      const codeOf = new Map(
        output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
      );
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        const lines: string[] = [];
        const errors: string[] = [];
        page.on('console', (message) => lines.push(message.text()));
        page.on('pageerror', (error) => errors.push(error.message));
        await page.route('http://library.test/**', (route) => {
          const code = codeOf.get(new URL(route.request().url()).pathname);
          return code === undefined
            ? route.fulfill({
                body: `<!doctype html><script type="module" src="/${output[0].fileName}"></script>`,
                contentType: 'text/html',
              })
            : route.fulfill({ body: code, contentType: 'text/javascript' });
        });
        await page.goto('http://library.test/');
        await expect
          .poll(() => lines.length + errors.length, { timeout: 20_000 })
          .toBeGreaterThanOrEqual(printed.split('\n').length - 1);
        expect(errors).toEqual([]);
        expect(`${lines.join('\n')}\n`).toBe(printed);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});
