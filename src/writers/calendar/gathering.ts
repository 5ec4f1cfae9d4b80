import { compareText } from '../../domain/fold.js';
import type { TimetableRow } from '../../domain/timetable.js';

/**
 * Rows that are one thing to whoever looks at a room, a site or a witness: a plenary of all groups, a hearing of two groups at once,
 * the presentations before one jury.
 */
export interface Gathering {
  /** What it stays known by whoever joins or leaves: the place's or witness's own key, then a number where there are several. */
  readonly key: string;
  /** In the order of the timetable: at least one. Cancelled rows only where no other is left. */
  readonly rows: readonly TimetableRow[];
  readonly isCancelled: boolean;
}

/**
 * The gatherings among some rows. Rows of one key are one gathering if they share kind, day, place, witnesses and times; presentations
 * may follow each other. Where a key has several, which our timetables do not make, they are numbered from the earliest on. Rows that were
 * cancelled make a gathering only where every row of the key is.
 *
 * @param keyOf Of a row: its session, and the place or the witness that the rows are looked at for.
 */
export function gatherRows(rows: readonly TimetableRow[], keyOf: (row: TimetableRow) => string): readonly Gathering[] {
  return [...indexRows(rows, (row) => [keyOf(row)])].flatMap(([key, own]) => {
    const live = own.filter(({ status }) => status !== 'cancelled');
    const isCancelled = live.length === 0;
    return [...indexRows(isCancelled ? own : live, (row) => [partOf(row)])]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, gathered], index) => ({ key: index === 0 ? key : `${key}.${index + 1}`, rows: gathered, isCancelled }));
  });
}

/** {@link gatherRows}, and as cancelled those of a former list that are gone from this one without a row that says so. */
export function gatherWithFormer(
  rows: readonly TimetableRow[],
  former: readonly TimetableRow[],
  keyOf: (row: TimetableRow) => string,
): readonly Gathering[] {
  const gatherings = gatherRows(rows, keyOf);
  const keys = new Set(gatherings.map(({ key }) => key));
  const gone = gatherRows(former, keyOf).filter(({ key }) => !keys.has(key));
  return [...gatherings, ...gone.map((gathering) => ({ ...gathering, isCancelled: true }))];
}

/** The rows of each of some ids, in the order given; a row may belong to several. */
export function indexRows(
  rows: readonly TimetableRow[],
  idsOf: (row: TimetableRow) => readonly string[],
): ReadonlyMap<string, readonly TimetableRow[]> {
  const index = new Map<string, TimetableRow[]>();
  for (const row of rows) {
    for (const id of new Set(idsOf(row))) {
      const own = index.get(id);
      if (own === undefined) index.set(id, [row]);
      else own.push(row);
    }
  }
  return index;
}

function partOf({ date, start, end, kind, room, site, witnesses }: TimetableRow): string {
  const times = kind === 'presentation' ? [] : [start, end].map((minutes) => String(minutes).padStart(4, '0'));
  return [date, ...times, kind, site, room, ...witnesses.toSorted(compareText)].join('\u0000');
}
