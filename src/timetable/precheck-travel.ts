import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { linesOf } from './evidence.js';
import { isForHearersAlone, type TimetableModel } from './model.js';
import { createReach, type Reach, type Shortfall } from './reach.js';

/** Two sessions that a group cannot both attend, whatever rooms it has. */
interface Gap extends Shortfall {
  readonly earlier: number;
  readonly later: number;
}

/**
 * Sessions of one day between which groups have less time than the way between their sites takes, whatever site they have where the
 * programme leaves a choice. Those with the same way make one reason.
 */
export function precheckTravel(model: TimetableModel, isOpen: (session: number) => boolean): readonly Diagnostic[] {
  const reach = createReach(model);
  if (!reach.isNeeded) return [];
  const byWay = new Map<string, { gap: Gap; groups: number[] }>();
  for (const group of model.groups.keys()) {
    for (const gap of findGaps(model, reach, group)) {
      if (!isOpen(gap.later)) continue;
      const key = JSON.stringify(gap);
      const entry = byWay.get(key) ?? { gap, groups: [] };
      entry.groups.push(group);
      byWay.set(key, entry);
    }
  }
  return [...byWay.values()].map(({ gap, groups }) => {
    const [first, second] = [model.sessions[gap.earlier], model.sessions[gap.later]];
    const labels = groups.map((group) => model.groups[group].label);
    const { from, to, minutes, needed } = gap;
    const params = { first: first.id, second: second.id, groups: labels, from, to, minutes, needed };
    return diagnose('error', 'timetable.travel-short', params, { sources: linesOf([second, first]) });
  });
}

/** The first way of each day that cannot be gone; after it the day goes on from anywhere. */
function findGaps(model: TimetableModel, reach: Reach, group: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let before = -1;
  let open: readonly string[] = [];
  model.sessions.forEach((session, later) => {
    if (!model.attending[later].includes(group) || isForHearersAlone(session)) return;
    const sites = reach.sitesIn(later, group);
    if (sites.length === 0) return;
    const earlier = before;
    const isSameDay = earlier >= 0 && model.sessions[earlier].date === session.date;
    const reached = isSameDay
      ? sites.filter((to) => open.some((from) => reach.shortfall(earlier, from, later, to) === undefined))
      : sites;
    if (reached.length === 0) {
      const ways = open.flatMap((from) => sites.map((to) => reach.shortfall(earlier, from, later, to)));
      const [shortest] = ways.filter((way) => way !== undefined).toSorted((a, b) => a.needed - b.needed);
      if (shortest !== undefined && shortest.minutes >= 0) gaps.push({ earlier, later, ...shortest });
    }
    open = reached.length === 0 ? sites : reached;
    before = later;
  });
  return gaps;
}
