import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCalendarsBeside } from '../../src/cli/published-calendars.js';
import { DEFAULT_EFFORT } from '../../src/usecases/search-options.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'brassage-calendars-'));
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

/** Names of the files that are asked for, below `calendars/`. */
async function namesRead(): Promise<readonly string[]> {
  const names: string[] = [];
  const source = async (name: string) => {
    names.push(name.slice(join(home, 'calendars/').length));
    return 'missing' as const;
  };
  await readCalendarsBeside({ keep: join(home, 'timetable.csv'), effort: DEFAULT_EFFORT }, source);
  return names;
}

describe('calendars beside a list', () => {
  it('are the files in its folder and those below, by name', async () => {
    await mkdir(join(home, 'calendars', 'rooms'), { recursive: true });
    for (const name of ['rooms/Oak.ics', 'a.ics', 'notes.txt']) await writeFile(join(home, 'calendars', name), '');
    expect(await namesRead()).toEqual(['a.ics', 'rooms/Oak.ics']);
  });

  it('are none where there is no such folder', async () => {
    expect(await namesRead()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'are not looked for behind links, which may go round in circles',
    async () => {
      await mkdir(join(home, 'calendars'));
      await writeFile(join(home, 'calendars', 'a.ics'), '');
      for (const name of ['x', 'y', 'z']) await symlink('.', join(home, 'calendars', name));
      await symlink('/', join(home, 'calendars', 'everything'));
      expect(await namesRead()).toEqual(['a.ics']);
    },
  );
});
