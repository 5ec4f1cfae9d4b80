import { mostOf } from '../domain/extremes.js';
import type { Style } from './style.js';

/** A column of a table in plain text. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Whether its texts are never cut, as they are to be copied; absent: they may be. */
  readonly isWhole?: boolean;
  /** Emphasis of the cells, by their text. */
  readonly style?: (text: string) => string;
}

/** Columns of the narrowest terminal that a table is made for. */
const MOST_COLUMNS = 80;
/** What is left of a text at least, however wide the others are. */
const LEAST_TEXT = 10;

/**
 * Lays a table out in columns two spaces apart, the header in faint; widths are counted before colour is added. Where it is wider than 80
 * columns its widest texts are cut at a word, with a `…`; numbers, on the right of their columns, never are.
 */
export function layOutTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  const widths = columns.map(({ title }, index) =>
    mostOf([textWidth(title), ...rows.map((row) => textWidth(row[index] ?? ''))]),
  );
  shrink(widths, columns);
  const lineOf = (cells: readonly string[], paint: (text: string, index: number) => string) =>
    columns
      .map(({ align }, index) => {
        const text = cutAtWord(cells[index] ?? '', widths[index]);
        const blanks = ' '.repeat(widths[index] - textWidth(text));
        return align === 'left' ? paint(text, index) + blanks : blanks + paint(text, index);
      })
      .join('  ')
      .trimEnd();
  const header = columns.every(({ title }) => title === '')
    ? []
    : [
        lineOf(
          columns.map(({ title }) => title),
          (text) => style.faint(text),
        ),
      ];
  return [...header, ...rows.map((row) => lineOf(row, (text, index) => columns[index].style?.(text) ?? text))];
}

/** Makes the widest columns of text narrower, until all fit or none may be. */
function shrink(widths: number[], columns: readonly TextColumn[]): void {
  let excess = widths.reduce((sum, width) => sum + width + 2, -2) - MOST_COLUMNS;
  while (excess > 0) {
    const texts = widths.flatMap((width, index) =>
      columns[index].align === 'left' && columns[index].isWhole !== true && width > LEAST_TEXT ? [index] : [],
    );
    if (texts.length === 0) return;
    const widest = texts.reduce((best, index) => (widths[index] > widths[best] ? index : best));
    const next = texts.reduce((most, index) => (index === widest ? most : Math.max(most, widths[index])), LEAST_TEXT);
    const cut = Math.min(excess, Math.max(1, widths[widest] - next));
    widths[widest] -= cut;
    excess -= cut;
  }
}

/** A text of at most so many columns: what does not fit goes from its last word on, or from within the first, and `…` says so. */
export function cutAtWord(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (textWidth(cut + character) > width - 1) break;
    cut += character;
  }
  const isWhole = text.startsWith(' ', cut.length);
  const words = isWhole ? cut : cut.replace(/ +[^ ]*$/, '');
  return `${words.trimEnd()}…`;
}

/** Columns that a text takes on a terminal: combining marks none, East Asian wide characters two (Unicode UAX 11). */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
