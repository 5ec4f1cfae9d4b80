import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from './warm-cli.js';
import { copyFixture } from './workspace.js';

it('finds the files of a settings file whose name only ends in module.toml', async () => {
  const module = await copyFixture('tiny');
  await rename(join(module, 'module.toml'), join(module, 'my-module.toml'));
  for (const [path, cwd] of [
    [join(module, 'my-module.toml'), '/'],
    ['my-module.toml', module],
  ]) {
    const { code, stdout, stderr } = await runCli(['check', path], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('8 people');
  }
});
