import { checkTimetable } from '../check/check-timetable.js';
import { measureTimetable } from '../check/timetable-figures.js';
import type { Violation } from '../check/violation.js';
import type { Group } from '../domain/group.js';
import { moduleKeyOf } from '../domain/module-key.js';
import type { Programme } from '../domain/module.js';
import type { EarlierRanks } from '../domain/presentation-rank.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import type { PublishedRow } from '../domain/timetable.js';
import { buildTimetable } from '../timetable/build-timetable.js';
import type { Publication } from '../timetable/publication.js';
import type { TimetableResult } from '../timetable/request.js';
import { DisagreementError } from './disagreement.js';

/** As {@link TimetableResult}, with what the judge counts of a timetable that there is. */
export type JudgedTimetable =
  | (Exclude<TimetableResult, { readonly status: 'impossible' }> & { readonly figures: TimetableFigures })
  | Extract<TimetableResult, { readonly status: 'impossible' }>;

export interface TimetableUseRequest {
  readonly programme: Programme;
  readonly groups: readonly Group[];
  readonly title: string;
  readonly seed: string;
  /** What was published before: as little of it as possible changes. Absent: nothing was. */
  readonly before?: Publication;
  /** Where not everything can take place, the most that can. Absent: nothing then. */
  readonly isPartial?: boolean;
  /** Ranks that the members of each group had in earlier modules, see `earlierRanksOf`. Absent: nothing is known. */
  readonly earlierRanks?: EarlierRanks;
}

/** What a partial timetable may lack, and says that it lacks. */
const LACKING: ReadonlySet<string> = new Set([
  'timetable.hearings',
  'timetable.room-missing',
  'timetable.jury-missing',
  'timetable.travel',
]);

/**
 * Makes the timetable of given groups and has it judged before anybody sees it.
 * @throws DisagreementError when the judge finds a broken rule: a bug, never the user's fault.
 */
export function makeTimetable(request: TimetableUseRequest): JudgedTimetable {
  const { title, ...asked } = request;
  const { programme, groups, before, earlierRanks } = asked;
  const result = buildTimetable({ ...asked, moduleKey: moduleKeyOf(title, programme.sessions, before?.rows) });
  if (result.status === 'impossible') return result;
  const today = before?.today ?? '';
  const isPast = ({ date }: { readonly date: string }) => date < today;
  const pastSessions = new Set([
    ...programme.sessions.filter(isPast).map(({ id }) => id),
    ...(before?.rows ?? []).filter(isPast).map(({ session }) => session),
  ]);
  const fixed = (before?.rows ?? []).filter((row) => row.status !== 'cancelled' && (row.isLocked || isPast(row)));
  const count = (test: (row: PublishedRow) => boolean) =>
    new Set(fixed.filter(test).map(({ session }) => session)).size;
  /** What is past or locked may exceed a limit of today by itself: then, and with nothing beside it, the limit does not count. */
  const isExcused = ({ rule, facts }: Violation) => {
    if (rule === 'timetable.witness-sessions')
      return facts['sessions'] === count(({ witnesses }) => witnesses.includes(String(facts['witness'])));
    if (rule !== 'timetable.hearings' || Number(facts['heard']) <= Number(facts['expected'])) return false;
    return facts['heard'] === count(({ group, kind }) => group === facts['group'] && kind === 'hearing');
  };
  // What is past has happened, whatever rule of today it breaks.
  const violations = checkTimetable({ programme, groups, timetable: result.timetable }).filter(
    (violation) =>
      !pastSessions.has(String(violation.facts['session'] ?? '')) &&
      !isExcused(violation) &&
      !(result.status === 'partial' && LACKING.has(violation.rule)),
  );
  if (violations.length > 0) {
    const details = violations.slice(0, 5).map(({ rule, facts }) => `${rule} ${JSON.stringify(facts)}`);
    throw new DisagreementError('the timetable', details.join('; '));
  }
  return { ...result, figures: measureTimetable({ programme, groups, timetable: result.timetable }, earlierRanks) };
}
