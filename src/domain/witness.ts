import type { Source } from './source.js';

/** A day, a time of day (minutes after midnight), or both; a time alone holds on every day. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly time?: number;
}

/** A person from outside: a guest witness whom groups hear, or a member of a jury. */
export interface Witness {
  readonly id: string;
  /** Form of address. */
  readonly title: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly position: string;
  readonly organisation: string;
  readonly role: 'witness' | 'jury';
  /** Theme ids; empty: every theme. */
  readonly themes: readonly string[];
  /** Most sessions the person takes part in; absent: no limit. */
  readonly maxSessions?: number;
  /** Most groups that hear the witness at once; 1 when the cell is empty. */
  readonly maxGroupsPerHearing: number;
  /** Absent: there from the start. */
  readonly arrival?: Moment;
  /** Absent: there to the end. */
  readonly departure?: Moment;
  readonly email: string;
  readonly source: Source;
}
