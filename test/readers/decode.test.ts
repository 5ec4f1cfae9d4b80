import iconv from 'iconv-lite';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeFile, decodeText, findSpoiledWord } from '../../src/readers/decode.js';
import {
  createEncodingTables,
  decodePieces,
  detectEncoding,
  isEncoding,
  joinPieces,
  loadEncodings,
} from '../../src/readers/encodings.js';
import { brief } from './facts.js';

const TEXT = 'nom;remarque\nLœw-Hélène;«\u00A05\u00A0€\u00A0» l’été\n';

beforeAll(loadEncodings);

function decode(bytes: Uint8Array, encoding?: string) {
  return decodeText({ name: 'a.csv', bytes, ...(encoding === undefined ? {} : { encoding }) });
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Uint8Array.from(Buffer.from(TEXT, 'utf8'))],
    ['UTF-8 with a byte order mark', Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf8'))],
    ['UTF-16 LE with a byte order mark', Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))],
    ['UTF-16 BE with a byte order mark', Uint8Array.from(Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16())],
    ['Windows-1252', Uint8Array.from(iconv.encode(TEXT, 'windows-1252'))],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ value: TEXT, diagnostics: [] });
  });

  it('reads the bytes 80 to 9F of Windows-1252, which TextDecoder does not', () => {
    expect(decode(Uint8Array.of(0x80, 0x92, 0x9c, 0x8c)).value).toBe('€’œŒ');
  });

  it('follows the encoding of the settings', () => {
    expect(decode(Uint8Array.of(0x8e), 'macintosh').value).toBe('é');
    expect(decode(Uint8Array.of(0x41, 0x00), 'utf-16le').value).toBe('A');
  });

  it('makes LF of every line end', () => {
    expect(decode(Uint8Array.from(Buffer.from('a\r\nb\rc\nd'))).value).toBe('a\nb\nc\nd');
  });

  it.each([
    ['a zero byte', Uint8Array.from(Buffer.from('a;b\nc\0;d')), undefined, 'file.nul-byte a.csv:2'],
    ['an unknown encoding', Uint8Array.of(65), 'utf-99', 'file.unknown-encoding a.csv "utf-99"'],
    ['bytes that are not of the encoding asked for', Uint8Array.of(0xe9, 0x41), 'utf-8', 'file.undecodable a.csv'],
    ['a byte that Windows-1252 does not have', Uint8Array.of(0xe9, 0x81), undefined, 'file.undecodable a.csv'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14), undefined, 'file.workbook a.csv'],
  ])('refuses %s', (_, bytes, encoding, expected) => {
    const { value, diagnostics } = decode(bytes, encoding);
    expect(value).toBeUndefined();
    expect(brief(diagnostics)).toEqual([expected]);
  });

  it('names the encoding that the bytes are not of', () => {
    expect(decode(Uint8Array.of(0xe9, 0x41), 'UTF-8').diagnostics[0].params).toEqual({ encoding: 'UTF-8' });
    expect(decode(Uint8Array.of(0xe9, 0x81)).diagnostics[0].params).toEqual({ encoding: 'windows-1252' });
  });

  it.each([
    ['a\0\nb\nc', 1],
    ['\na\0\nb', 2],
    ['\n\n\0', 3],
  ])('names the line of a zero byte in %j', (text, line) => {
    expect(decode(Uint8Array.from(Buffer.from(text))).diagnostics[0].source?.line).toBe(line);
  });

  it.each([
    ['RenÃ©', 'nom\nBo;RenÃ©;x'],
    ['Ren\uFFFD', 'nom\nBo;Ren\uFFFD;x'],
    ['Ren\uFFFD', 'nom\nBo;Ren\uFFFD'],
  ])('warns of letters spoiled before: %s', (value, text) => {
    expect(brief(decode(Uint8Array.from(Buffer.from(text))).diagnostics)).toEqual([
      `warning file.spoiled-letters a.csv:2 "${value}"`,
    ]);
  });

  it('warns of spoiled letters that a file begins with', () => {
    expect(brief(decode(Uint8Array.from(Buffer.from('\uFFFDric;x'))).diagnostics)).toEqual([
      'warning file.spoiled-letters a.csv:1 "\uFFFDric"',
    ]);
  });

  it('leaves out the end mark of DOS, and never half a letter that looks like one', () => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    expect(decodeText({ name: 'a.csv', bytes: bytesOf('nom\n\u001a') })).toEqual({ value: 'nom\n', diagnostics: [] });
    // U+011A in UTF-16 BE ends in 1A.
    const wide = Uint8Array.of(0xfe, 0xff, 0x00, 0x61, 0x01, 0x1a);
    expect(decodeText({ name: 'a.csv', bytes: wide })).toEqual({ value: 'a\u011a', diagnostics: [] });
    expect(decodeText({ name: 'a.csv', bytes: wide.subarray(2), encoding: 'utf-16be' }).value).toBe('a\u011a');
  });

  it('takes no capital letter with a tilde or circumflex for a spoiled one', () => {
    expect(decode(Uint8Array.from(Buffer.from('JOÃO;ÂGE;Ânes'))).diagnostics).toEqual([]);
  });
});

