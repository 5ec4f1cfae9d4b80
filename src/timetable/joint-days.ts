import type { Assignment } from '../domain/group.js';
import type { EarlierModule } from '../domain/history.js';
import { halfDayOf, type JointDays, type PersonDays } from '../domain/joint-days.js';
import type { Participant } from '../domain/participant.js';
import type { TimetableRow } from '../domain/timetable.js';
import { rowsByGroup } from '../domain/rows-by-group.js';

export interface JointDaysRequest {
  /** In the order of the ledger. */
  readonly people: readonly Participant[];
  readonly assignment: Assignment;
  readonly rows: readonly TimetableRow[];
  readonly history: readonly EarlierModule[];
  /** Days asked of everybody; absent: none. */
  readonly asked?: number | undefined;
}

/**
 * Counts joint half-days: a morning or an afternoon in which a person's group has a session that the person attends, once
 * however many sessions it has and in however many modules it stands. Absences are known for this module alone.
 */
export function countJointDays({ people, assignment, rows, history, asked }: JointDaysRequest): JointDays {
  const held = rows.filter(({ status }) => status !== 'cancelled');
  const rowsOf = rowsByGroup(held);
  const earlier = history.map((module) => {
    const halfDays = [...rowsByGroup(module.rows)].map(([group, own]): [string, readonly string[]] => [
      group,
      [...new Set(own.map(halfDayOf))],
    ]);
    return { assignment: module.assignment, halfDaysOf: new Map(halfDays) };
  });
  const account = (person: Participant): PersonDays => {
    const { key, absences } = person;
    const group = assignment.get(key) ?? '';
    const own = (rowsOf.get(group) ?? []).filter(({ session }) => !absences.includes(session));
    const here = new Set(own.map(halfDayOf));
    const all = new Set(here);
    for (const module of earlier) {
      for (const halfDay of module.halfDaysOf.get(module.assignment.get(key) ?? '') ?? []) all.add(halfDay);
    }
    const totalDays = all.size / 2;
    return {
      person,
      group,
      halfDays: here.size,
      minutes: own.reduce((sum, { start, end }) => sum + end - start, 0),
      earlierHalfDays: all.size - here.size,
      totalDays,
      missingDays: Math.round(Math.max(0, (asked ?? 0) - totalDays) * 100) / 100,
    };
  };
  const programme = new Set([held, ...history.map((module) => module.rows)].flatMap((list) => list.map(halfDayOf)));
  return {
    ...(asked === undefined ? {} : { asked }),
    programmeDays: programme.size / 2,
    people: people.map(account),
  };
}
