import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startUntilListening } from './run-cli.js';
import { parseTable } from './tables.js';
import { runCli, runWell } from './warm-cli.js';
import { edit, filesIn, fixture, makeFolder, textOf } from './workspace.js';

const MODULE = fixture('regards-croises-2018');
/** The people of the 2018 module without its rules, so that whatever is found first is valid. */
const PEOPLE = ['--roster', `ENA=${MODULE}/ena.csv`, '--roster', `INET=${MODULE}/inet.csv`, '--size', '10..11'];
const VERIFIED = 'Verified: every byte is what these inputs and options make.';

/** A folder to work in, with a module of eight people and its plan. */
async function planned(...flags: readonly string[]): Promise<{ cwd: string }> {
  const cwd = await makeFolder();
  await cp(fixture('tiny'), join(cwd, 'module'), { recursive: true });
  await runWell(['plan', 'module', '--quiet', ...flags], { cwd });
  return { cwd };
}

/** Rewrites a manifest. */
async function editManifest(folder: string, change: (manifest: Record<string, unknown>) => void): Promise<void> {
  await edit(join(folder, 'manifest.json'), (text) => {
    const manifest = JSON.parse(text);
    change(manifest);
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
  });
}

/** The workbook and the page, and the manifest that has their digests. */
const FOR_PEOPLE = ['out/plan.xlsx', 'out/report.html', 'out/manifest.json'];

/** Names of the files that are made otherwise. */
function otherFiles(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^(\S+?)(?::\d+)?: \w+: The same inputs and options make another file/gm)].map(
    ([, name]) => name,
  );
}

