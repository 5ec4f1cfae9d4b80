import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './run-cli.js';
import { runWell } from './warm-cli.js';
import { makeFolder } from './workspace.js';

it.each([
  ['README.md', 'en'],
  ['README.fr.md', 'fr'],
])('%s shows what planning the 2018 module prints', async (file, language) => {
  const shown = /<!-- summary -->\n```\n([\s\S]*?)\n```/.exec(await readFile(join(ROOT, file), 'utf8'))?.[1] ?? '';
  const out = join(await makeFolder(), 'out');
  const args = ['plan', 'fixtures/regards-croises-2018', '--out', out, '--lang', language];
  const { stderr } = await runWell(args, { cwd: ROOT });
  expect(stderr.trimEnd().replaceAll(out, 'out')).toBe(shown);
});
