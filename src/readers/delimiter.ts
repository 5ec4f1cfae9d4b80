import { parse } from '#csv-parse';
import { joinPieces } from './encodings.js';

const CANDIDATES = [';', '\t', ',', '|'] as const;
const HEAD_RECORDS = 30;
const HEAD_LENGTH = 65_536;

/** Records of a text of LF line ends, quoted line breaks kept; an empty line gives one empty cell. Throws on an unclosed quote. */
export function splitRecords(text: string, delimiter: string, most?: number): readonly (readonly string[])[] {
  return parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    ...(most === undefined ? {} : { to: most }),
  });
}

/**
 * The first pieces of a text, as many as {@link namedDelimiter} and {@link detectDelimiter} look at; `undefined` when that is
 * more than a string holds.
 */
export function headOf(pieces: readonly string[]): string | undefined {
  let length = 0;
  const count = pieces.findIndex((piece) => (length += piece.length) > HEAD_LENGTH);
  const head = pieces.slice(0, count + 1).join('');
  // A first line longer than that is looked at with all that follows.
  return count >= 0 && head.lastIndexOf('\n', HEAD_LENGTH) >= 0 ? head : joinPieces(pieces);
}

/** The delimiter named by a first line such as `sep=;` (Excel's own convention), else `undefined`. */
export function namedDelimiter(text: string): string | undefined {
  return /^"?sep=([^\n"])"?[ \t;,|]*(?:\n|$)/i.exec(text)?.[1];
}

/**
 * The delimiter (`;` tab `,` or `|`) that splits some line of the first records into most known header words; between
 * equals, the one under which most records are as wide as that line, or, where no word is known, as wide as each other;
 * then the one under which those are widest. Counted outside quotes.
 *
 * @param countKnown how many different known header words a record holds
 */
export function detectDelimiter(text: string, countKnown: (cells: readonly string[]) => number): string {
  const head = text.length > HEAD_LENGTH ? text.slice(0, text.lastIndexOf('\n', HEAD_LENGTH) + 1) || text : text;
  let best: string = CANDIDATES[0];
  let bestScore: readonly number[] = [-1];
  for (const candidate of CANDIDATES) {
    const score = scoreOf(headRecords(head, candidate), countKnown);
    const difference = score.findIndex((part, index) => part !== bestScore[index]);
    if (difference >= 0 && score[difference] > (bestScore[difference] ?? -1)) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(
  records: readonly (readonly string[])[],
  countKnown: (cells: readonly string[]) => number,
): readonly number[] {
  let known = 0;
  let width = 0;
  const widths = new Map<number, number>();
  for (const cells of records) {
    const count = countKnown(cells);
    if (count > known) {
      known = count;
      width = cells.length;
    }
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  if (known > 0) return [known, widths.get(width) ?? 0, width];
  const several = [...widths].filter(([cells]) => cells > 1);
  const [mode, times] = several.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0]);
  return [0, times, mode];
}

function headRecords(head: string, delimiter: string): readonly (readonly string[])[] {
  return splitHead(head, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

/** Without a quote in it a line means the same to csv-parse as to `split`, which takes less time than csv-parse to begin. */
function splitHead(head: string, delimiter: string): readonly (readonly string[])[] {
  if (head.includes('"')) {
    try {
      return splitRecords(head, delimiter, HEAD_RECORDS);
    } catch {
      // An open quote: its lines are looked at as they are.
    }
  }
  return head.split('\n', HEAD_RECORDS).map((line) => line.split(delimiter));
}
