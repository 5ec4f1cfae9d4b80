import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { isContainer } from './container.js';
import { decodePieces, detectEncoding, isEncoding, joinPieces } from './encodings.js';
import type { InputFile, Reading } from './reading.js';

/**
 * The text of a file, line ends turned into LF, byte order mark taken off, in pieces that end where a line ends, so that a
 * file may be larger than a string; `undefined` with an error when it has none. An end mark of old programs is left out.
 *
 * Encoding: `file.encoding` when given, else the byte order mark (UTF-8, UTF-16 LE or BE), else UTF-8 when every byte is
 * valid, else Windows-1252.
 */
export function decodeFile(file: InputFile): Reading<readonly string[] | undefined> {
  const source = { file: file.name };
  const fail = (diagnostic: Diagnostic): Reading<undefined> => ({
    value: undefined,
    diagnostics: [diagnostic],
  });
  if (isContainer(file.bytes)) return fail(diagnose('error', 'file.workbook', {}, { source }));
  const encoding = file.encoding ?? detectEncoding(file.bytes);
  if (encoding !== undefined && !isEncoding(encoding))
    return fail(diagnose('error', 'file.unknown-encoding', {}, { source, value: encoding }));
  const bytes = withoutEndMark(file.bytes, encoding);
  const pieces =
    encoding === undefined
      ? (decodePieces(bytes, 'utf-8') ?? decodePieces(bytes, 'windows-1252'))
      : decodePieces(bytes, encoding);
  if (pieces === 'too-large') return fail(diagnose('error', 'file.too-large', {}, { source }));
  if (pieces === undefined)
    return fail(diagnose('error', 'file.undecodable', { encoding: encoding ?? 'windows-1252' }, { source }));
  const nul = findLine(pieces, (text) => text.indexOf('\0'));
  if (nul !== undefined) return fail(diagnose('error', 'file.nul-byte', {}, { source: { ...source, line: nul.line } }));
  return { value: pieces, diagnostics: doubtsAbout(pieces, file.name) };
}

/** What DOS programs put at the end of a text (Ctrl-Z). */
const END_MARK = 0x1a;

function withoutEndMark(bytes: Uint8Array, encoding = ''): Uint8Array {
  // Where letters have two bytes or more it may be the half of one.
  const isWide = /16|32|ucs/i.test(encoding);
  return bytes.at(-1) === END_MARK && !isWide ? bytes.subarray(0, -1) : bytes;
}

/** {@link decodeFile} as one text. */
export function decodeText(file: InputFile): Reading<string | undefined> {
  const { value, diagnostics } = decodeFile(file);
  if (value === undefined) return { value, diagnostics };
  const text = joinPieces(value);
  if (text !== undefined) return { value: text, diagnostics };
  return { value: text, diagnostics: [diagnose('error', 'file.too-large', {}, { source: { file: file.name } })] };
}

/** The line, from 1, on which a position of a text lies. */
function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The first place that a search finds: its piece, its position in that, and its line in the file. */
function findLine(
  pieces: readonly string[],
  search: (text: string) => number,
): { readonly text: string; readonly at: number; readonly line: number } | undefined {
  const index = pieces.findIndex((text) => search(text) >= 0);
  if (index < 0) return undefined;
  const text = pieces[index];
  const at = search(text);
  const before = pieces.slice(0, index).reduce((lines, piece) => lines + lineAt(piece, piece.length) - 1, 0);
  return { text, at, line: before + lineAt(text, at) };
}

const SPOILED = /\uFFFD|[ÃÂ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ](?=\p{Ll}|[\s;,|"]|$)/u;

/** Letters that an earlier program already spoiled: lost (�) or decoded twice (`RenÃ©`). */
function doubtsAbout(pieces: readonly string[], file: string): readonly Diagnostic[] {
  const found = findLine(pieces, spoiledAt);
  if (found === undefined) return [];
  const { text, at, line } = found;
  return [diagnose('warning', 'file.spoiled-letters', {}, { source: { file, line }, value: wordAt(text, at) })];
}

/** The first word of a text with letters that an earlier program already spoiled. */
export function findSpoiledWord(text: string): string | undefined {
  const at = spoiledAt(text);
  return at < 0 ? undefined : wordAt(text, at);
}

function spoiledAt(text: string): number {
  // The pattern takes a look at every letter; these take none at most texts.
  const isDoubtful = text.includes('\uFFFD') || text.includes('Ã') || text.includes('Â');
  return isDoubtful ? text.search(SPOILED) : -1;
}

const WORD_END = /[\s;,|"]/;

function wordAt(text: string, at: number): string {
  let begin = at;
  while (begin > 0 && !WORD_END.test(text[begin - 1])) begin--;
  return text.slice(begin).split(WORD_END, 1)[0];
}
