import { describe, expect, it } from 'vitest';
import { runCli, runWell as runWellAlone, startUntil } from './run-cli.js';
import { parseTable } from './tables.js';
import { runWell } from './warm-cli.js';
import { fixture } from './workspace.js';

const MODULE = fixture('regards-croises-2018');

describe('--threads', () => {
  it('changes nothing but the time', async () => {
    const args = ['groups', MODULE, '--effort', '0', '--starts', '5', '--json'];
    const one = await runWell(args);
    for (const [run, threads] of [
      [runWell, '3'],
      [runWellAlone, '8'],
    ] as const) {
      const several = await run([...args, '--threads', threads]);
      expect(several.stdout).toBe(one.stdout);
    }
  });

  it('stops at the bound with the same answer', async () => {
    const one = await runWell(['groups', fixture('tiny'), '--json']);
    const two = await runWellAlone(['groups', fixture('tiny'), '--json', '--threads', '2']);
    expect(JSON.parse(one.stdout).stopped).toBe('bound');
    expect(two.stdout).toBe(one.stdout);
  });

  it('lets SIGINT keep the best list so far', async () => {
    const { child, ended } = await startUntil('settled', ['groups', MODULE, '--effort', '5', '--threads', '2']);
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(parseTable(stdout)).toHaveLength(168);
  });

  it('wants a whole number from 1 to 64', async () => {
    const { code, stderr } = await runCli(['groups', MODULE, '--threads', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('1 to 64');
  });
});
