import { fraction, type Fraction } from '../domain/fraction.js';

/**
 * Takes off the apostrophe that our CSV writer puts before a text that a spreadsheet would run as a formula: one, when
 * what follows (after any further apostrophes, then spaces) is `= + - @`, a tab, a line break or a full-width twin.
 * Exact inverse: put one before every text that matches the same pattern without its first apostrophe.
 */
const GUARD = /^'(?='*\s*[=+\-@\t\r\n＝＋－＠])/;
const APOSTROPHE = 0x27;
const BLANK = /[\s\u200B\u2060\uFEFF]/;

/** A cell's text: trimmed (no-break and zero-width spaces too), NFC-normalised, formula guard taken off. */
export function cleanText(cell: string): string {
  if (cell === '' || isPlain(cell)) return cell;
  let text = cell.trim();
  if (/[\u0300-\uFFFF]/.test(text)) text = trimZeroWidth(text.normalize('NFC'));
  return text.startsWith("'") && GUARD.test(text) ? text.replace(GUARD, '').trim() : text;
}

function trimZeroWidth(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && BLANK.test(text[from])) from++;
  while (to > from && BLANK.test(text[to - 1])) to--;
  return text.slice(from, to);
}

/** Whether a text is of visible ASCII letters alone and cannot be guarded, as most ids and names: it is clean as it is. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter <= 0x20 || letter >= 0x7f) return false;
  }
  return text.charCodeAt(0) !== APOSTROPHE;
}

/** The values of a cell that may hold several, separated by `|`; blank ones left out, repeats kept. */
export function splitValues(cell: string, separator: string | RegExp = '|'): readonly string[] {
  const text = cleanText(cell);
  if (text === '') return [];
  const values: string[] = [];
  for (const part of text.split(separator)) {
    const value = cleanText(part);
    if (value !== '') values.push(value);
  }
  return values;
}

/**
 * A number as people write it: `12`, `1,5`, `1.5`, `1 200` (any space before each three digits). `'ambiguous'` when both a
 * comma and a point stand in it (`1,234.5`); `undefined` when it is no number.
 */
export function parseNumber(text: string): number | 'ambiguous' | undefined {
  const parts = splitNumber(text);
  if (parts === undefined || parts === 'ambiguous') return parts;
  return Number(`${parts.sign}${parts.whole}${parts.decimals === '' ? '' : `.${parts.decimals}`}`);
}

/** What {@link parseNumber} reads, exactly: the denominator is the power of ten of the decimals typed. */
export function parseDecimal(text: string): Fraction | 'ambiguous' | undefined {
  const parts = splitNumber(text);
  if (parts === undefined || parts === 'ambiguous') return parts;
  const digits = BigInt(`${parts.whole}${parts.decimals}`);
  return fraction(parts.sign === '-' ? -digits : digits, BigInt(`1${'0'.repeat(parts.decimals.length)}`));
}

function splitNumber(text: string): { sign: string; whole: string; decimals: string } | 'ambiguous' | undefined {
  if (/^[+-]?\d[\d., \u00A0\u202F]*$/.test(text) && text.includes(',') && text.includes('.')) return 'ambiguous';
  const match = /^([+-]?)(\d+|\d{1,3}(?:[ \u00A0\u202F]\d{3})+)(?:[.,](\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, decimals = ''] = match;
  return { sign, whole: whole.replace(/\D/g, ''), decimals };
}
