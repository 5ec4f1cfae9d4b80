import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOnce } from './published-module.js';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { copyFixture, edit, filesIn, textOf } from './workspace.js';

const published = planOnce();

const again = (module: string, out: string, ...args: readonly string[]) =>
  runCli(['repair', module, '--keep', out, '--out', out, '--effort', '0', ...args]);

const placesOf = (csv: string) => new Map(parseTable(csv).map(({ identifiant, groupe }) => [identifiant, groupe]));

const withoutLine = (file: string, id: string) =>
  edit(file, (text) =>
    text
      .split(/(?<=\n)/)
      .filter((line) => !line.startsWith(`${id},`))
      .join(''),
  );

describe('repair', () => {
  it('of nothing moves nobody and no session, and says so', async () => {
    const { module, out } = await published();
    const before = await textOf(out, 'manifest.json');
    const { code, stderr, stdout } = await again(module, out, '--today', '2018-02-06');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('\nnobody moves\n');
    // What was written last for this plan stays as it is.
    expect(stderr).toContain(`Nothing has changed: ${out}/ is left as it is.`);
    expect(await textOf(out, 'manifest.json')).toBe(before);
    const next = join(out, '..', 'next');
    expect((await again(module, out, '--today', '2018-02-06', '--out', next)).code).toBe(0);
    expect(await textOf(next, 'groups.csv')).toBe(await textOf(out, 'groups.csv'));
    const rows = parseTable(await textOf(next, 'timetable.csv'));
    expect(new Set(rows.map(({ statut }) => statut))).toEqual(new Set(['inchangé']));
    expect(parseTable(await textOf(next, 'moves.csv'))).toEqual([]);
    expect(parseTable(await textOf(next, 'to-tell.csv'))).toEqual([]);
  });

  it('of withdrawals and an arrival keeps everybody else, tells whom it concerns, and can be verified', async () => {
    const { module, out } = await published();
    const before = placesOf(await textOf(out, 'groups.csv'));
    await withoutLine(join(module, 'ena.csv'), 'E006');
    await withoutLine(join(module, 'ena.csv'), 'E060');
    await edit(
      join(module, 'ena.csv'),
      (text) => `${text}E900,Nouvel,Nina,F,externe,préfecture,Bretagne,VILLE,,n@x.org,\n`,
    );
    const { code, stderr } = await again(module, out, '--today', '2018-02-06');
    expect(code).toBe(0);
    expect(stderr).toContain('nobody moves · 2 left · 1 joined');
    const after = placesOf(await textOf(out, 'groups.csv'));
    const [gone, come] = [
      [...before.keys()].filter((id) => !after.has(id)),
      [...after.keys()].filter((id) => !before.has(id)),
    ];
    expect([gone.sort(), come]).toEqual([['E006', 'E060'], ['E900']]);
    expect([...after].filter(([id, group]) => id !== 'E900' && before.get(id) !== group)).toEqual([]);
    expect(parseTable(await textOf(out, 'moves.csv')).map((row) => Object.values(row))).toEqual([
      ['E900', 'Nouvel', 'Nina', 'ENA', '', after.get('E900'), 'n’était dans aucun groupe'],
      ['E006', 'Bessière', 'Baptiste', 'ENA', before.get('E006'), '', 'n’est plus dans les listes'],
      ['E060', 'Monnerville-Roc', 'Adèle', 'ENA', before.get('E060'), '', 'n’est plus dans les listes'],
    ]);
    expect(parseTable(await textOf(out, 'to-tell.csv')).map(({ identifiant }) => identifiant)).toEqual(['E900']);
    const verified = await runCli(['verify', out, module, '--lang', 'en']);
    expect(verified.stdout).toContain('the same to the byte');
    expect(verified.code).toBe(0);
  });

  it('lets people move for the mix as far as it is told, each with a reason', async () => {
    const { module, out } = await published();
    await withoutLine(join(module, 'ena.csv'), 'E006');
    const { code, stdout } = await again(module, out, '--max-moves', '3', '--dry-run', '--json');
    expect(code).toBe(0);
    const { repair } = JSON.parse(stdout);
    expect(repair.fewestMoves).toEqual({ people: 0, isProved: true });
    const chosen = repair.steps.find(({ isChosen }: { isChosen: boolean }) => isChosen);
    expect(chosen.moves).toBeLessThanOrEqual(3);
    expect(chosen.moves).toBeGreaterThan(0);
    expect(chosen.score.value).toBeLessThan(repair.steps[0].score.value);
    const moved = repair.changes.filter((change: { group: string }) => change.group !== '');
    expect(moved).toHaveLength(chosen.moves);
  });

  it('moves those whom a new rule parts, the fewest, and names the rule', async () => {
    const { module, out } = await published();
    const [a, b] = parseTable(await textOf(out, 'groups.csv')).filter(
      ({ concours, stages }) => concours === 'externe' && stages !== '',
    );
    expect(a.groupe).toBe(b.groupe);
    await edit(join(module, 'rules.csv'), (text) => `${text}apart;${a.identifiant}|${b.identifiant};;;nouveau\r\n`);
    const none = await again(module, out, '--max-moves', '0');
    expect(none.code).toBe(4);
    expect(none.stderr).toMatch(/1 person has to change groups at least.*\(proved\).*--max-moves 1/);
    const { code, stderr } = await again(module, out);
    expect(code).toBe(0);
    expect(stderr).toContain('1 person moves, no fewer can (proved)');
    const moves = parseTable(await textOf(out, 'moves.csv'));
    expect(moves.map(({ motif }) => motif)).toEqual([
      expect.stringMatching(/^rester enfreindrait .*rules\.csv.*apart/),
    ]);
    expect([a.identifiant, b.identifiant]).toContain(moves[0].identifiant);
  });

  it('takes a list by itself, of a plan without a timetable', async () => {
    const module = await copyFixture('roles');
    const out = join(module, '..', 'out');
    expect((await runCli(['plan', module, '--out', out, '--effort', '0', '--quiet'])).code).toBe(0);
    const list = join(module, '..', 'list.csv');
    await cp(join(out, 'groups.csv'), list);
    const next = join(module, '..', 'next');
    const { code, stderr } = await again(module, list, '--out', next);
    expect(code).toBe(0);
    expect(stderr).not.toContain('To tell');
    expect(await filesIn(next)).toEqual(['groups.csv', 'manifest.json', 'moves.csv', 'plan.xlsx', 'report.html']);
    expect(await textOf(next, 'groups.csv')).toBe(await textOf(list));
  });

  it('refuses a list of other people, and one that is not there', async () => {
    const { module, out } = await published();
    const tiny = await copyFixture('tiny');
    const other = await again(tiny, out);
    expect(other.code).toBe(3);
    expect(other.stderr).toContain('Nobody in this list is in the rosters');
    const missing = await again(module, join(out, 'nothing.csv'));
    expect(missing.code).toBe(3);
    expect(missing.stderr).toContain('nothing.csv');
  });

  it('leaves a folder alone in which something else was changed by hand', async () => {
    const { module, out } = await published();
    await edit(join(out, 'groups.csv'), (text) => text.replace('E001', 'E001 '));
    await edit(join(out, 'fairness.csv'), (text) => `${text}x\r\n`);
    const { code, stderr } = await again(module, out);
    expect(code).toBe(2);
    expect(stderr).toContain('fairness.csv');
    expect(stderr).not.toContain('groups.csv');
  });

  it('can be verified wherever the plan lies, and whatever its list is called', async () => {
    const module = await copyFixture('tiny');
    const cwd = join(module, '..');
    const run = (...args: readonly string[]) => runCli([...args, '--lang', 'en'], { cwd });
    expect((await run('plan', 'module', '--out', 'module/out', '--today', '2018-02-01')).code).toBe(0);
    expect((await run('repair', 'module', '--keep', 'module/out', '--out', 'next')).code).toBe(0);
    expect((await run('verify', 'next')).code).toBe(0);
    expect((await run('repair', module, '--keep', join(module, 'out'), '--out', 'there')).code).toBe(0);
    expect((await run('verify', 'there')).code).toBe(0);
  });

  it('goes on as the plan was: ids alone, no calendars', async () => {
    const module = await copyFixture('tiny');
    const cwd = join(module, '..');
    const run = (...args: readonly string[]) => runCli([...args, '--lang', 'en'], { cwd });
    expect((await run('plan', 'module', '--pseudonyms', '--no-calendars')).code).toBe(0);
    await edit(join(module, 'rules.csv'), (text) => `${text.trimEnd()}\napart,A2|A3,,,\n`);
    expect((await run('repair', 'module')).code).toBe(0);
    expect(await textOf(cwd, 'out', 'groups.csv')).not.toContain('Ashcombe');
    expect(await filesIn(join(cwd, 'out'))).not.toContain('calendars/groups/bus-g1.ics');
    expect((await filesIn(join(cwd, 'out'))).some((name) => name.endsWith('.ics'))).toBe(false);
  });

  it('compares with the plan before, also when somebody has left', async () => {
    const { module, out } = await published();
    await withoutLine(join(module, 'ena.csv'), 'E006');
    const next = join(out, '..', 'next');
    expect((await again(module, out, '--out', next)).code).toBe(0);
    const { code, stderr } = await runCli(['compare', out, next, module, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stderr).toContain('1 person of this list is not in the rosters any more, and left out: Bessière Baptiste.');
  });
});
