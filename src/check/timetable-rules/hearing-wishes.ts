import { compareText } from '../../domain/fold.js';
import { halfDayOf } from '../../domain/joint-days.js';
import type { Programme } from '../../domain/module.js';
import type { Session } from '../../domain/session.js';
import { partition, type Case, type Entry } from './case.js';

/** Sessions in which somebody takes part who said "if needed": guests and members of juries, and groups that hear. */
export function countIfNeeded({ programme: { availability }, entries }: Case): number {
  const uses = new Set<string>();
  for (const { row } of entries) {
    const people = row.kind === 'hearing' ? [...row.witnesses, row.group] : row.witnesses;
    for (const who of people)
      if (availability?.get(who)?.get(row.session) === 'if_needed') uses.add(JSON.stringify([who, row.session]));
  }
  return uses.size;
}

/** Groups beyond the first in each hearing. */
export function countJoint({ entries }: Case): number {
  const hearings = partition(
    entries.filter(({ row }) => row.kind === 'hearing'),
    ({ row }) => JSON.stringify([row.session, row.witnesses]),
  );
  return [...hearings.values()].reduce((sum, together) => sum + together.length - 1, 0);
}

/** Times of hearings between two hearings of a witness in one half-day at which that witness hears nobody. */
export function countGaps({ programme, entries }: Case): number {
  const withHearings = programme.sessions.filter(isForHearings);
  let gaps = 0;
  for (const { id } of programme.witnesses) {
    const heard = entries.filter(({ row }) => row.kind === 'hearing' && row.witnesses.includes(id));
    for (const [, ofHalfDay] of partition(heard, ({ session }) => halfDayOf(session))) {
      const used = [...new Set(ofHalfDay.map(({ session }) => session))].toSorted((a, b) => a.start - b.start);
      for (let at = 1; at < used.length; at++) {
        const [before, after] = [used[at - 1], used[at]];
        const between = withHearings.filter(
          ({ date, start, end }) => date === before.date && start >= before.end && end <= after.start,
        );
        gaps += new Set(between.map(({ start }) => start)).size;
      }
    }
  }
  return gaps;
}

/** Days with hearings by which the hearings of each group, on different days, follow closer than evenly spread. */
export function countSpacing(programme: Programme, hearingsOf: readonly (readonly Entry[])[]): number {
  const days = [...new Set(programme.sessions.filter(isForHearings).map(({ date }) => date))].toSorted(compareText);
  const even = Math.ceil(days.length / Math.max(1, programme.hearingsPerGroup));
  let short = 0;
  for (const own of hearingsOf) {
    const used = [...new Set(own.map(({ session }) => days.indexOf(session.date)))].toSorted((a, b) => a - b);
    for (let at = 1; at < used.length; at++) short += Math.max(0, even - (used[at] - used[at - 1]));
  }
  return short;
}

/** As the programme means it: presentations, plenaries and visits are for no hearing besides. */
function isForHearings({ kinds }: Session): boolean {
  return kinds.includes('hearing') && kinds.every((kind) => kind === 'hearing' || kind === 'work');
}
