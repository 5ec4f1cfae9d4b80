import { assignCheapest } from '../algorithms/assignment.js';
import { measureTimetable } from '../check/timetable-figures.js';
import { fold } from '../domain/fold.js';
import type { GroupList } from '../domain/group.js';
import type { GroupMatch, MovedPerson, RowChange, TimetableComparison } from '../domain/list-comparison.js';
import type { Module } from '../domain/module.js';
import { listNotices } from '../domain/notices.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import type { TimetableRow } from '../domain/timetable.js';
import { scoreList, type ScoreResult } from './score.js';

/** Above so many groups with other labels the largest overlaps are matched first, rather than the best of all matchings sought. */
const MOST_MATCHED = 1_000;

/** One of the two plans. */
export interface ComparedPlan {
  readonly list: GroupList;
  /** Absent where it has no timetable. */
  readonly rows?: readonly TimetableRow[];
}

/** One of two plans, judged. */
export interface JudgedPlan extends ScoreResult {
  /** Absent without a timetable, or a programme to measure it by. */
  readonly timetable?: TimetableFigures;
}

/** Two plans of one module side by side. */
export interface Comparison {
  readonly a: JudgedPlan;
  readonly b: JudgedPlan;
  /** The groups that are the same in both, in the order of the first list. */
  readonly groups: readonly GroupMatch[];
  /** In cohort order. */
  readonly moved: readonly MovedPerson[];
  /** Absent unless both have a timetable. */
  readonly timetable?: TimetableComparison;
}

/**
 * Compares two plans or lists of a module, each judged by itself. Groups of one label are the same; those whose label only one
 * list has are matched by their members, so that nobody has moved because a group is called otherwise.
 */
export function comparePlans(module: Module, a: ComparedPlan, b: ComparedPlan): Comparison {
  const judged = { a: judgePlan(module, a), b: judgePlan(module, b) };
  const groups = matchGroups(a.list, b.list);
  const nameIn = new Map(groups.map((match) => [match.a, match.b]));
  const [ofA, ofB] = [firstPlaces(a.list), firstPlaces(b.list)];
  const moved = module.cohort.participants.flatMap(({ key }): MovedPerson[] => {
    const [from, to] = [ofA.get(key) ?? '', ofB.get(key) ?? ''];
    const isSame = from === '' ? to === '' : nameIn.get(from) === to;
    return isSame ? [] : [{ key, a: from, b: to }];
  });
  return {
    ...judged,
    groups,
    moved,
    ...(a.rows === undefined || b.rows === undefined ? {} : { timetable: compareRows(a.rows, b.rows, nameIn) }),
  };
}

function judgePlan(module: Module, { list, rows }: ComparedPlan): JudgedPlan {
  const judged = scoreList(module, list);
  if (rows === undefined || module.programme === undefined) return judged;
  const timetable = measureTimetable({ programme: module.programme, groups: list.groups, timetable: { rows } });
  return { ...judged, timetable };
}

/** Label of the first group that each person is in. */
function firstPlaces({ placements }: GroupList): ReadonlyMap<string, string> {
  return new Map(placements.toReversed().map(({ participant, group }) => [participant, group]));
}

/**
 * The groups of two lists that are the same: by label, else those that have most members in common, over all of them; beyond
 * {@link MOST_MATCHED} of these one pair after the other, those that share most first, of equal ones the first in the order of the lists.
 */
export function matchGroups(a: GroupList, b: GroupList): readonly GroupMatch[] {
  const labelIn = new Map(b.groups.map(({ label }) => [fold(label), label]));
  const known = new Map(
    a.groups.flatMap(({ label }) => {
      const same = labelIn.get(fold(label));
      return same === undefined ? [] : [[label, same] as const];
    }),
  );
  const used = new Set(known.values());
  const restA = a.groups.map(({ label }) => label).filter((label) => !known.has(label));
  const restB = b.groups.map(({ label }) => label).filter((label) => !used.has(label));
  for (const [own, other] of matchByMembers(a, b, restA, restB)) known.set(own, other);
  return a.groups.flatMap(({ label }) => {
    const other = known.get(label);
    return other === undefined ? [] : [{ a: label, b: other }];
  });
}

