import { describe, expect, it } from 'vitest';
import { identify, isContainer } from '../../src/readers/container.js';
import { listZipParts, type ZipPart } from '../../src/readers/zip-directory.js';

interface Entry extends Partial<ZipPart> {
  readonly comment?: string;
  /** Fields before the one of large sizes. */
  readonly fields?: readonly number[];
  /** Which sizes are only said where large ones are. */
  readonly far?: 'packed' | 'unpacked' | 'both';
}

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
const number = (value: number, length: number) =>
  Array.from({ length }, (_, index) => Number((BigInt(value) >> BigInt(8 * index)) & 0xffn));

/** One entry of a central directory. */
function entryOf({ name = 'a', packed = 0, unpacked = 0, comment = '', fields = [], far }: Entry): readonly number[] {
  const sizes = [
    ...(far === 'unpacked' || far === 'both' ? number(unpacked, 8) : []),
    ...(far === 'packed' || far === 'both' ? number(packed, 8) : []),
  ];
  const extra = [...fields, ...(sizes.length > 0 ? [...number(1, 2), ...number(sizes.length, 2), ...sizes] : [])];
  return [
    ...number(0x02014b50, 4),
    ...number(0, 16),
    ...(far === 'packed' || far === 'both' ? number(0xffffffff, 4) : number(packed, 4)),
    ...(far === 'unpacked' || far === 'both' ? number(0xffffffff, 4) : number(unpacked, 4)),
    ...number(bytesOf(name).length, 2),
    ...number(extra.length, 2),
    ...number(bytesOf(comment).length, 2),
    ...number(0, 12),
    ...bytesOf(name),
    ...extra,
    ...bytesOf(comment),
  ];
}

/** A zip file of which nothing but the directory is true; `isFar`: one whose place and count stand where large ones do. */
function zip(entries: readonly Entry[], { isFar = false, comment = '', end = 0x06054b50 } = {}): Uint8Array {
  const begin = [0x50, 0x4b, 0x03, 0x04, 1, 2, 3];
  const directory = entries.flatMap(entryOf);
  const after = begin.length + directory.length;
  const far = [
    [...number(0x06064b50, 4), ...number(44, 8), ...number(0, 12), ...number(0, 8)],
    [...number(entries.length, 8), ...number(directory.length, 8), ...number(begin.length, 8)],
    [...number(0x07064b50, 4), ...number(0, 4), ...number(after, 8), ...number(1, 4)],
  ];
  const last = [
    [...number(end, 4), ...number(0, 6), ...number(isFar ? 0xffff : entries.length, 2), ...number(0, 4)],
    [...number(isFar ? 0xffffffff : begin.length, 4), ...number(bytesOf(comment).length, 2), ...bytesOf(comment)],
  ];
  return Uint8Array.from([...begin, ...directory, ...(isFar ? far.flat() : []), ...last.flat()]);
}

const part = (name: string, packed: number, unpacked: number): ZipPart => ({ name, packed, unpacked });

describe('the parts of a zip file', () => {
  const entries: readonly Entry[] = [
    { name: 'xl/é.xml', packed: 12, unpacked: 3456, comment: 'note' },
    { name: 'b', packed: 5_000_000_000, unpacked: 7_000_000_000, far: 'both', fields: [9, 0, 2, 0, 7, 7] },
    { name: 'c', packed: 8, unpacked: 6_000_000_000, far: 'unpacked' },
    { name: 'd', packed: 4_500_000_000, unpacked: 9, far: 'packed' },
  ];
  const parts = [
    part('xl/é.xml', 12, 3456),
    part('b', 5_000_000_000, 7_000_000_000),
    part('c', 8, 6_000_000_000),
    part('d', 4_500_000_000, 9),
  ];

  it('are listed, of any size, whatever stands after them', () => {
    expect(listZipParts(zip(entries))).toEqual(parts);
    expect(listZipParts(zip(entries, { isFar: true }))).toEqual(parts);
    expect(listZipParts(zip(entries, { comment: 'x'.repeat(65_535) }))).toEqual(parts);
    expect(listZipParts(zip([]))).toEqual([]);
    const padded = Uint8Array.from([1, 2, 3, ...zip(entries)]);
    expect(listZipParts(padded.subarray(3))).toEqual(parts);
  });

  it('are none where the directory is damaged', () => {
    const whole = [...zip(entries)];
    const changed = (at: number, value: number, of = whole) =>
      Uint8Array.from(of.with(at < 0 ? of.length + at : at, value));
    expect(listZipParts(Uint8Array.from([]))).toBeUndefined();
    expect(listZipParts(zip(entries, { end: 0x06054b51 }))).toBeUndefined();
    expect(listZipParts(zip(entries, { comment: 'x'.repeat(65_535), end: 0 }))).toBeUndefined();
    expect(listZipParts(changed(7, 0))).toBeUndefined();
    expect(listZipParts(changed(-12, 9))).toBeUndefined();
    expect(listZipParts(changed(-6, 0xff))).toBeUndefined();
    const far = [...zip(entries, { isFar: true })];
    expect(listZipParts(changed(-42, 0, far))).toBeUndefined();
    expect(listZipParts(changed(-98, 0, far))).toBeUndefined();
    expect(listZipParts(Uint8Array.from(far.slice(-42)))).toBeUndefined();
    expect(listZipParts(Uint8Array.from(far.slice(-22)))).toBeUndefined();
    const lost = [...zip([{ name: 'c', packed: 8, unpacked: 1, far: 'unpacked' }])];
    expect(listZipParts(changed(lost.indexOf(1, 50), 2, lost))).toBeUndefined();
  });
});

