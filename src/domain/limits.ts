import { diagnose, type Diagnostic } from './diagnostic.js';
import type { EarlierModule } from './history.js';
import type { Module, Programme } from './module.js';
import { attributeOf, type Cohort } from './roster.js';

/**
 * The most that a module may have of anything: up to there every command ends within minutes and 4 GB, beyond it the sentence comes before the wait.
 * Figures are in docs/limits.md; `bench/commands.js` tries them.
 */
export const LIMITS = {
  people: 1_000_000,
  themes: 1_000,
  rules: 100_000,
  'earlier-modules': 100,
  /** Pairs of people who have met, added up over earlier modules. */
  meetings: 5_000_000,
  /** Levels × groups, over all attributes that are mixed: how many of each are in each is counted. */
  counts: 100_000_000,
  sessions: 2_000,
  rooms: 10_000,
  witnesses: 10_000,
  /** Groups of a module with a timetable. */
  'timetable-groups': 1_000,
  /** Groups × sessions. */
  'timetable-rows': 100_000,
  /** Groups × witnesses × sessions with hearings. */
  'hearing-choices': 15_000_000,
  /** Groups × sessions × rooms. */
  'room-choices': 150_000_000,
  /** People × modules that are planned at once. */
  'rotation-seats': 1_000_000,
} as const;

export type Limited = keyof typeof LIMITS;

/** An error for each count that is above its limit. */
export function findExcess(counts: Readonly<Partial<Record<Limited, number>>>): readonly Diagnostic[] {
  return Object.entries(counts).flatMap(([what, count]) => {
    const most = LIMITS[what as Limited];
    return count > most ? [diagnose('error', 'limit.exceeded', { what: what as Limited, count, most })] : [];
  });
}

/** What a module has too much of, whatever it is used for; the size of its timetable is another matter: {@link findTimetableExcess}. */
export function findModuleExcess({
  cohort,
  themes,
  groups,
  balance,
  rules,
  history,
  programme,
}: Module): readonly Diagnostic[] {
  const levels = [...balance.keys()].reduce((sum, key) => sum + (attributeOf(cohort, key)?.levels.length ?? 0), 0);
  return findExcess({
    people: cohort.participants.length,
    themes: themes.length,
    rules: rules.length,
    counts: levels * groups.length,
    ...(history === undefined ? {} : { 'earlier-modules': history.length, meetings: countMeetings(cohort, history) }),
    ...(programme === undefined
      ? {}
      : {
          sessions: programme.sessions.length,
          rooms: programme.rooms.length,
          witnesses: programme.witnesses.length,
        }),
  });
}

/** Why a timetable is not tried: too many groups, rows, or ways to fill them. */
export function findTimetableExcess(
  { sessions, rooms, witnesses }: Pick<Programme, 'sessions' | 'rooms' | 'witnesses'>,
  groupCount: number,
): readonly Diagnostic[] {
  const guests = witnesses.filter(({ role }) => role === 'witness').length;
  const hearings = sessions.filter(({ kinds }) => kinds.includes('hearing')).length;
  const rows = groupCount * sessions.length;
  return findExcess({
    'timetable-groups': groupCount,
    'timetable-rows': rows,
    'hearing-choices': groupCount * guests * hearings,
    'room-choices': rows * rooms.length,
  });
}

function countMeetings({ participants }: Cohort, history: readonly EarlierModule[]): number {
  let pairs = 0;
  for (const { assignment } of history) {
    const sizes = new Map<string, number>();
    for (const { key } of participants) {
      const label = assignment.get(key);
      if (label === undefined) continue;
      const size = sizes.get(label) ?? 0;
      pairs += size;
      sizes.set(label, size + 1);
    }
  }
  return pairs;
}
