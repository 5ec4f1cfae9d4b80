import type { GroupFairness, TimetableFigures } from '../domain/timetable-figures.js';
import type { EarlierRanks } from '../domain/presentation-rank.js';
import { TIMETABLE_TERMS, timetableWeights, type TimetableTerm } from '../domain/timetable-terms.js';
import type { TimetableCheck } from './check-timetable.js';
import { countGaps, countIfNeeded, countJoint, countSpacing } from './timetable-rules/hearing-wishes.js';
import { countRanks } from './timetable-rules/rank-figures.js';
import { leastSiteChanges, siteChangesOf } from './timetable-rules/site-changes.js';
import { openCase, type Case, type Entry } from './timetable-rules/case.js';
import { halfDayOf } from '../domain/joint-days.js';

/**
 * Counts what a timetable leaves to be wished, from its rows and the programme alone; cancelled rows do not count.
 * @param earlierRanks Absent: nothing is said of ranks over modules.
 */
export function measureTimetable(
  { programme, groups, timetable }: TimetableCheck,
  earlierRanks?: EarlierRanks,
): TimetableFigures {
  const facts = openCase(programme, groups, timetable);
  const ofGroup = groups.map((group) => facts.entries.filter((entry) => entry.group === group));
  const fairness = ofGroup.map((entries, at) => fairnessOf(groups[at].label, entries));
  const sum = (count: (own: GroupFairness) => number) => fairness.reduce((total, own) => total + count(own), 0);
  const hearingsOf = ofGroup.map((entries) => entries.filter(({ row }) => row.kind === 'hearing'));
  const presentationRanks = earlierRanks && countRanks(facts, earlierRanks);
  const { alwaysFirst, alwaysLast } = presentationRanks?.total ?? { alwaysFirst: 0, alwaysLast: 0 };
  const counts: Readonly<Record<TimetableTerm, number>> = {
    if_needed: countIfNeeded(facts),
    site_changes: sum(({ siteChanges }) => siteChanges) + siteChangesOfGuests(facts),
    rooms: sum(({ rooms }) => rooms),
    same_day: hearingsOf.reduce((total, own) => total + own.length - new Set(own.map(({ row }) => row.date)).size, 0),
    gaps: countGaps(facts),
    joint: countJoint(facts),
    half_days: sum(({ mornings, afternoons }) => Math.floor(((mornings - afternoons) * (mornings - afternoons)) / 4)),
    spacing: countSpacing(programme, hearingsOf),
    ranks: alwaysFirst + alwaysLast,
  };
  const weights = timetableWeights(programme.weights);
  return {
    rows: facts.entries.length,
    hearings: hearingsOf.flat().length,
    groupsInOneRoom: fairness.filter(({ rooms }) => rooms === 1).length,
    terms: TIMETABLE_TERMS.map((term) => ({
      term,
      weight: weights[term],
      count: counts[term],
      ...(term === 'site_changes' ? { least: leastSiteChanges(ofGroup) } : {}),
      ...(term === 'rooms' && programme.rooms.length > 0 ? { least: groupsWithRooms(ofGroup) } : {}),
    })),
    fairness,
    ...(presentationRanks === undefined ? {} : { presentationRanks }),
  };
}

function fairnessOf(group: string, entries: readonly Entry[]): GroupFairness {
  const hearings = entries.filter(({ row }) => row.kind === 'hearing');
  const mornings = hearings.filter(({ row }) => halfDayOf(row).endsWith('morning')).length;
  return {
    group,
    mornings,
    afternoons: hearings.length - mornings,
    rooms: new Set(ownRooms(entries)).size,
    siteChanges: siteChangesOf(entries.map(({ row }) => row)),
    ranks: entries.flatMap(({ row }) => (row.order === undefined ? [] : [row.order])),
  };
}

/** Rooms in which a group works or hears. */
function ownRooms(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ row }) =>
    (row.kind === 'work' || row.kind === 'hearing') && row.room !== '' ? [row.room] : [],
  );
}

/** Every group that works or hears needs one room at least. */
function groupsWithRooms(ofGroup: readonly (readonly Entry[])[]): number {
  return ofGroup.filter((entries) => ownRooms(entries).length > 0).length;
}

function siteChangesOfGuests({ programme, entries }: Case): number {
  return programme.witnesses.reduce((total, { id }) => {
    const own = entries.filter(({ row }) => row.witnesses.includes(id)).map(({ row }) => row);
    return total + siteChangesOf(own);
  }, 0);
}
