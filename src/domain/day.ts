/**
 * Number of a day of the Gregorian calendar, `YYYY-MM-DD`: one more for each day, 0 for 1 January 1970 (H. Hinnant,
 * "chrono-compatible low-level date algorithms", days_from_civil).
 */
export function dayNumber(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  // Years begin in March, so that the leap day is their last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
