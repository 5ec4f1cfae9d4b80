/** The letters of the bytes 80 to 9F, five of which stand for none; every other byte is the letter of that number. */
const HIGH = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';
const FIRST_HIGH = 0x80;
/** Letters made at a time: `String.fromCharCode` takes them as arguments, of which there may not be too many. */
const BATCH = 4_096;

const CODES = Uint16Array.from({ length: 256 }, (_, byte) => {
  const place = byte - FIRST_HIGH;
  return place >= 0 && place < HIGH.length ? HIGH.charCodeAt(place) : byte;
});

/**
 * Decodes Windows-1252, U+FFFD standing for a byte that is no letter: what Excel writes where it does not write UTF-8, so that
 * the tables of all other encodings need not be loaded for it. `TextDecoder('windows-1252')` of Node 20 is wrong for the bytes
 * 80 to 9F.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += BATCH) {
    const codes = Array.from(bytes.subarray(from, from + BATCH), (byte) => CODES[byte]);
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
