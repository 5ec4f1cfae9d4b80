import type { TimetableTerm } from './timetable-terms.js';

/** How much of one wish a timetable leaves open. */
export interface TermFigure {
  readonly term: TimetableTerm;
  readonly weight: number;
  /** In units of the term; 0: wholly met. */
  readonly count: number;
  /** No timetable has less, as far as counting tells; absent: nothing is told. */
  readonly least?: number;
}

/** What one group gets, to be compared with the others. */
export interface GroupFairness {
  readonly group: string;
  /** Hearings before 13:00, and from then on. */
  readonly mornings: number;
  readonly afternoons: number;
  /** Different rooms for work and hearings. */
  readonly rooms: number;
  readonly siteChanges: number;
  /** Ranks of its presentations, in order of time. */
  readonly ranks: readonly number[];
}

/** How many people have had the same end of the order every time. */
interface ExtremeRanks {
  /** Those who have presented twice or more: of them alone the rest is said. */
  readonly people: number;
  readonly alwaysFirst: number;
  readonly alwaysLast: number;
}

/** Ranks of the people of all groups. */
export interface RankFigures {
  /** Over earlier modules alone. */
  readonly earlier: ExtremeRanks;
  /** With this one. */
  readonly total: ExtremeRanks;
}

/** What can be counted of a timetable. */
export interface TimetableFigures {
  /** Rows that take place. */
  readonly rows: number;
  /** Pairs of a group and a witness it hears. */
  readonly hearings: number;
  /** Groups that never change rooms between work and hearings. */
  readonly groupsInOneRoom: number;
  /** Every wish, the heaviest first at the usual weights. */
  readonly terms: readonly TermFigure[];
  /** In the order of the groups. */
  readonly fairness: readonly GroupFairness[];
  /** Absent where nothing is known of ranks in earlier modules, or nobody presents in this one. */
  readonly presentationRanks?: RankFigures;
}
