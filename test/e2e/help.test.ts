import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/report/text-table.js';
import { ROOT } from './run-cli.js';
import { runCli } from './warm-cli.js';

const COMMANDS = [
  'init',
  'check',
  'plan',
  'repair',
  'groups',
  'rotate',
  'timetable',
  'score',
  'compare',
  'best',
  'verify',
  'completion',
];
const LANGUAGES = ['en', 'fr'] as const;
const widest = (text: string) => Math.max(...text.split('\n').map(textWidth));

describe.each(LANGUAGES)('help in %s', (language) => {
  const run = (...args: readonly string[]) => runCli([...args, '--lang', language]);

  it('of the program names every command, the exit codes and first steps', async () => {
    const { code, stdout, stderr } = await run('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout).toMatchSnapshot();
  });

  for (const command of COMMANDS) {
    it(`of ${command} is the same by --help and by help, and fits 80 columns`, async () => {
      const { code, stdout, stderr } = await run(command, '--help');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect((await run('help', command)).stdout).toBe(stdout);
      expect(widest(stdout)).toBeLessThanOrEqual(80);
      expect(stdout).toMatchSnapshot();
    });
  }

  it('describes one flag with one sentence in all commands', async () => {
    const sentences = new Map<string, Set<string>>();
    for (const command of COMMANDS) {
      const { stdout } = await run(command, '--help');
      for (const [, flag, sentence] of stdout.matchAll(/^ {2}(--[\w-]+)(?: <[^>]+>)? {2,}(.*(?:\n {10,}\S.*)*)/gm)) {
        sentences.set(flag, (sentences.get(flag) ?? new Set()).add(sentence.replace(/\s+/g, ' ')));
      }
    }
    expect(sentences.size).toBeGreaterThan(20);
    const differing = [...sentences].filter(([, said]) => said.size > 1).map(([flag]) => flag);
    // What is kept, and what may be replaced, differ; plan and rotate have a folder to write even where none is named.
    expect(differing.sort()).toEqual(['--force', '--keep', '--out']);
  });
});

describe('the language of the help', () => {
  it('is that of the locale, unless --lang asks for another, before or after the command', async () => {
    const env = { LC_ALL: 'fr_FR.UTF-8' };
    const french = (await runCli(['plan', '--help', '--lang', 'fr'])).stdout;
    expect((await runCli(['plan', '--help'], { env })).stdout).toBe(french);
    expect((await runCli(['--lang', 'fr', 'plan', '--help'])).stdout).toBe(french);
    expect((await runCli(['--lang=en', 'plan', '--help'], { env })).stdout).toMatch(/^Usage: brassage plan /);
  });
});

describe('the start of the program', () => {
  /** What a bundled file loads before anything of its own runs, itself among it. */
  async function loadedWith(name: string, known = new Map<string, string>()): Promise<ReadonlyMap<string, string>> {
    if (known.has(name)) return known;
    const text = await readFile(join(ROOT, 'dist/command', name), 'utf8');
    known.set(name, text);
    for (const [, other] of text.matchAll(/^(?:import|export)\b[^;]*?["']\.\/([^"']+)["'];$/gm))
      await loadedWith(other, known);
    return known;
  }

  it('loads the words of no language before it knows which, and no command', async () => {
    const loaded = [...(await loadedWith('main.js')).values()].join('\n');
    expect(loaded).toContain('languageAsked');
    for (const words of ['folder to make', 'dossier à créer', 'Mélange']) expect(loaded).not.toContain(words);
    expect(loaded.length).toBeLessThan(60_000);
  });
});

it('--version prints the version of the package', async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
});
