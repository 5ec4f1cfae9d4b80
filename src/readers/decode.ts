import iconv from 'iconv-lite';
import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { InputFile, Reading } from './reading.js';

/**
 * The text of a file, line ends turned into LF, byte order mark taken off; `undefined` with an error when it has none.
 *
 * Encoding: `file.encoding` when given, else the byte order mark (UTF-8, UTF-16 LE or BE), else UTF-8 when every byte is
 * valid, else Windows-1252. That last one goes through iconv-lite because `TextDecoder('windows-1252')` of Node 20 is
 * wrong for the bytes 80 to 9F (€ ’ œ).
 */
export function decodeText(file: InputFile): Reading<string | undefined> {
  const source = { file: file.name };
  const fail = (diagnostic: Diagnostic): Reading<undefined> => ({
    value: undefined,
    diagnostics: [diagnostic],
  });
  if (isWorkbook(file.bytes)) return fail(diagnose('error', 'file.workbook', {}, { source }));
  const encoding = file.encoding ?? detectEncoding(file.bytes);
  if (!isEncoding(encoding)) return fail(diagnose('error', 'file.unknown-encoding', {}, { source, value: encoding }));
  const decoded = decodeAs(file.bytes, encoding);
  if (decoded === undefined) return fail(diagnose('error', 'file.undecodable', { encoding }, { source }));
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
  const nul = text.indexOf('\0');
  if (nul >= 0) return fail(diagnose('error', 'file.nul-byte', {}, { source: { ...source, line: lineAt(text, nul) } }));
  return { value: text, diagnostics: doubtsAbout(text, file.name) };
}

/** Whether an encoding of that label can be read. */
export function isEncoding(label: string): boolean {
  return iconv.encodingExists(label);
}

/** The line, from 1, on which a position of a text lies. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function detectEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return decodeStrictly(bytes, 'utf-8') === undefined ? 'windows-1252' : 'utf-8';
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  const label = encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (label === 'utf8') return decodeStrictly(bytes, 'utf-8');
  if (label === 'utf16le' || label === 'ucs2') return decodeStrictly(bytes, 'utf-16le');
  if (label === 'utf16be') return decodeStrictly(bytes, 'utf-16be');
  const text = iconv.decode(bytes, encoding);
  return text.includes('\uFFFD') ? undefined : text;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `.xlsx`, `.ods` and other zip files, or the older `.xls`. */
function isWorkbook(bytes: Uint8Array): boolean {
  const begins = (...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);
  return begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/** Letters that an earlier program already spoiled: lost (�) or decoded twice (`RenÃ©`). */
function doubtsAbout(text: string, file: string): readonly Diagnostic[] {
  const match = /\uFFFD|[ÃÂ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?=\p{Ll}|[\s;,|"]|$)/u.exec(text);
  if (match === null) return [];
  const begin = text.slice(0, match.index).search(/[^\s;,|"]*$/);
  const value = /^[^\s;,|"]*/.exec(text.slice(begin))?.[0] ?? '';
  return [
    diagnose('warning', 'file.spoiled-letters', {}, { source: { file, line: lineAt(text, match.index) }, value }),
  ];
}
