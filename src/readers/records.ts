import { splitRecords } from './delimiter.js';
import { joinPieces } from './encodings.js';
import { hasBlankBesideQuote, mendQuotes, type OpenQuote } from './quotes.js';
import { CellRecord, TextRecord, type RawRecord } from './record.js';

/** A part of a file: text without any quote, split when it is come to, or the records of text that has some. */
type Block = string | readonly (readonly string[])[];

export interface Records {
  readonly blocks: readonly Block[];
  /** Quotes that were taken off because nothing closes them. */
  readonly open: readonly OpenQuote[];
}

/**
 * The records of a text given in pieces of whole lines. csv-parse splits what has a quote; lines without one mean the same
 * to it as to `split`, which is ten times as fast. Quotes that csv-parse cannot tell from text are mended first, which
 * takes the text as a whole: `undefined` when it is too large for that.
 */
export function findRecords(pieces: readonly string[], delimiter: string): Records | undefined {
  const blocks = pieces.some(hasBlankBesideQuote) ? undefined : splitBlocks(pieces, delimiter);
  if (blocks !== undefined && !blocks.some(swallowsLines)) return { blocks, open: [] };
  const text = joinPieces(pieces);
  return text === undefined ? undefined : mendRecords(text, delimiter);
}

/** Where a quote is not closed, or seems not to be. */
function mendRecords(text: string, delimiter: string): Records {
  const { text: mended, open } = mendQuotes(text, delimiter);
  return { blocks: [splitRecords(mended, delimiter)], open };
}

/**
 * Shows the records one after the other, as long as the visitor asks for more. (A generator would cost a
 * seventh of the time that reading a large roster takes.)
 *
 * @param from the line on which the first begins
 */
export function visitRecords(
  { blocks }: Records,
  delimiter: string,
  from: number,
  visit: (record: RawRecord) => boolean,
): void {
  let line = from;
  for (const block of blocks) {
    if (typeof block !== 'string') {
      for (const cells of block) {
        if (!visit(new CellRecord(line, cells))) return;
        line++;
        for (const cell of cells) if (cell.includes('\n')) line += countLineBreaks(cell);
      }
      continue;
    }
    // Where the next delimiter stands is kept from line to line: a text that has none would be searched to its end for each.
    let mark = -1;
    for (let at = 0; at < block.length; line++) {
      const found = block.indexOf('\n', at);
      const end = found < 0 ? block.length : found;
      const begin = at;
      const ends: number[] = [];
      for (;;) {
        if (mark < at) mark = block.indexOf(delimiter, at);
        if (mark < 0) mark = block.length;
        if (mark >= end) break;
        ends.push(mark);
        at = mark + 1;
      }
      ends.push(end);
      if (!visit(new TextRecord(line, block, begin, ends))) return;
      at = end + 1;
    }
  }
}

/** How many line breaks a cell holds. */
export function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** `undefined` when a quote stays open to the end of the text. */
function splitBlocks(pieces: readonly string[], delimiter: string): readonly Block[] | undefined {
  const blocks: Block[] = [];
  let pending = '';
  let enough = 0;
  for (const piece of pieces) {
    pending += piece;
    // A quote that spans pieces is tried again when there is twice as much text, so that the tries add up to little.
    if (pending.length < enough) continue;
    const block = pending.includes('"') ? splitQuoted(pending, delimiter) : pending;
    enough = block === undefined ? 2 * pending.length : 0;
    if (block === undefined) continue;
    blocks.push(block);
    pending = '';
  }
  if (pending === '') return blocks;
  const rest = splitUnlessOpen(pending, delimiter);
  return rest === undefined ? undefined : [...blocks, rest];
}

/**
 * Splits lines of which some have quotes. Only these go through csv-parse, together: when they come back as as many records,
 * each of them is one, and so is each of the others.
 */
function splitQuoted(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  const quoted = lines.filter((line) => line.includes('"'));
  const records = quoted.length < lines.length ? splitUnlessOpen(quoted.join('\n'), delimiter) : undefined;
  if (records?.length !== quoted.length) return splitUnlessOpen(text, delimiter);
  let next = 0;
  return lines.map((line) => (line.includes('"') ? records[next++] : line.split(delimiter)));
}

function splitUnlessOpen(text: string, delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    return splitRecords(text, delimiter);
  } catch {
    return undefined;
  }
}

/** Whether a cell begins with a quote and spans lines: either text that was quoted rightly, or an open quote read lazily. */
function swallowsLines(block: Block): boolean {
  if (typeof block === 'string') return false;
  return block.some((cells) => cells.some((cell) => cell.startsWith('"') && cell.includes('\n')));
}
