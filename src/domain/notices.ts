import { compareText } from './fold.js';
import { rowsByGroup } from './rows-by-group.js';
import type { TimetableRow } from './timetable.js';

/** What somebody was or is told of one session. */
export interface Told extends Pick<TimetableRow, 'date' | 'start' | 'end' | 'kind' | 'room' | 'site' | 'order'> {
  /** Whom a group meets there; for somebody from outside, the groups. */
  readonly with: readonly string[];
}

/** News of one session for one group, or for a witness or jury member. */
export interface Notice {
  readonly to: { readonly kind: 'group' | 'outside'; readonly id: string };
  readonly session: string;
  /** What was published; absent where that is new. */
  readonly before?: Told;
  /** What holds now; absent where it falls away. */
  readonly after?: Told;
}

/**
 * Who has to be told of what a publication changes, and of nothing else: groups first, in the order of their first change, then
 * people from outside by id; each one's news by day and time. Cancelled rows hold no more; those cancelled before are no news.
 *
 * @param rows as they are published now
 * @param before as they were
 */
export function listNotices(rows: readonly TimetableRow[], before: readonly TimetableRow[]): readonly Notice[] {
  return [
    ...compare('group', live(before).flatMap(tellGroup), live(rows).flatMap(tellGroup)),
    ...compare('outside', gather(live(before)), gather(live(rows))).toSorted(
      (a, b) => compareText(a.to.id, b.to.id) || compareTime(a, b),
    ),
  ];
}

/** What is news to somebody who goes from one group to another: `''` for none before. */
export type MoveNews = (from: string, to: string) => readonly Notice[];

/**
 * Makes what tells the news of those who change groups: what the group from before was told is compared with what holds for the new one,
 * so that a session that is the same for both is no news, and whoever comes anew is told all. Those of one way share one list.
 *
 * @param today `YYYY-MM-DD`: what took place before is no news, neither as it was for the one group nor for the other; `''`: nothing did
 */
export function createMoveNews(
  rows: readonly TimetableRow[],
  before: readonly TimetableRow[],
  today: string,
): MoveNews {
  const [now, then] = [rowsByGroup(live(rows)), rowsByGroup(live(before))];
  const known = new Map<string, readonly Notice[]>();
  return (from, to) => {
    const key = JSON.stringify([from, to]);
    const own = known.get(key);
    if (own !== undefined) return own;
    const messages = (list: readonly TimetableRow[] = []) => list.flatMap((row) => tellGroup({ ...row, group: to }));
    const notices = compare('group', messages(then.get(from)), messages(now.get(to))).filter(
      (notice) => (notice.before?.date ?? '') >= today || (notice.after?.date ?? '') >= today,
    );
    known.set(key, notices);
    return notices;
  };
}

function live(rows: readonly TimetableRow[]): readonly TimetableRow[] {
  return rows.filter(({ status }) => status !== 'cancelled');
}

interface Message {
  readonly id: string;
  readonly session: string;
  readonly told: Told;
}

function tellGroup(row: TimetableRow): readonly Message[] {
  return [{ id: row.group, session: row.session, told: toldOf(row, row.witnesses) }];
}

/** What each person from outside is told: one thing a session, with all groups that he meets there. */
function gather(rows: readonly TimetableRow[]): readonly Message[] {
  const messages = new Map<string, Message>();
  for (const row of rows) {
    for (const id of row.witnesses) {
      const key = JSON.stringify([id, row.session]);
      const known = messages.get(key)?.told;
      const { order: _order, ...told } = toldOf(row, [...(known?.with ?? []), row.group]);
      const [start, end] = [Math.min(row.start, known?.start ?? row.start), Math.max(row.end, known?.end ?? row.end)];
      messages.set(key, { id, session: row.session, told: { ...told, start, end } });
    }
  }
  return [...messages.values()];
}

function toldOf(row: TimetableRow, others: readonly string[]): Told {
  const { date, start, end, kind, room, site, order } = row;
  return { date, start, end, kind, room, site, ...(order === undefined ? {} : { order }), with: others };
}

function compare(kind: Notice['to']['kind'], before: readonly Message[], after: readonly Message[]): readonly Notice[] {
  const keyOf = ({ id, session }: Message) => JSON.stringify([id, session]);
  const known = new Map(before.map((message) => [keyOf(message), message.told]));
  const notices: Notice[] = [];
  for (const message of after) {
    const { id, session, told } = message;
    const old = known.get(keyOf(message));
    known.delete(keyOf(message));
    if (old === undefined) notices.push({ to: { kind, id }, session, after: told });
    else if (!isSame(old, told)) notices.push({ to: { kind, id }, session, before: old, after: told });
  }
  for (const message of before)
    if (known.has(keyOf(message)))
      notices.push({ to: { kind, id: message.id }, session: message.session, before: message.told });
  const first = new Map<string, number>();
  const inTime = notices.toSorted(compareTime);
  for (const { to } of inTime) if (!first.has(to.id)) first.set(to.id, first.size);
  return inTime.toSorted((a, b) => (first.get(a.to.id) ?? 0) - (first.get(b.to.id) ?? 0));
}

function isSame(a: Told, b: Told): boolean {
  const textOf = ({ with: others, order, ...rest }: Told) =>
    JSON.stringify([
      rest.date,
      rest.start,
      rest.end,
      rest.kind,
      rest.room,
      rest.site,
      order ?? 0,
      others.toSorted(compareText),
    ]);
  return textOf(a) === textOf(b);
}

function compareTime(a: Notice, b: Notice): number {
  const timeOf = ({ before, after }: Notice) => after ?? before;
  const [first, second] = [timeOf(a), timeOf(b)];
  return compareText(first?.date ?? '', second?.date ?? '') || (first?.start ?? 0) - (second?.start ?? 0);
}
