import { join } from 'node:path';
import { expect } from 'vitest';
import { runCli } from './run-cli.js';
import { copyFixture } from './workspace.js';

/** The 2018 module, planned on 5 February, in a folder of its own. */
export async function publishedModule(): Promise<{ module: string; out: string }> {
  const module = await copyFixture('regards-croises-2018');
  const out = join(module, '..', 'out');
  const { code } = await runCli(['plan', module, '--out', out, '--today', '05/02/2018', '--quiet', '--effort', '1']);
  expect(code).toBe(0);
  return { module, out };
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
