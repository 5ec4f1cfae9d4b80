import type iconvLite from 'iconv-lite';
import { decodeWindows1252 } from './windows-1252.js';

/** Bytes decoded at a time, and to the end of the line. */
const PIECE = 262_144;
/** The longest string that V8 holds on 64 bits (2^29 - 24); bytes never decode to more letters than they are. */
const LONGEST_TEXT = 536_870_888;

const LF = 0x0a;
/** What a line end is made of, where the bytes after it can be decoded by themselves; `none` where they cannot. */
type Unit = 'byte' | 'little-endian' | 'big-endian' | 'none';

/** Decodes the first bytes of a file, or some that follow a line end. @throws when they are not all valid */
type Decode = (bytes: Uint8Array, isFirst: boolean) => string;

/** The tables of iconv-lite: few files need them, and they take long to load. */
export interface EncodingTables {
  readonly load: () => Promise<void>;
  /** @throws before they are loaded */
  readonly loaded: () => typeof iconvLite;
}

export function createEncodingTables(): EncodingTables {
  let tables: typeof iconvLite | undefined;
  return {
    load: async () => {
      tables ??= (await import('iconv-lite')).default;
    },
    loaded: () => {
      if (tables === undefined) throw new Error('encodings are loaded before a file that names one is decoded');
      return tables;
    },
  };
}

const TABLES = createEncodingTables();

/** Loads the encodings beside UTF-8, UTF-16 and Windows-1252; to be awaited before a file that names one is decoded. */
export async function loadEncodings(): Promise<void> {
  await TABLES.load();
}

/** Whether an encoding of that label can be read. */
export function isEncoding(label: string, tables = TABLES): boolean {
  return isBuiltIn(plainLabel(label)) || tables.loaded().encodingExists(label);
}

/** The encoding that a byte order mark names, if there is one. */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

/**
 * The text of some bytes in pieces, each but the last ending in LF, every line end made LF and a byte order mark taken off;
 * `undefined` when the bytes are not all valid, `'too-large'` when a line is longer than a string can be.
 *
 * @param size bytes of a piece before its last line end
 */
export function decodePieces(
  bytes: Uint8Array,
  encoding: string,
  size = PIECE,
  tables = TABLES,
): readonly string[] | 'too-large' | undefined {
  const { unit, decode } = decoderOf(encoding, tables);
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = lineEndAfter(bytes, from + size - 1, unit);
    if (to - from > LONGEST_TEXT) return 'too-large';
    try {
      pieces.push(unifyLineEnds(decode(bytes.subarray(from, to), from === 0)));
    } catch {
      return undefined;
    }
    from = to;
  }
  return pieces;
}

/** The pieces as one text; `undefined` when no string is as long. */
export function joinPieces(pieces: readonly string[]): string | undefined {
  const length = pieces.reduce((sum, { length }) => sum + length, 0);
  return length > LONGEST_TEXT ? undefined : pieces.join('');
}

const UTF_16LE = new Set(['utf16le', 'ucs2']);
const WINDOWS_1252 = new Set(['windows1252', 'win1252', 'cp1252']);

function plainLabel(encoding: string): string {
  return encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isBuiltIn(label: string): boolean {
  return label === 'utf8' || label === 'utf16be' || UTF_16LE.has(label) || WINDOWS_1252.has(label);
}

function decoderOf(encoding: string, tables: EncodingTables): { readonly unit: Unit; readonly decode: Decode } {
  const label = plainLabel(encoding);
  if (label === 'utf8') return { unit: 'byte', decode: strictDecode('utf-8') };
  if (UTF_16LE.has(label)) return { unit: 'little-endian', decode: strictDecode('utf-16le') };
  if (label === 'utf16be') return { unit: 'big-endian', decode: strictDecode('utf-16be') };
  if (WINDOWS_1252.has(label)) return { unit: 'byte', decode: complete(encoding, decodeWindows1252) };
  const iconv = tables.loaded();
  const unit = isByteTable(iconv, encoding) ? 'byte' : 'none';
  return { unit, decode: complete(encoding, (bytes) => iconv.decode(bytes, encoding)) };
}

function complete(encoding: string, decode: (bytes: Uint8Array) => string): Decode {
  return (bytes) => {
    const text = decode(bytes);
    if (text.includes('\uFFFD')) throw new RangeError(`not all of ${encoding}`);
    return text;
  };
}

function strictDecode(label: string): Decode {
  const [first, other] = [false, true].map((ignoreBOM) => new TextDecoder(label, { fatal: true, ignoreBOM }));
  return (bytes, isFirst) => (isFirst ? first : other).decode(bytes);
}

/** Whether every byte is a letter whatever stands beside it, and the byte of LF is LF. */
function isByteTable(iconv: typeof iconvLite, encoding: string): boolean {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const alone = Array.from(all, (byte) => iconv.decode(Uint8Array.of(byte), encoding));
  return (
    alone[LF] === '\n' && alone.every((text) => text.length === 1) && alone.join('') === iconv.decode(all, encoding)
  );
}

/** The position after the first LF at `from` or later, or the end. No other letter of UTF-8 or UTF-16 contains that unit. */
function lineEndAfter(bytes: Uint8Array, from: number, unit: Unit): number {
  if (unit === 'none') return bytes.length;
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (unit === 'byte') return at + 1;
    if (unit === 'little-endian' && at % 2 === 0 && bytes[at + 1] === 0) return at + 2;
    if (unit === 'big-endian' && at % 2 === 1 && bytes[at - 1] === 0) return at + 1;
  }
  return bytes.length;
}

/** A CR is never parted from its LF: pieces end after an LF. */
function unifyLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  const unified = text.replace(/\r\n/g, '\n');
  return unified.includes('\r') ? unified.replace(/\r/g, '\n') : unified;
}