describe('verify', () => {
  it('finds every byte of a plan again, wherever the module is beside it', async () => {
    const { cwd } = await planned();
    const { stdout, stderr } = await runWell(['verify'], { cwd });
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Water and buses \(out\): seed "tiny", written by brassage \d/),
      'inputs      9 files unchanged',
      'files       12 files unchanged',
      'made again  the same to the byte · 1 start',
      VERIFIED,
      '',
    ]);
    for (const [args, folder] of [
      [['verify', 'out', 'module'], cwd],
      [['verify', 'out', 'module/module.toml'], cwd],
      [['verify', '../out'], join(cwd, 'module')],
      [['verify', join(cwd, 'out'), '--threads', '2'], await makeFolder()],
    ] as const)
      expect((await runWell(args, { cwd: folder })).stdout).toContain(VERIFIED);
    const inside = join(cwd, 'module', 'out');
    await rename(join(cwd, 'out'), inside);
    expect((await runWell(['verify', inside], { cwd: await makeFolder() })).stdout).toContain(VERIFIED);
    expect((await runWell(['verify', '--quiet'], { cwd: join(cwd, 'module') })).stdout).toBe('');
  });

  it('names an input that was changed or is gone, and makes nothing of it', async () => {
    const { cwd } = await planned();
    await edit(join(cwd, 'module', 'north.csv'), (text) => text.replace('Ashcombe', 'Ashcomb'));
    await rm(join(cwd, 'module', 'rooms.csv'));
    const { code, stdout, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toContain('module/north.csv: error: This input was changed since the plan was made (');
    expect(stderr).toContain('module/rooms.csv: error: This input of the plan is not there.');
    expect(stderr).toContain('The plan cannot be made again without the inputs it was made from');
    expect(stdout).toContain('inputs      7 files unchanged, 1 changed, 1 missing\n');
    expect(stdout).toMatch(/made again {2}not tried\nNot verified\.\n$/);
    const french = await runCli(['verify', '--lang', 'fr'], { cwd });
    expect(french.stderr).toContain('Ce fichier d’entrée a été modifié depuis que le plan a été fait');
    expect(french.stdout).toContain('Non vérifié.');
  });

  it('names a file that was changed with line and both texts, one that is gone, and one that was added', async () => {
    const { cwd } = await planned();
    await edit(join(cwd, 'out', 'groups.csv'), (text) => text.replace(/,North,(.*\r\n)(?=.*Dunmore)/, ',Nord,$1'));
    await edit(join(cwd, 'out', 'timetable.csv'), (text) => text.replaceAll('\r\n', '\n'));
    await rm(join(cwd, 'out', 'fairness.csv'));
    await writeFile(join(cwd, 'out', 'notes.txt'), 'mine');
    const { code, stdout, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    const [groups, timetable] = ['groups.csv', 'timetable.csv'].map((name) =>
      stderr.split('\n').find((line) => line.startsWith(`out/${name}`)),
    );
    expect(groups).toMatch(
      /^out\/groups\.csv:2: error: This file was changed since brassage wrote it\. Everybody is in the same group\. Line 2 is "/,
    );
    expect(groups).toMatch(/,Nora,Nord,prefecture" here; brassage wrote ".*,Nora,North,prefecture"\.$/);
    expect(timetable).toContain('\\u000d\\u000a"');
    expect(stderr).toContain('out/fairness.csv: error: This file of the plan is gone.');
    expect(stderr).toContain('out/notes.txt: warning: This file is not part of the plan');
    expect(stdout).toContain('files       9 files unchanged, 2 changed, 1 missing\n');
    const json = JSON.parse((await runCli(['verify', '--json'], { cwd })).stdout);
    expect(json).toMatchObject({ command: 'verify', status: 'different', madeAgain: 'same', added: ['notes.txt'] });
    expect(json.outputs).toContainEqual(expect.objectContaining({ name: 'groups.csv', state: 'changed' }));
    expect(json.inputs).toContainEqual({ name: 'north.csv', state: 'same' });
  });

  it('says in words who was moved, added and removed by hand, and which rows of the timetable differ', async () => {
    const { cwd } = await planned();
    const rows = parseTable(await textOf(join(cwd, 'out'), 'groups.csv'));
    const [first, second] = [...new Set(rows.map(({ group }) => group))];
    const moved = rows.find(({ group }) => group === first);
    const removed = rows.findLast(({ group }) => group === second);
    await edit(join(cwd, 'out', 'groups.csv'), (text) =>
      text
        .split('\r\n')
        .filter((line) => !line.includes(`,${removed?.id},`))
        .map((line) => (line.includes(`,${moved?.id},`) ? line.replace(first, second) : line))
        .toSpliced(-1, 0, `${first},,,Z9,Newcomb,Ada,North,`)
        .join('\r\n'),
    );
    await edit(join(cwd, 'out', 'timetable.csv'), (text) => text.replace(',Elm,', ',Oak,'));
    const { stderr } = await runCli(['verify'], { cwd });
    const name = (row: (typeof rows)[number] | undefined) => `${row?.family_name} ${row?.given_name}`;
    expect(stderr).toContain(
      `changed since brassage wrote it. Moved: ${name(moved)} (${first} → ${second}). Added: Newcomb Ada (${first}). Removed: ${name(removed)} (${second}). Line 2 is`,
    );
    expect(stderr).toMatch(/wrote it\. Changed: \S+ in \S+ \(room or site\)\. Line \d+ is/);
    const french = await runCli(['verify', '--lang', 'fr'], { cwd });
    expect(french.stderr).toContain(
      `Changent de groupe\u00a0: ${name(moved)} (${first} → ${second}). Ajoutés\u00a0: Newcomb Ada (${first}). Retirés\u00a0: ${name(removed)} (${second}).`,
    );
    const json = JSON.parse((await runCli(['verify', '--json'], { cwd })).stdout);
    expect(json.outputs.find((output: { name: string }) => output.name === 'groups.csv')).toMatchObject({
      edits: { kind: 'groups', moved: [{ person: name(moved), from: [first], to: [second] }], renamed: [] },
    });
  });

  it('names nobody of a plan with pseudonyms, counts what is more than a few, and says where nobody was moved', async () => {
    const { cwd } = await planned('--pseudonyms');
    const before = await textOf(join(cwd, 'out'), 'groups.csv');
    const [first, second] = [...new Set(parseTable(before).map(({ group }) => group))];
    const swapped = new Map([
      [first, second],
      [second, first],
    ]);
    await edit(join(cwd, 'out', 'groups.csv'), (text) =>
      text.replace(/(?<=\n)[^,]+/g, (label) => swapped.get(label) ?? label),
    );
    expect((await runCli(['verify'], { cwd })).stderr).toMatch(
      /Moved: (?:[AB]\d \(\S+ → \S+\), ){4}[AB]\d \(\S+ → \S+\) and 3 others\./,
    );
    await writeFile(join(cwd, 'out', 'groups.csv'), before.replaceAll(first, 'Alpha'));
    expect((await runCli(['verify'], { cwd })).stderr).toContain(`Groups under another name: ${first} → Alpha.`);
    await writeFile(join(cwd, 'out', 'groups.csv'), before.replaceAll('\r\n', '\n'));
    expect((await runCli(['verify'], { cwd })).stderr).toContain('wrote it. Everybody is in the same group. Line 1');
    await writeFile(join(cwd, 'out', 'groups.csv'), before.replace(/\bid\b/, 'colour').replace(',school', ',shade'));
    expect((await runCli(['verify'], { cwd })).stderr).toContain('wrote it. Line 1');
  });

  it('sees files that were added, which are no difference', async () => {
    const { cwd } = await planned();
    await writeFile(join(cwd, 'out', 'notes.txt'), 'mine');
    const { stdout, stderr } = await runWell(['verify'], { cwd });
    expect(stderr).toContain('out/notes.txt: warning:');
    expect(stdout).toContain(VERIFIED);
  });

  it('sees a manifest that tells something else than what is made', async () => {
    const { cwd } = await planned();
    await editManifest(join(cwd, 'out'), (manifest) => (manifest['seed'] = 'another'));
    const { code, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toMatch(/^out\/manifest\.json:6: error: The same inputs and options make another file\. Line 6 is/m);
    expect(stderr).toContain('made again it is "  "seed": "tiny","');
  });

  it('exits 3 where there is no plan, no manifest, or one of a later shape', async () => {
    const { cwd } = await planned();
    expect(await runCli(['verify', 'nowhere'], { cwd })).toMatchObject({
      code: 3,
      stdout: '',
      stderr: 'nowhere: error: There is no plan here (no manifest.json).\n',
    });
    await editManifest(join(cwd, 'out'), (manifest) =>
      Object.assign(manifest, { manifest: 2, brassage: '9.1.0', options: 'unlike any' }),
    );
    const later = await runCli(['verify'], { cwd });
    expect(later).toMatchObject({ code: 3, stdout: '' });
    expect(later.stderr).toContain('A newer version of brassage wrote this manifest (version 9.1.0, shape 2;');
    await writeFile(join(cwd, 'out', 'manifest.json'), '{"manifest": 1');
    const damaged = await runCli(['verify', '--json'], { cwd });
    expect(damaged.code).toBe(3);
    expect(JSON.parse(damaged.stdout)).toMatchObject({
      status: 'input-wrong',
      plan: { folder: 'out' },
      diagnostics: [{ code: 'verify.not-a-manifest', file: 'out/manifest.json' }],
    });
  });
});

describe('verify of another version', () => {
  const write = (folder: string, brassage: string) =>
    editManifest(folder, (manifest) => Object.assign(manifest, { brassage }));

  it('says so, and compares what does not name the version', async () => {
    const { cwd } = await planned();
    await write(join(cwd, 'out'), '9.1.0');
    const { stderr } = await runCli(['verify'], { cwd });
    expect(stderr).toMatch(/^out\/manifest\.json: warning: brassage 9\.1\.0 wrote this plan; this is \d/);
    expect(otherFiles(stderr)).toEqual(FOR_PEOPLE);
  });

  it('promises nothing where they are not, but still compares with the manifest', async () => {
    const cwd = await makeFolder();
    const { roster, other } = { roster: `${fixture('tiny')}/north.csv`, other: `${fixture('tiny')}/south.csv` };
    await runWell(['plan', '--roster', roster, '--roster', other, '--size', '4', '--seed', 'a', '--quiet'], { cwd });
    // As of a version that draws from one seed what this one draws from another.
    await editManifest(join(cwd, 'out'), (manifest) => {
      const options = { ...Object(manifest['options']), flags: { ...Object(manifest['options']).flags, seed: 'b' } };
      Object.assign(manifest, { brassage: '9.1.0', seed: 'b', options });
    });
    const { code, stdout, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toMatch(/^out\/groups\.csv:\d: warning: The same inputs and options make another file\./m);
    expect(stderr).toMatch(/^out\/manifest\.json: error: This version .* nothing is said against the plan/m);
    expect(stderr.match(/: error: /g)).toHaveLength(1);
    expect(stdout).toContain('files       3 files unchanged\n');
    await write(join(cwd, 'out'), (await runCli(['--version'])).stdout.trim());
    const own = await runCli(['verify'], { cwd });
    expect(own.code).toBe(5);
    expect(own.stderr).toMatch(/^out\/groups\.csv:\d: error: The same inputs and options make another file\./m);
  });
});

describe('verify of a plan made by flags alone', () => {
  it('reads its files from where the plan was made', async () => {
    const cwd = await makeFolder();
    await cp(fixture('tiny'), join(cwd, 'lists'), { recursive: true });
    const args = ['--roster', 'North=lists/north.csv', '--roster', 'lists/south.csv', '--themes', 'lists/themes.csv'];
    await runWell(['plan', ...args, '--size', '4', '--seed', 'x', '--title', 'Alone', '--pseudonyms'], { cwd });
    const elsewhere = await makeFolder();
    await mkdir(join(elsewhere, 'plans'));
    expect((await runWell(['verify'], { cwd, env: { LC_ALL: 'fr_FR' } })).stdout).toContain('Vérifié');
    expect((await runWell(['verify', join(cwd, 'out')], { cwd: elsewhere })).stdout).toContain(VERIFIED);
    await rename(join(cwd, 'out'), join(elsewhere, 'plans', 'out'));
    expect((await runCli(['verify', 'plans/out'], { cwd: elsewhere })).code).toBe(5);
    expect((await runWell(['verify', 'plans/out', cwd], { cwd: elsewhere })).stdout).toContain(VERIFIED);
  });

  it('takes from standard input what came from there', async () => {
    const cwd = await makeFolder();
    const stdin = await textOf(fixture('tiny'), 'north.csv');
    await runWell(['plan', '--roster', 'North=-', '--size', '2', '--quiet'], { cwd, stdin });
    expect((await runWell(['verify'], { cwd, stdin })).stdout).toContain(VERIFIED);
    expect((await runCli(['verify'], { cwd, stdin: `${stdin}\n` })).code).toBe(5);
  });

  it('reads flags beside a module from there too, also where they name its own files', async () => {
    const { cwd } = await planned();
    await cp(join(cwd, 'module', 'rules.csv'), join(cwd, 'rules.csv'));
    await edit(join(cwd, 'rules.csv'), (text) => text.split('\n').slice(0, 2).join('\n'));
    const plan = ['plan', 'module', '--force', '--quiet', '--seed', 'y', '--effort', '1'];
    for (const flags of [
      ['--rules', 'rules.csv'],
      ['--themes', 'module/themes.csv', '--rules', 'rules.csv'],
      ['--roster', 'North=module/north.csv', '--roster', 'South=module/south.csv', '--person-calendars'],
      ['--no-calendars', '--csv', 'rfc4180', '--lang', 'fr', '--hearings', '0'],
    ]) {
      await runWell([...plan, ...flags], { cwd });
      expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
    }
    // A file that a flag names where the settings name another of that name.
    await cp(join(cwd, 'rules.csv'), join(cwd, 'sessions.csv'));
    await runWell([...plan, '--rules', 'sessions.csv'], { cwd });
    const { inputs } = JSON.parse(await textOf(cwd, 'out', 'manifest.json'));
    const names = inputs.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name.includes('sessions'))).toEqual(['./sessions.csv', 'sessions.csv']);
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
  });
});

describe('verify of a search that did not come to its end', () => {
  const LONG = ['--effort', '5', '--starts', '1000'];

  it('finds every byte again after a time limit', async () => {
    const cwd = await makeFolder();
    await runWell(['plan', ...PEOPLE, ...LONG, '--time-limit', '0.4', '--quiet'], { cwd });
    expect(JSON.parse(await textOf(cwd, 'out', 'manifest.json')).search.stopped).toBe('time-limit');
    const { stdout } = await runWell(['verify'], { cwd });
    expect(stdout).toMatch(/\d starts?, cut short where it was then$/m);
    expect(stdout).toContain(VERIFIED);
  });

  it('finds every byte again after Ctrl-C, of every thread', async () => {
    const cwd = await makeFolder();
    const { child, ended } = await startUntilListening(['plan', ...PEOPLE, ...LONG, '--threads', '2'], { cwd });
    setTimeout(() => child.kill('SIGINT'), 300);
    expect((await ended).code).toBe(130);
    expect(JSON.parse(await textOf(cwd, 'out', 'manifest.json')).search.stopped).toBe('interrupted');
    expect((await runWell(['verify', '--threads', '1'], { cwd })).stdout).toContain(VERIFIED);
  });

  it('finds every byte again of a proof, whole or cut short', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, 'people.csv'), 'id,name,x,y,z\n1,Ada,u,u,u\n2,Ben,u,v,v\n3,Cleo,v,u,v\n4,Dan,v,v,u\n');
    const crossing = ['--roster', 'people.csv', '--size', '2', '--balance', 'x=1,y=1,z=1', '--quiet', '--prove'];
    for (const limit of [[], ['--time-limit', '0.001']]) {
      await runWell(['plan', ...crossing, ...limit, '--force'], { cwd });
      expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
    }
    const { search } = JSON.parse(await textOf(cwd, 'out', 'manifest.json'));
    expect(search).toMatchObject({ stopped: 'time-limit', proof: { outcome: 'time-limit', nodes: 0 } });
  });

  it('ends a proof after as many findings as were known, in a thread of its own', async () => {
    const cwd = await makeFolder();
    const [x, y, z] = ['uuvvuuvv', 'uvuvuvuv', 'uvvuuvvu'];
    const people = [...x].map((level, index) => `${index},P${index},${level},${y[index]},${z[index]}\n`);
    await writeFile(join(cwd, 'people.csv'), `id,name,x,y,z\n${people.join('')}`);
    const balance = ['--roster', 'people.csv', '--size', '2', '--balance', 'x=1,y=1,z=1'];
    await runWell(['plan', ...balance, '--prove', '--quiet'], { cwd });
    // As a signal would have left it after the first of the three programmes, which does not raise the bound.
    await editManifest(join(cwd, 'out'), (manifest) => {
      expect(manifest).toMatchObject({ score: { bound: '8' }, search: { proof: { outcome: 'optimal', nodes: 2 } } });
      Object.assign(Object(manifest['score']), { bound: '0', gap: 'Infinity' });
      Object.assign(Object(manifest['search']), { proof: { outcome: 'interrupted', nodes: 0, told: 1 } });
    });
    // What was written for people before the manifest was edited shows the bound.
    expect(otherFiles((await runCli(['verify'], { cwd })).stderr)).toEqual(FOR_PEOPLE);
  });

  it('ends at a signal of its own with exit 130', async () => {
    const cwd = await makeFolder();
    await runWell(['plan', ...PEOPLE, '--effort', '5', '--starts', '9', '--time-limit', '2', '--quiet'], { cwd });
    const { child, ended } = await startUntilListening(['verify', '--json'], { cwd });
    child.kill('SIGINT');
    const { code, stdout } = await ended;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'interrupted', madeAgain: 'interrupted' });
  });
});

