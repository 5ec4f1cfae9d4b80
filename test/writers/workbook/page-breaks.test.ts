import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_HEIGHT, PAGE_WIDTH } from '../../../src/writers/workbook/page-room.js';
import { breakPages, breakTable } from '../../../src/writers/workbook/page-breaks.js';

/** Every way to cut a list, as the places where pages begin. */
function everyCut(length: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** Math.max(length - 1, 0) }, (_, bits) =>
    Array.from({ length: length - 1 }, (_own, place) => place + 1).filter((place) => (bits >> (place - 1)) % 2 === 1),
  );
}

function fullest(heights: readonly number[], breaks: readonly number[]): number {
  const bounds = [0, ...breaks, heights.length];
  return Math.max(
    ...bounds.slice(1).map((end, page) => heights.slice(bounds[page], end).reduce((sum, own) => sum + own, 0)),
  );
}

describe('page breaks between blocks', () => {
  it('give the fewest pages, and of these the ones whose fullest is the least full', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 }), (heights) => {
        const room = 40;
        const fitting = everyCut(heights.length).filter((cut) => fullest(heights, cut) <= room);
        const fewest = Math.min(...fitting.map(({ length }) => length));
        const least = Math.min(
          ...fitting.filter(({ length }) => length === fewest).map((cut) => fullest(heights, cut)),
        );
        const breaks = breakPages(heights, room);
        expect([breaks.length, fullest(heights, breaks)]).toEqual([fewest, least]);
      }),
    );
  });

  it('give a block that has no room on any page one of its own', () => {
    expect(breakPages([5, 50, 5], 40)).toEqual([1, 2]);
    expect(breakPages([], 40)).toEqual([]);
  });
});

describe('page breaks of a table', () => {
  const header = { cells: [], height: 20 };
  const rowsOf = (count: number, height: number) => Array.from({ length: count }, () => ({ cells: [], height }));

  it('make letters a little smaller where that saves pages, and only then', () => {
    const room = PAGE_HEIGHT - 20;
    const halves = { width: PAGE_WIDTH, header, rows: rowsOf(4, room / 2 + 5), starts: [0, 1, 2, 3] };
    const { pages, scale } = breakTable(halves);
    expect(pages).toEqual([3]);
    expect(scale).toBeLessThan(100);
    expect(breakTable({ ...halves, rows: rowsOf(4, room / 2) })).toEqual({ pages: [3], scale: 100 });
    expect(breakTable({ ...halves, rows: rowsOf(4, room * 0.7) })).toEqual({ pages: [2, 3, 4], scale: 100 });
  });

  it('print a wide table smaller, and what is longer than a page over several', () => {
    const long = { width: PAGE_WIDTH * 2, header, rows: rowsOf(200, 15), starts: [0, 199] };
    const { pages, scale } = breakTable(long);
    expect(scale).toBeLessThanOrEqual(50);
    const room = (PAGE_HEIGHT * 100) / scale - 20;
    const bounds = [1, ...pages, 201];
    expect(pages.length).toBe(Math.ceil((200 * 15) / room) - 1);
    for (const [page, end] of bounds.slice(1).entries()) expect((end - bounds[page]) * 15).toBeLessThanOrEqual(room);
  });
});
