import { leastOf, mostOf } from '../../domain/extremes.js';
import type { DocumentGroup, DocumentMember } from '../../report/plan-document/document-group.js';
import { PAGE_HEIGHT, PAGE_WIDTH } from './page-room.js';
import { textWidth, wrappedLines } from './text-width.js';
import type { CellValue } from './workbook.js';

/** Groups side by side, with what heads them; heights in points for letters of the usual size. */
export interface NoticeBlock {
  readonly groups: readonly DocumentGroup[];
  readonly titles: readonly string[];
  readonly labelHeight: number;
  /** 0 without titles. */
  readonly titleHeight: number;
  /** Of the largest group. */
  readonly members: number;
}

/** How groups are posted: page by page the blocks that stand on it. */
export interface NoticeLayout {
  readonly pages: readonly (readonly NoticeBlock[])[];
  readonly columns: number;
  /** Of a column, in digits of the usual font. */
  readonly width: number;
  /** Of all letters, in per cent of the usual ones. */
  readonly scale: number;
  /** Whether labels are too long for the largest letters. */
  readonly isLong: boolean;
  /** Of a name, in points for letters of the usual size. */
  readonly nameHeight: number;
}

/** In points for letters of the usual size. */
export const NOTICE_GAP = 10;
const HEIGHTS = { label: 24, labelLine: 15.5, labelMargin: 4, titleLine: 12.5, titleMargin: 4, name: 15 };
/** How much wider than plain letters of the usual size are those of a label, all on one line, or smaller and wrapped; and those of a name. */
const LABEL = { large: 1.76, small: 1.32 };
const NAME = { plain: 1.1, muted: 0.9 };
/** Beside the text: the margins of a cell. */
const MARGIN = 1.5;
const INDENT = 1.5;
const MOST_ABREAST = 5;
/** Columns that share the width of a page at least, lest one be too wide to be read across. */
const LEAST_ABREAST = 2;
/** In per cent: the largest letters, and the smallest for which a page is saved; those below only where groups are too long for a page. */
const MOST_SCALE = 180;
const LEAST_SCALES = [100, 75, 50];
/** How much too wide the widest name may be: its cell shrinks its letters. */
const MOST_SHRUNK = 1.05;
/** How much higher than its letters ask for a name may stand, where there is room left. */
const MOST_STRETCHED = 1.5;

/**
 * The fewest pages on which letters are large enough, with as many groups on each of them but one; of the ways to set these side by side
 * the one with the largest letters. What is left of the page goes to the lines.
 */
export function layOutNotices(groups: readonly DocumentGroup[]): NoticeLayout {
  const names = groups.flatMap(({ members }) => members.map(nameWidth));
  const labels = groups.flatMap(({ label }) => label.split(/ |(?<=-)/).map((part) => textWidth(part) * LABEL.small));
  const content = { name: mostOf([0, ...names]) + MARGIN + INDENT, label: mostOf([0, ...labels]) + MARGIN + INDENT };
  for (const least of LEAST_SCALES) {
    for (let pages = leastPages(groups, least); pages <= groups.length; pages++) {
      const found = largest(inParts(groups, pages), content, least);
      if (found !== undefined) return stretched(found);
    }
  }
  return draw(inParts(groups, Math.max(1, Math.ceil(groups.length / MOST_ABREAST))), MOST_ABREAST, 100);
}

/** Name and school; the id where there is no name. */
export function noticeName({ id, givenName, familyName, school }: DocumentMember): CellValue {
  const name = `${givenName} ${familyName}`.trim();
  const shown = { text: name === '' ? id : name, isMuted: false };
  return school === '' ? shown.text : { runs: [shown, { text: `  ${school}`, isMuted: true }] };
}

function nameWidth(member: DocumentMember): number {
  const value = noticeName(member);
  if (typeof value === 'string') return textWidth(value) * NAME.plain;
  if (typeof value !== 'object' || !('runs' in value)) return 0;
  return value.runs.reduce((sum, { text, isMuted }) => sum + textWidth(text) * (isMuted ? NAME.muted : NAME.plain), 0);
}

/** Fewer cannot hold the groups, were all of them as small as the smallest. */
function leastPages(groups: readonly DocumentGroup[], scale: number): number {
  const members = groups.reduce((least, own) => Math.min(least, own.members.length), Infinity);
  const abreast = Math.floor(roomAt(scale) / (HEIGHTS.label + (groups.length === 0 ? 0 : members) * HEIGHTS.name));
  return Math.max(1, Math.ceil(groups.length / (MOST_ABREAST * Math.max(abreast, 1))));
}

