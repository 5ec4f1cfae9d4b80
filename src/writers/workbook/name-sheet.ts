import { compareNames } from '../../domain/participant.js';
import { compareText } from '../../domain/fold.js';
import type { DocumentGroup, DocumentMember } from '../../report/plan-document/document-group.js';
import type { PlanDocument } from '../../report/plan-document/plan-document.js';
import { headerOf } from '../headers.js';
import { PAGE_HEIGHT, PAGE_WIDTH } from './page-room.js';
import { textWidth } from './text-width.js';
import type { Cell, CellValue, Sheet, SheetRow } from './workbook.js';
import { workbookWordsOf } from './workbook-words.js';

interface Line {
  readonly member: DocumentMember;
  readonly group: DocumentGroup;
}

/** What stands in one place of the list: name, school, group. */
interface Entry {
  readonly name: string;
  readonly school: string;
  readonly label: string;
  /** Of the theme; `''` where the label says it. */
  readonly title: string;
}

/** Lists side by side, the scale in per cent at which they are printed, and the height of a line in points. */
interface Layout {
  readonly abreast: number;
  readonly scale: number;
  readonly height: number;
}

/** Of each a page holds 75 people or more. */
const LAYOUTS: readonly Layout[] = [
  { abreast: 3, scale: 100, height: 15 },
  { abreast: 3, scale: 85, height: 15 },
  { abreast: 2, scale: 100, height: 12.2 },
  { abreast: 2, scale: 85, height: 13.5 },
];
const ONE_LIST: Layout = { abreast: 1, scale: 85, height: 13.5 };
/** How much too wide names and labels may be: theirs are cells whose letters shrink. */
const MOST_SHRUNK = 1.25;
/** Of the scale of a layout, where smaller letters save a page. */
const LEAST_SHRUNK = 0.94;
/** How much higher a line may be, where there is room left. */
const MOST_STRETCHED = 1.2;
/** In points. */
const HEADER_HEIGHT = 18;
/** In digits of the usual font: the margins of a cell, and what parts one list from the next. */
const MARGIN = 1.5;
const GUTTER = 2;
/** A bold letter, and one of the muted size, for a plain one. */
const BOLD = 1.1;
const MUTED = 0.9;

/** Where everybody is, by name, in lists side by side that go on from one to the next; by id where names are hidden. */
export function nameSheet({ groups, isPseudonymous, language }: PlanDocument): Sheet {
  const entries = groups
    .flatMap((group) => group.members.map((member): Line => ({ member, group })))
    .toSorted((a, b) => compareMembers(a.member, b.member, isPseudonymous))
    .map(describe);
  const header: Entry = {
    name: isPseudonymous ? headerOf('id', language) : workbookWordsOf(language).name,
    school: headerOf('school', language),
    label: headerOf('group', language),
    title: '',
  };
  const layout = layOut(entries, header);
  const { abreast, widths } = layout;
  const { perPage, scale } = fitPages(entries.length, layout);
  const height = Math.min(linesRoom(scale) / Math.ceil(perPage / abreast), layout.height * MOST_STRETCHED);
  const rows: SheetRow[] = [headerRow(header, abreast)];
  const pages: number[] = [];
  for (let from = 0; from < entries.length; from += perPage) {
    const page = entries.slice(from, from + perPage);
    const length = Math.ceil(page.length / abreast);
    if (from > 0) pages.push(rows.length);
    for (let row = 0; row < length; row++)
      rows.push({
        height,
        cells: Array.from({ length: abreast }, (_, list) => [
          ...(list === 0 ? [] : [undefined]),
          ...entryCells(page.at(list * length + row), widths[2], row % 2 === 1),
        ]).flat(),
      });
  }
  return {
    name: workbookWordsOf(language).byName,
    widths: Array.from({ length: abreast }, (_, list) => [...(list === 0 ? [] : [GUTTER]), ...widths]).flat(),
    rows,
    frozen: { rows: 1, columns: 0 },
    isFiltered: false,
    pages,
    scale,
  };
}

