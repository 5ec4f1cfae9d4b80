import type { Source } from './source.js';

export const SESSION_KINDS = ['plenary', 'work', 'hearing', 'presentation', 'visit'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Who attends: everybody together, each group by itself, the groups of one theme, or two halves at two sites. */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'halves' };

/**
 * Time that a session leaves free of presentations: from one minute after midnight to another, the same for everybody; or so many
 * minutes for each jury by itself, after half of its presentations, rounded up.
 */
export type Break =
  | { readonly kind: 'times'; readonly start: number; readonly end: number }
  | { readonly kind: 'halfway'; readonly minutes: number };

/** One line of the programme. Times are minutes after midnight, local to the module's time zone. */
export interface Session {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  /** At least one; `work+hearing` lets some groups hear a witness while the others work. */
  readonly kinds: readonly SessionKind[];
  readonly title: string;
  readonly audience: Audience;
  /** `''`: any site. Two sites for `halves`. */
  readonly sites: readonly string[];
  /** Minutes of each presentation; absent: as many as all of a jury's groups can have. */
  readonly minutesEach?: number;
  /**
   * Times in order, inside the session, none over another; one at most halfway, and that in sessions with presentations alone. Absent or
   * empty: no break. What is no presentation takes place all the same.
   */
  readonly breaks?: readonly Break[];
  readonly source: Source;
}

/** Whether two sessions claim the same moment of the same day. */
export function overlap(a: Session, b: Session): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end;
}
