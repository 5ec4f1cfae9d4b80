import type { Language } from '../../domain/settings.js';
import type { TimetableView, ViewColumn, ViewLine } from '../../domain/timetable-view.js';
import { viewCell, viewHeader } from '../timetable-view.js';
import type { StyleName } from './cell-style.js';
import { tableSheet, type TableColumn } from './table-sheet.js';
import type { Sheet } from './workbook.js';

/** What a reader of paper does without: the group says it, or another column does. */
const LEFT_OUT: ReadonlySet<ViewColumn> = new Set(['themes', 'strands', 'title', 'givenName', 'organisation']);

/** Columns that say what several of a view do: who, and as what. */
const JOINED: Readonly<
  Partial<Record<ViewColumn, readonly ('title' | 'givenName' | 'familyName' | 'position' | 'organisation')[]>>
> = {
  familyName: ['title', 'givenName', 'familyName'],
  position: ['position', 'organisation'],
};

/** Those that are not texts. */
const STYLES: Readonly<Partial<Record<ViewColumn, StyleName>>> = {
  date: 'date',
  start: 'time',
  end: 'time',
  capacity: 'integer',
  people: 'integer',
  order: 'integer',
};

/** In digits of the usual font: what can be long is wrapped, lest a printed page be too small to read. */
const MOST_WIDE: Readonly<Partial<Record<ViewColumn, number>>> = {
  sessionTitle: 40,
  groups: 26,
  witnesses: 30,
  others: 30,
  position: 30,
};

/** A timetable as a table, a thick line between those it is for and a thin one between their days; `undefined` where nothing takes place. */
export function timetableSheet(name: string, view: TimetableView, language: Language): Sheet | undefined {
  const lines = [...view.lines];
  if (lines.length === 0) return undefined;
  const owner = view.columns[0];
  const ownerOf = ({ group = '', room = '', site = '', witness = '' }: ViewLine) =>
    owner === 'room' ? `${room}\n${site}` : owner === 'witness' ? witness : group;
  const places = new Map<string, number>();
  for (const line of lines) if (!places.has(ownerOf(line))) places.set(ownerOf(line), places.size);
  const isNews = lines.some(({ status }) => status !== lines[0].status || status === 'moved' || status === 'cancelled');
  return tableSheet({
    name,
    lines,
    columns: view.columns
      .filter((column) => !LEFT_OUT.has(column) && (column !== 'status' || isNews))
      .map((column): TableColumn<ViewLine> => {
        const mostWide = MOST_WIDE[column];
        return {
          header: viewHeader(column, language),
          style: column === owner ? 'strong' : (STYLES[column] ?? 'wrapped'),
          valueOf: valueOf(column, language),
          ...(mostWide === undefined ? {} : { mostWide }),
          isNeverStruck: column === 'status',
        };
      }),
    layoutOf: (line, index) => {
      const before = index === 0 ? undefined : lines[index - 1];
      const isOwn = before !== undefined && ownerOf(before) === ownerOf(line);
      const rule = before?.date === line.date ? undefined : 'thin';
      return {
        isBanded: (places.get(ownerOf(line)) ?? 0) % 2 === 1,
        rule: isOwn ? rule : 'thick',
        isStruck: line.status === 'cancelled',
        isStart: !isOwn,
      };
    },
  });
}

function valueOf(column: ViewColumn, language: Language): TableColumn<ViewLine>['valueOf'] {
  const joined = JOINED[column];
  if (joined === undefined) return (line) => viewCell(line, column, language, ', ');
  const joint = column === 'position' ? ', ' : ' ';
  return (line) => joined.flatMap((part) => line[part] || []).join(joint);
}
