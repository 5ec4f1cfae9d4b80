import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../src/check/check-timetable.js';
import type { Break } from '../../src/domain/session.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { mostMinutes, passageStarts, passagesFit } from '../../src/timetable/passages.js';
import { runs } from '../helpers/runs.js';
import { groups, request, session } from './programmes.js';

const times = (start: number, end: number): Break => ({ kind: 'times', start, end });
const halfway = (minutes: number): Break => ({ kind: 'halfway', minutes });
const morning = (...breaks: readonly Break[]) => ({ start: 540, end: 720, breaks });

describe('presentations of one jury', () => {
  it('follow one another where there is no break', () => {
    expect(passageStarts({ start: 540, end: 720 }, 3, 25)).toEqual([540, 565, 590]);
  });

  it('begin after a break where they do not fit before', () => {
    expect(passageStarts(morning(times(600, 615)), 4, 30)).toEqual([540, 570, 615, 645]);
    expect(passageStarts(morning(times(599, 615)), 4, 30)).toEqual([540, 615, 645, 675]);
    expect(passageStarts(morning(times(540, 550), times(575, 585)), 3, 20)).toEqual([550, 585, 605]);
  });

  it('leave the jury its break after half of them, rounded up, and none after the last', () => {
    expect(passageStarts(morning(halfway(15)), 4, 20)).toEqual([540, 560, 595, 615]);
    expect(passageStarts(morning(halfway(15)), 5, 20)).toEqual([540, 560, 580, 615, 635]);
    expect(passageStarts(morning(halfway(15)), 1, 20)).toEqual([540]);
  });

  it('count a break of the session for the break of the jury where they meet', () => {
    expect(passageStarts(morning(times(580, 600), halfway(15)), 4, 20)).toEqual([540, 560, 600, 620]);
    expect(passageStarts(morning(times(585, 600), halfway(15)), 4, 20)).toEqual([540, 560, 600, 620]);
    expect(passageStarts(morning(times(600, 610), halfway(15)), 4, 20)).toEqual([540, 560, 610, 630]);
    expect(passageStarts(morning(times(560, 570), halfway(15)), 4, 20)).toEqual([540, 570, 605, 625]);
  });

  it('have the most minutes with which all of them fit', () => {
    // Without the break 45; two before it and two after would be 30; one before and three after 35 at most.
    expect(mostMinutes(morning(), 4)).toBe(45);
    expect(mostMinutes(morning(times(600, 615)), 4)).toBe(35);
    expect(mostMinutes(morning(times(540, 720)), 4)).toBe(0);
    expect(mostMinutes(morning(halfway(30)), 3)).toBe(50);
    expect(passagesFit(morning(halfway(30)), 3, 51)).toBe(false);
  });
});

const sessions = fc
  .record({
    start: fc.integer({ min: 480, max: 600 }),
    length: fc.integer({ min: 1, max: 240 }),
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { maxLength: 6 }),
    pause: fc.option(fc.integer({ min: 1, max: 40 })),
    count: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ start, length, edges, pause, count }) => {
    const inside = edges.filter((edge) => edge <= length).sort((a, b) => a - b);
    const common = inside.flatMap((edge, index) =>
      index % 2 === 1 ? [times(start + inside[index - 1], start + edge)] : [],
    );
    return { start, end: start + length, breaks: [...common, ...(pause === null ? [] : [halfway(pause)])], count };
  });

/** Whether there are ascending starts in the session, minute by minute, that go around every break: tried one after another. */
function canBePlaced(
  { start, end, breaks }: { readonly start: number; readonly end: number; readonly breaks: readonly Break[] },
  count: number,
  minutes: number,
): boolean {
  let [placed, time] = [0, start];
  let free = start;
  while (placed < count && time + minutes <= end) {
    const isFree = breaks.every((each) => each.kind === 'halfway' || time >= each.end || time + minutes <= each.start);
    if (!isFree || time < free) time++;
    else {
      placed++;
      time += minutes;
      free = time;
      if (placed === Math.ceil(count / 2))
        for (const each of breaks) if (each.kind === 'halfway') free = time + each.minutes;
    }
  }
  return placed === count;
}

describe('for any session with breaks', () => {
  it('starts ascend, go around every break and stay within the session, with as many minutes as there can be', () => {
    fc.assert(
      fc.property(sessions, ({ count, ...stretch }) => {
        const minutes = mostMinutes(stretch, count);
        expect(canBePlaced(stretch, count, minutes + 1)).toBe(false);
        if (minutes === 0) return;
        const starts = passageStarts(stretch, count, minutes);
        expect(starts).toHaveLength(count);
        starts.forEach((start, index) => {
          const gap = stretch.breaks.find((each) => each.kind === 'halfway')?.minutes ?? 0;
          const before = index === 0 ? stretch.start : starts[index - 1] + minutes;
          expect(start).toBeGreaterThanOrEqual(index > 0 && index === Math.ceil(count / 2) ? before + gap : before);
          expect(start + minutes).toBeLessThanOrEqual(stretch.end);
          for (const each of stretch.breaks)
            if (each.kind === 'times') expect(start < each.end && each.start < start + minutes).toBe(false);
        });
      }),
      { numRuns: runs(2000) },
    );
  });

  it('the judge agrees, whether minutes are asked or not', () => {
    let found = 0;
    fc.assert(
      fc.property(sessions, fc.option(fc.integer({ min: 1, max: 30 })), ({ count, ...stretch }, asked) => {
        const minutes = asked === null ? {} : { minutesEach: asked };
        const labels = Array.from({ length: count }, (_, index) => `A${index}`);
        const programme = { sessions: [session('S', { kinds: ['presentation'], ...stretch, ...minutes })] };
        const made = request(programme, [...groups('A', labels), ...groups('B', ['B1'])]);
        const result = buildTimetable(made);
        if (result.status !== 'found') return;
        found++;
        expect(checkTimetable({ ...made, timetable: result.timetable })).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
    expect(found).toBeGreaterThan(200);
  });
});
