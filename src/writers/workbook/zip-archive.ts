import { joinParts } from '../utf8.js';
import { deflate } from './deflate.js';

const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const STORED = 0;
const DEFLATED = 8;

/** A file of an archive: its name, the sum that proves it, and what is stored of it. */
interface ZipEntry {
  readonly name: Uint8Array;
  readonly crc32: number;
  readonly size: number;
  readonly method: number;
  readonly stored: Uint8Array;
}

/**
 * An archive (APPNOTE 6.3) with the same files compressed by {@link deflate}: whatever the platform that made it compresses with, the bytes
 * are the same. It must be one without data descriptors, dates and comments, as our package writes them.
 */
export async function repack(archive: Uint8Array): Promise<Uint8Array> {
  const entries = await Promise.all([...entriesOf(archive)].map(compressAgain));
  const local = entries.reduce((sum, { name, stored }) => sum + LOCAL.size + name.length + stored.length, 0);
  const central = entries.reduce((sum, { name }) => sum + CENTRAL.size + name.length, 0);
  const bytes = new Uint8Array(local + central + END.size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL.signature, true);
    putCommon(view, at + 4, entry);
    bytes.set(entry.name, at + LOCAL.size);
    bytes.set(entry.stored, at + LOCAL.size + entry.name.length);
    at += LOCAL.size + entry.name.length + entry.stored.length;
    return offset;
  });
  entries.forEach((entry, index) => {
    view.setUint32(at, CENTRAL.signature, true);
    view.setUint16(at + 4, VERSION, true);
    putCommon(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index], true);
    bytes.set(entry.name, at + CENTRAL.size);
    at += CENTRAL.size + entry.name.length;
  });
  view.setUint32(at, END.signature, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, central, true);
  view.setUint32(at + 16, local, true);
  return bytes;
}

/** 2.0, the first to deflate. */
const VERSION = 20;
/** 1 January 1980, the first day that the format knows. */
const NO_DAY = 0x21;

/** The fields that both headers of a file have, in the same order. */
function putCommon(view: DataView, at: number, { method, crc32, stored, size, name }: ZipEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, NO_DAY, true);
  view.setUint32(at + 10, crc32, true);
  view.setUint32(at + 14, stored.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

function* entriesOf(archive: Uint8Array): Generator<ZipEntry, void> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let at = 0;
  while (view.getUint32(at, true) === LOCAL.signature) {
    const nameEnd = at + LOCAL.size + view.getUint16(at + 26, true);
    const from = nameEnd + view.getUint16(at + 28, true);
    const end = from + view.getUint32(at + 18, true);
    yield {
      name: archive.subarray(at + LOCAL.size, nameEnd),
      method: view.getUint16(at + 8, true),
      crc32: view.getUint32(at + 14, true),
      size: view.getUint32(at + 22, true),
      stored: archive.subarray(from, end),
    };
    at = end;
  }
}

async function compressAgain(entry: ZipEntry): Promise<ZipEntry> {
  const plain = entry.method === STORED ? entry.stored : await inflate(entry.stored);
  const stored = deflate(plain);
  return stored.length < plain.length
    ? { ...entry, method: DEFLATED, stored }
    : { ...entry, method: STORED, stored: plain };
}

/** By the streams themselves: `Response`, which would be shorter, takes Node long to load. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = writer.write(new Uint8Array(bytes)).then(() => writer.close());
  const parts: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value);
  await written;
  return joinParts(parts);
}
