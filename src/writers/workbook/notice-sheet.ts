import { append } from '../../domain/append.js';
import type { DocumentGroup } from '../../report/plan-document/document-group.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { layOutNotices, NOTICE_GAP, noticeName, type NoticeBlock, type NoticeLayout } from './notice-layout.js';
import type { Cell, CellValue, Sheet, SheetRow } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

/** In points, a pixel of a screen: spreadsheets round heights to whole ones. */
const PIXEL = 0.75;

/**
 * What is posted: a column a group, with its people and their schools, and nothing else about anybody. It fills its pages, which hold as
 * many groups each; none is cut by the end of a page unless it is longer than one.
 */
export function noticeSheet({ groups, language }: PlanDocument): Sheet {
  const layout = layOutNotices(groups);
  const rows: SheetRow[] = [];
  const pages: number[] = [];
  for (const page of layout.pages) {
    if (rows.length > 0) pages.push(rows.length);
    page.forEach((block, place) => {
      if (place > 0) rows.push({ cells: [], height: scaled(NOTICE_GAP, layout.scale) });
      append(rows, blockRows(block, layout));
    });
  }
  return {
    name: workbookWordsOf(language).noticeBoard,
    widths: Array.from({ length: layout.columns }, () => layout.width),
    rows,
    frozen: { rows: 0, columns: 0 },
    isFiltered: false,
    pages,
  };
}

function blockRows(
  { groups, titles, labelHeight, titleHeight, members }: NoticeBlock,
  { isLong, nameHeight, scale }: NoticeLayout,
): readonly SheetRow[] {
  const cellsOf = (style: Cell['style'], valueOf: (group: DocumentGroup, place: number) => CellValue) =>
    groups.map((group, place): Cell => ({ value: valueOf(group, place), style, scale }));
  return [
    {
      cells: cellsOf(isLong ? 'noticeLongLabel' : 'noticeLabel', ({ label }) => label),
      height: scaled(labelHeight, scale),
    },
    ...(titleHeight === 0
      ? []
      : [{ cells: cellsOf('noticeTitle', (_, place) => titles[place]), height: scaled(titleHeight, scale) }]),
    ...Array.from({ length: members }, (_, index) => ({
      cells: cellsOf('noticeName', (group) => {
        const member = group.members.at(index);
        return member === undefined ? '' : noticeName(member);
      }),
      height: scaled(nameHeight, scale),
    })),
  ];
}

function scaled(height: number, scale: number): number {
  return Math.floor((height * scale) / 100 / PIXEL) * PIXEL;
}
