import type { Programme } from '../../domain/module.js';
import type { Session } from '../../domain/session.js';
import type { Moment, Witness } from '../../domain/witness.js';
import type { Violation } from '../violation.js';
import { clashes, type Case, type Gathering } from './case.js';
import { violate } from './violation.js';

/** Witnesses and members of juries do what they are there for, when they are there, in one place at a time and within their limits. */
export function checkOutsidePeople(facts: Case): readonly Violation[] {
  const { programme, gatherings } = facts;
  const byId = new Map(programme.witnesses.map((witness) => [witness.id, witness]));
  return [
    ...checkCounts(facts, byId),
    ...programme.witnesses.flatMap((witness) => {
      const here = gatherings.filter((gathering) => gathering.witnesses.includes(witness.id));
      return [...here.flatMap((gathering) => checkPart(witness, gathering, programme)), ...checkWhole(witness, here)];
    }),
  ];
}

function checkCounts({ entries }: Case, byId: ReadonlyMap<string, Witness>): readonly Violation[] {
  return entries.flatMap(({ row, session, group }) => {
    const where = { session: session.id, group: group.label };
    const unknown = row.witnesses.filter((id) => !byId.has(id));
    const count = row.witnesses.length;
    const isCountRight =
      row.kind === 'presentation' ? new Set(row.witnesses).size === count : count === (row.kind === 'hearing' ? 1 : 0);
    return [
      ...unknown.map((witness) => violate('timetable.unknown-witness', { ...where, witness })),
      ...(isCountRight ? [] : [violate('timetable.witness-count', { ...where, kind: row.kind, witnesses: count })]),
    ];
  });
}

/** One appearance. */
function checkPart(
  witness: Witness,
  { session, entries }: Gathering,
  { availability }: Programme,
): readonly Violation[] {
  const where = { session: session.id, witness: witness.id };
  const { kind } = entries[0].row;
  const found: Violation[] = [];
  if ((kind === 'hearing' && witness.role !== 'witness') || (kind === 'presentation' && witness.role !== 'jury')) {
    found.push(violate('timetable.witness-role', { ...where, role: witness.role }));
  }
  for (const theme of new Set(entries.map(({ group }) => group.theme))) {
    const isOfTheme = witness.themes.length === 0 || witness.themes.includes(theme);
    if (!isOfTheme) found.push(violate('timetable.witness-theme', { ...where, theme }));
  }
  const state = availability === undefined ? 'yes' : (availability.get(witness.id)?.get(session.id) ?? 'no');
  if (state === 'no') found.push(violate('timetable.witness-unavailable', where));
  if (!isPresent(witness, session)) found.push(violate('timetable.witness-away', where));
  const groups = new Set(entries.map(({ group }) => group)).size;
  if (kind === 'hearing' && groups > witness.maxGroupsPerHearing) {
    found.push(violate('timetable.witness-groups', { ...where, groups, most: witness.maxGroupsPerHearing }));
  }
  return found;
}

/** All appearances together. */
function checkWhole(witness: Witness, here: readonly Gathering[]): readonly Violation[] {
  const found = clashes(here).map(([a, b]) =>
    violate('timetable.witness-twice', { witness: witness.id, session: a.session.id, other: b.session.id }),
  );
  const sessions = new Set(here.map((gathering) => gathering.session.id)).size;
  if (witness.maxSessions !== undefined && sessions > witness.maxSessions) {
    found.push(violate('timetable.witness-sessions', { witness: witness.id, sessions, most: witness.maxSessions }));
  }
  return found;
}

function isPresent({ arrival, departure }: Witness, session: Session): boolean {
  return !isBefore(session.date, session.start, arrival) && !isAfter(session.date, session.end, departure);
}

/** Whether a moment of a day precedes another; a day without a time begins with its first minute, a time without a day is of every day. */
function isBefore(date: string, minute: number, moment: Moment | undefined): boolean {
  if (moment === undefined) return false;
  if (moment.date !== undefined && moment.date !== date) return date < moment.date;
  return moment.time !== undefined && minute < moment.time;
}

/** The same after: a day without a time ends with its last minute. */
function isAfter(date: string, minute: number, moment: Moment | undefined): boolean {
  if (moment === undefined) return false;
  if (moment.date !== undefined && moment.date !== date) return date > moment.date;
  return moment.time !== undefined && minute > moment.time;
}
