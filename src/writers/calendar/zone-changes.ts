/** A moment at which the clocks of a zone change. */
export interface ZoneChange {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Minutes east of UTC, before and after. */
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * The offset, in minutes, at the beginning of the first year (UTC), and every change of it to the end of the last, as the host's time
 * zone database knows them: two hosts agree where their databases do.
 *
 * @param name A time zone that `Intl` knows.
 */
export function zoneChanges(
  name: string,
  { first, last }: { readonly first: number; readonly last: number },
): { readonly offset: number; readonly changes: readonly ZoneChange[] } {
  const offsetAt = offsetsOf(name);
  const begin = Date.UTC(first, 0, 1);
  const end = Date.UTC(last + 1, 0, 1);
  const changes: ZoneChange[] = [];
  const offset = offsetAt(begin);
  for (let day = begin, from = offset; day < end; day += DAY) {
    const to = offsetAt(day + DAY);
    if (to !== from) changes.push({ at: firstMinute(day, day + DAY, (at) => offsetAt(at) === to), from, to });
    from = to;
  }
  return { offset, changes };
}

/** By bisection: the first minute after `before` that passes; that of `after` does. */
function firstMinute(before: number, after: number, passes: (at: number) => boolean): number {
  let [low, high] = [before / MINUTE, after / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle * MINUTE)) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return (local - at) / MINUTE;
  };
}
