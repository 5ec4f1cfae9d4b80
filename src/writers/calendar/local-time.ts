const MINUTES_A_DAY = 1440;

/** A local date and time as RFC 5545 section 3.3.5 writes it, `20180325T090000`. Minutes after midnight may pass the day's end. */
export function localTime(date: string, minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = minutes < MINUTES_A_DAY ? date : addDays(date, Math.floor(minutes / MINUTES_A_DAY));
  const rest = minutes % MINUTES_A_DAY;
  return `${day.replaceAll('-', '')}T${two(Math.floor(rest / 60))}${two(rest % 60)}00`;
}

/** An offset from UTC in minutes as RFC 5545 section 3.3.14 writes it: `+0100`. */
export function utcOffset(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

function addDays(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
