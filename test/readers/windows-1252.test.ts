import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeWindows1252 } from '../../src/readers/windows-1252.js';

describe('Windows-1252', () => {
  it('reads every byte as iconv-lite does', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(decodeWindows1252(all)).toBe(iconv.decode(all, 'windows-1252'));
  });

  it('reads more bytes than a function takes arguments', () => {
    expect(decodeWindows1252(new Uint8Array(300_000).fill(0x9c))).toBe('œ'.repeat(300_000));
  });
});
