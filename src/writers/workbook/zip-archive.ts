import { unzipSync, zipSync } from 'fflate';

/** The first day that the format knows, whatever the time zone. */
const NO_DAY = new Date(1980, 0, 1);

/** The same files in an archive (APPNOTE 6.3) compressed by one and the same code on any platform, in the order in which they were: the bytes are the same too. */
export function repack(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { level: 6, mtime: NO_DAY, os: 0 });
}
