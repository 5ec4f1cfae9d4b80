/** How every line ends (RFC 5545 section 3.1). */
const LINE_END = '\r\n';
/** Most octets of a line, its end not counted (RFC 5545 section 3.1). */
const MOST_OCTETS = 75;

/**
 * A property as it stands in the file, folded and ended. The value is written as it is: a text goes through {@link escapeText} first.
 *
 * @param name With its parameters: `DTSTART;TZID=Europe/Paris`.
 */
export function contentLine(name: string, value: string): string {
  return `${foldLine(`${name}:${value}`)}${LINE_END}`;
}

/**
 * A value of type TEXT (RFC 5545 section 3.3.11): backslash, semicolon, comma and line breaks of any kind are escaped. What the
 * grammar has no place for is left out (control characters but the tab), a lone surrogate is U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
}

/** Breaks a long line before a space of its own, never within the octets of one character. */
function foldLine(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return line;
  let folded = '';
  let [from, octets] = [0, 0];
  for (let at = 0; at < line.length;) {
    const codePoint = line.codePointAt(at) ?? 0;
    const own = octetsOf(codePoint);
    if (octets + own > MOST_OCTETS) {
      folded += `${line.slice(from, at)}${LINE_END} `;
      from = at;
      octets = 1;
    }
    octets += own;
    at += codePoint < 0x10000 ? 1 : 2;
  }
  return folded + line.slice(from);
}

/** In UTF-8 (RFC 3629 section 3). */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
