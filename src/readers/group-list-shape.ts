import { hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Cohort } from '../domain/roster.js';
import { readTable, type Table } from './delimited-table.js';
import { readBoard, type BoardTexts } from './group-board.js';
import { linesOf, type GroupLine } from './group-lines.js';
import { GROUP_LIST_ATTEMPTS, type GroupListColumn } from './group-list-columns.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';

/**
 * The lines of a list in whatever shape it has: a table with a column of groups, or a column for each group; none, with an error, where it
 * has neither. What a line reports is added to the diagnostics.
 */
export function readGroupLines(
  file: InputFile,
  columns: ColumnNames,
  cohort: Cohort,
  texts: BoardTexts,
): { readonly value: readonly GroupLine[]; readonly diagnostics: readonly Diagnostic[] } {
  const attempts: Reading<Table<GroupListColumn> | undefined>[] = [];
  for (const words of GROUP_LIST_ATTEMPTS) {
    const attempt = readTable(file, {
      words,
      required: [['group'], ['id', 'family_name', 'name']],
      columns,
      needsRows: 'group-list',
      keepsOthers: true,
    });
    attempts.push(attempt);
    if (attempt.value === undefined) continue;
    const diagnostics = [...attempt.diagnostics];
    return { value: linesOf(attempt.value, diagnostics), diagnostics };
  }
  const board = readBoard(file, cohort, texts);
  if (board.kind === 'board') return { value: board.lines, diagnostics: board.diagnostics };
  const failed = attempts.find(({ diagnostics }) => hasError(diagnostics))?.diagnostics ?? [];
  return { value: [], diagnostics: board.kind === 'no-header' ? [board.diagnostic] : failed };
}
