import type { Diagnostic } from '../domain/diagnostic.js';
import type { Assignment } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { Timetable } from '../domain/timetable.js';
import { findThinnedGroups } from '../timetable/thinned-groups.js';

export interface AttendanceRequest {
  readonly module: Module;
  /** Who is in which group of the timetable. */
  readonly assignment: Assignment;
  readonly timetable: Timetable;
}

/** What a timetable means for the people of its groups. */
export interface Attendance {
  readonly warnings: readonly Diagnostic[];
}

/** Looks at a finished timetable with its people in hand: whom it misses. It changes nothing. */
export function surveyAttendance({ module, assignment, timetable }: AttendanceRequest): Attendance {
  return { warnings: findThinnedGroups(timetable.rows, module.cohort, assignment) };
}