describe('verify of the best of several plans', () => {
  it('makes again the starts that were there, also where some are missing', async () => {
    const cwd = await makeFolder();
    const plan = ['plan', MODULE, '--effort', '0', '--quiet', '--no-calendars', '--starts', '0..3'];
    for (const shard of ['1/4', '3/4', '4/4'])
      await runWell([...plan, '--shard', shard, '--out', `shards/${shard[0]}`], { cwd });
    for (const shards of [['1'], ['3'], ['1', '3', '4']]) {
      const folders = shards.map((shard) => `shards/${shard}`);
      await runWell(['best', ...folders, '--out', 'best', '--force', '--quiet'], { cwd });
      expect((await runWell(['verify', 'best', MODULE], { cwd })).stdout).toContain(VERIFIED);
    }
    expect((await runWell(['verify', 'shards/3', MODULE], { cwd })).stdout).toContain(VERIFIED);
  });
});

describe('a plan that replaces what it was made from', () => {
  const again = ['plan', 'module', '--keep', 'out/timetable.csv', '--force', '--quiet'];

  it('carries it along, the last time alone, so that it can be verified', async () => {
    const { cwd } = await planned('--today', '2018-02-05');
    const first = await textOf(cwd, 'out', 'timetable.csv');
    await edit(join(cwd, 'module', 'rooms.csv'), (text) => text.replace('Oak', 'Ash'));
    await runWell([...again, '--today', '2018-02-06'], { cwd });
    const carried = (await filesIn(join(cwd, 'out'))).filter((name) => name.startsWith('before/'));
    expect(carried).toContain('before/calendars/rooms/Oak.ics');
    expect(await textOf(cwd, 'out', 'before', 'timetable.csv')).toBe(first);
    const { inputs, outputs } = JSON.parse(await textOf(cwd, 'out', 'manifest.json'));
    expect(inputs).toContainEqual(expect.objectContaining({ name: 'out/timetable.csv', copy: 'before/timetable.csv' }));
    expect(outputs.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(carried));
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);

    const second = await textOf(cwd, 'out', 'timetable.csv');
    await runWell([...again, '--today', '2018-02-07'], { cwd });
    expect(await textOf(cwd, 'out', 'before', 'timetable.csv')).toBe(second);
    expect((await filesIn(join(cwd, 'out'))).filter((name) => name.startsWith('before/before'))).toEqual([]);
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);

    // The same publication once more, from what the last one was made from.
    await runWell([...again, '--keep', 'out/before/timetable.csv', '--today', '2018-02-08'], { cwd });
    expect(await textOf(cwd, 'out', 'before', 'timetable.csv')).toBe(second);
    expect((await runWell(['verify', 'out'], { cwd })).stdout).toContain(VERIFIED);
    await edit(join(cwd, 'out', 'before', 'timetable.csv'), (text) => text.replace(/\r\n$/, ''));
    const { code, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toContain('out/before/timetable.csv: error: This input was changed since the plan was made');
  });

  it('reads the groups again that people were told they are in', async () => {
    const { cwd } = await planned('--today', '2018-02-05');
    await edit(join(cwd, 'module', 'rules.csv'), (text) => text.replace('fixed,A1,WATER', 'fixed,A1,BUS'));
    const before = await textOf(cwd, 'out', 'groups.csv');
    const keep = ['plan', 'module', '--keep', 'out/timetable.csv', '--quiet', '--today', '2018-02-06'];
    await runWell([...keep, '--out', 'next'], { cwd });
    const told = parseTable(await textOf(cwd, 'next', 'to-tell.csv'));
    expect(told.find(({ id }) => id === 'A1')).toMatchObject({ group: 'BUS-G1', group_before: 'WATER-G1' });
    const inputsOf = async (folder: string) => JSON.parse(await textOf(cwd, folder, 'manifest.json')).inputs;
    expect(await inputsOf('next')).toContainEqual(expect.objectContaining({ name: 'out/groups.csv' }));
    expect((await runWell(['verify', 'next', 'module'], { cwd })).stdout).toContain(VERIFIED);

    await runWell([...keep, '--force'], { cwd });
    expect(await textOf(cwd, 'out', 'to-tell.csv')).toBe(await textOf(cwd, 'next', 'to-tell.csv'));
    expect(await textOf(cwd, 'out', 'before', 'groups.csv')).toBe(before);
    expect(await inputsOf('out')).toContainEqual(
      expect.objectContaining({ name: 'out/groups.csv', copy: 'before/groups.csv' }),
    );
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);

    // The same list as history and beside the timetable is one input.
    await runWell([...keep, '--history', 'out/before/groups.csv', '--keep', 'out/before/timetable.csv', '--force'], {
      cwd,
    });
    const names = (await inputsOf('out')).map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name.endsWith('groups.csv'))).toEqual(['out/before/groups.csv']);
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
    await rm(join(cwd, 'out', 'before', 'groups.csv'));
    const { code, stderr } = await runCli(['verify'], { cwd });
    expect(code).toBe(5);
    expect(stderr).toContain('out/before/groups.csv: error: This input of the plan is not there.');
  });

  it('keeps locks that somebody has set in the list it replaces', async () => {
    const { cwd } = await planned('--today', '2018-02-05');
    await edit(join(cwd, 'out', 'timetable.csv'), (text) => text.replace(/(?<=2018-02-05,)(?=\r\n)/, 'x'));
    await runWell([...again, '--today', '2018-02-06'], { cwd });
    expect(await textOf(cwd, 'out', 'before', 'timetable.csv')).toMatch(/,x\r\n/);
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
  });

  it('carries no names into a plan with pseudonyms, and warns; from one without names it does', async () => {
    const { cwd } = await planned('--today', '2018-02-05', '--person-calendars');
    const pseudonyms = ['plan', 'module', '--keep', 'out/timetable.csv', '--force', '--pseudonyms'];
    const warned = await runWell([...pseudonyms, '--today', '2018-02-06'], { cwd });
    expect(warned.stderr).toContain(
      'out: warning: The plan that is replaced shows more than the new one may, so no copy is kept',
    );
    expect((await filesIn(join(cwd, 'out'))).filter((name) => name.startsWith('before/'))).toEqual([]);
    expect((await runCli(['verify'], { cwd })).code).toBe(5);
    const quiet = await runWell([...pseudonyms, '--today', '2018-02-07'], { cwd });
    expect(quiet.stderr).not.toContain('shows names');
    expect((await runWell(['verify'], { cwd })).stdout).toContain(VERIFIED);
  });
});
