import { countBits } from '../algorithms/bits.js';
import { digitsOf, slipLimit } from './name-words.js';

/** Slips that are looked for. */
const MOST_SLIPS = 2;
/** With so many slips, one of so many pieces is as it was (pigeonhole). */
const PIECES = MOST_SLIPS + 1;

/** A name near to what was typed. */
export interface NearName {
  /** Its index among the names. */
  readonly index: number;
  /** Letters to insert, delete, replace or swap. */
  readonly slips: number;
}

/**
 * Finds the names that differ from a text in one or two letters, fewer for short ones and never in a digit. Each name is cut
 * in three; a text of up to two slips has one piece whole, up to two letters further left or right (Navarro, "A guided tour to
 * approximate string matching", ACM Computing Surveys 33(1), 2001, section 8: partitioning into exact search). What this misses
 * is two swaps of neighbours, each of them across a cut.
 *
 * @param names folded, without spaces
 */
export function indexSlips(names: readonly string[]): (text: string) => readonly NearName[] {
  const byPiece = new Map<string, number[]>();
  names.forEach((name, index) => {
    if (slipLimit(name.length) === 0) return;
    for (let piece = 0; piece < PIECES; piece++) {
      const key = `${name.length}.${piece}.${name.slice(cut(name.length, piece), cut(name.length, piece + 1))}`;
      const list = byPiece.get(key);
      if (list === undefined) byPiece.set(key, [index]);
      else list.push(index);
    }
  });
  const letters = names.map(lettersIn);
  return (text) => {
    const own = lettersIn(text);
    const digits = digitsOf(text);
    const tried = new Set<number>();
    const found: NearName[] = [];
    for (const index of candidates(text, byPiece)) {
      // A slip changes two of the letters that occur at most.
      if (tried.has(index) || countBits(letters[index] ^ own) > 2 * MOST_SLIPS) continue;
      tried.add(index);
      const limit = slipLimit(names[index].length);
      const slips = countSlips(text, 0, names[index], 0, limit);
      if (slips <= limit && digitsOf(names[index]) === digits) found.push({ index, slips });
    }
    return found;
  };
}

function* candidates(text: string, byPiece: ReadonlyMap<string, readonly number[]>): Generator<number> {
  for (let length = Math.max(1, text.length - MOST_SLIPS); length <= text.length + MOST_SLIPS; length++) {
    for (let piece = 0; piece < PIECES; piece++) {
      const [from, to] = [cut(length, piece), cut(length, piece + 1)];
      for (let shift = -MOST_SLIPS; shift <= MOST_SLIPS; shift++) {
        if (from + shift < 0 || to + shift > text.length) continue;
        yield* byPiece.get(`${length}.${piece}.${text.slice(from + shift, to + shift)}`) ?? [];
      }
    }
  }
}

function cut(length: number, piece: number): number {
  return Math.floor((length * piece) / PIECES);
}

/** Which letters occur, a bit each. */
function lettersIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}

/**
 * What `editDistance` finds for the rest of two texts, from `i` and `j` on, or `limit + 1`. For so few slips it is quicker to try
 * each of them at the first difference than to fill a table, which nine in ten names do not need.
 */
function countSlips(a: string, i: number, b: string, j: number, limit: number): number {
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) [i, j] = [i + 1, j + 1];
  if (i === a.length || j === b.length) return Math.min(a.length - i + b.length - j, limit + 1);
  if (limit === 0) return 1;
  let least = countSlips(a, i + 1, b, j + 1, limit - 1);
  if (least > 0) least = Math.min(least, countSlips(a, i + 1, b, j, limit - 1), countSlips(a, i, b, j + 1, limit - 1));
  if (least > 0 && a[i] === b[j + 1] && a[i + 1] === b[j]) {
    least = Math.min(least, countSlips(a, i + 2, b, j + 2, limit - 1));
  }
  return least + 1;
}
