import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWell as runWellAlone, type RunOptions } from './run-cli.js';
import { runCli, runWell } from './warm-cli.js';
import { fixture, makeFolder, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');

/** The bytes of a plan's files, `manifest.json` last; with options, of a plan that a process of its own makes. */
async function planOf(module: string, options?: RunOptions): Promise<readonly string[]> {
  const out = join(await makeFolder(), 'out');
  const args = ['plan', module, '--out', out, '--effort', '0'];
  await (options === undefined ? runWell(args) : runWellAlone(args, options));
  return Promise.all(['groups.csv', 'timetable.csv', 'report.html', 'manifest.json'].map((name) => textOf(out, name)));
}

/** The plan that others are compared with, made once. */
let usual: Promise<readonly string[]> | undefined;
const usualPlan = () => (usual ??= planOf(MODULE));

describe('the same inputs and seed', () => {
  it('give the same bytes, in another time zone, locale, folder and under another name of the module', async () => {
    const first = await planOf(MODULE, {});
    expect(await usualPlan()).toEqual(first);
    const elsewhere = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    expect(await planOf('.', { cwd: MODULE, env: elsewhere })).toEqual(first);
    expect(
      await planOf(`${MODULE}/module.toml`, { cwd: '/', env: { TZ: 'America/St_Johns', LC_ALL: 'de_DE' } }),
    ).toEqual(first);
  });

  it('give the same groups and timetable whatever the order of the rows, and of the columns of rosters', async () => {
    const [groups, timetable] = await usualPlan();
    for (const turn of [1, 2]) {
      const [shuffledGroups, shuffledTimetable] = await planOf(await shuffledModule(turn));
      expect(shuffledGroups).toBe(groups);
      expect(shuffledTimetable).toBe(timetable);
    }
  });
});

describe('another seed', () => {
  it('gives other groups, valid too', async () => {
    const [groups, , , manifest] = await usualPlan();
    const out = join(await makeFolder(), 'out');
    await runCli(['plan', MODULE, '--out', out, '--effort', '0', '--seed', 'another']);
    expect(await textOf(out, 'groups.csv')).not.toBe(groups);
    expect(JSON.parse(await textOf(out, 'manifest.json')).inputs).toEqual(JSON.parse(manifest).inputs);
    const { code, stdout } = await runCli(['score', MODULE, '--groups', join(out, 'groups.csv'), '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ isBroken: false, hard: 0 });
  });
});

/** A copy of the module whose tables have their rows, and its rosters their columns, in another order. */
async function shuffledModule(turn: number): Promise<string> {
  const copy = join(await makeFolder(), 'module');
  await mkdir(copy);
  await copyFile(join(MODULE, 'module.toml'), join(copy, 'module.toml'));
  // INET's roster has a title line above its header, and is in Windows-1252: every byte is a letter here.
  const tables = [
    ['ena.csv', 1],
    ['inet.csv', 2],
    ['rules.csv', 1],
    ['rooms.csv', 1],
    ['witnesses.csv', 1],
    ['availability.csv', 1],
    ['sessions.csv', 1],
  ] as const;
  await copyFile(join(MODULE, 'themes.csv'), join(copy, 'themes.csv'));
  for (const [name, headerLines] of tables) {
    const text = await readFile(join(MODULE, name), 'latin1');
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    const rows = shuffle(lines.slice(headerLines), turn);
    let table = [...lines.slice(0, headerLines), ...rows];
    if (name === 'ena.csv') table = table.map((line) => turnCells(line, ',', turn));
    await writeFile(join(copy, name), `${table.join('\r\n')}\r\n`, 'latin1');
  }
  return copy;
}

/** Rows by a key that has nothing to do with what they say. */
function shuffle(rows: readonly string[], turn: number): readonly string[] {
  const keyed = rows.map((row, index) => ({ row, key: ((index + 1) * 7919 * (turn * 2 + 1)) % 104_729 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

function turnCells(line: string, delimiter: string, by: number): string {
  if (line.includes('"')) throw new Error('a quoted cell cannot be moved by splitting');
  const cells = line.split(delimiter);
  return [...cells.slice(by), ...cells.slice(0, by)].join(delimiter);
}
