import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';
import { fixture } from './workspace.js';

const TINY = fixture('tiny');
const ESCAPE = '\u001b[';

/** `check` writes its overview to standard output and, of a module that has some, notes to standard error. */
async function emphasised(args: readonly string[], env: Readonly<Record<string, string>>): Promise<readonly boolean[]> {
  const { stdout, stderr } = await runCli(['check', fixture('roles'), ...args], { env });
  expect(stderr).toContain('note');
  return [stdout.includes(ESCAPE), stderr.includes(ESCAPE)];
}

describe('colour', () => {
  it('is off where the streams are no terminals', async () => {
    expect(await emphasised([], { TERM: 'xterm-256color', COLORTERM: 'truecolor' })).toEqual([false, false]);
  });

  it('is on with FORCE_COLOR=1', async () => {
    expect(await emphasised([], { FORCE_COLOR: '1' })).toEqual([true, true]);
    const broken = await runCli(['check', fixture('broken/bad-date')], { env: { FORCE_COLOR: '1' } });
    expect(broken.stderr).toContain(ESCAPE);
  });

  it('is off with NO_COLOR, whatever FORCE_COLOR says, and an empty NO_COLOR is none', async () => {
    expect(await emphasised([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toEqual([false, false]);
    expect(await emphasised([], { FORCE_COLOR: '1', NO_COLOR: '' })).toEqual([true, true]);
  });

  it('is off with FORCE_COLOR=0', async () => {
    expect(await emphasised([], { FORCE_COLOR: '0' })).toEqual([false, false]);
  });

  it('is off with --no-color, which wins over all', async () => {
    expect(await emphasised(['--no-color'], { FORCE_COLOR: '1' })).toEqual([false, false]);
  });

  it('never touches data: neither CSV nor JSON', async () => {
    for (const args of [
      ['groups', TINY],
      ['groups', TINY, '--json'],
      ['check', TINY, '--json'],
    ]) {
      const { stdout } = await runCli(args, { env: { FORCE_COLOR: '1' } });
      expect(stdout).not.toContain(ESCAPE);
    }
  });
});
