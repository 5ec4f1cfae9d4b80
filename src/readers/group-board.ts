import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import { participantName } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import { cleanText } from './cells.js';
import { cellSource, readTable, reporterOf, type Table } from './delimited-table.js';
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

/**
 * Reads a list as it hangs on a wall: a column for each group under its label, and members below, a name or id a cell, perhaps
 * numbered. It is one when half of the cells name somebody exactly.
 *
 * @param isLabel whether a text is a label of the module
 */
export function readBoard(file: InputFile, cohort: Cohort, isLabel: (text: string) => boolean): BoardReading {
  const { value: table, diagnostics: found } = readTable(file, {
    words: {},
    required: [],
    columns: new Map(),
    keepsOthers: true,
    isHeader: (header) => isLabel(header) || looksLikeLabel(header),
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
  const lines = boardLines(table, schools, diagnostics);
  const known = find(lines.map(({ clues }) => clues)).filter((match) => personOf(match) !== undefined).length;
  if (table.others.length < 2 || lines.length === 0 || 2 * known < lines.length) return { kind: 'none' };
  const counts = { groups: new Set(lines.map(({ label }) => label)).size, people: lines.length };
  const source = { file: table.file, line: table.line };
  diagnostics.push(diagnose('note', 'group-list.board', counts, { source }));
  return { kind: 'board', lines, diagnostics };
}

function boardLines(
  table: Table<never>,
  schools: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): readonly GroupLine[] {
  return table.rows.flatMap((row) => {
    const report = reporterOf(row, diagnostics);
    if (isCountLine(firstText(row))) return [];
    return table.others.flatMap((column): GroupLine[] => {
      const value = cleanText(row.cell(column.index)).replace(BULLET, '');
      if (value === '' || COUNT.test(value) || isCountLine(value)) return [];
      return [
        {
          line: row.line,
          report,
          clues: cluesOfCell(value, schools),
          value,
          source: cellSource(table, row, column),
          label: column.header,
          labelSource: { file: table.file, line: table.line, field: column.index + 1, column: column.header },
          theme: '',
          strand: '',
        },
      ];
    });
  });
}

/** The cells of the header as names: each by itself, and each with the next. */
function headerClues({ others }: Table<never>): readonly PersonClues[] {
  return others.flatMap(({ header }, index) => {
    const next = others.at(index + 1)?.header ?? '';
    return [cluesOfName(header), ...(next === '' ? [] : [cluesOfName(`${header} ${next}`)])];
  });
}

/** A name or id, perhaps with its school in brackets. */
function cluesOfCell(value: string, schools: ReadonlySet<string>): PersonClues {
  const [, name, school] = /^(.+?)\s*\(([^()]+)\)$/.exec(value) ?? [];
  return school === undefined || !schools.has(fold(school)) ? cluesOfName(value) : { ...cluesOfName(name), school };
}

function cluesOfName(fullName: string): PersonClues {
  return { id: '', familyName: '', givenName: '', fullName, school: '' };
}
