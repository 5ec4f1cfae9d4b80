import type { Assignment } from './group.js';
import type { PresentationRank } from './presentation-rank.js';
import type { TimetableRow } from './timetable.js';

/** What an account of time and of ranks needs of a row. */
export interface AttendedRow extends Pick<TimetableRow, 'group' | 'date' | 'start' | 'end'> {
  /** Absent where it is no presentation, or nobody wrote down its rank. */
  readonly presentation?: PresentationRank;
}

/** What is known of an earlier module: its timetable, and who of this cohort was in which of its groups. */
export interface EarlierModule {
  /** Of all its groups; cancelled ones left out; empty where it has no timetable, or none is known. */
  readonly rows: readonly AttendedRow[];
  /** Labels are spelt as in the rows; somebody who was not there is absent. */
  readonly assignment: Assignment;
  /** Of the list of its groups, as a manifest calls it: the same wherever a plan is made from. Absent: it goes by its place in the settings. */
  readonly name?: string;
}

/** What having met in the latest module counts, in the one before, and in every older one. */
const POINTS = [3, 2, 1];

/**
 * What having met in an earlier module counts: the more, the fresher the memory.
 *
 * @param modulesAgo 1 for the latest of the earlier modules
 */
export function meetingPoints(modulesAgo: number): number {
  return POINTS[Math.min(modulesAgo, POINTS.length) - 1];
}

/** What it costs, before the weight, that two people meet again: the square of their points, so that often weighs more than seldom. */
export function meetingPrice(points: number): number {
  return points * points;
}
