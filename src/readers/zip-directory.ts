/** A part of a zip file, as its central directory says. */
export interface ZipPart {
  readonly name: string;
  /** Bytes in the file. */
  readonly packed: number;
  readonly unpacked: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const END_64 = 0x06064b50;
const END_64_LENGTH = 56;
const EXTRA_64 = 0x0001;
const SEE_64 = 0xffffffff;
const SEE_64_SHORT = 0xffff;

/**
 * The parts of a zip file with their sizes; `undefined` where it has no central directory that can be read.
 *
 * PKWARE, ".ZIP File Format Specification", 4.3.12 to 4.3.16 and 4.5.3.
 */
export function listZipParts(bytes: Uint8Array): readonly ZipPart[] | undefined {
  try {
    return readParts(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // A number that points out of the file.
    return undefined;
  }
}

function readParts(view: DataView): readonly ZipPart[] | undefined {
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const directory = findDirectory(view, end);
  if (directory === undefined) return undefined;
  const parts: ZipPart[] = [];
  let at = directory.at;
  for (let index = 0; index < directory.count; index++) {
    if (view.getUint32(at, true) !== ENTRY) return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const names = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_LENGTH, nameLength);
    const sizes = sizesOf(view, at, at + ENTRY_LENGTH + nameLength, extraLength);
    if (sizes === undefined) return undefined;
    parts.push({ name: new TextDecoder().decode(names), ...sizes });
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  return parts;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function findDirectory(view: DataView, end: number): { readonly at: number; readonly count: number } | undefined {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== SEE_64_SHORT && at !== SEE_64) return { at, count };
  const locator = end - LOCATOR_64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const end64 = wholeAt(view, locator + 8);
  if (end64 + END_64_LENGTH > view.byteLength || view.getUint32(end64, true) !== END_64) return undefined;
  return { at: wholeAt(view, end64 + 48), count: wholeAt(view, end64 + 32) };
}

function sizesOf(
  view: DataView,
  entry: number,
  extra: number,
  extraLength: number,
): Pick<ZipPart, 'packed' | 'unpacked'> | undefined {
  const packed = view.getUint32(entry + 20, true);
  const unpacked = view.getUint32(entry + 24, true);
  if (packed !== SEE_64 && unpacked !== SEE_64) return { packed, unpacked };
  for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    // Only what does not fit above is there, the larger size first.
    const after = at + 4 + (unpacked === SEE_64 ? 8 : 0);
    return {
      unpacked: unpacked === SEE_64 ? wholeAt(view, at + 4) : unpacked,
      packed: packed === SEE_64 ? wholeAt(view, after) : packed,
    };
  }
  return undefined;
}

function wholeAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
