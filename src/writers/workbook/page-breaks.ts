import { PAGE_HEIGHT, PAGE_WIDTH } from './page-room.js';
import type { SheetRow } from './workbook.js';

/** Rows that begin a page, from 0, and the scale in per cent at which they are printed. */
export interface PageBreaks {
  readonly pages: readonly number[];
  readonly scale: number;
}

export interface PagedTable {
  /** Of all columns, in digits of the usual font. */
  readonly width: number;
  /** Stands at the top of each page. */
  readonly header: SheetRow;
  readonly rows: readonly SheetRow[];
  /** Rows that begin what is to stand on one page, from 0 without the header. */
  readonly starts: readonly number[];
}

/** Below, spreadsheets print no smaller. */
const LEAST_SCALE = 10;
/** Of the letters that the width of a page allows, where smaller ones save pages. */
const MOST_SHRUNK = 0.92;

/**
 * Cuts a table between its blocks, into the fewest pages and those as equal as can be; a block that is longer than a page, between any of
 * its rows. Letters are smaller than the width asks for where a little of it saves pages.
 */
export function breakTable({ width, header, rows, starts }: PagedTable): PageBreaks {
  const widest = Math.max(Math.min(100, Math.floor((PAGE_WIDTH * 100) / width)), LEAST_SCALE);
  const candidates: PageBreaks[] = [];
  for (let scale = widest; scale >= Math.max(widest * MOST_SHRUNK, LEAST_SCALE); scale--) {
    const room = (PAGE_HEIGHT * 100) / scale - heightOf([header]);
    const blocks = blocksOf(rows, starts, room);
    const breaks = breakPages(
      blocks.map(({ height }) => height),
      room,
    );
    // The header is the first row of the sheet.
    candidates.push({ scale, pages: breaks.map((block) => blocks[block].from + 1) });
  }
  return candidates.reduce((best, one) => (one.pages.length < best.pages.length ? one : best));
}

/** Blocks that begin a page, but the first: the fewest pages of so much room, and of these the ones whose fullest is the least full. */
export function breakPages(heights: readonly number[], room: number): readonly number[] {
  let filled = fillPages(heights, (height) => height <= room);
  for (;;) {
    const { breaks, fullest } = filled;
    const lower = fillPages(heights, (height) => height < fullest);
    if (lower.breaks.length > breaks.length || lower.fullest >= fullest) return breaks;
    filled = lower;
  }
}

/** Page after page, each as full as it may be. */
function fillPages(heights: readonly number[], fits: (height: number) => boolean) {
  const breaks: number[] = [];
  let used = 0;
  let fullest = 0;
  heights.forEach((height, block) => {
    if (used > 0 && !fits(used + height)) {
      breaks.push(block);
      used = 0;
    }
    used += height;
    fullest = Math.max(fullest, used);
  });
  return { breaks, fullest };
}

/** Those that are too long, row by row. */
function blocksOf(rows: readonly SheetRow[], starts: readonly number[], room: number) {
  const bounds = [...new Set([0, ...starts])];
  return bounds.flatMap((from, place) => {
    const own = rows.slice(from, bounds[place + 1] ?? rows.length);
    const height = heightOf(own);
    return height <= room
      ? [{ from, height }]
      : own.map((row, index) => ({ from: from + index, height: heightOf([row]) }));
  });
}

function heightOf(rows: readonly SheetRow[]): number {
  return rows.reduce((sum, { height = 0 }) => sum + height, 0);
}
