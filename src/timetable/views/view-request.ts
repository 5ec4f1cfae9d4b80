import type { Assignment, Group } from '../../domain/group.js';
import type { Programme } from '../../domain/module.js';
import type { Cohort } from '../../domain/roster.js';
import type { Timetable, TimetableRow } from '../../domain/timetable.js';
import type { Describe } from './gathering.js';

export interface ViewRequest {
  readonly timetable: Timetable;
  readonly programme: Programme;
  /** In group order, with their sizes. */
  readonly groups: readonly Group[];
  readonly cohort: Cohort;
  readonly assignment: Assignment;
  /** Leave the pupils' names out, and order them by id; whom to tell of changes is then all by id. Absent: names are there. */
  readonly pseudonyms?: boolean;
  /** The rows that were published before, of which `changes` tells the news. Absent: none were, and all is news. */
  readonly before?: readonly TimetableRow[];
  /** Group of each person before, of which `changes` tells those who are in another one, or came. Absent: all were where they are. */
  readonly earlier?: Assignment;
  /** `YYYY-MM-DD`: to those who changed groups, what took place before is no news. Absent: nothing did. */
  readonly today?: string;
}

/** What the makers of views are given. */
export interface ViewInput extends ViewRequest {
  readonly describe: Describe;
}
