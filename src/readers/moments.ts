import type { Moment } from '../domain/witness.js';

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A day, as `YYYY-MM-DD`, from `12/02/2018`, `1/3/2018` (day first; `.` or `-` do too) or `2018-02-12`. `'no-such-day'` for
 * one that the calendar lacks (30 February); `undefined` when the text is no date. Two-digit years are refused.
 */
export function parseDate(text: string): { readonly date: string } | 'no-such-day' | undefined {
  const french = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (french === null && iso === null) return undefined;
  const [year, month, day] = (french === null ? [iso?.[1], iso?.[2], iso?.[3]] : [french[4], french[3], french[1]]).map(
    Number,
  );
  if (!isDay(year, month, day)) return 'no-such-day';
  return { date: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` };
}

/** Minutes after midnight, from `09:00`, `9:30:00`, `9h`, `9h30` or `9 h 30`; `undefined` when the text is no time of day. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2})\s*(?:h\s*(\d{2})?|:\s*(\d{2})(?::00)?)$/i.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? match[3] ?? '0');
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** A day, a time of day or both in this order (`12/02/2018 9h30`, `2018-02-12T09:30`); results as {@link parseDate}'s. */
export function parseMoment(text: string): Moment | 'no-such-day' | undefined {
  const time = parseTime(text);
  if (time !== undefined) return { time };
  const match = /^(\S+?)(?:T|[\s,]+(?:(?:à|at)\s*)?)(\d.*)$/.exec(text);
  const day = parseDate(match?.[1] ?? text);
  if (day === undefined || day === 'no-such-day' || match === null) return day;
  const timeOfDay = parseTime(match[2]);
  return timeOfDay === undefined ? undefined : { ...day, time: timeOfDay };
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS_OF_MONTH[month - 1]) return false;
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day < 29 || isLeapYear;
}
