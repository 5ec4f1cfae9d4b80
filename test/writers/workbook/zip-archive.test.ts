import { execFileSync } from 'node:child_process';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { repack } from '../../../src/writers/workbook/zip-archive.js';

const FILES = {
  '[Content_Types].xml': strToU8('<a/>'),
  'xl/sheet.xml': strToU8('<c r="A1" t="s"/>'.repeat(500)),
  empty: strToU8(''),
};

describe('an archive packed anew', () => {
  it('holds the same files in the same order, smaller where that can be', () => {
    const stored = zipSync(FILES, { level: 0, mtime: new Date(2020, 5, 1) });
    const packed = repack(stored);
    expect(Object.entries(unzipSync(packed))).toEqual(Object.entries(FILES));
    expect(packed.length).toBeLessThan(stored.length / 10);
  });

  it('is the same bytes however and whenever the first one was made', () => {
    const made = [
      { level: 0, mtime: new Date(2020, 5, 1) },
      { level: 9, mtime: new Date(1999, 1, 1) },
    ] as const;
    const [one, other] = made.map((options) => repack(zipSync(FILES, options)));
    expect(one).toEqual(other);
  });

  it('is the same bytes in any time zone', () => {
    const script = `import { zipSync, strToU8 } from 'fflate';
      process.stdout.write(Buffer.from(zipSync({ a: strToU8('x') }, { mtime: new Date(1980, 0, 1), os: 0 })).toString('hex'));`;
    const inZone = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } }).toString();
    expect(inZone('Pacific/Auckland')).toBe(inZone('America/Los_Angeles'));
  });
});
