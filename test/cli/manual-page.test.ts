import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { manualPage } from '../../src/cli/manual-page.js';
import { createProgram } from '../../src/cli/program.js';
import { VERSION } from '../../src/cli/version.js';
import { cliWordsInEnglish } from '../../src/cli/words/en.js';

const PAGE = fileURLToPath(new URL('../../man/brassage.1', import.meta.url));

/** Programs that read pages, told to say what is off. */
const READERS: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ['mandoc', '-Tlint', PAGE],
  ['groff', '-man', '-ww', '-Tutf8', '-z', PAGE],
  ['man', '--warnings', '-l', PAGE],
];

const isHere = (name: string) => spawnSync(name, ['--version']).error === undefined;

describe('the manual page', () => {
  const program = createProgram(VERSION, cliWordsInEnglish, () => undefined);
  const page = readFileSync(PAGE, 'utf8');

  it('is the one that the command tree gives: npm run man writes it', () => {
    expect(page).toBe(manualPage(program, VERSION, cliWordsInEnglish.help));
  });

  it('names every command and every flag', () => {
    for (const command of program.commands) {
      expect(page).toMatch(new RegExp(`^\\.B ${command.name()}\\b`, 'm'));
      for (const { flags } of command.options) expect(page).toContain(`.B ${flags.replaceAll('-', '\\-')}`);
    }
  });

  for (const [name, ...args] of READERS)
    // Skipped with its name in the report where there is no such program; .ci/run installs mandoc.
    it.skipIf(!isHere(name))(`has nothing that ${name} warns of`, () => {
      const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', MANPAGER: 'cat', PAGER: 'cat' };
      const { status, stdout, stderr } = spawnSync(name, args, { env, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      if (name === 'mandoc') expect(stdout).toBe('');
    });
});
