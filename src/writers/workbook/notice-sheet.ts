import type { DocumentGroup, DocumentMember } from '../../report/plan-document/document-group.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { PAGE_HEIGHT, PAGE_WIDTH } from './page-room.js';
import { textWidth, wrappedLines } from './text-width.js';
import type { Cell, CellValue, Sheet, SheetRow } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

/** How much wider than plain letters of the usual size those of a label are: all on one line, or smaller and wrapped. */
const LABEL = { large: 1.76, small: 1.32 };
/** Beside the text: the margins of a cell. */
const MARGIN = 1.5;
const INDENT = 1.5;
/** In points. */
const HEIGHTS = { label: 24, labelLine: 15.5, titleLine: 12.5, name: 15, gap: 10 };

/**
 * What is posted: a column a group, with its people and their schools, and nothing else about anybody. As many groups side by side as can
 * be read from afar; no block of them is cut by the end of a page unless it is longer than one.
 */
export function noticeSheet({ groups, language }: PlanDocument): Sheet {
  const perBlock = blockSize(groups.length);
  const width = Math.floor(PAGE_WIDTH / Math.max(perBlock, 3));
  const isLong = groups.some(({ label }) => textWidth(label) * LABEL.large > width - MARGIN);
  const rows: SheetRow[] = [];
  const pages: number[] = [];
  let used = 0;
  for (let from = 0; from < groups.length; from += perBlock) {
    const block = blockRows(groups.slice(from, from + perBlock), width, isLong);
    const height = block.reduce((sum, row) => sum + (row.height ?? 0), 0);
    if (used > 0 && used + HEIGHTS.gap + height > PAGE_HEIGHT) {
      pages.push(rows.length);
      used = 0;
    } else if (used > 0) {
      rows.push({ cells: [], height: HEIGHTS.gap });
      used += HEIGHTS.gap;
    }
    rows.push(...block);
    used += height;
  }
  return {
    name: workbookWordsOf(language).noticeBoard,
    widths: Array.from({ length: Math.min(perBlock, groups.length) }, () => width),
    rows,
    frozen: { rows: 0, columns: 0 },
    isFiltered: false,
    pages,
  };
}

/** Four a row, or three or five where that leaves fewer places empty. */
function blockSize(groups: number): number {
  if (groups <= 5) return Math.max(groups, 1);
  const empty = (size: number) => (size - (groups % size)) % size;
  return [4, 5, 3].toSorted((a, b) => empty(a) - empty(b))[0];
}

function blockRows(groups: readonly DocumentGroup[], width: number, isLong: boolean): readonly SheetRow[] {
  const titles = groups.map(titleOf);
  const titleLines = Math.max(...titles.map((title) => (title === '' ? 0 : wrappedLines(title, width - MARGIN))));
  const labelLines = Math.max(
    ...groups.map(({ label }) => wrappedLines(label, (width - MARGIN - INDENT) / LABEL.small)),
  );
  const members = Math.max(...groups.map((group) => group.members.length));
  const cellsOf = (style: Cell['style'], valueOf: (group: DocumentGroup) => CellValue) =>
    groups.map((group): Cell => ({ value: valueOf(group), style }));
  return [
    {
      cells: cellsOf(isLong ? 'noticeLongLabel' : 'noticeLabel', ({ label }) => label),
      height: isLong ? labelLines * HEIGHTS.labelLine + 4 : HEIGHTS.label,
    },
    ...(titleLines === 0
      ? []
      : [{ cells: cellsOf('noticeTitle', titleOf), height: titleLines * HEIGHTS.titleLine + 4 }]),
    ...Array.from({ length: members }, (_, index) => ({
      cells: cellsOf('noticeName', (group) => nameOf(group.members[index])),
      height: HEIGHTS.name,
    })),
  ];
}

/** Its theme and strand by their titles, or by their ids where they have none; `''` without themes, and where the label says it all. */
function titleOf({ label, theme, themeTitle, strand, strandTitle }: DocumentGroup): string {
  if (themeTitle === '' && strandTitle === '' && label.includes(theme) && label.includes(strand)) return '';
  return [themeTitle === '' ? theme : themeTitle, strandTitle === '' ? strand : strandTitle]
    .filter((part) => part !== '')
    .join(' – ');
}

/** Name and school; the id where there is no name. */
function nameOf(member: DocumentMember | undefined): CellValue {
  if (member === undefined) return '';
  const { id, givenName, familyName, school } = member;
  const name = `${givenName} ${familyName}`.trim();
  const shown = { text: name === '' ? id : name, isMuted: false };
  return school === '' ? shown.text : { runs: [shown, { text: `  ${school}`, isMuted: true }] };
}
