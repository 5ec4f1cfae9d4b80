import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFilesWhole, checkFileWritable, readInput, writeFileWhole } from '../../src/node/files.js';
import { MOST_BYTES, readAll } from '../../src/node/streams.js';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'brassage-files-'));
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = (path: string) => readFile(path, 'utf8');

describe('reading a file', () => {
  it('gives its bytes', async () => {
    await writeFile(join(home, 'a.csv'), 'é');
    expect([...(await readInput(join(home, 'a.csv')))]).toEqual([0xc3, 0xa9]);
  });

  it('says that it is missing', async () => {
    const path = join(home, 'none.csv');
    await expect(readInput(path)).rejects.toMatchObject({
      name: 'FileProblem',
      code: 'missing',
      path,
      reason: 'ENOENT',
    });
  });

  it('says that it is missing when a folder of its path is a file', async () => {
    await writeFile(join(home, 'a'), '');
    await expect(readInput(join(home, 'a', 'b'))).rejects.toMatchObject({ code: 'missing' });
  });

  it('says that it is a folder', async () => {
    await expect(readInput(home)).rejects.toMatchObject({ code: 'is-directory' });
  });
});

describe('reading what has no end, or not yet', () => {
  it.skipIf(process.platform === 'win32')('reads a pipe to its end', async () => {
    const pipe = join(home, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([readInput(pipe), writeFile(pipe, 'id;nom\n1;Roche\n')]);
    expect(new TextDecoder().decode(read)).toBe('id;nom\n1;Roche\n');
  });

  it('refuses a file that somebody writes meanwhile', async () => {
    const path = join(home, 'a.csv');
    await writeFile(path, new Uint8Array(30_000_000));
    const reading = readInput(path);
    appendFileSync(path, 'one more');
    await expect(reading).rejects.toMatchObject({ code: 'changing', path });
    expect((await readInput(path)).length).toBe(30_000_008);
  });

  it('refuses a file of more than a gigabyte without reading it', async () => {
    const path = join(home, 'a.csv');
    await writeFile(path, '');
    await truncate(path, MOST_BYTES + 1);
    await expect(readInput(path)).rejects.toMatchObject({ code: 'too-large', path });
  });

  it('ends a stream that goes on beyond what is taken', async () => {
    let given = 0;
    const endless = {
      async *[Symbol.asyncIterator]() {
        for (; ; given++) yield new Uint8Array(10);
      },
    };
    await expect(readAll(endless, '-', 95)).rejects.toMatchObject({ code: 'too-large', path: '-' });
    expect(given).toBe(9);
  });
});

describe('writing a file whole', () => {
  it('writes a new file and leaves nothing else', async () => {
    await writeFileWhole(join(home, 'a.csv'), bytes('new'), { force: false });
    expect(await textOf(join(home, 'a.csv'))).toBe('new');
    expect(await readdir(home)).toEqual(['a.csv']);
  });

  it('writes parts as they are made, and nothing when one cannot be made', async () => {
    const path = join(home, 'a.csv');
    await writeFileWhole(path, [bytes('é;b\n'), bytes('€\n')], { force: false });
    expect(await textOf(path)).toBe('é;b\n€\n');
    function* broken(): Generator<Uint8Array, void> {
      yield bytes('half');
      throw new Error('no more');
    }
    await expect(writeFileWhole(path, broken(), { force: true })).rejects.toThrow('no more');
    expect(await textOf(path)).toBe('é;b\n€\n');
    expect(await readdir(home)).toEqual(['a.csv']);
  });

  it('refuses to replace a file without force', async () => {
    const path = join(home, 'a.csv');
    await writeFile(path, 'old');
    await expect(writeFileWhole(path, bytes('new'), { force: false })).rejects.toMatchObject({ code: 'exists', path });
    expect(await textOf(path)).toBe('old');
    expect(await readdir(home)).toEqual(['a.csv']);
  });

  it('replaces a file with force and keeps its rights', async () => {
    const path = join(home, 'a.csv');
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    await writeFileWhole(path, bytes('new'), { force: true });
    expect(await textOf(path)).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('writes through a link and leaves the link', async () => {
    await mkdir(join(home, 'real'));
    await writeFile(join(home, 'real', 'a.csv'), 'old');
    await symlink(join(home, 'real', 'a.csv'), join(home, 'link.csv'));
    await writeFileWhole(join(home, 'link.csv'), bytes('new'), { force: true });
    expect((await lstat(join(home, 'link.csv'))).isSymbolicLink()).toBe(true);
    expect(await textOf(join(home, 'real', 'a.csv'))).toBe('new');
  });

  it('says that the folder to put it in is missing', async () => {
    await expect(writeFileWhole(join(home, 'no', 'a.csv'), bytes('x'), { force: false })).rejects.toMatchObject({
      code: 'missing',
    });
  });

  it('says that a name is too long, as it was given', async () => {
    const path = `${home}/./${'x'.repeat(300)}`;
    const problem = { code: 'not-writable', path, reason: 'ENAMETOOLONG' };
    await expect(checkFileWritable(path, { force: false })).rejects.toMatchObject(problem);
    await expect(writeFileWhole(path, bytes('x'), { force: true })).rejects.toMatchObject(problem);
  });

  it('refuses a folder even with force', async () => {
    await expect(writeFileWhole(home, bytes('x'), { force: true })).rejects.toMatchObject({ code: 'is-directory' });
  });

  it('says that a path through a file is not writable', async () => {
    await writeFile(join(home, 'a'), '');
    await expect(writeFileWhole(join(home, 'a', 'b'), bytes('x'), { force: false })).rejects.toMatchObject({
      code: 'not-writable',
      reason: 'ENOTDIR',
    });
  });

  it.skipIf(process.platform === 'win32')('writes into a device and leaves it a device', async () => {
    await writeFileWhole('/dev/null', bytes('x'), { force: false });
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  it('clears away what a killed run left of the same file, and nothing of a run alive', async () => {
    const dead = `.a.csv.brassage-${deadProcess()}-1.tmp`;
    const alive = `.a.csv.brassage-${process.ppid}-1.tmp`;
    const other = `.b.csv.brassage-${deadProcess()}-1.tmp`;
    for (const name of [dead, alive, other]) await writeFile(join(home, name), 'half');
    await writeFileWhole(join(home, 'a.csv'), bytes('new'), { force: false });
    expect((await readdir(home)).toSorted()).toEqual([alive, other, 'a.csv'].toSorted());
  });
});

describe('adding files to a folder', () => {
  const three = new Map(['a.csv', 'b.csv', 'c.csv'].map((name) => [name, bytes(`new ${name}`)]));

  it('adds them beside what is there, and leaves nothing else', async () => {
    await writeFile(join(home, 'mine.csv'), 'mine');
    await addFilesWhole(home, three);
    expect((await readdir(home)).toSorted()).toEqual(['a.csv', 'b.csv', 'c.csv', 'mine.csv']);
    expect(await readFile(join(home, 'c.csv'), 'utf8')).toBe('new c.csv');
  });

  it('adds none where one name is taken', async () => {
    await writeFile(join(home, 'c.csv'), 'mine');
    const path = join(home, 'c.csv');
    await expect(addFilesWhole(home, three)).rejects.toMatchObject({ code: 'exists', path });
    expect(await readdir(home)).toEqual(['c.csv']);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('takes away again what it had added where a name is taken meanwhile', async () => {
    const taken = join(home, 'b.csv');
    // By the time that the list of files ends, all of them lie beside their places.
    const files = new Map(three);
    files[Symbol.iterator] = function* () {
      yield* three;
      writeFileSync(taken, 'mine');
      return undefined;
    };
    await expect(addFilesWhole(home, files)).rejects.toMatchObject({ code: 'exists', path: taken });
    expect(await readdir(home)).toEqual(['b.csv']);
    expect(await readFile(taken, 'utf8')).toBe('mine');
  });

  it('replaces what it is told to, and nothing else', async () => {
    await writeFile(join(home, 'a.csv'), 'old');
    await addFilesWhole(home, three, new Set(['a.csv']));
    expect(await readFile(join(home, 'a.csv'), 'utf8')).toBe('new a.csv');
    expect(await readdir(home)).toHaveLength(3);
    const path = join(home, 'b.csv');
    await writeFile(path, 'mine');
    await expect(addFilesWhole(home, three, new Set(['a.csv', 'c.csv']))).rejects.toMatchObject({
      code: 'exists',
      path,
    });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });
});

describe('asking beforehand whether a file can be written', () => {
  it('changes nothing', async () => {
    await checkFileWritable(join(home, 'a.csv'), { force: false });
    expect(await readdir(home)).toEqual([]);
  });

  it('says what the writing would say', async () => {
    await writeFile(join(home, 'a.csv'), 'old');
    await expect(checkFileWritable(join(home, 'a.csv'), { force: false })).rejects.toMatchObject({ code: 'exists' });
    await expect(checkFileWritable(join(home, 'no', 'a.csv'), { force: false })).rejects.toMatchObject({
      code: 'missing',
    });
    await expect(checkFileWritable(home, { force: true })).rejects.toMatchObject({ code: 'is-directory' });
  });
});

function deadProcess(): string {
  return execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
}
