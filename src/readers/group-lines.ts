import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Source } from '../domain/source.js';
import { cleanText } from './cells.js';
import { reporterOf, type Row, type Table } from './delimited-table.js';
import type { GroupListColumn } from './group-list-columns.js';
import type { PersonClues } from './person-clues.js';
import { readRow, type RowCells } from './row-cells.js';

/** What a list says in one place: somebody is in a group. */
export interface GroupLine {
  readonly line: number;
  readonly clues: PersonClues;
  /** What it says of the person, as typed, and where: the id, else the name; `''` where it names nobody. */
  readonly value: string;
  readonly source: Source;
  /** As typed, or that of a line above; `''` without a group. */
  readonly label: string;
  readonly labelSource: Source;
  /** As typed. */
  readonly theme: string;
  readonly strand: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What a line that counts people begins with. */
const COUNT_LINE = /^(?:sous )?(?:total|totaux|effectifs?|nombre|count|subtotal)\b/;

/**
 * The lines of a table with a column of groups. Where cells of that column were merged, so that each label stands on one line
 * alone, the lines below are of the same group; a line with a label and nobody is then the title of its block. Lines that count
 * people are left out. A note says so of either.
 */
export function linesOf(table: Table<GroupListColumn>, diagnostics: Diagnostic[]): readonly GroupLine[] {
  const lines = table.rows.flatMap((row): GroupLine[] => {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const first = firstText(row);
    if (isCountLine(first) && cells.text('id') === '' && cells.text('given_name') === '') {
      report(diagnose('note', 'group-list.count-line', {}, { source: cells.source, value: first }));
      return [];
    }
    return [lineOf(cells, row.line, report)];
  });
  const labels = lines.flatMap(({ label }) => (label === '' ? [] : [fold(label)]));
  const below = lines.length - labels.length;
  const isMerged = lines.length > 0 && lines[0].label !== '' && new Set(labels).size === labels.length;
  if (!isMerged || labels.length < 2 || below < labels.length) return lines;
  const filled = fillDown(lines).filter(({ value }) => value !== '');
  const people = filled.length - lines.filter(({ label, value }) => label !== '' && value !== '').length;
  const source = lines[0].labelSource;
  diagnostics.push(diagnose('note', 'group-list.filled-down', { groups: labels.length, people }, { source }));
  return filled;
}

/** The first cell of a row that is not blank. */
export function firstText(row: Row): string {
  let index = 0;
  while (index < row.width && row.cell(index).trim() === '') index++;
  return cleanText(row.cell(index));
}

/** Whether a cell begins a line that counts people. */
export function isCountLine(cell: string): boolean {
  return COUNT_LINE.test(fold(cell));
}

function fillDown(lines: readonly GroupLine[]): readonly GroupLine[] {
  let above = lines[0];
  return lines.map((line) => {
    if (line.label !== '') above = line;
    const { label, labelSource } = above;
    return { ...line, label, labelSource, theme: line.theme || above.theme, strand: line.strand || above.strand };
  });
}

function lineOf(cells: RowCells<GroupListColumn>, line: number, report: GroupLine['report']): GroupLine {
  const [id, familyName, givenName] = [cells.text('id'), cells.text('family_name'), cells.text('given_name')];
  const fullName = cells.text('name');
  const name = `${familyName === '' ? fullName : familyName} ${givenName}`.trim();
  return {
    line,
    report,
    clues: { id, familyName, givenName, fullName, school: cells.text('school') },
    value: id === '' ? name : id,
    source: cells.sourceOf(id === '' ? (familyName === '' ? 'name' : 'family_name') : 'id'),
    label: cells.text('group'),
    labelSource: cells.sourceOf('group'),
    theme: cells.text('theme'),
    strand: cells.text('strand'),
  };
}
