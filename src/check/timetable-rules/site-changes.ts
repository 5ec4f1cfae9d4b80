import { compareText } from '../../domain/fold.js';
import type { TimetableRow } from '../../domain/timetable.js';
import { partition, type Entry } from './case.js';

/** How often somebody goes to another site between two of these rows on one day; rows without a site say nothing. */
export function siteChangesOf(rows: readonly TimetableRow[]): number {
  const placed = rows
    .filter(({ site }) => site !== '')
    .toSorted((a, b) => compareText(a.date, b.date) || a.start - b.start);
  return placed.filter((row, at) => at > 0 && row.date === placed[at - 1].date && row.site !== placed[at - 1].site)
    .length;
}

/**
 * The changes that the sites of the sessions ask of the groups whatever rooms they have: on each day, as few as a choice of one
 * site a session allows. Staying as long as one site will do, and then at one of the next, is never worse than moving earlier.
 */
export function leastSiteChanges(ofGroup: readonly (readonly Entry[])[]): number {
  let changes = 0;
  for (const entries of ofGroup) {
    for (const [, ofDay] of partition(entries, ({ row }) => row.date)) {
      let open: readonly string[] = [];
      for (const { row, session } of ofDay.toSorted((a, b) => a.row.start - b.row.start)) {
        if (row.site === '') continue;
        const sites = session.audience.kind === 'halves' ? [row.site] : session.sites;
        // A session that may be anywhere can be where the group is.
        if (sites.length === 0) continue;
        const common = open.filter((site) => sites.includes(site));
        if (open.length > 0 && common.length === 0) changes++;
        open = common.length > 0 ? common : sites;
      }
    }
  }
  return changes;
}
