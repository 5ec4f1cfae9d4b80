import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Language } from '../domain/settings.js';
import type { TimetableView, ViewColumn, ViewLine } from '../domain/timetable-view.js';
import { writeCsvParts, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';
import { kindWord } from '../report/kind-words.js';
import { moveText } from '../report/moved-lines.js';
import { newsText } from '../report/notice-lines.js';
import { roleWord, statusWord } from './words.js';

export interface ViewListRequest {
  readonly view: TimetableView;
  readonly dialect: CsvDialect;
  /** Of the header words, kinds, roles and statuses. */
  readonly language: Language;
}

const HEADERS: Readonly<Record<ViewColumn, HeaderKey>> = {
  group: 'group',
  groups: 'groups',
  people: 'people',
  id: 'id',
  familyName: 'family_name',
  givenName: 'given_name',
  school: 'school',
  witness: 'witness',
  title: 'title',
  position: 'position',
  organisation: 'organisation',
  role: 'role',
  date: 'date',
  start: 'start',
  end: 'end',
  session: 'session',
  sessionTitle: 'session_title',
  kind: 'kind',
  themes: 'theme',
  strands: 'strand',
  room: 'room',
  site: 'site',
  capacity: 'capacity',
  witnesses: 'witness',
  others: 'with',
  order: 'order',
  status: 'status',
  isAbsent: 'absent',
  recipient: 'kind',
  email: 'email',
  groupBefore: 'group_before',
  news: 'message',
};

/** How the cells are written that are not texts, numbers or several texts. */
const FORMATS: Readonly<Partial<Record<ViewColumn, (line: ViewLine, language: Language) => CsvCell | undefined>>> = {
  date: ({ date }) => date && { date },
  start: ({ start }) => timeCell(start),
  end: ({ end }) => timeCell(end),
  kind: ({ kind }, language) => kind && kindWord(kind, language),
  role: ({ role }, language) => role && roleWord(role, language),
  status: ({ status }, language) => status && statusWord(status, language),
  recipient: ({ recipient }, language) => recipient && roleWord(recipient, language),
  isAbsent: ({ isAbsent }) => (isAbsent === true ? 'x' : undefined),
};

function timeCell(time: number | undefined): CsvCell | undefined {
  return time === undefined ? undefined : { time };
}

/** A view as CSV in UTF-8, part by part: several values in a cell are joined by `|`. */
export function writeViewParts({ view, dialect, language }: ViewListRequest): Generator<Uint8Array, void> {
  return writeCsvParts(rowsOf(view, language), dialect);
}

function* rowsOf({ columns, lines }: TimetableView, language: Language): Generator<readonly CsvCell[], void> {
  yield columns.map((column) => viewHeader(column, language));
  for (const line of lines) yield columns.map((column) => viewCell(line, column, language, '|'));
}

/** The header word of a column. */
export function viewHeader(column: ViewColumn, language: Language): string {
  return headerOf(HEADERS[column], language);
}

/** What stands in a column of a line, `''` where nothing does. @param joint Between several texts. */
export function viewCell(line: ViewLine, column: ViewColumn, language: Language, joint: string): CsvCell {
  if (column === 'news') return messageText(line, language);
  const format = FORMATS[column];
  const value = format === undefined ? line[column] : format(line, language);
  if (value === undefined || typeof value === 'boolean') return '';
  return isList(value) ? value.join(joint) : value;
}

/** All that is news, a sentence a line, the change of group first. */
function messageText({ group = '', groupBefore, news = [] }: ViewLine, language: Language): string {
  const sentences = newsText(news, language);
  if (groupBefore === undefined) return sentences;
  return [moveText(groupBefore, group, language), ...(sentences === '' ? [] : [sentences])].join('\n');
}

function isList(value: CsvCell | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}
