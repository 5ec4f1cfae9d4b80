import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOnce, timetableAgain as again } from './published-module.js';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { copyFixture, edit, textOf } from './workspace.js';

const published = planOnce();

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

  it('leaves locked rows as they were while others move, with their kind, guests, room and rank', async () => {
    const { module, out } = await published();
    const told = ({ session, group, kind, room, witness, order, lock }: Record<string, string>) =>
      [session, group, kind, room, witness, order, lock].join(';');
    const before = parseTable((await again(module, out)).stdout);
    await edit(join(out, 'timetable.csv'), (list) =>
      list
        .split('\r\n')
        .map((line, index) => (index > 0 && index % 3 === 0 && line !== '' ? `${line}x` : line))
        .join('\r\n'),
    );
    const locked = parseTable((await again(module, out)).stdout).filter(({ lock }) => lock !== '');
    expect(locked.length).toBeGreaterThan(70);
    expect(new Set(locked.map(({ kind }) => kind))).toEqual(
      new Set(['plenary', 'work', 'hearing', 'presentation', 'visit']),
    );
    // A lock says nothing but that the row stays.
    const byUid = new Map(before.map((row) => [row.uid, row]));
    expect(locked.map((row) => told({ ...row, lock: '' }))).toEqual(
      locked.map(({ uid }) => told(byUid.get(uid) ?? {})),
    );
    const spare = locked.find(({ kind, room }) => kind === 'work' && room !== '')?.room;
    const free = before.find(
      (row) => row.kind === 'work' && row.room !== spare && !locked.some(({ uid }) => uid === row.uid),
    );
    await edit(join(module, 'rooms.csv'), (text) =>
      text
        .split('\r\n')
        .map((line) => (line.startsWith(`${free?.room};`) ? `${line}${free?.session}` : line))
        .join('\r\n'),
    );
    const { code, stdout, stderr } = await again(module, out);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    const rows = parseTable(stdout);
    expect(rows.some(({ status }) => status === 'moved')).toBe(true);
    expect(rows.filter(({ lock }) => lock !== '').map(told)).toEqual(locked.map(told));
  });

  it.each([
    ['a hearing without a witness', 'hearing', { témoin: '' }, 'it names nobody, where a hearing has one witness'],
    ['a rank that there is not', 'presentation', { ordre: '17' }, 'rank 17 is not to be had'],
    ['a start that no rank gives', 'presentation', { début: '14:07' }, 'has other hours for it'],
    ['a small room for a plenary', 'plenary', { salle: 'Salle Ehn' }, 'Salle Ehn is too small for all who meet there'],
    ['no room', 'work', { salle: '' }, 'it has no room'],
  ])('exits 4 where a locked row says %s, with its line', async (_, wanted, written, sentence) => {
    const { module, out } = await published();
    const list = await textOf(out, 'timetable.csv');
    const kinds = parseTable((await again(module, out)).stdout).map(({ kind }) => kind);
    const at = kinds.indexOf(wanted) + 1;
    const lines = list.split('\r\n');
    const header = lines[0].replace('\uFEFF', '').split(';');
    const cells = lines[at].split(';');
    for (const [name, cell] of Object.entries({ ...written, verrou: 'x' })) cells[header.indexOf(name)] = cell;
    await edit(join(out, 'timetable.csv'), () => lines.with(at, cells.join(';')).join('\r\n'));
    const { code, stdout, stderr } = await again(module, out);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`timetable\\.csv:${at + 1}.*the row is locked, and .*${sentence}`),
    );
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

  it('is missed where another timetable lies beside the groups, and not where it is the same', async () => {
    const { module, out } = await published();
    const list = ['timetable', module, '--groups', join(out, 'groups.csv'), '--by', 'witness', '--lang', 'en'];
    expect((await runCli(list)).stderr).not.toContain('--keep');
    await edit(join(out, 'timetable.csv'), (text) => text.replace(/;Salle Ehn;/, ';Salle Zorn;'));
    expect((await runCli(list)).stderr).toContain(
      `timetable.csv: warning: 1 row of this timetable, beside the list of groups, is not as in the one just made. If it is out, give --keep ${join(out, 'timetable.csv')} to go on from it.`,
    );
    expect((await runCli([...list, '--keep', join(out, 'timetable.csv')])).stderr).not.toContain('to go on from it');
  });

  it('takes a lock set in the folder that is replaced, and says who is in another group than before', async () => {
    const { module, out } = await published();
    const list = join(out, 'timetable.csv');
    await edit(list, (text) => text.replace(/^(.*;S02;.*;)\r$/m, '$1x\r'));
    const args = ['plan', module, '--out', out, '--keep', list, '--today', '2018-02-08', '--force', '--lang', 'en'];
    const same = await runCli([...args, '--effort', '1']);
    expect({ code: same.code, regrouped: same.stderr.includes('in another group') }).toEqual({
      code: 0,
      regrouped: false,
    });
    expect(parseTable(await textOf(out, 'timetable.csv')).filter(({ lock }) => lock === 'x')).toHaveLength(1);
    await edit(join(module, 'ena.csv'), (roster) => roster.replace(/^E041.*\r?\n/m, ''));
    const { code, stderr } = await runCli([...args, '--effort', '1']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/groups\.csv: warning: \d+ of 167 people are in another group than in this list; to-tell/);
  });

  it('is asked for where a plan with a timetable is replaced without it', async () => {
    const module = await copyFixture('tiny');
    const out = join(module, '..', 'out');
    const replace = (...args: readonly string[]) =>
      runCli(['plan', module, '--out', out, '--effort', '1', '--lang', 'en', ...args]);
    const list = join(out, 'timetable.csv');
    const warning = `${list}: warning: This list is replaced as if it had never been published`;
    expect((await replace()).stderr).not.toContain('never been published');
    const { code, stderr } = await replace('--force');
    expect(code).toBe(0);
    expect(stderr).toContain(warning);
    expect(stderr).toContain(`give --keep ${list}.`);
    const { diagnostics } = JSON.parse((await replace('--force', '--json', '--today', '2018-02-05')).stdout);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'timetable.published-anew', file: list }));
    expect((await replace('--force', '--keep', list)).stderr).not.toContain('never been published');
    expect((await replace('--force', '--lang', 'fr')).stderr).toContain(
      'comme si elle n’avait jamais été publiée\u00a0: ',
    );
  });

  it.each([
    [
      'a witness leaves the module',
      '2018-02-14',
      ['witnesses.csv', /^T05[^\r]*\r\n/m],
      ['availability.csv', /^Perrachon[^\r]*\r\n/m],
    ],
    ['a witness is for another theme', '2018-03-27', ['witnesses.csv', /(^T02.*;témoin;)VILLE/m]],
    [
      'a jury member leaves',
      '2018-03-30',
      ['witnesses.csv', /^J1[^\r]*\r\n/m],
      ['availability.csv', /^Delaporte[^\r]*\r\n/m],
    ],
    ['a room is lost', '2018-03-30', ['rooms.csv', /^Salle Zorn[^\r]*\r\n/m]],
    ['a large room is lost', '2018-03-30', ['rooms.csv', /^Amphi Vosges[^\r]*\r\n/m]],
    ['a session is no longer there', '2018-03-30', ['sessions.csv', /^S02[^\r]*\r\n/m]],
    ['a session was at another hour', '2018-03-30', ['sessions.csv', /(^S02;12\/02\/2018;)14h/m]],
  ] as [string, string, ...(readonly [string, RegExp])[]][])(
    'leaves the past as it was where %s',
    async (_, today, ...edits: (readonly [string, RegExp])[]) => {
      const { module, out } = await published();
      for (const [file, pattern] of edits) {
        await edit(join(module, file), (text) =>
          text.replace(pattern, (found, kept: unknown) =>
            typeof kept === 'string' ? `${kept}${found.endsWith('14h') ? '12h' : 'SERVICE'}` : '',
          ),
        );
      }
      const { code, stdout, stderr } = await again(module, out, '--today', today);
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
      const [year, month, day] = today.split('-');
      const isPast = ({ date }: Record<string, string>) => date < `${year}-${month}-${day}`;
      const before = parseTable((await again(module, out, '--today', '2019-01-01')).stdout).filter(isPast);
      const after = parseTable(stdout).filter(isPast);
      expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort());
      expect(after.filter(({ status }) => status !== 'unchanged')).toEqual([]);
    },
  );

  it('lives with limits that what has happened exceeds, and with fewer hearings than were given', async () => {
    const { module, out } = await published();
    await edit(join(module, 'witnesses.csv'), (text) => text.replace(/(^T02.*;VILLE;)3;2/m, '$11;1'));
    const limited = await again(module, out, '--today', '2018-03-27');
    expect({ code: limited.code, stderr: limited.code === 0 ? '' : limited.stderr }).toEqual({ code: 0, stderr: '' });
    await edit(join(module, 'module.toml'), (text) => text.replace('hearings_per_group = 2', 'hearings_per_group = 1'));
    const fewer = await again(module, out, '--today', '2018-03-01');
    expect({ code: fewer.code, stderr: fewer.code === 0 ? '' : fewer.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('raises the version of a session that comes back, however long after', async () => {
    const { module, out } = await published();
    const step = async (name: string, list: string) => {
      const next = join(out, name);
      await again(module, out, '--keep', list, '--csv', 'rfc4180', '--output', next);
      return next;
    };
    const sessions = await textOf(module, 'sessions.csv');
    await edit(join(module, 'sessions.csv'), (text) => text.replace(/^S02[^\r]*\r\n/m, ''));
    const first = await step('1.csv', join(out, 'timetable.csv'));
    const second = await step('2.csv', first);
    await edit(join(module, 'sessions.csv'), () => sessions);
    const back = parseTable(await textOf(await step('3.csv', second))).filter(({ session }) => session === 'S02');
    expect(new Set(back.map(({ version, status }) => `${version} ${status}`))).toEqual(new Set(['2 new']));
  });
});
