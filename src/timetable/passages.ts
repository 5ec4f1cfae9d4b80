import type { Session } from '../domain/session.js';

/** What of a session tells when its groups present. */
type Stretch = Pick<Session, 'start' | 'end' | 'breaks'>;

/**
 * When each of `count` presentations of one jury starts, in minutes after midnight, each as early as the one before and the breaks let.
 * What does not fit before a break starts after it. After half of the presentations, rounded up, the jury has its own break, which
 * one of the session counts for where they meet; after the last presentation there is none. Those that are too many end after the session.
 *
 * @param minutes of each presentation.
 */
export function passageStarts({ start, breaks = [] }: Stretch, count: number, minutes: number): readonly number[] {
  const common = breaks.filter((each) => each.kind === 'times').toSorted((a, b) => a.start - b.start);
  const halfway = breaks.reduce((sum, each) => (each.kind === 'halfway' ? sum + each.minutes : sum), 0);
  const half = Math.ceil(count / 2);
  const starts: number[] = [];
  let time = start;
  for (let index = 0; index < count; index++) {
    if (index === half) time += halfway;
    for (const each of common) if (time < each.end && time + minutes > each.start) time = each.end;
    starts.push(time);
    time += minutes;
  }
  return starts;
}

/** Whether `count` presentations of so many minutes end before the session does. */
export function passagesFit(session: Stretch, count: number, minutes: number): boolean {
  const last = passageStarts(session, count, minutes).at(-1);
  return last === undefined || last + minutes <= session.end;
}

/** The most whole minutes that each of `count` presentations can have; 0: not one. */
export function mostMinutes(session: Stretch, count: number): number {
  let minutes = Math.floor((session.end - session.start) / count);
  while (minutes > 0 && !passagesFit(session, count, minutes)) minutes--;
  return minutes;
}

/** Minutes of break that `count` presentations of one jury go around. */
export function breakMinutes({ breaks = [] }: Stretch, count: number): number {
  return breaks.reduce((sum, each) => {
    if (each.kind === 'times') return sum + each.end - each.start;
    return count > 1 ? sum + each.minutes : sum;
  }, 0);
}
