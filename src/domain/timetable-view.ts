import type { Notice } from './notices.js';
import type { SessionKind } from './session.js';
import type { RowStatus } from './timetable.js';

/** By what a timetable can be listed for those who read it. */
export const VIEWS = ['group', 'person', 'room', 'witness', 'changes'] as const;
export type ViewKey = (typeof VIEWS)[number];

/** Every cell that a line of some view has. */
export interface ViewCells {
  readonly group: string;
  /** Of a gathering: in order of passage where they present, else in group order. */
  readonly groups: readonly string[];
  /** How many pupils these groups have together. */
  readonly people: number;
  /** Of a pupil. */
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly school: string;
  /** Id of the guest or jury member whose line it is. */
  readonly witness: string;
  /** Form of address. */
  readonly title: string;
  readonly position: string;
  readonly organisation: string;
  readonly role: 'witness' | 'jury';
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  readonly session: string;
  readonly sessionTitle: string;
  readonly kind: SessionKind;
  /** The themes of the groups, each once. */
  readonly themes: readonly string[];
  /** The strands of the groups, each once; none where the groups have several themes. */
  readonly strands: readonly string[];
  readonly room: string;
  readonly site: string;
  /** Seats of the room. */
  readonly capacity: number;
  /** Names of the witness heard or of the whole jury; the id of one without a name. */
  readonly witnesses: readonly string[];
  /** {@link witnesses} without the person whose line it is. */
  readonly others: readonly string[];
  /** Rank of the presentation; absent for other kinds, and where a line holds several. */
  readonly order?: number | undefined;
  readonly status: RowStatus;
  /** Of a pupil who changed groups, the label before; `''` for one who was in none. Absent: stayed, or is no pupil. */
  readonly groupBefore: string;
  /** Who is told what has changed. */
  readonly recipient: 'pupil' | 'witness' | 'jury';
  /** `''` where neither roster nor module has one. */
  readonly email: string;
  /** All that the person is told, by day and time. */
  readonly news: readonly Notice[];
  /** Whether the roster says that the person cannot attend the session. */
  readonly isAbsent: boolean;
}

export type ViewColumn = keyof ViewCells;

/** One line of a view; it has the cells of the view's columns. */
export type ViewLine = Readonly<Partial<ViewCells>>;

/** A timetable as one kind of reader wants it. */
export interface TimetableView {
  readonly by: ViewKey;
  readonly columns: readonly ViewColumn[];
  /** In the reader's order: by who or what the view is for, then by date and start. Can be gone through several times. */
  readonly lines: Iterable<ViewLine>;
}
