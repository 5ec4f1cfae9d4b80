import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { foldHeader } from '../domain/fold.js';
import { cleanText } from './cells.js';
import type { Column } from './columns.js';
import { openTable, type Row } from './delimited-table.js';
import { areBothGenders } from '../domain/gender-words.js';
import { firstText } from './group-lines.js';
import { nearest } from './nearest.js';
import type { InputFile, Reading } from './reading.js';
import { ROSTER_COLUMNS, type AttributeColumn, type PersonColumn } from './roster-columns.js';
import { guessSeparator } from './separator-guess.js';
import { isTotal } from './total-line.js';
import { splitWishColumns } from './wish-columns.js';
import { ROSTER_HINTS } from './roster-hints.js';

type RosterColumn = PersonColumn | AttributeColumn;

/** A column of a roster whose header is none of ours. */
export interface GuessedColumn {
  readonly header: string;
  /** What it seems to be; absent: an attribute of its own. */
  readonly key?: RosterColumn;
}

/** Columns whose cells may hold several values. */
const SEVERAL: readonly RosterColumn[] = ['internships', 'region', 'wishes', 'observed', 'absent'];

/** What can be told of a roster without knowing anything of its module. */
export interface RosterSurvey {
  readonly file: string;
  /** Rows with somebody in them. */
  readonly people: number;
  readonly known: ReadonlySet<RosterColumn>;
  /** In file order. */
  readonly guessed: readonly GuessedColumn[];
  /** What seems to separate several values in a cell; absent: `|`, or nothing does. */
  readonly separator?: string;
  /** Headers of the columns of wishes, the best first. */
  readonly wishColumns: readonly string[];
}

/**
 * Guesses what the columns of a roster are: by header words of ours, by others that such files have, by a slip of the pen, by what stands in the cells. The value is
 * `undefined`, with an error, for a file that is no table or holds nobody.
 */
export function surveyRoster(file: InputFile): Reading<RosterSurvey | undefined> {
  const { value: table, diagnostics } = openTable(file, {
    words: ROSTER_COLUMNS,
    required: [],
    columns: new Map(),
    needsRows: 'roster',
    keepsOthers: true,
    isHeader: isLikelyHeader,
  });
  if (table === undefined) return { value: undefined, diagnostics };
  const known = new Set(table.known.keys());
  const filled = (column: Column) => ({ ...column, values: [] as string[] });
  const columns = table.others.map(filled);
  const several = SEVERAL.flatMap((key) => table.known.get(key) ?? []).map(filled);
  const looked = [...columns, ...several];
  let people = 0;
  table.visitRows((row: Row) => {
    if (isTotal(firstText(row))) return;
    people++;
    for (const { index, values } of looked) {
      const value = cleanText(row.cell(index));
      if (value !== '') values.push(value);
    }
  });
  if (people === 0) return { value: undefined, diagnostics };
  const wishColumns = known.has('wishes') ? [] : splitWishColumns(table.others, undefined).wishes;
  const isWish = ({ header }: { readonly header: string }) => wishColumns.some((column) => column.header === header);
  const keys = guessKeys(
    columns.filter((column) => !isWish(column)),
    wishColumns.length === 0 ? known : new Set([...known, 'wishes' as const]),
  );
  const guessed = columns
    .filter((column) => !isWish(column))
    .map(({ header }): GuessedColumn => {
      const key = keys.get(header);
      return key === undefined ? { header } : { header, key };
    });
  const likely = columns.filter(({ header }) => SEVERAL.some((key) => keys.get(header) === key));
  const separator = guessSeparator([...several, ...likely].map(({ values }) => values));
  const survey = {
    ...(separator === undefined ? {} : { separator }),
    file: file.name,
    people,
    known,
    guessed,
    wishColumns: wishColumns.map(({ header }) => header),
  };
  const found: Diagnostic[] = [...diagnostics];
  const hasName = (['id', 'family_name', 'name'] as const).some(
    (key) => known.has(key) || [...keys.values()].includes(key),
  );
  if (!hasName && !hasError(found)) {
    const accepted = [...ROSTER_COLUMNS.family_name.slice(0, 2), ...ROSTER_COLUMNS.id.slice(0, 2)];
    found.push(diagnose('error', 'column.missing', { accepted }, { source: { file: file.name, line: table.line } }));
    return { value: undefined, diagnostics: found };
  }
  return { value: survey, diagnostics: found };
}

function isLikelyHeader(header: string): boolean {
  const folded = foldHeader(header);
  return ROSTER_HINTS.some((hint) => hint.header?.test(folded) === true);
}

interface FilledColumn {
  readonly header: string;
  readonly values: readonly string[];
}

/** By header: what columns seem to be, nothing twice and nothing that is there already. */
function guessKeys(
  columns: readonly FilledColumn[],
  known: ReadonlySet<RosterColumn>,
): ReadonlyMap<string, RosterColumn> {
  const keys = new Map<string, RosterColumn>();
  const isTaken = (key: RosterColumn) => known.has(key) || [...keys.values()].includes(key);
  const claim = (key: RosterColumn, fits: (column: FilledColumn) => boolean): void => {
    if (isTaken(key)) return;
    const column = columns.find((own) => !keys.has(own.header) && fits(own));
    if (column !== undefined) keys.set(column.header, key);
  };
  for (const { key, header, fits } of ROSTER_HINTS)
    claim(key, (column) => header?.test(foldHeader(column.header)) === true && fits(column.values));
  for (const { key, fits, isPlain } of ROSTER_HINTS)
    if (isPlain === true) claim(key, ({ values }) => (key !== 'gender' || areBothGenders(values)) && fits(values));
  for (const { key, fits } of ROSTER_HINTS)
    claim(key, (column) => nearest(column.header, ROSTER_COLUMNS[key]) !== undefined && fits(column.values));
  return keys;
}
