import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { Cohort } from '../domain/roster.js';
import type { SessionKind } from '../domain/session.js';
import type { TimetableRow } from '../domain/timetable.js';

/** Where a group does something of its own, which a few of its members cannot do. */
const GROUP_WORK: ReadonlySet<SessionKind> = new Set(['work', 'hearing', 'presentation']);

/** A warning for each row of group work that more than half of the group's members cannot attend, in the order of the rows. */
export function findThinnedGroups(
  rows: readonly TimetableRow[],
  { participants }: Cohort,
  assignment: Assignment,
): readonly Diagnostic[] {
  const members = new Map<string, number>();
  const absent = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key, absences } of participants) {
    const group = assignment.get(key);
    if (group === undefined) continue;
    count(members, group);
    for (const session of new Set(absences)) count(absent, JSON.stringify([group, session]));
  }
  return rows.flatMap(({ group, session, kind, status }) => {
    const facts = {
      session,
      group,
      absent: absent.get(JSON.stringify([group, session])) ?? 0,
      members: members.get(group) ?? 0,
    };
    const isThinned = GROUP_WORK.has(kind) && status !== 'cancelled' && 2 * facts.absent > facts.members;
    return isThinned ? [diagnose('warning', 'timetable.group-thinned', facts)] : [];
  });
}
