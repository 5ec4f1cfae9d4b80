import type { Assignment } from './group.js';
import type { TimetableRow } from './timetable.js';

/** What an account of time needs of a row. */
export type AttendedRow = Pick<TimetableRow, 'group' | 'date' | 'start' | 'end'>;

/** What is known of an earlier module: its timetable, and who of this cohort was in which of its groups. */
export interface EarlierModule {
  /** Of all its groups; cancelled ones left out. */
  readonly rows: readonly AttendedRow[];
  /** Labels are spelt as in the rows; somebody who was not there is absent. */
  readonly assignment: Assignment;
}
