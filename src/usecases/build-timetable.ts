import type { Group } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { makeTimetable, type JudgedTimetable, type TimetableUseRequest } from './make-timetable.js';

export interface BuildTimetableRequest extends Pick<TimetableUseRequest, 'before' | 'isPartial' | 'earlierRanks'> {
  /** With its programme. */
  readonly module: Module;
  /** With their sizes; absent: those of the module. */
  readonly groups?: readonly Group[];
  /** Absent: the module's. */
  readonly seed?: string;
}

/**
 * The timetable of a module's groups, whoever is in them, judged; with the reasons where there is none.
 * @throws RangeError when the module has no programme: it was read without sessions.
 * @throws DisagreementError when the judge finds a broken rule: a bug, never the user's fault.
 */
export function buildTimetable(request: BuildTimetableRequest): JudgedTimetable {
  const { module, groups = module.groups, seed = module.settings.seed, ...rest } = request;
  const { programme, settings } = module;
  if (programme === undefined) throw new RangeError('this module has no programme: read it with sessions');
  return makeTimetable({ ...rest, programme, groups, seed, title: settings.title });
}
