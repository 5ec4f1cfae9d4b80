import type { Source } from './source.js';

export const SESSION_KINDS = ['plenary', 'work', 'hearing', 'presentation', 'visit'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Who attends: everybody together, each group by itself, the groups of one theme, or two halves at two sites. */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'halves' };

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
  /** Minutes of each presentation; absent: the session's length shared evenly. */
  readonly minutesEach?: number;
  readonly source: Source;
}

/** Whether two sessions claim the same moment of the same day. */
export function overlap(a: Session, b: Session): boolean {
  return a.date === b.date && a.start < b.end && b.start < a.end;
}