describe('a spoiled word', () => {
  it('is found in a text, the first of several', () => {
    expect(findSpoiledWord('Bo RenÃ©|LÃ©a')).toBe('RenÃ©');
    expect(findSpoiledWord('\uFFFDa b')).toBe('\uFFFDa');
    expect(findSpoiledWord('René')).toBeUndefined();
  });
});

describe('a byte order mark', () => {
  it.each([
    [[0xff, 0xfe], 'utf-16le'],
    [[0xfe, 0xff], 'utf-16be'],
    [[0xef, 0xbb, 0xbf], 'utf-8'],
    [[0xff, 0xff], undefined],
    [[0xfe, 0xfe], undefined],
    [[0x61, 0xfe], undefined],
    [[0x61, 0xff], undefined],
    [[0xff, 0x61], undefined],
    [[0xfe, 0x61], undefined],
    [[0x61, 0xbb, 0xbf], undefined],
    [[0xef, 0x61, 0xbf], undefined],
    [[0xef, 0xbb, 0x61], undefined],
    [[], undefined],
  ])('of %j names %j', (bytes, encoding) => {
    expect(detectEncoding(Uint8Array.from(bytes))).toBe(encoding);
  });
});

describe('an encoding', () => {
  const builtIn = ['utf-8', 'UTF8', 'utf-16le', 'UCS-2', 'utf-16be', 'windows-1252', 'cp1252'];

  it('is known by its labels', () => {
    for (const label of [...builtIn, 'macintosh', 'iso-8859-15']) expect(isEncoding(label)).toBe(true);
    expect(isEncoding('utf-99')).toBe(false);
  });

  it('of those that people use needs no table; another one without its table is a mistake of the program', async () => {
    const tables = createEncodingTables();
    for (const label of builtIn) {
      expect(isEncoding(label, tables)).toBe(true);
      expect(decodePieces(Uint8Array.of(), label, 1, tables)).toEqual([]);
    }
    expect(() => isEncoding('macintosh', tables)).toThrow('loaded');
    expect(() => decodePieces(Uint8Array.of(), 'macintosh', 1, tables)).toThrow('loaded');
    await tables.load();
    expect(isEncoding('macintosh', tables)).toBe(true);
    expect(decodePieces(Uint8Array.of(0x8e), 'macintosh', 1, tables)).toEqual(['é']);
  });
});

