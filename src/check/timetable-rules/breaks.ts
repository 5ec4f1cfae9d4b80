import type { Session } from '../../domain/session.js';
import type { Violation } from '../violation.js';
import type { Entry } from './case.js';
import { violate } from './violation.js';

/** The presentations of one jury leave every break of the session free, and the jury its own after half of them, rounded up. */
export function checkBreaks(inTime: readonly Entry[]): readonly Violation[] {
  const found: Violation[] = [];
  const pause = halfwayMinutes(inTime[0].session);
  const half = Math.ceil(inTime.length / 2);
  inTime.forEach(({ session, group, row }, index) => {
    const where = { session: session.id, group: group.label };
    for (const each of session.breaks ?? []) {
      if (each.kind === 'times' && row.start < each.end && each.start < row.end)
        found.push(violate('timetable.presentation-in-break', { ...where, start: each.start, end: each.end }));
    }
    if (pause === 0 || index !== half) return;
    const minutes = row.start - inTime[index - 1].row.end;
    if (minutes < pause) found.push(violate('timetable.break-short', { ...where, minutes, expected: pause }));
  });
  return found;
}

/** How long each of `count` presentations is where no length is asked: as long as they all have a place between the breaks. */
export function longestPresentation(session: Session, count: number): number {
  let minutes = 0;
  while (haveAPlace(session, count, minutes + 1)) minutes++;
  return minutes;
}

/** Counts what each stretch between two breaks holds: first for the half before the jury's own break, then for the rest. */
function haveAPlace(session: Session, count: number, minutes: number): boolean {
  const stretches = stretchesOf(session);
  const holds = ([from, to]: Stretch): number => Math.max(0, Math.floor((to - from) / minutes));
  let left = Math.ceil(count / 2);
  for (const [index, [from, to]] of stretches.entries()) {
    const held = Math.min(left, holds([from, to]));
    left -= held;
    if (left > 0) continue;
    const again = from + held * minutes + halfwayMinutes(session);
    const rest = stretches.slice(index).reduce((sum, [start, end]) => sum + holds([Math.max(start, again), end]), 0);
    return rest >= Math.floor(count / 2);
  }
  return false;
}

/** A time that no break interrupts: from one minute to another. */
type Stretch = readonly [from: number, to: number];

function stretchesOf({ start, end, breaks = [] }: Session): readonly Stretch[] {
  const edges = breaks.flatMap((each) => (each.kind === 'times' ? [each.start, each.end] : [])).sort((a, b) => a - b);
  const all = [start, ...edges, end];
  return all.flatMap((from, index) => (index % 2 === 0 ? [[from, all[index + 1]] as const] : []));
}

function halfwayMinutes({ breaks = [] }: Session): number {
  return breaks.reduce((sum, each) => sum + (each.kind === 'halfway' ? each.minutes : 0), 0);
}
