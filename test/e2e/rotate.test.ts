import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startUntilListening } from './run-cli.js';
import { column, parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { copyFixture, edit, filesIn, fixture, makeFolder, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
/** Its people without its rules and wishes: as many groups as a prime power, so that arithmetic parts everybody. */
const PEOPLE = ['--roster', `ENA=${MODULE}/ena.csv`, '--roster', `INET=${MODULE}/inet.csv`, '--size', '10..11'];
const MIX = ['--balance', 'school=100'];

/** Pairs who share a group in more than one of the lists, by group column. */
function pairsMetAgain(lists: readonly string[]): number {
  const seen = new Set<string>();
  let again = 0;
  for (const text of lists) {
    const members = new Map<string, string[]>();
    for (const { id, group } of parseTable(text)) members.set(group, [...(members.get(group) ?? []), id]);
    for (const ids of members.values()) {
      for (let i = 1; i < ids.length; i++) {
        for (let j = 0; j < i; j++) {
          const pair = [ids[i], ids[j]].sort().join(' ');
          if (seen.has(pair)) again++;
          seen.add(pair);
        }
      }
    }
  }
  return again;
}

async function rotateTiny(...args: readonly string[]): Promise<{ module: string; out: string; stderr: string }> {
  const module = await copyFixture('tiny');
  const out = join(module, '..', 'rotation');
  const { stderr } = await runWell(['rotate', module, '--out', out, ...args]);
  return { module, out, stderr };
}

describe('rotate', () => {
  it('writes a list for each module, what is posted, and who meets whom, and verify makes it again', async () => {
    const { module, out, stderr } = await rotateTiny('--modules', '3');
    const lists = [1, 2, 3].map((number) => `module-${number}/groups.csv`);
    expect(await filesIn(out)).toEqual(['manifest.json', 'meetings.csv', ...lists, 'rotation.csv']);
    const posted = parseTable(await textOf(out, 'rotation.csv'));
    expect(posted).toHaveLength(8);
    for (const [index, list] of lists.entries()) {
      const groupOf = new Map(parseTable(await textOf(out, list)).map(({ id, group }) => [id, group]));
      for (const row of posted) expect(row[`module ${index + 1}`]).toBe(groupOf.get(row.id));
    }
    const met = parseTable(await textOf(out, 'meetings.csv'));
    expect(column(met, 'id')).toEqual(column(posted, 'id'));
    for (const { met_before: before, met_now: now, met_in_all: all } of met) {
      expect(before).toBe('0');
      expect(now).toBe(all);
    }
    expect(stderr).toMatch(/\none module alone .*optimal \(proved\)  .*\nmodule 1 /);
    expect(stderr).toMatch(
      /\nMet {2}\d(?: to \d)? others each over 3 modules, [\d.]+ on average\n\d+ of 36 pairs meet again · /,
    );
    const verified = await runCli(['verify', out, module]);
    expect({ code: verified.code, stdout: verified.stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('made again  the same to the byte'),
    });
  });

  it('parts everybody where arithmetic can, the mix of every module as good as alone, and says that it is proved', async () => {
    const out = join(await makeFolder(), 'rotation');
    const { stdout } = await runWell([
      'rotate',
      ...PEOPLE,
      ...MIX,
      '--modules',
      '4',
      '--out',
      out,
      '--json',
      '--effort',
      '0',
    ]);
    const { repeats, modules, alone, met, kind, count } = JSON.parse(stdout);
    expect({ repeats, kind, count }).toEqual({
      repeats: { count: 0, wanted: 0, bound: 0, isLeast: true },
      kind: 'module',
      count: 4,
    });
    expect(met).toMatchObject({ least: 36, most: 40 });
    for (const { score, mix, groups } of modules) {
      expect({ ...score, mix }).toEqual(alone);
      expect(groups).toHaveLength(16);
    }
    const lists = await Promise.all([1, 2, 3, 4].map((number) => textOf(out, `module-${number}`, 'groups.csv')));
    expect(pairsMetAgain(lists)).toBe(0);
  });

  it('gives lists that are the history of the next module, and what score says of them', async () => {
    const { module, out } = await rotateTiny('--modules', '2');
    const [first, second] = [1, 2].map((number) => join(out, `module-${number}`, 'groups.csv'));
    const { stdout } = await runCli(['score', module, '--groups', second, '--history', first, '--json']);
    const judged = JSON.parse(stdout);
    const json = JSON.parse((await runWell(['rotate', module, '--modules', '2', '--dry-run', '--json'])).stdout);
    expect(judged.meetings.again).toHaveLength(json.modules[1].meetings.again.length);
    expect(judged.score.value).toBe(json.modules[1].score.value + judged.meetings.weight * judged.meetings.penalty);
    expect(json.modules[1].meetings.again[0].met).toEqual(['module-1/groups.csv']);
    const { stderr } = await runWell(['groups', module, '--history', first, '--history', second, '--output', '-']);
    expect(stderr).toContain('pairs meet again');
  });

  it('counts those who met in earlier modules, and carries a list along that it replaces', async () => {
    const { module, out } = await rotateTiny('--modules', '2');
    const earlier = join(out, 'module-1', 'groups.csv');
    const again = ['rotate', module, '--modules', '2', '--history', earlier, '--out', out, '--force'];
    const { stderr } = await runWell(again);
    expect(stderr).toContain('others each over 2 modules and those before');
    expect(await filesIn(out)).toContain('before/module-1/groups.csv');
    expect(Number(parseTable(await textOf(out, 'meetings.csv'))[0].met_before)).toBe(3);
    expect((await runCli(['verify', out, module])).code).toBe(0);
  });

  it('speaks of rounds, in French too', async () => {
    const { module, out } = await rotateTiny('--rounds', '2');
    expect(await filesIn(out)).toContain('round-2/groups.csv');
    expect(Object.keys(parseTable(await textOf(out, 'rotation.csv'))[0])).toContain('round 2');
    const french = await runWell(['rotate', module, '--rounds', '2', '--out', out, '--force', '--lang', 'fr']);
    expect(french.stderr).toMatch(/\nun seul tour .*\ntour 1 /);
    expect(Object.keys(parseTable(await textOf(out, 'rotation.csv'))[0])).toContain('tour 2');
    expect((await runCli(['verify', out, module])).code).toBe(0);
  });

  it('keeps the hard rules in every module, and people together who are to be', async () => {
    const module = await copyFixture('tiny');
    await edit(join(module, 'rules.csv'), (text) => `${text.trimEnd()}\ntogether,A1|B1,,,\n`);
    const { stdout } = await runWell(['rotate', module, '--modules', '3', '--dry-run', '--json']);
    const { repeats, modules, hard } = JSON.parse(stdout);
    expect(hard).toBe(0);
    expect(repeats.wanted).toBe(2);
    for (const { groups } of modules) {
      const home = groups.find(({ members }: { members: { id: string }[] }) => members.some(({ id }) => id === 'A1'));
      expect(home.members.map(({ id }: { id: string }) => id)).toContain('B1');
    }
  });

  it('shows no name under --pseudonyms', async () => {
    const { module, out } = await rotateTiny('--modules', '2', '--pseudonyms');
    const names = (await textOf(module, 'north.csv'))
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[1]);
    expect(names).toContain('Ashcombe');
    for (const file of await filesIn(out)) {
      const text = await textOf(out, file);
      for (const name of names) expect(text).not.toContain(name);
    }
    expect((await runCli(['verify', out, module])).code).toBe(0);
  });

  it.each([
    ['neither', []],
    ['both', ['--modules', '2', '--rounds', '2']],
  ])('is wrong usage with %s of --modules and --rounds', async (_, flags) => {
    const { code, stderr } = await runCli(['rotate', fixture('tiny'), ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain('give --modules N, or --rounds N');
  });

  it('gives the reasons of groups where one module cannot be, and writes nothing', async () => {
    const module = fixture('impossible/apart-more-than-groups');
    const folder = await makeFolder();
    const { code, stderr } = await runCli(['rotate', module, '--modules', '2', '--out', join(folder, 'rotation')]);
    const groups = await runCli(['groups', module]);
    expect(code).toBe(4);
    expect(stderr).toBe(groups.stderr);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('replaces no folder that is not its own', async () => {
    const { module, out } = await rotateTiny('--modules', '2');
    expect((await runCli(['rotate', module, '--modules', '2', '--out', out])).code).toBe(2);
    expect((await runCli(['rotate', module, '--modules', '3', '--out', out, '--force'])).code).toBe(0);
    expect(await filesIn(out)).toContain('module-3/groups.csv');
  });
});

describe('a rotation that is cut short', () => {
  const long = ['rotate', ...PEOPLE, '--modules', '6', '--effort', '5'];

  it.each([['1'], ['2']])('by a time limit of %s s is whole, valid and made again', async (limit) => {
    const out = join(await makeFolder(), 'rotation');
    const { stderr } = await runWell([...long, '--out', out, '--time-limit', limit]);
    expect(stderr).toContain('Time limit reached');
    expect(JSON.parse(await textOf(out, 'manifest.json')).search.stopped).toBe('time-limit');
    expect((await runCli(['verify', out])).code).toBe(0);
  });

  it('by Ctrl-C exits 130 with the best so far, and can be made again', async () => {
    const out = join(await makeFolder(), 'rotation');
    const { child, ended } = await startUntilListening([...long, '--out', out]);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted: the best found so far is kept.');
    expect(parseTable(await textOf(out, 'module-6', 'groups.csv'))).toHaveLength(168);
    expect((await runCli(['verify', out])).code).toBe(0);
  });
});
