import type { Group } from '../domain/group.js';
import type { Programme } from '../domain/module.js';
import type { Timetable } from '../domain/timetable.js';
import { checkAttendance } from './timetable-rules/attendance.js';
import { openCase } from './timetable-rules/case.js';
import { checkHearings } from './timetable-rules/hearings.js';
import { checkOutsidePeople } from './timetable-rules/outside-people.js';
import { checkRooms, checkSite, checkTogetherness } from './timetable-rules/places.js';
import { checkPresentations } from './timetable-rules/presentations.js';
import { checkReferences, checkRow } from './timetable-rules/rows.js';
import { checkTravel } from './timetable-rules/travel.js';
import type { Violation } from './violation.js';

export interface TimetableCheck {
  readonly programme: Programme;
  /** With their sizes in people. */
  readonly groups: readonly Group[];
  readonly timetable: Timetable;
}

/**
 * Judges a timetable, whoever made it, by recomputing every hard rule from the programme alone; cancelled rows are not judged. Wishes
 * (home rooms, two hearings on one day, `if_needed`) are no rules.
 *
 * @returns every violation, in an order that depends on the timetable's and the programme's own order only; empty when it can be held.
 */
export function checkTimetable({ programme, groups, timetable }: TimetableCheck): readonly Violation[] {
  const facts = openCase(programme, groups, timetable);
  return [
    ...checkReferences(timetable, facts),
    ...facts.entries.flatMap((entry) => [...checkRow(entry), ...checkSite(entry, programme.rooms)]),
    ...checkAttendance(facts),
    ...checkRooms(facts),
    ...checkTogetherness(facts),
    ...checkOutsidePeople(facts),
    ...checkHearings(facts),
    ...checkPresentations(facts),
    ...checkTravel(facts),
  ];
}
