import type { Notice } from './notices.js';

/** A group of one list and the one of another that is the same, by label or, where labels are others, by its members. */
export interface GroupMatch {
  readonly a: string;
  readonly b: string;
}

/** A person who is not in the same group in both lists; groups by label, `''` in a list without the person. */
export interface MovedPerson {
  readonly key: string;
  readonly a: string;
  readonly b: string;
}

/** In what a row of a timetable differs from the row of the same group and session in another. */
export const ROW_CHANGES = ['new', 'cancelled', 'time', 'kind', 'people', 'place', 'rank'] as const;
export type RowChange = (typeof ROW_CHANGES)[number];

/** How two timetables differ; groups by their labels in the second list. */
export interface TimetableComparison {
  /** Rows of both together that take place. */
  readonly rows: number;
  readonly changes: readonly {
    readonly group: string;
    readonly session: string;
    /** In the order of `ROW_CHANGES`; at least one. */
    readonly what: readonly RowChange[];
  }[];
  /** Who has to be told what, if the second takes the place of the first. */
  readonly notices: readonly Notice[];
}
