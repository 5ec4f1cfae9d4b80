import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWell } from './warm-cli.js';
import { makeFolder } from './workspace.js';

describe('check', () => {
  it('warns of columns that are nobody’s business, unless somebody asks for them', async () => {
    const roster = join(await makeFolder(), 'a.csv');
    await writeFile(roster, 'id,name,birth date,nationality\n1,Arden Ivy,1990-01-02,FR\n2,Bell Jo,1991-02-03,BE\n');
    const asked = ['check', '--roster', `A=${roster}`, '--size', '2', '--lang', 'en'];
    const warning = 'warning: Nothing needs birth date, nationality: better delete these columns';
    expect((await runWell([...asked, '--balance', 'school=1'])).stderr).toContain(warning);
    const { stderr } = await runWell([...asked, '--balance', 'nationality=1']);
    expect(stderr).toContain('warning: Nothing needs birth date: better delete this column');
  });
});
