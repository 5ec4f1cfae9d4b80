import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compileHearings, type HearingModel } from './hearing-model.js';
import { compileTimetable, type TimetableModel } from './model.js';
import { formPanels, type Panel } from './panels.js';
import { precheckHearings } from './precheck-hearings.js';
import { precheckPresentations } from './precheck-presentations.js';
import { precheckRooms } from './precheck-rooms.js';
import type { TimetableRequest } from './request.js';

/** A programme by numbers, with all that can be settled before the seed has a say. */
export interface Preparation {
  readonly model: TimetableModel;
  readonly hearings: HearingModel;
  readonly panels: readonly Panel[];
  /** Why there can be no timetable; empty when no necessary condition fails. */
  readonly obstacles: readonly Diagnostic[];
}

/**
 * Why there can be no timetable, by counting and matching alone: each reason is proved, names the smallest set of groups, sessions or people that forbids it, and hence the smallest change
 * that would do. Empty when no necessary condition fails, which does not yet promise a timetable.
 */
export function precheckTimetable(request: Omit<TimetableRequest, 'seed'>): readonly Diagnostic[] {
  return prepareTimetable(request).obstacles;
}

/** Numbers the programme, forms the panels, and looks for obstacles. */
export function prepareTimetable({ programme, groups }: Omit<TimetableRequest, 'seed'>): Preparation {
  const model = compileTimetable(programme, groups);
  const hearings = compileHearings(model);
  const panels = formPanels(model);
  const obstacles = [
    ...findOverlaps(model),
    ...precheckPresentations(model, panels),
    ...precheckRooms(model, panels),
    ...precheckHearings(hearings),
  ];
  return { model, hearings, panels, obstacles };
}

function findOverlaps(model: TimetableModel): readonly Diagnostic[] {
  return model.sessions.flatMap((first, index) =>
    model.overlaps[index].flatMap((other) => {
      const shared = model.attending[index].filter((group) => model.attending[other].includes(group));
      if (other < index || shared.length === 0) return [];
      const groups = shared.map((group) => model.groups[group].label);
      const second = model.sessions[other];
      return [
        diagnose(
          'error',
          'timetable.sessions-overlap',
          { first: first.id, second: second.id, groups },
          { source: second.source },
        ),
      ];
    }),
  );
}
