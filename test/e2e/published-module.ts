import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { runCli, runWell } from './warm-cli.js';
import { fixture, makeFolder } from './workspace.js';

interface Published {
  readonly module: string;
  readonly out: string;
}

/** To be called once in a file: what gives each of its tests the 2018 module, planned on 5 February, in a folder of the test's own. */
export function planOnce(): () => Promise<Published> {
  let planned: Promise<string> | undefined;
  afterAll(async () => {
    if (planned !== undefined) await rm(await planned, { recursive: true, force: true });
  });
  return async () => {
    planned ??= plan();
    const folder = await makeFolder();
    await cp(await planned, folder, { recursive: true });
    return { module: join(folder, 'module'), out: join(folder, 'out') };
  };
}

async function plan(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'brassage-test-'));
  const module = join(folder, 'module');
  await cp(fixture('regards-croises-2018'), module, { recursive: true });
  const args = ['--out', join(folder, 'out'), '--today', '05/02/2018', '--quiet', '--effort', '1'];
  await runWell(['plan', module, ...args]);
  return folder;
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
