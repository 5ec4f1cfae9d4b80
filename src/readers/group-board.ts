import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import { participantName } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import type { Column } from './columns.js';
import { cellSource, readTable, reporterOf, type Row, type Table } from './delimited-table.js';
import { looksLikeLabel } from './group-labels.js';
import { firstText, isCountLine, type GroupLine } from './group-lines.js';
import { personOf, type PersonClues } from './person-clues.js';
import { matchPeople } from './person-matcher.js';
import type { InputFile } from './reading.js';

/** A number or a bullet before a name. */
const BULLET = /^(?:\d+\s*[.)\-–:]|[-–•*·])\s+/;
/** A count below a column. */
const COUNT = /^\d+\s*(?:personnes?|people|élèves?|membres?|members?)?$/i;

/** A notice board, or what else a file without the columns of a list may be. */
export type BoardReading =
  | { readonly kind: 'board'; readonly lines: readonly GroupLine[]; readonly diagnostics: readonly Diagnostic[] }
  /** A list whose first line names somebody. */
  | { readonly kind: 'no-header'; readonly diagnostic: Diagnostic }
  | { readonly kind: 'none' };

/** By what texts of a board are told apart. */
export interface BoardTexts {
  /** Whether a text is a label of the module. */
  readonly isLabel: (text: string) => boolean;
  /** Whether it is what the themes of a group are called below its label. */
  readonly isTitle: (text: string) => boolean;
}

/**
 * Reads a list as it hangs on a wall: a column for each group under its label, and members below, a name or id a cell, perhaps
 * numbered, perhaps with their school. Below a block of such columns further labels may begin another, and below labels may stand what their
 * groups are about. It is one when half of the cells name somebody exactly.
 */
export function readBoard(file: InputFile, cohort: Cohort, texts: BoardTexts): BoardReading {
  const { value: table, diagnostics: found } = readTable(file, {
    words: {},
    required: [],
    columns: new Map(),
    keepsOthers: true,
    isHeader: (header) => isHeading(header, texts),
  });
  if (table === undefined) return { kind: 'none' };
  const find = (rows: readonly PersonClues[]) => matchPeople(rows, cohort, { isTolerant: false });
  const header = find(headerClues(table))
    .map(personOf)
    .find((person) => person !== undefined);
  if (header !== undefined) {
    const source = { file: table.file, line: table.line };
    return {
      kind: 'no-header',
      diagnostic: diagnose('error', 'group-list.no-header', { person: participantName(header) }, { source }),
    };
  }
  const diagnostics: Diagnostic[] = [...found];
  const schools = new Set(cohort.participants.map(({ school }) => fold(school)));
  const named = (cells: readonly string[]) =>
    find(cells.map((cell) => cluesOfCell(cell, schools))).some((match) => personOf(match) !== undefined);
  const lines = boardLines(table, { ...texts, named, schools }, diagnostics);
  const known = find(lines.map(({ clues }) => clues)).filter((match) => personOf(match) !== undefined).length;
  if (table.others.length < 2 || lines.length === 0 || 2 * known < lines.length) return { kind: 'none' };
  const counts = { groups: new Set(lines.map(({ label }) => label)).size, people: lines.length };
  const source = { file: table.file, line: table.line };
  diagnostics.push(diagnose('note', 'group-list.board', counts, { source }));
  return { kind: 'board', lines, diagnostics };
}

function isHeading(text: string, { isLabel }: Pick<BoardTexts, 'isLabel'>): boolean {
  return isLabel(text) || looksLikeLabel(text);
}

/** What a board is read with. */
interface BoardWords extends BoardTexts {
  /** Whether any of the cells names somebody exactly. */
  readonly named: (cells: readonly string[]) => boolean;
  /** Folded. */
  readonly schools: ReadonlySet<string>;
}

/** The label above a column, and where it stands. */
interface Heading {
  readonly label: string;
  readonly labelSource: Source;
}