/** How many people stand on a page: the fewest pages, at a scale a little smaller where that saves one, and all of them as full. */
function fitPages(
  people: number,
  { abreast, scale, height }: Layout,
): { readonly perPage: number; readonly scale: number } {
  const linesAt = (own: number) => Math.floor(linesRoom(own) / height);
  const pagesAt = (own: number) => Math.max(1, Math.ceil(people / (linesAt(own) * abreast)));
  const least = Math.ceil(scale * LEAST_SHRUNK);
  const pages = pagesAt(least);
  let own = scale;
  while (own > least && pagesAt(own) > pages) own--;
  return { perPage: Math.ceil(people / pages), scale: own };
}

/** In points, of a page below the header. */
function linesRoom(scale: number): number {
  return (PAGE_HEIGHT * 100) / scale - HEADER_HEIGHT;
}

/** The first of the layouts in which every title has room; else the last, with shortened titles, smaller letters where names and labels are too long for it, or one list alone. */
function layOut(entries: readonly Entry[], header: Entry): Layout & { readonly widths: readonly number[] } {
  const widest = (widthOf: (entry: Entry) => number) =>
    Math.ceil([header, ...entries].reduce((most, entry) => Math.max(most, widthOf(entry)), 0) + MARGIN);
  const name = widest((entry) => textWidth(entry.name));
  const school = widest((entry) => textWidth(entry.school));
  const label = widest((entry) => textWidth(entry.label) * BOLD);
  const group = widest((entry) => textWidth(entry.label) * BOLD + titleWidth(entry.title));
  const roomOf = ({ abreast, scale }: Layout) =>
    Math.floor(((PAGE_WIDTH * 100) / scale - (abreast - 1) * GUTTER) / abreast);
  const layout =
    LAYOUTS.find((one) => name + school + group <= roomOf(one)) ??
    LAYOUTS.findLast((one) => name + school + label <= roomOf(one) * MOST_SHRUNK) ??
    ONE_LIST;
  const room = roomOf(layout);
  if (name + school + label <= room)
    return { ...layout, widths: [name, school, Math.min(group, room - name - school)] };
  const part = (room - school) / (name + label);
  return { ...layout, widths: [Math.floor(name * part), school, Math.floor(label * part)] };
}

function headerRow({ name, school, label }: Entry, abreast: number): SheetRow {
  const cells = [name, school, label].map((value): Cell => ({ value, style: 'header' }));
  return {
    height: HEADER_HEIGHT,
    cells: Array.from({ length: abreast }, (_, list) => [...(list === 0 ? [] : [undefined]), ...cells]).flat(),
  };
}

function entryCells(entry: Entry | undefined, width: number, isBanded: boolean): readonly (Cell | undefined)[] {
  if (entry === undefined) return [undefined, undefined, undefined];
  const { name, school, label, title } = entry;
  const shown = fitted(title, width - MARGIN - textWidth(label) * BOLD);
  const group: CellValue =
    shown === ''
      ? label
      : {
          runs: [
            { text: label, isMuted: false },
            { text: `  ${shown}`, isMuted: true },
          ],
        };
  return [
    { value: name, style: 'listed', isBanded },
    { value: school, style: 'listedMuted', isBanded },
    { value: group, style: 'listedStrong', isBanded },
  ];
}

/** A title whole, or its first words and an ellipsis where there is no more room; `''` where there is next to none. */
function fitted(title: string, room: number): string {
  if (title === '' || titleWidth(title) <= room) return title;
  const words = title.split(' ');
  while (words.length > 0 && titleWidth(`${words.join(' ')}…`) > room) words.pop();
  return words.length === 0 ? '' : `${words.join(' ')}…`;
}

/** With the spaces before it. */
function titleWidth(title: string): number {
  return title === '' ? 0 : textWidth(`  ${title}`) * MUTED;
}

function describe({ member, group }: Line): Entry {
  const { familyName, givenName, id, school } = member;
  const name = `${familyName} ${givenName}`.trim();
  const { label, theme, themeTitle } = group;
  const title = themeTitle === '' ? theme : themeTitle;
  return { name: name === '' ? id : name, school, label, title: label.includes(title) ? '' : title };
}

function compareMembers(a: DocumentMember, b: DocumentMember, isPseudonymous: boolean): number {
  return (isPseudonymous ? 0 : compareNames(a, b)) || compareText(a.id, b.id) || compareText(a.key, b.key);
}
