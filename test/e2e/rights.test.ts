import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWell } from './run-cli.js';
import { filesIn, fixture, makeFolder } from './workspace.js';

/** Rights of a folder and of all files in it, each once, in octal. */
async function rightsOf(folder: string): Promise<readonly string[]> {
  const modes = await Promise.all(
    ['.', ...(await filesIn(folder))].map(async (name) => (await stat(join(folder, name))).mode),
  );
  return [...new Set(modes.map((mode) => (mode & 0o777).toString(8)))];
}

/** What this user's files are like where nothing is taken away. */
const USUAL = [0o777, 0o666].map((mode) => (mode & ~process.umask()).toString(8));

describe.skipIf(process.platform === 'win32')('what is written', () => {
  it('can be read by its owner alone, or by others where that is asked for', async () => {
    const home = await makeFolder();
    const plan = (out: string, ...flags: readonly string[]) =>
      runWell(['plan', fixture('tiny'), '--out', join(home, out), '--quiet', ...flags]);
    await plan('own');
    expect(await rightsOf(join(home, 'own'))).toEqual(['700', '600']);
    await plan('shared', '--shared');
    expect(await rightsOf(join(home, 'shared'))).toEqual(USUAL);
    await plan('own', '--force', '--shared');
    expect(await rightsOf(join(home, 'own'))).toEqual(USUAL);
  });

  it('has the rights of what it replaces', async () => {
    const out = join(await makeFolder(), 'out');
    const args = ['plan', fixture('tiny'), '--out', out, '--force', '--quiet'];
    await runWell(args);
    await chmod(out, 0o750);
    await runWell(args);
    expect(await rightsOf(out)).toEqual(['750', '640']);
  });

  it('is a list of its owner, and a module too', async () => {
    const home = await makeFolder();
    const list = join(home, 'groups.csv');
    await runWell(['groups', fixture('tiny'), '--output', list, '--quiet']);
    expect((await stat(list)).mode & 0o777).toBe(0o600);
    await chmod(list, 0o644);
    await runWell(['groups', fixture('tiny'), '--output', list, '--force', '--quiet']);
    expect((await stat(list)).mode & 0o777).toBe(0o644);
    await runWell(['init', join(home, 'module'), '--quiet']);
    expect(await rightsOf(join(home, 'module'))).toEqual(['700', '600']);
  });
});
