import { copyFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, makeFolder, textOf } from './workspace.js';

/** The tiny module, planned once: its list is the earlier one of what follows. */
async function makeSecondModule(): Promise<{ module: string; list: string; out: string }> {
  const module = await copyFixture('tiny');
  const list = join(module, 'first.csv');
  await runWell(['groups', module, '--output', list]);
  return { module, list, out: join(module, 'out') };
}

describe('the history of a module', () => {
  it('keeps people apart who have met, says how many each has met, and lists it', async () => {
    const { module, list, out } = await makeSecondModule();
    const { stderr } = await runWell(['plan', module, '--out', out, '--history', list, '--seed', 'two']);
    expect(stderr).toMatch(
      /\nMet {2}\d(?: to \d)? others each over all modules, \d(\.\d+)? on average · \d+ of \d+ pairs meets? again\n/,
    );
    expect(stderr).not.toContain('Joint days');
    const rows = parseTable(await textOf(out, 'meetings.csv'));
    const groups = parseTable(await textOf(out, 'groups.csv'));
    expect(rows).toHaveLength(groups.length);
    for (const row of rows) expect(Number(row.met_before) + Number(row.met_now)).toBe(Number(row.met_in_all));
    expect(rows[0]).toHaveProperty('met_again');
    const manifest = JSON.parse(await textOf(out, 'manifest.json'));
    expect(manifest.options.flags.history).toEqual([list]);
    expect(manifest.inputs.map(({ name }: { name: string }) => name)).toContain('first.csv');
  });

  it('is called the same wherever the plan is made, so that verify makes the same files again', async () => {
    const { module, list, out } = await makeSecondModule();
    const home = join(module, '..');
    const elsewhere = join(await makeFolder(), 'earlier.csv');
    await copyFile(list, elsewhere);
    await edit(join(module, 'module.toml'), (text) => `${text}\n[history]\ngroups = ["first.csv"]\nweight = 0\n`);
    // By the settings, by a flag from outside of the module's folder, and by one that leads elsewhere.
    for (const flags of [[], ['--history', join(module, 'first.csv')], ['--history', relative(home, elsewhere)]]) {
      const { stderr } = await runWell(['plan', module, '--out', out, '--force', ...flags], { cwd: home });
      expect(stderr).toContain('(met in ');
      expect((await runCli(['verify', out, module], { cwd: home })).code).toBe(0);
    }
    await runWell(['plan', module, '--out', out, '--force'], { cwd: home });
    expect((await runCli(['verify', relative(module, out), '.'], { cwd: module })).code).toBe(0);
  });

  it('costs what the weight says: without one, people meet as the mix has it', async () => {
    const { module, list } = await makeSecondModule();
    await edit(join(module, 'module.toml'), (text) => `${text}\n[history]\nfiles = ["first.csv"]\nweight = 0\n`);
    const { stdout } = await runWell(['groups', module, '--json']);
    const { meetings } = JSON.parse(stdout);
    expect(meetings.weight).toBe(0);
    expect(meetings.again.length).toBeGreaterThan(0);
    await edit(join(module, 'module.toml'), (text) => text.replace('weight = 0', 'weight = 1000'));
    const heavy = JSON.parse((await runWell(['groups', module, '--json'])).stdout).meetings;
    expect(heavy.again.length).toBeLessThan(meetings.again.length);
    expect(heavy.again.every(({ met }: { met: string[] }) => met.includes(list))).toBe(true);
  });

  it('calls people by their ids under --pseudonyms, in the list as in the words', async () => {
    const { module, list, out } = await makeSecondModule();
    const run = await runWell(['plan', module, '--out', out, '--history', list, '--pseudonyms', '--json']);
    const names = (await textOf(module, 'north.csv'))
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]);
    expect(names).toContain('Ashcombe');
    const listed = await textOf(out, 'meetings.csv');
    expect(listed.split(/\r?\n/)[0]).not.toContain('name');
    for (const name of names) {
      expect(listed).not.toContain(name);
      expect(JSON.stringify(JSON.parse(run.stdout).meetings)).not.toContain(name);
    }
  });

  it('judges a list made by hand against it too', async () => {
    const { module, list } = await makeSecondModule();
    const { stdout } = await runCli(['score', module, '--groups', list, '--history', list]);
    expect(stdout).toMatch(/pairs meet again\n/);
    expect(stdout).toMatch(/\(met in .*first\.csv\): /);
  });

  it('names the file that cannot be read, and writes nothing', async () => {
    const { module } = await makeSecondModule();
    const { code, stderr } = await runCli(['groups', module, '--history', join(module, 'none.csv')]);
    expect(code).toBe(3);
    expect(stderr).toContain('none.csv');
    await writeFile(join(module, 'odd.csv'), 'colour\nblue\n');
    const odd = await runCli(['groups', module, '--history', join(module, 'odd.csv')]);
    expect(odd.code).toBe(3);
  });
});
