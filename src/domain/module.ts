import type { Availability, AvailabilityLines } from './availability.js';
import type { Group } from './group.js';
import type { EarlierModule } from './history.js';
import type { Roles } from './role.js';
import type { Room } from './room.js';
import type { Cohort } from './roster.js';
import type { Rule } from './rule.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import type { Theme } from './theme.js';
import type { TimetableWeights } from './timetable-terms.js';
import type { TravelTime } from './travel.js';
import type { Witness } from './witness.js';

/** The programme whose timetable is to be made. */
export interface Programme {
  readonly sessions: readonly Session[];
  /** Empty: the module lists no rooms, and rows get none. */
  readonly rooms: readonly Room[];
  readonly witnesses: readonly Witness[];
  /** Absent: everyone is always available. */
  readonly availability?: Availability;
  /** Absent: no message about it names a line. */
  readonly availabilityLines?: AvailabilityLines;
  readonly hearingsPerGroup: number;
  /** What is wished of the timetable beyond what it must be; absent, or absent of a term: the usual weights. */
  readonly weights?: Partial<TimetableWeights>;
  /** Absent: nobody needs any time from one site to another. */
  readonly travel?: readonly TravelTime[];
}

/** Everything read of one module, references resolved: what every use case starts from. */
export interface Module {
  readonly settings: Settings;
  readonly cohort: Cohort;
  /** Empty when the module has no themes. */
  readonly themes: readonly Theme[];
  readonly groups: readonly Group[];
  /** Attribute key to weight, heaviest first, of the attributes that are balanced and exist. */
  readonly balance: ReadonlyMap<string, number>;
  /** What is asked of balanced attributes beside or instead of fair share; absent: fair share of every level. */
  readonly roles?: Roles;
  readonly rules: readonly Rule[];
  /** Absent when the settings have no timetable. */
  readonly programme?: Programme;
  /** Earlier modules, as the settings list them; absent when they name none. */
  readonly history?: readonly EarlierModule[];
}
