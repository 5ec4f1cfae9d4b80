import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Room } from '../domain/room.js';
import type { Session } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import type { TravelTime } from '../domain/travel.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { placeOf } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { createReferenceIndex } from './references.js';
import { readRow, type RowCells } from './row-cells.js';

type TravelColumn = 'from' | 'to' | 'minutes';

/** Header words of `travel.csv`. */
export const TRAVEL_COLUMNS: ColumnWords<TravelColumn> = {
  from: ['from', 'de', 'départ'],
  to: ['to', 'vers', 'à', 'arrivée'],
  minutes: ['minutes', 'minutes', 'trajet', 'durée', 'duration'],
};

/**
 * Minutes from site to site, in file order; one way where both ways have a line. A site that no session and no room has is an error,
 * and so is a pair that stands twice.
 */
export function readTravel(
  file: InputFile,
  columns: ColumnNames,
  { sessions, rooms }: { readonly sessions: readonly Session[]; readonly rooms: readonly Room[] },
): Reading<readonly TravelTime[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: TRAVEL_COLUMNS,
    required: [['from'], ['to'], ['minutes']],
    columns,
    needsRows: 'travel',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const sites = new Set([...sessions.flatMap((session) => session.sites), ...rooms.map(({ site }) => site)]);
  const index = createReferenceIndex(
    'site',
    [...sites].map((site) => ({ text: site, value: site })),
  );
  const times: TravelTime[] = [];
  const first = new Map<string, Source>();
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const siteIn = (column: 'from' | 'to') => readSite(cells, column, index, report);
    const [from, to] = [siteIn('from'), siteIn('to')];
    cells.requiredText('minutes');
    const minutes = cells.wholeNumber('minutes', 0);
    if (from === undefined || to === undefined || minutes === undefined) continue;
    if (from === to) {
      report(diagnose('error', 'travel.same-site', {}, { source: cells.sourceOf('to'), value: cells.text('to') }));
      continue;
    }
    const key = JSON.stringify([from, to]);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, cells.source);
      times.push({ from, to, minutes, source: cells.source });
    } else {
      const details = { source: cells.sourceOf('from'), value: `${from}, ${to}` };
      report(diagnose('error', 'travel.twice', placeOf(other), details));
    }
  }
  return { value: times, diagnostics };
}

function readSite(
  cells: RowCells<TravelColumn>,
  column: 'from' | 'to',
  index: ReturnType<typeof createReferenceIndex<string>>,
  report: (diagnostic: Diagnostic) => void,
): string | undefined {
  const typed = cells.requiredText(column);
  if (typed === undefined) return undefined;
  const match = index.find(typed);
  if (match.status === 'found') return match.value;
  report(match.diagnose({ source: cells.sourceOf(column), value: typed }));
  return undefined;
}
