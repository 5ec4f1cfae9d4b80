import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';
import { parseTable } from './tables.js';
import { copyFixture, edit, textOf } from './workspace.js';

/** The 2018 module, planned on 5 February, in a folder of its own. */
async function published(): Promise<{ module: string; out: string }> {
  const module = await copyFixture('regards-croises-2018');
  const out = join(module, '..', 'out');
  const { code } = await runCli(['plan', module, '--out', out, '--today', '05/02/2018', '--quiet', '--effort', '1']);
  expect(code).toBe(0);
  return { module, out };
}

const again = (module: string, out: string, ...args: readonly string[]) =>
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

const changes = (csv: string) =>
  parseTable(csv)
    .filter(({ status }) => status !== 'unchanged')
    .map(({ session, group, kind, status, version, changed }) => [session, group, kind, status, version, changed]);

describe('timetable --keep', () => {
  it('changes nothing but the status where nothing has changed', async () => {
    const { module, out } = await published();
    const { code, stdout } = await again(module, out);
    expect(code).toBe(0);
    const rows = parseTable(stdout);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['unchanged']));
    expect(new Set(rows.map(({ changed }) => changed))).toEqual(new Set(['2018-02-05']));
  });

  it('moves what a witness who withdraws from a half-day makes necessary, and dates it', async () => {
    const { module, out } = await published();
    const heard = parseTable((await again(module, out)).stdout).find(({ witness }) => witness === 'T01');
    if (heard === undefined) throw new Error('nobody hears T01');
    await edit(join(module, 'availability.csv'), (poll) => {
      const [header, ...lines] = poll.split('\r\n');
      const column = header.split(';').indexOf(heard.session);
      const withdraw = (line: string) => line.split(';').map((cell, index) => (index === column ? '' : cell));
      const rest = lines.map((line) => (line.startsWith('Kerdoncuff') ? withdraw(line).join(';') : line));
      return [header, ...rest].join('\r\n');
    });
    const { code, stdout, stderr } = await again(module, out, '--today', '2018-02-08');
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`^To tell:\n  ${heard.group}, ${heard.session}: .*, work,`, 'm'));
    expect(stderr).toContain(`Mme Kerdoncuff (T01), ${heard.session}: no longer: `);
    const { notices } = JSON.parse((await again(module, out, '--json')).stdout);
    expect(notices).toContainEqual(expect.objectContaining({ to: { kind: 'outside', id: 'T01' } }));
    const moved = changes(stdout);
    expect(moved).toContainEqual([heard.session, heard.group, 'work', 'moved', '1', '2018-02-08']);
    expect(moved.length).toBeLessThanOrEqual(4);
    // On the day after, that hearing has taken place.
    const late = await again(module, out, '--today', '2018-12-31');
    expect(changes(late.stdout)).toEqual([]);
  });

  it('exits 4 where a locked row cannot stay, with its line', async () => {
    const { module, out } = await published();
    const lines = (await textOf(out, 'timetable.csv')).split('\r\n');
    const at = lines.findIndex((line) => line.includes(';T01;'));
    await edit(join(out, 'timetable.csv'), (list) => list.replace(lines[at], `${lines[at]}x`));
    await edit(join(module, 'availability.csv'), (poll) =>
      poll.replace(/^Kerdoncuff[^\r]*/m, 'Kerdoncuff Anne-Laure;;;;;;;;;;;;'),
    );
    const { code, stdout, stderr } = await again(module, out);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toMatch(new RegExp(`timetable\\.csv:${at + 1}.*the row is locked, and T01 cannot come then`));
  });

  it('exits 3 where the list is no timetable, and 2 where the day is none', async () => {
    const { module, out } = await published();
    const wrong = await again(module, out, '--keep', join(out, 'groups.csv'));
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('uid');
    const day = await again(module, out, '--today', 'soon');
    expect(day.code).toBe(2);
    expect(day.stderr).toContain('Expected a day');
  });

  it('is recorded in the manifest of a plan', async () => {
    const { module, out } = await published();
    const next = join(out, '..', 'next');
    const { code } = await runCli([
      'plan',
      module,
      '--out',
      next,
      '--keep',
      join(out, 'timetable.csv'),
      '--today',
      '2018-02-06',
      '--quiet',
      '--effort',
      '1',
    ]);
    expect(code).toBe(0);
    const manifest = JSON.parse(await textOf(next, 'manifest.json'));
    expect(manifest.options.flags).toMatchObject({ today: '2018-02-06' });
    expect(manifest.inputs.map(({ name }: { name: string }) => name)).toContain(join(out, 'timetable.csv'));
    expect(new Set(parseTable(await textOf(next, 'timetable.csv')).map(({ statut }) => statut))).toEqual(
      new Set(['inchangé']),
    );
  });
});
