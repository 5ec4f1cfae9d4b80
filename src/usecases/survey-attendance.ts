import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { JointDays } from '../domain/joint-days.js';
import type { Module } from '../domain/module.js';
import { orderPeople, participantName } from '../domain/participant.js';
import type { Timetable } from '../domain/timetable.js';
import { countJointDays } from '../timetable/joint-days.js';
import { findThinnedGroups } from '../timetable/thinned-groups.js';

/** People short of joint days who are named. */
const MOST_NAMES = 4;

export interface AttendanceRequest {
  readonly module: Module;
  /** Who is in which group of the timetable. */
  readonly assignment: Assignment;
  readonly timetable: Timetable;
  /** Order people by their ids, and call them by these. */
  readonly pseudonyms: boolean;
}

/** What a timetable means for the people of its groups. */
export interface Attendance {
  readonly warnings: readonly Diagnostic[];
  /** Absent where the settings ask for no joint days and name no earlier timetable. */
  readonly jointDays?: JointDays;
}

/** Looks at a finished timetable with its people in hand: whom it misses, how long they are together. It changes nothing. */
export function surveyAttendance({ module, assignment, timetable, pseudonyms }: AttendanceRequest): Attendance {
  const { cohort, settings, history = [] } = module;
  const { rows } = timetable;
  const thinned = findThinnedGroups(rows, cohort, assignment);
  const asked = settings.timetable?.jointDays;
  if (asked === undefined && history.every((earlier) => earlier.rows.length === 0)) return { warnings: thinned };
  const people = orderPeople(cohort.participants, pseudonyms);
  const jointDays = countJointDays({ people, assignment, rows, history, asked });
  return { warnings: [...thinned, ...warnOfMissingDays(jointDays, pseudonyms)], jointDays };
}

function warnOfMissingDays({ asked, people }: JointDays, pseudonyms: boolean): readonly Diagnostic[] {
  const short = people.filter(({ missingDays }) => missingDays > 0).sort((a, b) => b.missingDays - a.missingDays);
  if (asked === undefined || short.length === 0) return [];
  const names = short.slice(0, MOST_NAMES).map(({ person }) => (pseudonyms ? person.id : participantName(person)));
  const facts = { asked, people: short.length, of: people.length, most: short[0].missingDays, names };
  return [diagnose('warning', 'timetable.joint-days-missed', facts)];
}