/** The largest letters with which all pages hold their groups, no smaller than `least`; `undefined` where there are none. */
function largest(
  pages: readonly (readonly DocumentGroup[])[],
  content: { readonly name: number; readonly label: number },
  least: number,
): NoticeLayout | undefined {
  const perPage = pages[0].length;
  let best: NoticeLayout | undefined;
  for (let columns = Math.min(MOST_ABREAST, perPage); columns > 0; columns--) {
    if (Math.ceil(perPage / Math.ceil(perPage / columns)) < columns) continue;
    if (!fits(draw(pages, columns, least))) continue;
    const floor = Math.max(least, best === undefined ? 0 : best.scale + 1);
    for (let scale = MOST_SCALE; scale >= floor; scale--) {
      const width = (widthOf(columns) * 100) / scale;
      if (scale > least && (width * MOST_SHRUNK < content.name || width < content.label)) continue;
      const layout = draw(pages, columns, scale);
      if (!fits(layout)) continue;
      best = layout;
      break;
    }
  }
  return best;
}

function draw(pages: readonly (readonly DocumentGroup[])[], columns: number, scale: number): NoticeLayout {
  const width = (widthOf(columns) * 100) / scale;
  const isLong = pages.some((page) => page.some(({ label }) => textWidth(label) * LABEL.large > width - MARGIN));
  return {
    pages: pages.map((page) =>
      inParts(page, Math.ceil(page.length / columns)).map((groups) => blockOf(groups, width, isLong)),
    ),
    columns,
    width: widthOf(columns),
    scale,
    isLong,
    nameHeight: HEIGHTS.name,
  };
}

function blockOf(groups: readonly DocumentGroup[], width: number, isLong: boolean): NoticeBlock {
  const titles = groups.map(titleOf);
  const titleLines = mostOf(titles.map((title) => (title === '' ? 0 : wrappedLines(title, width - MARGIN))));
  const labelLines = mostOf(groups.map(({ label }) => wrappedLines(label, (width - MARGIN - INDENT) / LABEL.small)));
  return {
    groups,
    titles,
    labelHeight: isLong ? labelLines * HEIGHTS.labelLine + HEIGHTS.labelMargin : HEIGHTS.label,
    titleHeight: titleLines === 0 ? 0 : titleLines * HEIGHTS.titleLine + HEIGHTS.titleMargin,
    members: mostOf(groups.map(({ members }) => members.length)),
  };
}

/** Its theme and strand by their titles, or by their ids where they have none; `''` without themes, and where the label says it all. */
function titleOf({ label, theme, themeTitle, strand, strandTitle }: DocumentGroup): string {
  const parts = [themeTitle === '' ? theme : themeTitle, strandTitle === '' ? strand : strandTitle];
  return parts.every((part) => label.includes(part)) ? '' : parts.filter((part) => part !== '').join(' – ');
}

function fits({ pages, scale }: NoticeLayout): boolean {
  return pages.every((page) => heightOf(page) <= roomAt(scale));
}

/** With lines as high as the fullest page has room for. */
function stretched(layout: NoticeLayout): NoticeLayout {
  const most = leastOf([
    ...layout.pages.map((page) => {
      const lines = page.reduce((sum, { members }) => sum + members, 0);
      return HEIGHTS.name + (roomAt(layout.scale) - heightOf(page)) / Math.max(lines, 1);
    }),
    HEIGHTS.name * MOST_STRETCHED,
  ]);
  return { ...layout, nameHeight: most };
}

function heightOf(page: readonly NoticeBlock[]): number {
  return page.reduce(
    (sum, { labelHeight, titleHeight, members }) => sum + labelHeight + titleHeight + members * HEIGHTS.name,
    (page.length - 1) * NOTICE_GAP,
  );
}

function roomAt(scale: number): number {
  return (PAGE_HEIGHT * 100) / scale;
}

function widthOf(columns: number): number {
  return Math.floor(PAGE_WIDTH / Math.max(columns, LEAST_ABREAST));
}

/** So many parts in order, the first ones longer by one where they cannot be equal. */
function inParts<Item>(items: readonly Item[], parts: number): readonly (readonly Item[])[] {
  let from = 0;
  return Array.from({ length: parts }, (_, part) => {
    const to = from + Math.ceil((items.length - from) / (parts - part));
    const own = items.slice(from, to);
    from = to;
    return own;
  });
}
