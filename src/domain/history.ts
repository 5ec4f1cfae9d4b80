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
  /** Of all its groups; cancelled ones left out. */
  readonly rows: readonly AttendedRow[];
  /** Labels are spelt as in the rows; somebody who was not there is absent. */
  readonly assignment: Assignment;
}
