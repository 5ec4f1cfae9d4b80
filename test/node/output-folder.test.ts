import { execFileSync } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolderWritable, recoverFolder, writeFolderWhole } from '../../src/node/output-folder.js';
import { digestFile } from '../../src/writers/digest.js';
import { writeManifest } from '../../src/writers/manifest.js';

let home: string;
let out: string;
/** Of a process that is no more. */
const deadPid = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
beforeEach(async () => {
  // Some systems have a link in its path.
  home = await realpath(await mkdtemp(join(tmpdir(), 'brassage-folder-')));
  out = join(home, 'out');
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);

/** A plan's files with their manifest. */
async function planOf(files: Record<string, string>): Promise<Map<string, Uint8Array>> {
  const plan = new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
  const outputs = await Promise.all([...plan].map(([name, content]) => digestFile(name, content)));
  const manifest = writeManifest({
    manifest: 1,
    brassage: '0.1.0',
    command: 'plan',
    title: '',
    seed: 's',
    options: { effort: 2, starts: 1, timeLimit: null, language: 'fr', csv: 'excel-fr', pseudonyms: false, flags: {} },
    inputs: [],
    outputs,
    score: { hard: 0, value: '0', bound: '0', gap: '0' },
    search: { stopped: 'bound', starts: [] },
  });
  return plan.set('manifest.json', bytes(manifest));
}

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = await Promise.all(
    files
      .toSorted()
      .map(async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(pairs.filter(([name]) => name !== 'manifest.json')) as Record<string, string>;
}

async function writePlan(files: Record<string, string>, force: boolean): Promise<void> {
  await writeFolderWhole(out, await planOf(files), { force });
}

describe('writing a folder whole', () => {
  it('makes the folder, those above and below it, and leaves nothing beside', async () => {
    await writeFolderWhole(join(home, 'a', 'b', 'out'), await planOf({ 'groups.csv': 'g', 'calendars/G01.ics': 'c' }), {
      force: false,
    });
    expect(await contentsOf(home)).toEqual({
      'a/b/out/calendars/G01.ics': 'c',
      'a/b/out/groups.csv': 'g',
      'a/b/out/manifest.json': expect.any(String),
    });
    expect(await readdir(join(home, 'a', 'b'))).toEqual(['out']);
  });

  it('fills an empty folder without force', async () => {
    await mkdir(out);
    await writePlan({ 'groups.csv': 'g' }, false);
    expect(await contentsOf(out)).toEqual({ 'groups.csv': 'g' });
  });

  it('replaces its own plan with force, files that are no longer part of it included', async () => {
    await writePlan({ 'groups.csv': '1', 'old/a.ics': '1' }, false);
    await writePlan({ 'groups.csv': '2' }, true);
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '2' });
    expect(await readdir(home)).toEqual(['out']);
    expect((await readdir(out)).toSorted()).toEqual(['groups.csv', 'manifest.json']);
  });

  it('refuses to replace its own plan without force', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await expect(writePlan({ 'groups.csv': '2' }, false)).rejects.toMatchObject({ code: 'exists', path: out });
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '1' });
  });

  it('refuses a folder with a file of somebody else, and names it, even with force', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await mkdir(join(out, 'notes'));
    await writeFile(join(out, 'notes', 'mine.txt'), 'precious');
    const problem = { code: 'not-ours', files: ['notes/mine.txt'] };
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject(problem);
    await expect(checkFolderWritable(out, { force: true })).rejects.toMatchObject(problem);
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '1', 'notes/mine.txt': 'precious' });
    expect(await readdir(home)).toEqual(['out']);
  });

  it('refuses a plan in which somebody changed a file by hand, and names it, even with force', async () => {
    await writePlan({ 'groups.csv': '1', 'timetable.csv': '1' }, false);
    await writeFile(join(out, 'groups.csv'), '1 and my two lines');
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({
      code: 'changed',
      files: ['groups.csv'],
    });
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '1 and my two lines', 'timetable.csv': '1' });
  });

  it('replaces a plan in which somebody changed a file that this run has read as it is', async () => {
    await writePlan({ 'groups.csv': '1', 'timetable.csv': '1' }, false);
    await writeFile(join(out, 'timetable.csv'), '1 locked');
    const carriedOn = new Map([['timetable.csv', bytes('1 locked')]]);
    await expect(
      writeFolderWhole(out, await planOf({ 'timetable.csv': '2' }), { force: false, carriedOn }),
    ).rejects.toMatchObject({ code: 'exists' });
    const stale = new Map([['timetable.csv', bytes('1')]]);
    await expect(checkFolderWritable(out, { force: true, carriedOn: stale })).rejects.toMatchObject({
      code: 'changed',
    });
    await writeFolderWhole(out, await planOf({ 'timetable.csv': '2' }), { force: true, carriedOn });
    expect(await contentsOf(out)).toEqual({ 'timetable.csv': '2' });
  });

  it.each(['~$plan.xlsx', '.~lock.plan.xlsx#'])(
    'says that a file is open elsewhere where %s lies beside it',
    async (lock) => {
      await writePlan({ 'plan.xlsx': '1' }, false);
      await writeFile(join(out, lock), 'who');
      await expect(writePlan({ 'plan.xlsx': '2' }, true)).rejects.toMatchObject({ code: 'held-open', files: [lock] });
      expect(await contentsOf(out)).toEqual({ 'plan.xlsx': '1', [lock]: 'who' });
      await writeFile(join(out, 'mine.txt'), 'mine');
      await expect(writePlan({ 'plan.xlsx': '2' }, true)).rejects.toMatchObject({ code: 'not-ours' });
    },
  );

  it('knows the files in folders below as its own, and refuses what somebody added or changed there', async () => {
    await writePlan({ 'calendars/groups/A.ics': '1', 'calendars/rooms/R.ics': '1' }, false);
    await writePlan({ 'calendars/groups/A.ics': '2' }, true);
    expect(await contentsOf(out)).toEqual({ 'calendars/groups/A.ics': '2' });
    await writeFile(join(out, 'calendars', 'groups', 'mine.ics'), 'precious');
    const added = { code: 'not-ours', files: ['calendars/groups/mine.ics'] };
    await expect(writePlan({ 'groups.csv': '3' }, true)).rejects.toMatchObject(added);
    await rm(join(out, 'calendars', 'groups', 'mine.ics'));
    await writeFile(join(out, 'calendars', 'groups', 'A.ics'), '2 and mine');
    const changed = { code: 'changed', files: ['calendars/groups/A.ics'] };
    await expect(writePlan({ 'groups.csv': '3' }, true)).rejects.toMatchObject(changed);
    expect(await contentsOf(out)).toEqual({ 'calendars/groups/A.ics': '2 and mine' });
  });

  it('refuses a folder without a manifest, or with the manifest of something else', async () => {
    await mkdir(out);
    await writeFile(join(out, 'groups.csv'), 'mine');
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({
      code: 'not-ours',
      files: ['groups.csv'],
    });
    await writeFile(join(out, 'manifest.json'), '{"name": "my web app"}');
    await mkdir(join(out, 'deep', 'deeper'), { recursive: true });
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({
      files: ['deep/', 'groups.csv', 'manifest.json'],
    });
  });

  it('takes an empty folder below, or a link under a listed name, for somebody else’s', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await mkdir(join(out, 'empty'));
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({ code: 'not-ours', files: ['empty/'] });
    await rm(join(out, 'empty'), { recursive: true });
    await writeFile(join(home, 'elsewhere.csv'), '1');
    await rm(join(out, 'groups.csv'));
    await symlink(join(home, 'elsewhere.csv'), join(out, 'groups.csv'));
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({
      code: 'not-ours',
      files: ['groups.csv@'],
    });
  });

  it.skipIf(process.platform === 'win32').each(['groups.csv', 'calendars', 'calendars/a.ics', 'manifest.json', 'more'])(
    'follows no link out of it at %s: what is behind is neither read, written nor removed',
    async (name) => {
      const plan = { 'groups.csv': '1', 'calendars/a.ics': '1' };
      await writePlan(plan, false);
      const elsewhere = join(home, 'elsewhere');
      await mkdir(elsewhere);
      for (const file of ['a.ics', 'it']) await writeFile(join(elsewhere, file), '1');
      const manifest = await readFile(join(out, 'manifest.json'), 'utf8');
      await writeFile(join(elsewhere, 'manifest.json'), manifest);
      const behind = { calendars: elsewhere, 'manifest.json': join(elsewhere, 'manifest.json') };
      await rm(join(out, name), { recursive: true, force: true });
      await symlink(behind[name as keyof typeof behind] ?? join(elsewhere, 'it'), join(out, name));
      const problem = { code: 'not-ours', files: [`${name}@`] };
      for (const force of [false, true]) await expect(writePlan(plan, force)).rejects.toMatchObject(problem);
      expect(await contentsOf(elsewhere)).toEqual({ 'a.ics': '1', it: '1' });
      expect((await lstat(join(out, name))).isSymbolicLink()).toBe(true);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'removes a link beside it that looks like a leftover, not what is behind',
    async () => {
      await writePlan({ 'groups.csv': '1' }, false);
      await rename(out, join(home, 'mine'));
      await symlink(join(home, 'mine'), join(home, `.out.brassage-${deadPid}-1.tmp`));
      await symlink(join(home, 'mine'), join(home, `.out.brassage-${deadPid}-2.old`));
      await mkdir(out);
      await writePlan({ 'groups.csv': '2' }, false);
      expect(await contentsOf(join(home, 'mine'))).toEqual({ 'groups.csv': '1' });
      expect((await readdir(home)).toSorted()).toEqual(['mine', 'out']);
    },
  );

  it('does not replace the folder that a shell is in, nor one above', async () => {
    await writePlan({ 'groups.csv': '1', 'calendars/a.ics': '1' }, false);
    const before = process.cwd();
    try {
      for (const here of [out, join(out, 'calendars')]) {
        process.chdir(here);
        await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({ code: 'current', path: out });
        await expect(checkFolderWritable(out, { force: true })).rejects.toMatchObject({ code: 'current' });
      }
      await checkFolderWritable(out, { force: true, isFilled: true });
    } finally {
      process.chdir(before);
    }
    await writePlan({ 'groups.csv': '2' }, true);
  });

  it('is not hindered by a listed file that is gone, nor by what file managers leave', async () => {
    await writePlan({ 'groups.csv': '1', 'timetable.csv': '1' }, false);
    await rm(join(out, 'timetable.csv'));
    await writeFile(join(out, '.DS_Store'), 'icons');
    await writePlan({ 'groups.csv': '2' }, true);
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '2' });
  });

  it('refuses a file in the place of the folder', async () => {
    await writeFile(out, 'mine');
    await expect(writePlan({ 'groups.csv': '2' }, true)).rejects.toMatchObject({ code: 'not-a-folder' });
    expect(await readFile(out, 'utf8')).toBe('mine');
  });

  it('keeps the old plan and nothing else when writing fails half-way', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    const conflicting = await planOf({ a: '2', 'a/b': '2' });
    await expect(writeFolderWhole(out, conflicting, { force: true })).rejects.toMatchObject({
      code: expect.any(String),
    });
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '1' });
    expect(await readdir(home)).toEqual(['out']);
  });

  it('leaves no trace, not even of the folders above, when writing a new folder fails', async () => {
    const conflicting = await planOf({ a: '2', 'a/b': '2' });
    await expect(writeFolderWhole(join(home, 'x', 'y', 'out'), conflicting, { force: false })).rejects.toThrow();
    expect(await readdir(home)).toEqual([]);
  });

  it('follows a link to the folder and leaves the link', async () => {
    await mkdir(join(home, 'real'));
    await symlink(join(home, 'real'), out);
    await writePlan({ 'groups.csv': '1' }, false);
    await writePlan({ 'groups.csv': '2' }, true);
    expect((await lstat(out)).isSymbolicLink()).toBe(true);
    expect(await contentsOf(join(home, 'real'))).toEqual({ 'groups.csv': '2' });
  });

  it.each(['../x', '/etc/x', 'a/../../x', 'a//b', './a', '', 'C:x', 'a\\b', 'a/'])(
    'refuses the name %j',
    async (name) => {
      await expect(writeFolderWhole(out, new Map([[name, bytes('')]]), { force: true })).rejects.toThrow(RangeError);
      expect(await readdir(home)).toEqual([]);
    },
  );
});