describe('a text decoded in pieces', () => {
  const letters = ['a', 'é', '€', '’', ';', '\u010A', '\u0A0D', '😀', '\n', '\r\n', '\r', '\uFEFF', ' '];
  const texts = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((units) => units.join(''));
  const sizes = fc.integer({ min: 1, max: 12 });
  const unify = (text: string) => text.replace(/\r\n?/g, '\n');

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'gb18030', 'utf-7'])(
    'is the same for pieces of any size in %s, each of whole lines',
    (encoding) => {
      fc.assert(
        fc.property(texts, sizes, (text, size) => {
          const bytes = Uint8Array.from(iconv.encode(text, encoding));
          const whole = iconv.decode(bytes, encoding);
          const pieces = decodePieces(bytes, encoding, size);
          if (typeof pieces === 'string' || pieces === undefined) throw new Error('not decoded');
          expect(pieces.join('')).toBe(unify(whole));
          for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\n$/);
        }),
      );
    },
  );

  it.each([
    ['utf-8', ['éa\n', '\n', 'ab\n', 'c']],
    ['windows-1252', ['éa\n', '\n', 'ab\n', 'c']],
    ['macintosh', ['éa\n', '\n', 'ab\n', 'c']],
    ['utf-16le', ['éa\n', '\n', 'ab\n', 'c']],
    ['utf-16be', ['éa\n', '\n', 'ab\n', 'c']],
    ['gb18030', ['éa\n\nab\nc']],
    ['utf-7', ['éa\n\nab\nc']],
  ])('has in %s, of one byte or more each, the pieces %j', (encoding, pieces) => {
    expect(decodePieces(Uint8Array.from(iconv.encode('éa\r\n\nab\nc', encoding)), encoding, 1)).toEqual(pieces);
  });

  it('is cut after no letter that only holds the byte of a line end', () => {
    const text = '\u010A\u0A0A\u0A00\u0A0Aa\nb';
    for (const encoding of ['utf-16le', 'utf-16be']) {
      const bytes = Uint8Array.from(iconv.encode(text, encoding));
      expect(decodePieces(bytes, encoding, 1)).toEqual(['\u010A\u0A0A\u0A00\u0A0Aa\n', 'b']);
    }
  });

  it('is cut at the first line end after as many bytes', () => {
    const bytes = Uint8Array.from(Buffer.from('a\nb\nc\nd\n'));
    expect(decodePieces(bytes, 'utf-8', 3)).toEqual(['a\nb\n', 'c\nd\n']);
    expect(decodePieces(bytes, 'utf-8', 4)).toEqual(['a\nb\n', 'c\nd\n']);
    expect(decodePieces(bytes, 'utf-8', 5)).toEqual(['a\nb\nc\n', 'd\n']);
  });

  it('is refused for a bad byte in its last piece, and read as Windows-1252 when nothing says UTF-8', () => {
    const bytes = Uint8Array.from([...Buffer.from('é;a\n'.repeat(100_000)), 0xe9]);
    expect(decodePieces(bytes, 'utf-8')).toBeUndefined();
    expect(decodeText({ name: 'a.csv', bytes }).value?.slice(0, 5)).toBe('Ã©;a\n');
  });

  it('is refused where a line is longer than a string, and joined where all of them fit into one', () => {
    // Nothing of these bytes is touched: lines of this encoding cannot be found before it is decoded.
    const bytes = new Uint8Array(536_870_889);
    expect(decodePieces(bytes, 'gb18030')).toBe('too-large');
    const { value, diagnostics } = decodeFile({ name: 'a.csv', bytes, encoding: 'gb18030' });
    expect([value, brief(diagnostics)]).toEqual([undefined, ['file.too-large a.csv']]);
    const half = 'x'.repeat(2 ** 28);
    expect(joinPieces([half, half])).toBeUndefined();
    expect(joinPieces(['a\n', 'b'])).toBe('a\nb');
    expect(joinPieces([])).toBe('');
  });

  it('names the line of a zero byte and of spoiled letters far into the file', () => {
    const lines = 'id;nom\n'.repeat(100_000);
    const diagnosticsOf = (end: string) =>
      brief(decodeFile({ name: 'a.csv', bytes: Uint8Array.from(Buffer.from(lines + end)) }).diagnostics);
    expect(diagnosticsOf('1;\0')).toEqual(['file.nul-byte a.csv:100001']);
    expect(diagnosticsOf('\n1;RenÃ© Bo')).toEqual(['warning file.spoiled-letters a.csv:100002 "RenÃ©"']);
  });
});
