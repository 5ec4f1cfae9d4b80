import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/report/text-table.js';
import { runShell } from './run-cli.js';
import { runCli } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

const MODULES = ['regards-croises-2018', 'tiny', 'roles'] as const;

/** Lines of a table: three columns or more, two blanks apart. */
const tableLines = (text: string) => text.split('\n').filter((line) => /\S {2,}\S.*? {2,}\S/.test(line));

/** How well groups are searched for alters no table's columns. */
const SHORT = ['--effort', '0', '--time-limit', '1'];

/** Every command that prints tables, and what it printed, by command. */
async function printAll(module: string, language: string): Promise<ReadonlyMap<string, string>> {
  const folder = await makeFolder();
  const at = (name: string) => join(folder, name);
  const printed = new Map<string, string>();
  const run = async (...args: readonly string[]) => {
    const { stdout, stderr } = await runCli([...args, '--lang', language], { env: { COLUMNS: '80', NO_COLOR: '1' } });
    const [command] = args;
    printed.set(command, `${printed.get(command) ?? ''}${command === 'groups' ? '' : stdout}${stderr}`);
  };
  await run('check', module);
  await run('plan', module, '--out', at('a'), ...SHORT, '--verbose');
  await run('groups', module, ...SHORT, '--history', at('a/groups.csv'), '--output', at('b.csv'));
  await run('score', module, '--groups', at('b.csv'), '--history', at('a/groups.csv'), '--verbose');
  await run('compare', at('a'), at('b.csv'), module);
  await run('repair', module, '--keep', at('a'), '--out', at('c'), '--max-moves', '3', ...SHORT);
  await run('rotate', module, '--modules', '2', '--out', at('d'), ...SHORT);
  // Nothing of these depends on the size of a module, which they take long for.
  if (module === fixture('regards-croises-2018')) return printed;
  await run('timetable', module, '--groups', at('a/groups.csv'), '--output', at('e.csv'));
  await run('verify', at('a'), module);
  return printed;
}

describe.each(MODULES)('on a terminal of 80 columns, %s', (name) => {
  it.each(['en', 'fr'])('has tables that fit, in %s', async (language) => {
    const printed = await printAll(fixture(name), language);
    let lines = 0;
    for (const [command, text] of printed) {
      expect([command, text]).not.toEqual([command, '']);
      const own = tableLines(text);
      lines += own.length;
      expect([command, ...own.filter((line) => textWidth(line) > 80)]).toEqual([command]);
    }
    expect(lines).toBeGreaterThan(20);
  });
});

describe('long names', () => {
  it('are cut at a word with a sign of it in tables', async () => {
    const roster = join(await makeFolder(), 'roster.csv');
    const long = 'Établissement public national d’enseignement supérieur et de formation continue';
    const people = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => `${id},${id % 2 === 0 ? long : 'préfecture'}`);
    await writeFile(roster, `id,internships\n${people.join('\n')}\n`);
    const asked = ['--roster', `A=${roster}`, '--size', '4', '--balance', 'internships=10'];
    const { stdout } = await runCli(['check', ...asked, '--lang', 'fr']);
    expect(stdout).toMatch(/Établissement public[^\n]*…/);
    expect(tableLines(stdout).filter((line) => textWidth(line) > 80)).toEqual([]);
  });
});

describe('sentences', () => {
  const line = `$BRASSAGE check ${fixture('regards-croises-2018')} --lang fr`;

  it.skipIf(!hasScript())('are broken at words on a narrow terminal', async () => {
    const narrow = `script --quiet --return --command 'stty cols 50; ${line}' /dev/null`;
    const { stdout } = await runShell(narrow, { env: { TERM: 'xterm', NO_COLOR: '1' } });
    // What is told of progress goes away.
    const shown = stdout.replace(/\r\u001b\[2K[^\r\n]*(?=\r\u001b\[2K)/g, '').replace(/\r\u001b\[2K/g, '');
    const lines = shown.trimEnd().split(/\r?\n/);
    const tooWide = lines.filter((own) => textWidth(own) > 50 && own.trim().includes(' '));
    expect(tooWide).toEqual([]);
    const piped = await runShell(`${line} 2>&1`);
    const words = (text: string) => text.split(/[ \r\n]+/).filter(Boolean);
    expect(words(shown)).toEqual(words(piped.stdout));
    // A pipe has each sentence in one line.
    expect(piped.stdout).toMatch(/^note\u00a0: .{80,}\.$/m);
  });
});

function hasScript(): boolean {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}
