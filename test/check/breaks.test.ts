import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestPresentation } from '../../src/check/timetable-rules/breaks.js';
import type { Break, Session } from '../../src/domain/session.js';
import { runs } from '../helpers/runs.js';
import { session } from './small-programme.js';

const times = (start: number, end: number): Break => ({ kind: 'times', start, end });
const halfway = (minutes: number): Break => ({ kind: 'halfway', minutes });
const between = (start: number, end: number, breaks?: readonly Break[]) =>
  session('S', '2018-03-29', start, end, breaks === undefined ? {} : { breaks });

/** Whether as many have a place one after another, each as early as it can be. */
function fit({ start, end, breaks = [] }: Session, count: number, minutes: number): boolean {
  let at = start;
  for (let index = 0; index < count; index++) {
    if (index === Math.ceil(count / 2)) for (const each of breaks) if (each.kind === 'halfway') at += each.minutes;
    const isFree = (from: number) =>
      breaks.every((each) => each.kind !== 'times' || from + minutes <= each.start || from >= each.end);
    while (!isFree(at)) at++;
    at += minutes;
  }
  return at <= end;
}

describe('presentations as long as they all have a place', () => {
  it.each([
    [between(540, 660), 1, 120],
    [between(540, 660), 3, 40],
    [between(540, 660, [times(580, 600)]), 1, 60],
    [between(540, 660, [times(580, 600)]), 3, 30],
    [between(540, 660, [halfway(10)]), 2, 55],
    [between(540, 660, [halfway(10)]), 1, 120],
    [between(540, 660, [halfway(20), times(580, 600)]), 2, 40],
    [between(540, 660, [times(640, 650), times(560, 600)]), 2, 20],
    [between(540, 560, [halfway(30)]), 2, 0],
  ])('%j: of %i, %i minutes', (asked, count, minutes) => {
    expect(longestPresentation(asked, count)).toBe(minutes);
  });

  it('are those that can be put one after another, each as early as it can be', () => {
    const minute = fc.integer({ min: 0, max: 60 });
    const breaks = fc
      .uniqueArray(minute, { minLength: 0, maxLength: 6 })
      .chain((edges) =>
        fc.tuple(fc.constant(edges.toSorted((a, b) => a - b)), fc.boolean(), fc.integer({ min: 0, max: 9 })),
      )
      .map(([edges, isReversed, pause]) => {
        const all: Break[] = [];
        for (let at = 0; at + 1 < edges.length; at += 2) all.push(times(100 + edges[at], 100 + edges[at + 1]));
        if (pause > 0) all.push(halfway(pause));
        return isReversed ? all.toReversed() : all;
      });
    fc.assert(
      fc.property(breaks, fc.integer({ min: 1, max: 6 }), (all, count) => {
        const asked = between(100, 160, all);
        const longest = longestPresentation(asked, count);
        expect(longest === 0 || fit(asked, count, longest)).toBe(true);
        expect(fit(asked, count, longest + 1)).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });
});
