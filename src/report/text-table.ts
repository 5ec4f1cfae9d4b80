import type { Style } from './style.js';

/** A column of a table in plain text. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Emphasis of the cells, by their text. */
  readonly style?: (text: string) => string;
}

/** Lays a table out in columns two spaces apart, the header in faint; widths are counted before colour is added. */
export function layOutTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(textWidth(title), ...rows.map((row) => textWidth(row[index] ?? ''))),
  );
  const lineOf = (cells: readonly string[], paint: (text: string, index: number) => string) =>
    columns
      .map(({ align }, index) => {
        const text = cells[index] ?? '';
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