function matchByMembers(
  a: GroupList,
  b: GroupList,
  labelsA: readonly string[],
  labelsB: readonly string[],
): readonly (readonly [string, string])[] {
  if (labelsA.length === 0 || labelsB.length === 0) return [];
  const indexA = new Map(labelsA.map((label, index) => [label, index]));
  const indexB = new Map(labelsB.map((label, index) => [label, index]));
  const ofB = firstPlaces(b);
  const shared = [...firstPlaces(a)].flatMap(([key, label]) => {
    const [row, column] = [indexA.get(label), indexB.get(ofB.get(key) ?? '')];
    return row === undefined || column === undefined ? [] : [[row, column] as const];
  });
  const width = Math.max(labelsA.length, labelsB.length);
  if (width > MOST_MATCHED) return matchLargest(shared).map(([row, column]) => [labelsA[row], labelsB[column]]);
  const costs = labelsA.map(() => Array.from({ length: width }, () => 0));
  for (const [row, column] of shared) costs[row][column]--;
  return assignCheapest(costs).flatMap((column, row) =>
    column < labelsB.length && costs[row][column] < 0 ? [[labelsA[row], labelsB[column]] as const] : [],
  );
}

/** @param shared the places of each person in both lists, by index of the group */
function matchLargest(shared: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const overlaps = new Map<string, { readonly row: number; readonly column: number; people: number }>();
  for (const [row, column] of shared) {
    const key = `${row} ${column}`;
    const overlap = overlaps.get(key);
    if (overlap === undefined) overlaps.set(key, { row, column, people: 1 });
    else overlap.people++;
  }
  const largest = [...overlaps.values()].sort((r, s) => s.people - r.people || r.row - s.row || r.column - s.column);
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  return largest.flatMap(({ row, column }) => {
    if (rows.has(row) || columns.has(column)) return [];
    rows.add(row);
    columns.add(column);
    return [[row, column] as const];
  });
}

/** How two timetables differ. @param nameIn Labels of the groups in the second by those in the first; one that it lacks is the same in both. */
export function compareRows(
  before: readonly TimetableRow[],
  after: readonly TimetableRow[],
  nameIn: ReadonlyMap<string, string> = new Map(),
): TimetableComparison {
  const live = (rows: readonly TimetableRow[]) => rows.filter(({ status }) => status !== 'cancelled');
  const renamed = live(before).map((row) => ({ ...row, group: nameIn.get(row.group) ?? row.group }));
  const now = live(after);
  const keyOf = ({ session, group }: TimetableRow) => JSON.stringify([session, group]);
  const old = new Map(renamed.map((row) => [keyOf(row), row]));
  const current = new Set(now.map(keyOf));
  const differing = now.map((row) => {
    const was = old.get(keyOf(row));
    return { row, what: was === undefined ? (['new'] as const) : changesOf(was, row) };
  });
  const gone = renamed.filter((row) => !current.has(keyOf(row))).map((row) => ({ row, what: ['cancelled'] as const }));
  return {
    rows: now.length + gone.length,
    changes: [...differing, ...gone]
      .filter(({ what }) => what.length > 0)
      .map(({ row: { group, session }, what }) => ({ group, session, what })),
    notices: listNotices(now, renamed),
  };
}

function changesOf(was: TimetableRow, row: TimetableRow): readonly RowChange[] {
  const people = ({ witnesses }: TimetableRow) => JSON.stringify(witnesses.toSorted());
  return [
    ...(was.date !== row.date || was.start !== row.start || was.end !== row.end ? (['time'] as const) : []),
    ...(was.kind === row.kind ? [] : (['kind'] as const)),
    ...(people(was) === people(row) ? [] : (['people'] as const)),
    ...(was.room === row.room && was.site === row.site ? [] : (['place'] as const)),
    ...(was.order === row.order ? [] : (['rank'] as const)),
  ];
}