describe('asking beforehand whether a folder can be written', () => {
  it('changes nothing, even where the folders above are still to be made', async () => {
    await checkFolderWritable(join(home, 'a', 'out'), { force: false });
    expect(await readdir(home)).toEqual([]);
  });

  it('says what the writing would say', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await expect(checkFolderWritable(out, { force: false })).rejects.toMatchObject({ code: 'exists' });
    expect(await checkFolderWritable(out, { force: true })).toEqual({ kind: 'ours', files: ['groups.csv'] });
    await expect(checkFolderWritable(join(out, 'groups.csv'), { force: true })).rejects.toMatchObject({
      code: 'not-a-folder',
    });
    await expect(checkFolderWritable(join(out, 'groups.csv', 'x'), { force: true })).rejects.toMatchObject({
      code: 'not-writable',
    });
  });
});

describe('after a run that was killed', () => {
  it('brings back the plan that had been moved aside', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await rename(out, join(home, `.out.brassage-${deadPid}-2.old`));
    await mkdir(join(home, `.out.brassage-${deadPid}-1.tmp`));
    expect(await recoverFolder(out)).toBe(out);
    expect(await contentsOf(out)).toEqual({ 'groups.csv': '1' });
    expect(await readdir(home)).toEqual(['out']);
  });

  it('removes the old plan once the new one is in its place', async () => {
    await writePlan({ 'groups.csv': '1' }, false);
    await rename(out, join(home, `.out.brassage-${deadPid}-2.old`));
    await mkdir(out);
    await writeFile(join(out, 'x'), 'new');
    await recoverFolder(out);
    expect(await readdir(home)).toEqual(['out']);
  });

  it('never removes an old folder that holds somebody’s changes', async () => {
    const aside = `.out.brassage-${deadPid}-2.old`;
    await mkdir(join(home, aside));
    await writeFile(join(home, aside, 'mine.txt'), 'precious');
    await mkdir(out);
    await recoverFolder(out);
    expect((await readdir(home)).toSorted()).toEqual([aside, 'out']);
  });

  it('leaves alone what only looks alike, or belongs to a run alive', async () => {
    const names = [
      '.out.brassage-notes',
      '.out.new',
      `.out2.brassage-${deadPid}-1.tmp`,
      `.out.brassage-${process.ppid}-1.tmp`,
    ];
    for (const name of names) await mkdir(join(home, name));
    await writePlan({ 'groups.csv': '1' }, false);
    expect((await readdir(home)).toSorted()).toEqual([...names, 'out'].toSorted());
  });
});
