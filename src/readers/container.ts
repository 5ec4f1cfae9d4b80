import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { OtherContainer } from '../domain/diagnostics/workbook.js';
import { listZipParts, type ZipPart } from './zip-directory.js';

const MEGABYTE = 1_000_000;
/** The most that a workbook may be when it is unpacked, in megabytes: some hundred thousand people. */
const MOST_MEGABYTES = 100;
/** A table is packed to a tenth, one of copied rows perhaps to a fiftieth. */
const MOST_TIMES = 200;
/** Below that, how well something is packed does no harm. */
const HARMLESS_MEGABYTES = 16;
/** The part that lists the sheets; some programs number it. */
const WORKBOOK = /^xl\/workbook\d*\.xml$/i;
/** A deflated part of no letter has two bytes. */
const PACKED_NOTHING = 2;

/** What bytes are: text, as far as can be told, a workbook, or what an error says. */
export type Container = 'text' | 'workbook' | Diagnostic;

/** Tells by its bytes what a file is, whatever it is called. Of a workbook the sizes are looked at before anything is unpacked. */
export function identify(bytes: Uint8Array, file: string): Container {
  const details = { source: { file } };
  const other = (container: OtherContainer): Diagnostic =>
    diagnose('error', 'workbook.other-format', { container }, details);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return hasName(bytes, 'EncryptedPackage') ? diagnose('error', 'workbook.encrypted', {}, details) : other('xls');
  const format = formatOf(bytes);
  if (format !== undefined) return other(format);
  if (!begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'text';
  const parts = listZipParts(bytes);
  if (parts === undefined) return diagnose('error', 'workbook.damaged', {}, details);
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return other('xlsb');
  if (names.has('content.xml') && names.has('mimetype')) return other('ods');
  if (!parts.some(({ name }) => WORKBOOK.test(name))) return other('zip');
  return refuseSizes(parts, file) ?? 'workbook';
}

/** How files begin that are neither text nor packed. */
const SIGNATURES: readonly (readonly [OtherContainer, readonly number[]])[] = [
  ['document', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['document', [0x7b, 0x5c, 0x72, 0x74, 0x66]], // {\rtf
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  // A zip file with nothing in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
];
/** How markup begins, after a byte order mark and blanks. */
const MARKUP =
  /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\b|\?xml\b|!--|html\b|head\b|body\b|meta\b|style\b|div\b|table\b)/i;
/** Letters in which that is looked for. */
const BEGINNING = 200;

function formatOf(bytes: Uint8Array): OtherContainer | undefined {
  const signature = SIGNATURES.find(([, start]) => begins(bytes, ...start));
  if (signature !== undefined) return signature[0];
  return MARKUP.test(String.fromCharCode(...bytes.subarray(0, BEGINNING))) ? 'markup' : undefined;
}

function refuseSizes(parts: readonly ZipPart[], file: string): Diagnostic | undefined {
  const details = { source: { file } };
  // What says that it is nothing would be unpacked without an end.
  const isHidden = parts.some(({ packed, unpacked }) => unpacked === 0 && packed > PACKED_NOTHING);
  if (isHidden) return diagnose('error', 'workbook.damaged', {}, details);
  const packed = parts.reduce((sum, part) => sum + part.packed, 0);
  const megabytes = Math.ceil(parts.reduce((sum, part) => sum + part.unpacked, 0) / MEGABYTE);
  if (megabytes > MOST_MEGABYTES)
    return diagnose('error', 'workbook.too-large', { megabytes, most: MOST_MEGABYTES }, details);
  const times = Math.round((megabytes * MEGABYTE) / Math.max(1, packed));
  if (megabytes > HARMLESS_MEGABYTES && times > MOST_TIMES)
    return diagnose('error', 'workbook.too-dense', { times }, details);
  return undefined;
}

/** Whether bytes begin as a zip file or an older Office file does. */
export function isContainer(bytes: Uint8Array): boolean {
  return begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

function begins(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Whether an older Office file, which is a file system of its own, has an entry of that name. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const letters = Uint8Array.from([...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(letters[0]); at >= 0; at = bytes.indexOf(letters[0], at + 1))
    if (letters.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
