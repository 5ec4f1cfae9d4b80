import type { FileDigest } from '../domain/manifest.js';

/** SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits, by the Web Crypto of Node or of the browser. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // A fresh copy: Web Crypto refuses views of shared memory.
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a manifest says of a file. */
export async function digestFile(name: string, bytes: Uint8Array): Promise<FileDigest> {
  return { name, bytes: bytes.length, sha256: await sha256(bytes) };
}
