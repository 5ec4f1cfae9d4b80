/** Two people who meet again. */
export interface RepeatedMeeting {
  /** Keys, in cohort order. */
  readonly people: readonly [string, string];
  /** Label of the group in which they meet now. */
  readonly group: string;
  /** The earlier modules in which they met, by index in the module's history, ascending. */
  readonly modules: readonly number[];
  /** What it costs, before the weight; 0 where a rule wants them together. */
  readonly price: number;
  /** Index of that rule; absent: none does. */
  readonly rule?: number;
}

/** Whom one person has met, of this cohort: now is one module, or all modules of a rotation. */
export interface PersonMeetings {
  readonly key: string;
  /** Different people met in earlier modules. */
  readonly before: number;
  /** Different people met for the first time now. */
  readonly fresh: number;
  /** Keys of those who are met again now, in cohort order. */
  readonly again: readonly string[];
}

/** Two people who are together more than once over several modules. */
export interface RepeatedPair {
  /** Keys, in cohort order. */
  readonly people: readonly [string, string];
  /** In how many modules they are together, earlier ones among them. */
  readonly times: number;
}

/** Who has met whom over several modules. */
export interface MeetingFigures {
  /** Everybody who is in a group of any module, in cohort order: by key. */
  readonly people: readonly PersonMeetings[];
  /** Meetings of two people who had met before, one for each such meeting. */
  readonly repeats: number;
  /** The most times first, then in cohort order. */
  readonly repeatedPairs: readonly RepeatedPair[];
}

/** Who meets whom, over this module and the earlier ones. */
export interface MeetingFigure {
  /** Of a unit of price. */
  readonly weight: number;
  /** Sum of the prices of all pairs that meet again, before the weight. */
  readonly penalty: number;
  /** Dearest first, then in cohort order. */
  readonly repeats: readonly RepeatedMeeting[];
  /** In cohort order; people without a group meet nobody now. */
  readonly people: readonly PersonMeetings[];
  /** Pairs that share a group now. */
  readonly pairs: number;
}

/** How many others each person has met, over this module and the earlier ones. */
export interface MeetingSummary {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

/** Over this cohort; people in no group count as those that they met before. All 0 where there is nobody. */
export function summariseMeetings({ people }: Pick<MeetingFigure, 'people'>): MeetingSummary {
  const totals = people.map(({ before, fresh }) => before + fresh);
  const sum = totals.reduce((all, own) => all + own, 0);
  return {
    least: totals.reduce((least, own) => Math.min(least, own), totals[0] ?? 0),
    most: totals.reduce((most, own) => Math.max(most, own), 0),
    mean: totals.length === 0 ? 0 : sum / totals.length,
  };
}
