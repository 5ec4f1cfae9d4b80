import type { TimetableChange } from './timetable-change.js';

/** One change to the input that would remove what a message is about. */
export type Change = GroupChange | TimetableChange;

/** To rules, sizes or themes, for reasons why there are no groups. */
type GroupChange =
  /** Another number in an `at_least` or `at_most` line. */
  | { readonly kind: 'count'; readonly line: number; readonly rule: string; readonly count: number }
  /** A line without these people. */
  | { readonly kind: 'leave-out'; readonly line: number; readonly names: readonly string[] }
  /** A line with that many people fewer, whoever they are. */
  | { readonly kind: 'fewer'; readonly line: number; readonly people: number }
  /** A weight for lines that have none, or the lines removed: any one of them, or all. */
  | { readonly kind: 'soften'; readonly lines: readonly number[]; readonly which: 'any' | 'all' }
  /** Another number of groups, which then hold from `min` to `max` people. */
  | { readonly kind: 'groups'; readonly groups: number; readonly min: number; readonly max: number }
  /** Another number in a cell of the themes file; `strand` is `THEME` or `THEME/STRAND`. */
  | {
      readonly kind: 'strand';
      readonly strand: string;
      readonly column: 'groups' | 'min' | 'max';
      readonly value: number;
      readonly file: string;
      readonly line: number | undefined;
    };
