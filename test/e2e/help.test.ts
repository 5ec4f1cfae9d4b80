import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './run-cli.js';
import { runCli } from './warm-cli.js';

const COMMANDS = ['init', 'check', 'plan', 'groups', 'rotate', 'timetable', 'score', 'compare', 'best', 'verify'];

describe('help', () => {
  it('of the program names every command, the exit codes and first steps', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toMatchSnapshot();
  });

  for (const command of COMMANDS) {
    it(`of ${command} is the same by --help and by help, and fits 100 columns`, async () => {
      const { code, stdout, stderr } = await runCli([command, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect((await runCli(['help', command])).stdout).toBe(stdout);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(stdout).toMatchSnapshot();
    });
  }

  it('describes one flag with one sentence in all commands', async () => {
    const sentences = new Map<string, Set<string>>();
    for (const command of COMMANDS) {
      const { stdout } = await runCli([command, '--help'], { env: { COLUMNS: '400' } });
      for (const [, flag, sentence] of stdout.matchAll(/^ {2}(--[\w-]+)(?: <[^>]+>)? {2,}(.*(?:\n {10,}\S.*)*)/gm)) {
        sentences.set(flag, (sentences.get(flag) ?? new Set()).add(sentence.replace(/\s+/g, ' ')));
      }
    }
    expect(sentences.size).toBeGreaterThan(20);
    const differing = [...sentences].filter(([, said]) => said.size > 1).map(([flag]) => flag);
    // A folder of plan's own is not a file of anybody's; plan has a folder to write even where none is named.
    expect(differing.sort()).toEqual(['--force', '--out']);
  });
});

it('--version prints the version of the package', async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
});
