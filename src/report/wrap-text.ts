import { textWidth } from './text-table.js';

/**
 * Breaks a text at its spaces into lines of at most so many columns; a no-break space holds. A word wider than a line has one of its own.
 *
 * @param indent Blanks before every line but the first, counted in its width.
 */
export function wrapText(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let columns = 0;
    // Blanks go with the word that follows them, as those of a table's columns are wanted.
    for (const piece of paragraph.match(/[ \t]*[^ \t]+/g) ?? []) {
      const own = shownWidth(piece);
      if (columns === 0 || columns + own <= width) {
        line += piece;
        columns += own;
        continue;
      }
      lines.push(line);
      line = indent + piece.trimStart();
      columns = shownWidth(line);
    }
    lines.push(line);
  }
  return lines;
}

/** Columns of a text without the sequences that colour it. */
function shownWidth(text: string): number {
  return textWidth(text.replace(/\u001b\[[\d;]*m/g, ''));
}
