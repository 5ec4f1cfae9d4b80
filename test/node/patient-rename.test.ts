import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renamePatiently } from '../../src/node/patient-rename.js';

/** Renames on a system where a file is in use for so many attempts. */
function attempts(platform: NodeJS.Platform, failures: number, code = 'EPERM') {
  let count = 0;
  let waited = 0;
  const rename = (): void => {
    count++;
    if (count <= failures) throw Object.assign(new Error(`${code}: ${count}`), { code });
  };
  const wait = (milliseconds: number): void => {
    waited += milliseconds;
  };
  const run = () => renamePatiently('a', 'b', { platform, rename, wait });
  return { run, seen: () => ({ count, waited }) };
}

describe('renamePatiently', () => {
  it('renames', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'brassage-rename-'));
    await writeFile(join(folder, 'a'), 'text');
    renamePatiently(join(folder, 'a'), join(folder, 'b'));
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('text');
    await rm(folder, { recursive: true });
  });

  it.each(['EACCES', 'EPERM', 'EBUSY'])('waits on Windows for what is open a moment (%s)', (code) => {
    const { run, seen } = attempts('win32', 3, code);
    run();
    expect(seen()).toEqual({ count: 4, waited: 70 });
  });

  it('gives up after about a second, with what the system said last', () => {
    const { run, seen } = attempts('win32', 100);
    expect(run).toThrow('EPERM: 8');
    expect(seen()).toEqual({ count: 8, waited: 1030 });
  });

  it('does not wait for what does not pass, nor on another system', () => {
    const absent = attempts('win32', 1, 'ENOENT');
    expect(absent.run).toThrow('ENOENT: 1');
    const elsewhere = attempts('linux', 1);
    expect(elsewhere.run).toThrow('EPERM: 1');
    expect([absent.seen(), elsewhere.seen()]).toEqual([
      { count: 1, waited: 0 },
      { count: 1, waited: 0 },
    ]);
  });
});
