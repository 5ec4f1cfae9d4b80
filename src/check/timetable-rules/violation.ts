import type { Violation } from '../violation.js';

/** Every rule of a timetable, with the facts of its violation. Ids and labels; times are minutes after midnight. */
export interface TimetableRuleFacts {
  /** A row names a session or a group that the module does not have. */
  'timetable.unknown-session': { session: string; group: string };
  'timetable.unknown-group': { session: string; group: string };
  /** Two events of one key: a calendar would show one of them only. */
  'timetable.uid-repeated': { uid: string; rows: number };
  'timetable.row-missing': { session: string; group: string };
  'timetable.row-repeated': { session: string; group: string; rows: number };
  /** The session is not for this group. */
  'timetable.not-invited': { session: string; group: string };
  'timetable.wrong-kind': { session: string; group: string; kind: string };
  'timetable.wrong-theme': { session: string; group: string; theme: string; strand: string };
  'timetable.wrong-date': { session: string; group: string; date: string; expected: string };
  'timetable.wrong-time': { session: string; group: string; start: number; end: number };
  'timetable.wrong-site': { session: string; group: string; site: string };
  /** The group hears or works when the availability table says that it cannot. */
  'timetable.group-unavailable': { session: string; group: string; kind: string };
  'timetable.group-twice': { group: string; session: string; other: string };
  /** All groups of a session in halves are at one site. */
  'timetable.halves-together': { session: string; site: string };

  'timetable.room-missing': { session: string; group: string };
  'timetable.unknown-room': { session: string; group: string; room: string };
  'timetable.room-off-site': { session: string; room: string; site: string };
  'timetable.room-use': { session: string; room: string; kind: string };
  'timetable.room-unavailable': { session: string; room: string };
  'timetable.room-too-small': { session: string; room: string; seats: number; people: number };
  'timetable.room-twice': { room: string; session: string; other: string };
  /** Those who should sit together in one room sit in several. */
  'timetable.plenary-split': { session: string; site: string; rooms: number };

  'timetable.unknown-witness': { session: string; group: string; witness: string };
  /** A hearing has one witness; work, plenary and visit have none. */
  'timetable.witness-count': { session: string; group: string; kind: string; witnesses: number };
  'timetable.witness-role': { session: string; witness: string; role: string };
  'timetable.witness-theme': { session: string; witness: string; theme: string };
  'timetable.witness-unavailable': { session: string; witness: string };
  /** Before the arrival or after the departure. */
  'timetable.witness-away': { session: string; witness: string };
  'timetable.witness-twice': { witness: string; session: string; other: string };
  'timetable.witness-sessions': { witness: string; sessions: number; most: number };
  'timetable.witness-groups': { session: string; witness: string; groups: number; most: number };
  'timetable.hearings': { group: string; heard: number; expected: number };
  'timetable.heard-twice': { group: string; witness: string };

  /** The groups of one panel have different rooms or different members of the jury. */
  'timetable.panel-split': { session: string; theme: string };
  'timetable.jury-missing': { session: string; theme: string };
  'timetable.order': { session: string; group: string; order: number; expected: number };
  /** Something that is no presentation has a rank. */
  'timetable.order-unexpected': { session: string; group: string; order: number };
  'timetable.presentation-length': { session: string; group: string; minutes: number; expected: number };
  'timetable.presentation-overlap': { session: string; group: string; other: string };
  /** It overlaps the break from `start` to `end`. */
  'timetable.presentation-in-break': { session: string; group: string; start: number; end: number };
  /** The jury has fewer minutes of break halfway, before this group, than it should. */
  'timetable.break-short': { session: string; group: string; minutes: number; expected: number };

  /** A group, or somebody from outside, has less time from the session before than the way between their sites takes. */
  'timetable.travel': {
    group?: string;
    witness?: string;
    session: string;
    other: string;
    minutes: number;
    needed: number;
  };
}

export type TimetableRule = keyof TimetableRuleFacts;

/** Says that a rule is broken, and by what. */
export function violate<Rule extends TimetableRule>(rule: Rule, facts: TimetableRuleFacts[Rule]): Violation {
  return { rule, facts: { ...facts } };
}
