/** A quoted field that never ends, or swallows line breaks before it ends in the middle of a word. */
export interface OpenQuote {
  /** Line on which the quote opened, from 1. */
  readonly line: number;
  /** Position of its field in that line, from 1. */
  readonly field: number;
}

/** Whether a text may hold blanks beside a quoted field, so that {@link mendQuotes} is worth its pass. */
export function hasBlankBesideQuote(text: string): boolean {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
    if (hasBlankBefore(text, at) || hasBlankAfter(text, at)) return true;
  return false;
}

/** Blanks from the start of a field to a quote; a tab may be a blank, or end the field before. */
function hasBlankBefore(text: string, quote: number): boolean {
  let from = quote;
  while (from > 0 && isBlank(text[from - 1])) from--;
  if (from === quote) return false;
  return from === 0 || ';,|\n'.includes(text[from - 1]) || text.slice(from, quote - 1).includes('\t');
}

/** Blanks from a quote to the end of its field. */
function hasBlankAfter(text: string, quote: number): boolean {
  let to = quote + 1;
  while (to < text.length && isBlank(text[to])) to++;
  return to > quote + 1 && (to === text.length || ';,|\n'.includes(text[to]));
}

function isBlank(letter: string): boolean {
  return letter === ' ' || letter === '\t' || letter === '\u00A0';
}

/** More than that and the rest of the text is read without its quotes, so that a file full of stray ones stays linear. */
const MOST_OPEN_QUOTES = 20;

/**
 * Mends the quotes that csv-parse cannot tell from text: blanks around a quoted field are dropped (`"a" ; "b"`), and a quote
 * that opens and is not closed is taken off and reported, so that the lines it would swallow are read as lines.
 * The text has LF line ends only. One pass: each open quote adds the distance to the next lone quote.
 */
export function mendQuotes(text: string, delimiter: string): { text: string; open: readonly OpenQuote[] } {
  const open: OpenQuote[] = [];
  const pieces: string[] = [];
  let copied = 0;
  let line = 1;
  let field = 1;
  let at = 0;
  while (at < text.length) {
    const start = skipBlanks(text, at, delimiter);
    if (text[start] === '"') {
      const closing = findClosing(text, start, delimiter);
      if (closing === undefined) {
        if (open.length === MOST_OPEN_QUOTES) {
          pieces.push(text.slice(copied, start), text.slice(start).replaceAll('"', ''));
          return { text: pieces.join(''), open };
        }
        open.push({ line, field });
        pieces.push(text.slice(copied, start));
        copied = start + 1;
        at = start + 1;
      } else {
        const end = skipBlanks(text, closing + 1, delimiter);
        const isQuoted = isFieldEnd(text, end, delimiter);
        if (isQuoted) {
          for (let index = start; index < closing; index++) if (text[index] === '\n') line++;
          pieces.push(text.slice(copied, at), text.slice(start, closing + 1));
          copied = end;
        }
        // Neither quotes nor delimiters are text where a blank begins the field and more than blanks ends it.
        if (isQuoted || start === at) at = closing + 1;
      }
    }
    while (!isFieldEnd(text, at, delimiter)) at++;
    if (text[at] === '\n') {
      line++;
      field = 1;
    } else field++;
    at++;
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), open };
}

/** Position of the quote that ends the field; of the first lone quote of a lazily quoted one; `undefined` when it stays open. */
function findClosing(text: string, start: number, delimiter: string): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at++;
    else if (isFieldEnd(text, skipBlanks(text, at + 1, delimiter), delimiter)) return at;
    else return text.slice(start, at).includes('\n') ? undefined : at;
  }
  return undefined;
}

function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && isBlank(text[at])) at++;
  return at;
}

function isFieldEnd(text: string, at: number, delimiter: string): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n';
}
