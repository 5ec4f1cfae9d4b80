import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { TimetableChange } from '../domain/diagnostics/timetable-change.js';
import { findTimetableExcess } from '../domain/limits.js';
import type { Session } from '../domain/session.js';
import { linesOf } from './evidence.js';
import { compileHearings, type HearingModel } from './hearing-model.js';
import { numberKept, type Kept } from './kept.js';
import { findBrokenLocks } from './locks.js';
import { compileTimetable, type TimetableModel } from './model.js';
import { formPanels, type Panel } from './panels.js';
import { precheckHearings } from './precheck-hearings.js';
import { precheckPresentations } from './precheck-presentations.js';
import { precheckRooms } from './precheck-rooms.js';
import { precheckTravel } from './precheck-travel.js';
import { withPast } from './past.js';
import type { TimetableRequest } from './request.js';

/** A programme by numbers, with all that can be settled before the seed has a say. */
export interface Preparation {
  readonly model: TimetableModel;
  readonly hearings: HearingModel;
  readonly panels: readonly Panel[];
  /** What was published, where something was. */
  readonly kept?: Kept;
  /** Why there can be no timetable; empty when no necessary condition fails. */
  readonly obstacles: readonly Diagnostic[];
}

/**
 * Why there can be no timetable, by counting and matching alone: each reason is proved, names the smallest set of groups, sessions or people that forbids it, and hence the smallest change
 * that would do. Empty when no necessary condition fails, which does not yet promise a timetable.
 */
export function precheckTimetable(request: Omit<TimetableRequest, 'seed'>): readonly Diagnostic[] {
  const excess = findTimetableExcess(request.programme, request.groups.length);
  return excess.length > 0 ? excess : prepareTimetable(request).obstacles;
}

/** Numbers the programme, forms the panels, and looks for obstacles. What is past has happened, and is none. */
export function prepareTimetable({ programme, groups, before }: Omit<TimetableRequest, 'seed'>): Preparation {
  const model = compileTimetable(withPast(programme, before), groups);
  const kept = before === undefined || before.rows.length === 0 ? undefined : numberKept(model, before);
  const hearings = compileHearings(model, kept);
  const panels = formPanels(model, kept);
  const isOpen = (session: number) => kept?.isPast(session) !== true;
  const open = panels.filter(({ session }) => isOpen(session));
  const broken = before === undefined ? [] : findBrokenLocks(model, panels, before);
  const obstacles = [
    ...findOverlaps(model, isOpen),
    ...broken,
    ...precheckTravel(model, isOpen),
    // Juries and hearings are counted with what is locked: beside locks that cannot be, that would prove nothing.
    ...(broken.length > 0
      ? []
      : precheckPresentations(model, open, (changed) =>
          formPanels(changed, kept).filter(({ session }) => isOpen(session)),
        )),
    ...precheckRooms(model, open, isOpen),
    ...(broken.length > 0 ? [] : precheckHearings(hearings, isOpen)),
  ];
  return { model, hearings, panels, obstacles, ...(kept === undefined ? {} : { kept }) };
}

function findOverlaps(model: TimetableModel, isOpen: (session: number) => boolean): readonly Diagnostic[] {
  return model.sessions.flatMap((first, index) =>
    model.overlaps[index].flatMap((other) => {
      const shared = model.attending[index].filter((group) => model.attending[other].includes(group));
      if (other < index || shared.length === 0 || !isOpen(index)) return [];
      const groups = shared.map((group) => model.groups[group].label);
      const second = model.sessions[other];
      return [
        diagnose(
          'error',
          'timetable.sessions-overlap',
          { first: first.id, second: second.id, groups },
          { sources: linesOf([second, first]), changes: separate(first, second) },
        ),
      ];
    }),
  );
}

/** Another end of the session that begins first, or another start of the other, where something of it is left. */
function separate(first: Session, second: Session): readonly TimetableChange[] {
  const changes: TimetableChange[] = [];
  if (second.start > first.start) changes.push({ kind: 'end', session: first.id, time: second.start });
  if (second.end > first.end) changes.push({ kind: 'start', session: second.id, time: first.end });
  return changes;
}
