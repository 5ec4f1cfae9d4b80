import type { SessionKind } from '../session.js';
import type { Source } from '../source.js';

/** Ids of sessions, groups, rooms, witnesses or jury members. */
type Names = readonly string[];

/** One change to the programme that would remove a reason why there is no timetable. `source` is the line to change. */
export type TimetableChange =
  /** Somebody, or a group, in one session more: any one of these. `missedBy` is the moment that is against it; absent: the poll alone. */
  | {
      readonly kind: 'attend';
      readonly role: 'witness' | 'jury' | 'group';
      readonly who: string;
      readonly sessions: Names;
      readonly missedBy?: 'arrival' | 'departure';
    }
  /** Several of these at once: witnesses in sessions more, and other `max_sessions` that this takes. */
  | {
      readonly kind: 'several';
      readonly halfDays: readonly { readonly who: string; readonly session: string }[];
      readonly limits: readonly { readonly who: string; readonly sessions: number }[];
    }
  /** So many groups at once in the hearings of each of these witnesses: `max_groups_per_hearing`. */
  | { readonly kind: 'joint'; readonly witnesses: Names; readonly groups: number }
  /** Another `max_sessions` for a witness or jury member. */
  | { readonly kind: 'max-sessions'; readonly who: string; readonly sessions: number }
  /** Hearings in a session that is of work alone so far: any one of these. */
  | { readonly kind: 'hear-in'; readonly sessions: Names }
  /** Another `hearings_per_group`. */
  | { readonly kind: 'hearings-per-group'; readonly hearings: number }
  /** A theme more for a witness or jury member. */
  | { readonly kind: 'serve-theme'; readonly who: string; readonly theme: string; readonly source: Source }
  /** So many more witnesses for a theme, or jury members who are free in a session: one for each theme, where one may be for all. */
  | {
      readonly kind: 'more-people';
      readonly role: 'witness' | 'jury';
      readonly people: number;
      readonly themes: Names;
      readonly session?: string;
    }
  /** Another capacity of a room. */
  | {
      readonly kind: 'seats';
      readonly room: string;
      readonly seats: number;
      readonly capacity: number;
      readonly source: Source;
    }
  /** So many more rooms of so many seats, for any kind of session, at `site` or wherever it is where there is none. */
  | { readonly kind: 'rooms'; readonly rooms: number; readonly seats: number; readonly site?: string }
  /** A room that is not to be had in these sessions so far. */
  | { readonly kind: 'free-room'; readonly room: string; readonly sessions: Names; readonly source: Source }
  /** A use more for a room. */
  | { readonly kind: 'use-room'; readonly room: string; readonly use: SessionKind; readonly source: Source }
  /** So many minutes for each presentation of a session. */
  | { readonly kind: 'minutes'; readonly session: string; readonly minutes: number }
  /** Another start or end of a session, in minutes after midnight. */
  | { readonly kind: 'start'; readonly session: string; readonly time: number }
  | { readonly kind: 'end'; readonly session: string; readonly time: number };
