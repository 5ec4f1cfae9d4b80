import { leastOf, mostOf } from '../../domain/extremes.js';
import { compareText } from '../../domain/fold.js';
import type { Group } from '../../domain/group.js';
import type { Programme } from '../../domain/module.js';
import type { Session } from '../../domain/session.js';
import type { Timetable, TimetableRow } from '../../domain/timetable.js';

/** A row with what it refers to. */
export interface Entry {
  readonly row: TimetableRow;
  readonly session: Session;
  readonly group: Group;
}

/** People of one or several groups together in one place for one purpose: what occupies a room and outside people. */
export interface Gathering {
  readonly session: Session;
  readonly entries: readonly Entry[];
  readonly date: string;
  /** From the first of its rows to the last. */
  readonly start: number;
  readonly end: number;
  /** `''`: none. */
  readonly room: string;
  readonly witnesses: readonly string[];
}

/** A timetable with everything resolved that every check needs. */
export interface Case {
  readonly programme: Programme;
  readonly groups: readonly Group[];
  /** The rows whose session and group exist and that are not cancelled. */
  readonly entries: readonly Entry[];
  readonly gatherings: readonly Gathering[];
}

/** Resolves the rows; those that refer to nothing are somebody else's to report. */
export function openCase(programme: Programme, groups: readonly Group[], timetable: Timetable): Case {
  const sessionOf = new Map(programme.sessions.map((session) => [session.id, session]));
  const groupOf = new Map(groups.map((group) => [group.label, group]));
  const entries = liveRows(timetable).flatMap((row) => {
    const session = sessionOf.get(row.session);
    const group = groupOf.get(row.group);
    return session === undefined || group === undefined ? [] : [{ row, session, group }];
  });
  const gatherings = [...partition(entries, gatheringKey).values()].map(gather);
  return { programme, groups, entries, gatherings };
}

/** The rows that will take place: a cancelled one is kept for its readers only. */
export function liveRows(timetable: Timetable): readonly TimetableRow[] {
  return timetable.rows.filter((row) => row.status !== 'cancelled');
}

/** Items by key, keys and items in the order they come. */
export function partition<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const parts = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [item]);
    else part.push(item);
  }
  return parts;
}

/** Every two that claim the same moment, in the order given. */
export function clashes(gatherings: readonly Gathering[]): readonly (readonly [Gathering, Gathering])[] {
  return gatherings.flatMap((a, index) =>
    gatherings
      .slice(index + 1)
      .filter((b) => a.date === b.date && a.start < b.end && b.start < a.end)
      .map((b) => [a, b] as const),
  );
}

function gatheringKey({ row, group }: Entry): string {
  const people = row.witnesses.toSorted(compareText).join('|');
  const together = {
    plenary: [],
    visit: [],
    work: [row.group],
    hearing: [people],
    presentation: [group.theme, people],
  }[row.kind];
  return JSON.stringify([row.session, row.kind, row.room, row.site, ...together]);
}

function gather(entries: readonly Entry[]): Gathering {
  const rows = entries.map((entry) => entry.row);
  const [{ row, session }] = entries;
  return {
    session,
    entries,
    date: row.date,
    start: leastOf(rows.map((each) => each.start)),
    end: mostOf(rows.map((each) => each.end)),
    room: row.room,
    witnesses: row.witnesses,
  };
}
