import type { Role } from './role.js';
import type { Source } from './source.js';
import type { TimetableWeights } from './timetable-terms.js';

export type Language = 'fr' | 'en';

/** One roster file of the settings or of `--roster`. */
export interface RosterSource {
  /** `''`: the file's own school column says it. */
  readonly school: string;
  readonly file: string;
  /** Encoding label that overrides detection (`windows-1252`, `utf-16le`…). */
  readonly encoding?: string;
  /** What separates several values in a cell, a letter or a line break; absent: `|`. */
  readonly separator?: string;
}

export interface TimetableSettings {
  readonly sessions: string;
  /** Absent: no room is assigned. */
  readonly rooms?: string;
  readonly witnesses?: string;
  readonly availability?: string;
  /** Minutes from one site to another; absent: none are needed. */
  readonly travel?: string;
  /** Witnesses of its theme each group hears; 0 when the settings say nothing. */
  readonly hearingsPerGroup: number;
  /** Days in joint sessions asked of everybody, over this and earlier modules; absent: none. */
  readonly jointDays?: number;
  /** Weights of the wishes; absent, or absent of a term: the usual ones. */
  readonly weights?: Partial<TimetableWeights>;
}

/** The files of an earlier module. */
export interface EarlierFiles {
  /** Who was in which of its groups. */
  readonly groups: string;
  /** Absent: its joint days and ranks are not known. */
  readonly timetable?: string;
}

/** One line of `[roles]`. */
export interface RoleSetting {
  /** As typed: an attribute, or `attribute=level`. */
  readonly word: string;
  readonly roles: readonly Role[];
  readonly source: Source;
}

/** Names that several people bear, as somebody who looked says. */
export type NamesakeSetting = readonly {
  /** As typed: family name and given name, in either order. */
  readonly name: string;
  readonly source: Source;
}[];

/** What `module.toml` or the flags ask for, checked in form but not against the other files. */
export interface Settings {
  readonly title: string;
  readonly language: Language;
  /** IANA name. */
  readonly timezone: string;
  readonly seed: string;
  readonly rosters: readonly RosterSource[];
  /** Names of which it is known that they are several people's; absent: none. */
  readonly namesakes?: NamesakeSetting;
  readonly themesFile?: string;
  /** Weight of one rank of a wish missed, and of a theme worked on without having been observed. */
  readonly wishWeight: number;
  readonly observedWeight: number;
  /** Least and most people in a group; absent when only a number of groups is asked. */
  readonly groupSize?: { readonly min: number; readonly max: number };
  readonly groupCount?: number;
  /** Attribute key to weight; absent: the usual attributes at their usual weights. */
  readonly balance?: ReadonlyMap<string, number>;
  /** Absent: fair share of everything that is balanced. */
  readonly roles?: readonly RoleSetting[];
  readonly rulesFile?: string;
  readonly timetable?: TimetableSettings;
  /** Earlier modules, from the oldest to the latest: who has met whom, and joint sessions that count too; absent: this module alone. */
  readonly history?: readonly EarlierFiles[];
  /** Weight of two people meeting again, see `meetingPrice`; absent: see `historyWeightOf`. */
  readonly historyWeight?: number;
  /** Folded header of the user's to the name of our column. */
  readonly columns: ReadonlyMap<string, string>;
}
