import type { Participant } from './participant.js';

/** The time of one person in joint sessions. */
export interface PersonDays {
  readonly person: Participant;
  /** `''` for somebody in no group. */
  readonly group: string;
  /** Half-days of this module with a session that the person attends. */
  readonly halfDays: number;
  /** Minutes of these sessions. */
  readonly minutes: number;
  /** Half-days of earlier modules; one that this module counts too is not among them. */
  readonly earlierHalfDays: number;
  /** Of this module and the earlier ones; two half-days are a day. */
  readonly totalDays: number;
  /** Days short of what is asked for, in hundredths at the finest; 0 where it is met or nothing is asked. */
  readonly missingDays: number;
}

/** The joint-days ledger: who has spent how long in joint sessions, over this module and the earlier ones. */
export interface JointDays {
  /** Days asked of everybody; absent: none. */
  readonly asked?: number;
  /** Days with a joint session of any group, over all these modules. */
  readonly programmeDays: number;
  /** Everybody of the cohort. */
  readonly people: readonly PersonDays[];
}

/** Minutes after midnight from which on a session belongs to the afternoon. */
const AFTERNOON = 13 * 60;

/** Names the half-day in which a session starts: its day, and whether that is before 13:00. */
export function halfDayOf({ date, start }: { readonly date: string; readonly start: number }): string {
  return `${date} ${start < AFTERNOON ? 'morning' : 'afternoon'}`;
}

/** Mean, least and most total days of a person; all 0 where there is nobody. */
export function summariseDays({ people }: JointDays): {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
} {
  if (people.length === 0) return { mean: 0, least: 0, most: 0 };
  let [sum, least, most] = [0, Infinity, 0];
  for (const { totalDays } of people) {
    sum += totalDays;
    least = Math.min(least, totalDays);
    most = Math.max(most, totalDays);
  }
  return { mean: sum / people.length, least, most };
}
