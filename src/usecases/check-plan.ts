import { checkGroups, type GroupsReport } from '../check/check-groups.js';
import { checkTimetable } from '../check/check-timetable.js';
import { measureTimetable } from '../check/timetable-figures.js';
import type { Violation } from '../check/violation.js';
import type { Grouping, GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { TimetableFigures } from '../domain/timetable-figures.js';
import type { Timetable } from '../domain/timetable.js';

/** What was made of a module, by whomever. */
export interface CheckedPlan {
  readonly groups: Grouping | GroupList;
  /** Absent: the groups alone are judged. It needs a module with a programme. */
  readonly timetable?: Timetable;
}

export interface PlanCheck {
  /** Whether everybody is in one group of an allowed size, every hard rule is kept, and the timetable can be held. */
  readonly isValid: boolean;
  readonly groups: GroupsReport;
  /** Absent where no timetable was given. */
  readonly timetable?: { readonly violations: readonly Violation[]; readonly figures: TimetableFigures };
}

/**
 * The independent judge: recomputes from the tables alone what groups and timetable are worth, knowing nothing of how they were made.
 * @throws RangeError when a timetable is given and the module has no programme.
 */
export function check(module: Module, { groups: list, timetable }: CheckedPlan): PlanCheck {
  const groups = checkGroups(module, list);
  const areValid = groups.structure.length === 0 && groups.hard === 0;
  if (timetable === undefined) return { isValid: areValid, groups };
  const { programme } = module;
  if (programme === undefined) throw new RangeError('this module has no programme: read it with sessions');
  const asked = { programme, groups: list.groups, timetable };
  const violations = checkTimetable(asked);
  const figures = measureTimetable(asked);
  return { isValid: areValid && violations.length === 0, groups, timetable: { violations, figures } };
}
