import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { runCli } from './run-cli.js';
import { fixture, makeFolder } from './workspace.js';

/** The folder in which the module is planned, once for all tests of a file. */
let planned: Promise<string> | undefined;

afterAll(async () => {
  if (planned !== undefined) await rm(await planned, { recursive: true, force: true });
});

async function planOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'brassage-test-'));
  const module = join(folder, 'module');
  await cp(fixture('regards-croises-2018'), module, { recursive: true });
  const args = ['--out', join(folder, 'out'), '--today', '05/02/2018', '--quiet', '--effort', '1'];
  const { code } = await runCli(['plan', module, ...args]);
  expect(code).toBe(0);
  return folder;
}

/** The 2018 module, planned on 5 February, in a folder of the test's own. */
export async function publishedModule(): Promise<{ module: string; out: string }> {
  planned ??= planOnce();
  const folder = await makeFolder();
  await cp(await planned, folder, { recursive: true });
  return { module: join(folder, 'module'), out: join(folder, 'out') };
}

/** The timetable of the same groups, after that. */
export const timetableAgain = (module: string, out: string, ...args: readonly string[]) =>
  runCli([
    'timetable',
    module,
    '--groups',
    join(out, 'groups.csv'),
    '--keep',
    join(out, 'timetable.csv'),
    '--lang',
    'en',
    ...args,
  ]);
