/** What a timetable that can be held is judged by, the heaviest first at the usual weights. */
export const TIMETABLE_TERMS = [
  'if_needed',
  'site_changes',
  'rooms',
  'same_day',
  'gaps',
  'joint',
  'half_days',
  'spacing',
  'ranks',
] as const;

/**
 * - `if_needed`: sessions in which a guest, a member of a jury or a group that hears takes part after having said "if needed";
 * - `site_changes`: times that a group or a person from outside goes to another site between two sessions of one day;
 * - `rooms`: different rooms that a group works and hears in, summed over groups;
 * - `same_day`: hearings of a group beyond the first on one day;
 * - `gaps`: times of hearings at which a witness waits between two hearings of one half-day;
 * - `joint`: groups beyond the first in one hearing;
 * - `half_days`: a quarter of the square, rounded down, of the difference between a group's hearings in the morning and in the
 *   afternoon: 0 where they are even or but for one, 1 where one would have to change, 4 where two would;
 * - `spacing`: days with hearings by which a group's hearings follow each other more closely than evenly;
 * - `ranks`: people who have presented first each time, or last each time, twice or more over this and earlier modules; what the order is
 *   evened out by is finer. Any order is possible whatever else is chosen, so that its weight only says whether it is: 0 leaves it to the draw.
 */
export type TimetableTerm = (typeof TIMETABLE_TERMS)[number];

/** What one unit of each term costs; 0: it does not count. */
export type TimetableWeights = Readonly<Record<TimetableTerm, number>>;

/** The weights of a programme that sets none. */
export const USUAL_TIMETABLE_WEIGHTS: TimetableWeights = {
  if_needed: 10_000,
  site_changes: 300,
  rooms: 100,
  same_day: 100,
  gaps: 40,
  joint: 20,
  half_days: 10,
  spacing: 1,
  ranks: 1,
};

/** No weight is higher: sums of costs stay exact. */
export const HIGHEST_TIMETABLE_WEIGHT = 100_000;

/** The weights of a programme, completed with the usual ones. */
export function timetableWeights(given: Partial<TimetableWeights> | undefined): TimetableWeights {
  return { ...USUAL_TIMETABLE_WEIGHTS, ...given };
}
