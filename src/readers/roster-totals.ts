import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { cleanText } from './cells.js';
import type { Row } from './delimited-table.js';
import { firstText } from './group-lines.js';

/** Lines of a roster that count people, compared with the people that were read. */
export interface RosterTotals {
  readonly addPerson: () => void;
  readonly addTotal: (row: Row) => void;
  /** Once all rows are read: a note for each line that is left out, a warning where its number is that of no part of the roster. */
  readonly diagnose: () => readonly Diagnostic[];
}

export function createRosterTotals(file: string): RosterTotals {
  const totals: { readonly line: number; readonly text: string; readonly number?: number; readonly above: number }[] =
    [];
  let people = 0;
  return {
    addPerson: () => void people++,
    addTotal: (row) => {
      const number = numberIn(row);
      const facts = { line: row.line, text: firstText(row), above: people };
      totals.push(number === undefined ? facts : { ...facts, number });
    },
    diagnose: () =>
      totals.map(({ line, text, number, above }, index) => {
        const details = { source: { file, line }, value: text };
        const since = above - (index === 0 ? 0 : totals[index - 1].above);
        const until = (index + 1 < totals.length ? totals[index + 1].above : people) - above;
        // Of all above, of those since the last such line, of those below, of all.
        if (number === undefined || [above, since, until, people].includes(number))
          return diagnose('note', 'roster.count-line', {}, details);
        return diagnose(
          'warning',
          'roster.total-differs',
          { total: number, people: above === 0 ? until : above },
          details,
        );
      }),
  };
}

/** The only number of a row, in the text that makes a total of it or in a cell of its own; a year is none. */
function numberIn(row: Row): number | undefined {
  const found: number[] = [];
  for (let index = 0; index < row.width; index++) {
    const text = cleanText(row.cell(index));
    const digits = /^\D*?(\d{1,7})$/.exec(text)?.[1];
    if (digits !== undefined && !/^(?:19|20)\d\d$/.test(digits)) found.push(Number(digits));
  }
  return found.length === 1 ? found[0] : undefined;
}