describe('what bytes are', () => {
  const BOOK = part('xl/workbook.xml', 1000, 1000);
  const saidOf = (bytes: Uint8Array | string) => {
    const found = identify(typeof bytes === 'string' ? Uint8Array.from(bytesOf(bytes)) : bytes, 'f');
    return typeof found === 'string' ? found : [found.code.replace('workbook.', ''), found.params];
  };
  const old = (text: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...bytesOf(text).flatMap((byte) => [byte, 0])]);
  const other = (container: string) => ['other-format', { container }];

  it.each([
    ['a;b\n', 'text'],
    ['', 'text'],
    ['PK', 'text'],
    ['<5;a\n', 'text'],
    [`${' '.repeat(250)}<html>`, 'text'],
    ['%PDF-1.7', other('document')],
    ['{\\rtf1', other('document')],
    ['GIF89a', other('picture')],
    ['\uFEFF <!DOCTYPE html>', other('markup')],
    ['<table>', other('markup')],
    ['PK\u0005\u0006', other('zip')],
    ['PK\u0003\u0004 and no more', ['damaged', {}]],
  ])('%j are %j', (text, expected) => {
    expect(saidOf(text)).toEqual(expected);
  });

  it('are a workbook, or another format that is packed so', () => {
    expect(saidOf(zip([BOOK]))).toBe('workbook');
    expect(saidOf(zip([part('a', 1, 1), part('XL/Workbook2.XML', 1, 1)]))).toBe('workbook');
    expect(saidOf(zip([part('XL/workbook.bin', 1, 1), BOOK]))).toEqual(other('xlsb'));
    expect(saidOf(zip([part('content.xml', 1, 1), part('mimetype', 1, 1)]))).toEqual(other('ods'));
    expect(saidOf(zip([part('content.xml', 1, 1)]))).toEqual(other('zip'));
    expect(saidOf(zip([part('mimetype', 1, 1)]))).toEqual(other('zip'));
    expect(saidOf(zip([]))).toEqual(other('zip'));
    expect(saidOf(old('Workbook'))).toEqual(other('xls'));
    expect(saidOf(old('x EncryptedPackage y'))).toEqual(['encrypted', {}]);
    expect(saidOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toEqual(other('picture'));
    expect(saidOf(Uint8Array.of(0xff, 0xd8, 0xff))).toEqual(other('picture'));
  });

  it('are refused where they are too large unpacked, too dense, or hide their size', () => {
    const MEGABYTE = 1_000_000;
    const of = (packed: number, unpacked: number) => saidOf(zip([BOOK, part('a', packed, unpacked - 1000)]));
    expect(of(10 * MEGABYTE, 100 * MEGABYTE)).toBe('workbook');
    expect(of(10 * MEGABYTE, 100 * MEGABYTE + 1)).toEqual(['too-large', { megabytes: 101, most: 100 }]);
    expect(of(1000, 16 * MEGABYTE)).toBe('workbook');
    expect(of(84_000, 17 * MEGABYTE)).toBe('workbook');
    expect(of(83_000, 17 * MEGABYTE)).toEqual(['too-dense', { times: 202 }]);
    expect(saidOf(zip([BOOK, part('a', 2, 0)]))).toBe('workbook');
    expect(saidOf(zip([BOOK, part('a', 3, 0)]))).toEqual(['damaged', {}]);
  });

  it('begin as those of a zip file or an older Office file do, or are text', () => {
    expect(isContainer(zip([]))).toBe(true);
    expect(isContainer(old(''))).toBe(true);
    expect(isContainer(Uint8Array.of(0x50, 0x4b, 0x03))).toBe(false);
    expect(isContainer(Uint8Array.of(0xd0, 0xcf, 0x11))).toBe(false);
  });
});
