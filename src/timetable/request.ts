import type { Diagnostic } from '../domain/diagnostic.js';
import type { Group } from '../domain/group.js';
import type { Programme } from '../domain/module.js';
import type { EarlierRanks } from '../domain/presentation-rank.js';
import type { Timetable } from '../domain/timetable.js';
import type { Publication } from './publication.js';

/** What a timetable is made from. */
export interface TimetableRequest {
  readonly programme: Programme;
  /** In the order in which rows of one session stand. */
  readonly groups: readonly Group[];
  /** Names the module in the keys of events: title and year, in any spelling. */
  readonly moduleKey: string;
  /** Decides between equally good timetables, and the order of presentations. */
  readonly seed: string;
  /** What was published before: as little of it as possible changes. Absent: nothing was. */
  readonly before?: Publication;
  /** Where not everything can take place, the most that can, instead of nothing. Absent: nothing. */
  readonly isPartial?: boolean;
  /** Ranks that people had in presentations of earlier modules: nobody is to be always first or last. Absent: nothing is known. */
  readonly earlierRanks?: EarlierRanks;
}

/** What a partial timetable lacks. */
export interface Lacking {
  readonly reasons: readonly Diagnostic[];
  /** Hearings that take no place, and whether no timetable leaves out fewer. */
  readonly missingHearings: number;
  readonly isFewestMissing: boolean;
}

/** What is said of a timetable that was made. */
interface MadeTimetable {
  readonly timetable: Timetable;
  readonly warnings: readonly Diagnostic[];
}

/** A timetable without conflict; one that lacks hearings, rooms or juries, and why; or why there is none. */
export type TimetableResult =
  | (MadeTimetable & { readonly status: 'found' })
  | (MadeTimetable & Lacking & { readonly status: 'partial' })
  | { readonly status: 'impossible'; readonly reasons: readonly Diagnostic[] };
