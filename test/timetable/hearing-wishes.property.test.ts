import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureTimetable } from '../../src/check/timetable-figures.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { conflictsOf } from './conflicts.js';
import { groups, request, session, witness } from './programmes.js';

const HOURS = [
  { start: 540, end: 600 },
  { start: 610, end: 670 },
  { start: 680, end: 740 },
  { start: 840, end: 900 },
];

/** Two groups that hear two witnesses each, on two or three days of up to four hours; every witness can come at a few of them. */
const programme = fc
  .record({
    hours: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 4, maxLength: 7 }),
    states: fc.array(fc.constantFrom('yes', 'yes', 'if_needed', 'no', 'no'), { minLength: 21, maxLength: 21 }),
    most: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
    weights: fc.record({
      if_needed: fc.constantFrom(0, 7, 10_000),
      same_day: fc.constantFrom(0, 5, 100),
      gaps: fc.constantFrom(0, 40, 1000),
      joint: fc.constantFrom(0, 20),
      half_days: fc.constantFrom(0, 10, 500),
      spacing: fc.constantFrom(0, 1, 30),
    }),
  })
  .map(({ hours, states, most, weights }): TimetableRequest => {
    const sessions = hours
      .toSorted((a, b) => a - b)
      .map((at) => session(`S${at}`, { date: `2026-03-0${2 + Math.floor(at / 4)}`, ...HOURS[at % 4] }));
    const ids = ['T0', 'T1', 'T2'];
    const availability = new Map(
      ids.map((id, who) => [id, new Map(sessions.map((each, at) => [each.id, states[who * 7 + at]]))]),
    );
    const witnesses = ids.map((id, at) => witness(id, { maxGroupsPerHearing: most[at] }));
    return request({ sessions, witnesses, availability, hearingsPerGroup: 2, weights }, groups('A', ['G1', 'G2']));
  });

/** Every complete set of hearings without conflict, as rows. */
function* everySet(asked: TimetableRequest): Generator<readonly TimetableRow[]> {
  const { sessions, witnesses, availability, hearingsPerGroup } = asked.programme;
  const options = sessions.flatMap((at) =>
    witnesses.flatMap(({ id }) => ((availability?.get(id)?.get(at.id) ?? 'no') === 'no' ? [] : [{ at, id }])),
  );
  const rowOf = (group: string, { at, id }: (typeof options)[number]): TimetableRow => {
    const where = { session: at.id, date: at.date, start: at.start, end: at.end, room: '', site: '' };
    const said = { version: 0, status: 'new', changed: '', isLocked: false } as const;
    return { uid: '', group, theme: 'A', strand: '', kind: 'hearing', witnesses: [id], ...where, ...said };
  };
  const extend = function* (rows: readonly TimetableRow[], from: number): Generator<readonly TimetableRow[]> {
    const group = asked.groups[Math.floor(rows.length / hearingsPerGroup)];
    if (group === undefined) {
      if (conflictsOf(asked, rows).length === 0) yield rows;
      return;
    }
    const isFull = (rows.length + 1) % hearingsPerGroup === 0;
    for (let next = from; next < options.length; next++)
      yield* extend([...rows, rowOf(group.label, options[next])], isFull ? 0 : next + 1);
  };
  yield* extend([], 0);
}

function costOf(asked: TimetableRequest, rows: readonly TimetableRow[]): number {
  const { terms } = measureTimetable({ ...asked, timetable: { rows } });
  return terms.reduce((sum, { weight, count }) => sum + weight * count, 0);
}

describe('hearings', () => {
  it('cost, at their weights, no more than the best of all that are possible', () => {
    let compared = 0;
    fc.assert(
      fc.property(programme, (asked) => {
        const result = buildTimetable(asked);
        if (result.status !== 'found') return;
        let least = Infinity;
        for (const rows of everySet(asked)) least = Math.min(least, costOf(asked, rows));
        compared++;
        expect(costOf(asked, result.timetable.rows)).toBe(least);
      }),
      { numRuns: runs(18), seed: 4 },
    );
    expect(compared).toBeGreaterThan(runs(18) / 2);
  });
});