function boardLines(table: Table<never>, words: BoardWords, diagnostics: Diagnostic[]): readonly GroupLine[] {
  const { schools, named } = words;
  const { file, others } = table;
  let headings = new Map<number, Heading>(
    others.map(({ index, header }) => [
      index,
      { label: header, labelSource: { file, line: table.line, field: index + 1, column: header } },
    ]),
  );
  let isBelowLabels = true;
  return table.rows.flatMap((row, at): readonly GroupLine[] => {
    const report = reporterOf(row, diagnostics);
    const texts = textsOf(row, others);
    if (texts.length > 0 && texts.every((text) => isHeading(text, words)) && !named(texts)) {
      headings = new Map(
        others.flatMap((column) => {
          const label = cleanText(row.cell(column.index));
          const labelSource = { ...cellSource(table, row, column), column: label };
          return label === '' ? [] : [[column.index, { label, labelSource }]];
        }),
      );
      isBelowLabels = true;
      return [];
    }
    const isFirst = isBelowLabels;
    isBelowLabels = false;
    if (isCountLine(firstText(row))) return [];
    if (isFirst && isTitleRow(texts, textsOf(table.rows.at(at + 1), others), words)) return [];
    return others.flatMap((column): readonly GroupLine[] => {
      const value = cleanText(row.cell(column.index)).replace(BULLET, '');
      if (value === '' || COUNT.test(value) || isCountLine(value)) return [];
      const { label = '', labelSource = cellSource(table, row, column) } = headings.get(column.index) ?? {};
      return [
        {
          line: row.line,
          report,
          clues: cluesOfCell(value, schools),
          value,
          source: { ...cellSource(table, row, column), column: label },
          label,
          labelSource,
          theme: '',
          strand: '',
        },
      ];
    });
  });
}

function textsOf(row: Row | undefined, columns: readonly Column[]): readonly string[] {
  if (row === undefined) return [];
  return columns.map(({ index }) => cleanText(row.cell(index))).filter((text) => text !== '');
}

/**
 * Whether cells below labels are titles: what the themes of the module are called or, where schools stand beside names as on our own board, cells without
 * one above cells that all have one.
 */
function isTitleRow(texts: readonly string[], below: readonly string[], words: BoardWords): boolean {
  const { isTitle, named, schools } = words;
  if (texts.every(isTitle)) return !named(texts);
  const hasSchool = (text: string) => partSchool(text, schools) !== undefined;
  return below.length > 0 && below.every(hasSchool) && !texts.some(hasSchool) && !named(texts);
}

/** The cells of the header as names: each by itself, and each with the next. */
function headerClues({ others }: Table<never>): readonly PersonClues[] {
  return others.flatMap(({ header }, index) => {
    const next = others.at(index + 1)?.header ?? '';
    return [cluesOfName(header), ...(next === '' ? [] : [cluesOfName(`${header} ${next}`)])];
  });
}

/** A name or id, perhaps with its school in brackets, or after spaces as on our own board. */
function cluesOfCell(value: string, schools: ReadonlySet<string>): PersonClues {
  const { name, school } = partSchool(value, schools) ?? { name: value, school: '' };
  return { ...cluesOfName(name), school };
}

function partSchool(
  value: string,
  schools: ReadonlySet<string>,
): { readonly name: string; readonly school: string } | undefined {
  const gap = value.endsWith(')') ? undefined : /\s{2,}/.exec(value);
  const at = gap === undefined ? value.lastIndexOf('(') : (gap?.index ?? -1);
  if (at <= 0) return undefined;
  const school = value.slice(at + (gap?.[0].length ?? 1), gap === undefined ? -1 : undefined);
  return schools.has(fold(school)) ? { name: value.slice(0, at).trimEnd(), school } : undefined;
}

function cluesOfName(fullName: string): PersonClues {
  return { id: '', familyName: '', givenName: '', fullName, school: '' };
}
