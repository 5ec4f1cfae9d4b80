import type { GroupMatch, TimetableComparison } from './list-comparison.js';

/** Somebody of a group list that was changed by hand, and the labels of the groups as they stand in each list, sorted. */
export interface EditedPlace {
  /** By name; by id where names are hidden. */
  readonly person: string;
  /** Empty: the list as it was written does not have the person. */
  readonly from: readonly string[];
  /** Empty: the list as it is now does not. More than one: it has the person on several lines. */
  readonly to: readonly string[];
}

/** What somebody changed in a group list: nothing about groups and people where all are empty. */
export interface ListEdits {
  readonly kind: 'groups';
  /** Groups that go by another label now: `a` as it was written, `b` as it is. */
  readonly renamed: readonly GroupMatch[];
  /** Cohort order. */
  readonly moved: readonly EditedPlace[];
  /** Of the cohort first, then people whom nobody knows, in the order of the list. */
  readonly added: readonly EditedPlace[];
  /** Cohort order. */
  readonly removed: readonly EditedPlace[];
}

/** What somebody changed in a timetable: nothing that groups are told where `changes` is empty. */
export interface TimetableEdits {
  readonly kind: 'timetable';
  readonly changes: TimetableComparison['changes'];
}

export type FileEdits = ListEdits | TimetableEdits;
