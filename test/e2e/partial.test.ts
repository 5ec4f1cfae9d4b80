import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { copyFixture, edit, namesIn, textOf } from './workspace.js';

/** The 2018 module, in which somebody who must be heard comes no more. */
async function short(): Promise<string> {
  const module = await copyFixture('regards-croises-2018');
  await edit(join(module, 'availability.csv'), (poll) =>
    poll
      .replace(/^Szymczak[^\r]*/m, 'Szymczak Patrice;;;;;;;;;;;;')
      .replace(/^Quillévéré[^\r]*/m, 'Quillévéré Maryvonne;;;;;;;;;;;;'),
  );
  return module;
}

describe('--partial', () => {
  it('writes all that can take place, says what cannot, and exits 4', async () => {
    const module = await short();
    const out = join(module, '..', 'out');
    const args = ['plan', module, '--out', out, '--effort', '0', '--lang', 'en'];
    const refused = await runCli(args);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('Nothing was written');
    const { code, stderr } = await runCli([...args, '--partial']);
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /^The timetable is not complete: \d+ hearings have no place \(the fewest there can be, proved\)\.$/m,
    );
    expect(stderr).toMatch(/^\S+witnesses\.csv:\d+: error: PEREQ-..: no place was found for/m);
    expect(await namesIn(out)).toEqual(expect.arrayContaining(['groups.csv', 'manifest.json', 'timetable.csv']));
    const lacking = Number(/complete: (\d+) hearings/.exec(stderr)?.[1]);
    const heard = parseTable(await textOf(out, 'timetable.csv')).filter(({ kind }) => kind === 'hearing');
    expect(heard).toHaveLength(32 - lacking);
    expect(JSON.parse(await textOf(out, 'manifest.json')).options.flags).toMatchObject({ partial: 'true' });
  });

  it('is the same for the timetable of given groups, in French and as JSON', async () => {
    const module = await short();
    const out = join(module, '..', 'out');
    await runCli(['plan', module, '--out', out, '--effort', '0', '--partial']);
    const args = ['timetable', module, '--groups', join(out, 'groups.csv'), '--partial'];
    const french = await runCli([...args, '--lang', 'fr']);
    expect(french.code).toBe(4);
    expect(french.stderr).toContain('L’emploi du temps est incomplet\u00a0: ');
    const { code, stdout } = await runCli([...args, '--json']);
    const json = JSON.parse(stdout);
    expect([code, json.status, json.rows.length > 200]).toEqual([4, 'impossible', true]);
  });

  it('changes nothing where everything can take place', async () => {
    const module = await copyFixture('regards-croises-2018');
    const out = join(module, '..', 'out');
    const { code } = await runCli(['plan', module, '--out', out, '--effort', '0', '--partial', '--quiet']);
    expect(code).toBe(0);
  });
});
