import { execFileSync } from 'node:child_process';
import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli as runAlone } from './run-cli.js';
import { parseTable } from './tables.js';
import { runCli } from './warm-cli.js';
import { makeFolder } from './workspace.js';

const HEADER = 'id;nom;prénom;genre';
const asked = (file: string) => [
  'groups',
  '--roster',
  `A=${file}`,
  '--balance',
  'genre=1',
  '--count',
  '1',
  '--lang',
  'en',
];
/** A heap in which a program that copies its input again and again has no room. */
const SMALL_HEAP = { env: { NODE_OPTIONS: '--max-old-space-size=200' } };

async function writeRoster(text: string): Promise<string> {
  const file = join(await makeFolder(), 'a.csv');
  await writeFile(file, text);
  return file;
}

describe('a roster that is large where nobody expects it', () => {
  it('may have a cell of 10 MB', async () => {
    const name = 'x'.repeat(10_000_000);
    const file = await writeRoster(`${HEADER}\n1;${name};a;F\n2;b;c;M\n`);
    const { code, stdout } = await runAlone(asked(file), SMALL_HEAP);
    expect(code).toBe(0);
    expect(parseTable(stdout).map((row) => row['family_name'].length)).toEqual([1, 10_000_000]);
  });

  it('may have a million empty columns', async () => {
    const empty = ';'.repeat(1_000_000);
    const file = await writeRoster(`${HEADER}${empty}\n1;a;b;F${empty}\n2;b;c;M\n`);
    const { code, stdout } = await runAlone(asked(file), SMALL_HEAP);
    expect(code).toBe(0);
    expect(parseTable(stdout)).toHaveLength(2);
  });

  it('is refused at its line where a million quotation marks are never closed', async () => {
    const file = await writeRoster(`${HEADER}\n1;${'"'.repeat(1_000_001)};a;F\n2;b;c;M\n`);
    const { code, stderr } = await runAlone(asked(file), SMALL_HEAP);
    expect(code).toBe(3);
    expect(stderr).toContain('a.csv:2:2: error: A quotation mark opens here');
  });

  it('is refused beyond a gigabyte, unread', async () => {
    const file = await writeRoster('');
    await truncate(file, 5_000_000_000);
    const { code, stderr } = await runCli(asked(file));
    expect(code).toBe(3);
    expect(stderr).toContain('larger than 1 GiB');
  });
});

describe('a roster that is no file', () => {
  it('is refused where it is a folder', async () => {
    const folder = join(await makeFolder(), 'a.csv');
    await mkdir(folder);
    const { code, stderr } = await runCli(asked(folder));
    expect(code).toBe(3);
    expect(stderr).toContain('This is a folder; a file was expected.');
  });

  it.skipIf(process.platform === 'win32')('is refused where it is a socket', async () => {
    const path = join(await makeFolder(), 'a.csv');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      const { code, stderr } = await runCli(asked(path));
      expect(code).toBe(3);
      expect(stderr).toContain('The file cannot be read');
    } finally {
      server.close();
    }
  });

  it.skipIf(process.platform === 'win32')('is read to its end where it is a pipe', async () => {
    const pipe = join(await makeFolder(), 'a.csv');
    execFileSync('mkfifo', [pipe]);
    const [{ code, stdout }] = await Promise.all([
      runCli(asked(pipe)),
      writeFile(pipe, `${HEADER}\n1;Roche;Ana;F\n2;Petit;Léo;M\n`),
    ]);
    expect(code).toBe(0);
    expect(parseTable(stdout)).toHaveLength(2);
  });

  it.skipIf(process.platform !== 'linux')('is refused where a device never ends', async () => {
    const { code, stderr } = await runAlone(asked('/dev/zero'));
    expect(code).toBe(3);
    expect(stderr).toContain('larger than 1 GiB');
  });

  it.skipIf(process.getuid?.() === 0)('is refused where its rights forbid it', async () => {
    const file = await writeRoster(`${HEADER}\n1;Roche;Ana;F\n`);
    await chmod(file, 0);
    const { code, stderr } = await runCli(asked(file));
    expect(code).toBe(3);
    expect(stderr).toContain('check its permissions');
  });
});
