import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttendedRow, EarlierModule } from '../../src/domain/history.js';
import { halfDayOf, summariseDays } from '../../src/domain/joint-days.js';
import { countJointDays, type JointDaysRequest } from '../../src/timetable/joint-days.js';
import { row, rows } from '../check/small-programme.js';
import { moduleOf } from '../helpers/modules.js';

/** a is in A1, b in B1, c in no group. */
const people = moduleOf({ people: 3 }).cohort.participants;
const assignment = new Map([
  ['a', 'A1'],
  ['b', 'B1'],
]);
const count = (change: Partial<JointDaysRequest> = {}) =>
  countJointDays({ people, assignment, rows, history: [], ...change });
const absentFrom = (...absences: readonly string[]) => people.map((person) => ({ ...person, absences }));
const attended = (group: string, date: string, start: number): AttendedRow => ({ group, date, start, end: start + 60 });

describe('the joint-days ledger', () => {
  it('counts a morning and an afternoon once each, however many sessions they have', () => {
    const [a, b, c] = count().people;
    // Monday morning twice, Tuesday afternoon, Wednesday, Thursday and another Thursday morning.
    expect(a).toMatchObject({ group: 'A1', halfDays: 5, minutes: 60 + 120 + 180 + 120 + 120 + 30, totalDays: 2.5 });
    expect(b).toMatchObject({ group: 'B1', halfDays: 5, earlierHalfDays: 0, missingDays: 0 });
    expect(c).toMatchObject({ group: '', halfDays: 0, minutes: 0, totalDays: 0 });
    expect(count().programmeDays).toBe(3);
  });

  it('takes a start at one o’clock for the afternoon', () => {
    expect(halfDayOf({ date: '2018-02-12', start: 779 })).not.toBe(halfDayOf({ date: '2018-02-12', start: 780 }));
  });

  it('leaves out the sessions that a person is absent from, and cancelled rows', () => {
    const [a] = count({ people: absentFrom('S0', 'S3') }).people;
    // S1 is on the morning of S0, which is therefore not lost.
    expect(a).toMatchObject({ halfDays: 4, minutes: 120 + 120 + 120 + 30 });
    const cancelled = [row('S0', 'A1', 'plenary', 'Amphi', { status: 'cancelled' }), row('S3', 'A1', 'visit', '')];
    expect(count({ rows: cancelled })).toMatchObject({ programmeDays: 0.5, people: [{ halfDays: 1 }, {}, {}] });
  });

  it('adds earlier modules, a half-day of two modules once', () => {
    const history: readonly EarlierModule[] = [
      {
        rows: [
          attended('X', '2017-11-06', 540),
          attended('X', '2017-11-06', 660),
          attended('X', '2018-02-12', 540),
          attended('Y', '2017-11-07', 540),
        ],
        assignment: new Map([['a', 'X']]),
      },
      { rows: [attended('X', '2017-11-06', 600), attended('X', '2017-12-01', 840)], assignment: new Map([['a', 'X']]) },
    ];
    const { people: counted, programmeDays } = count({ history, asked: 4 });
    expect(
      counted.map((person) => [person.halfDays, person.earlierHalfDays, person.totalDays, person.missingDays]),
    ).toEqual([
      [5, 2, 3.5, 0.5],
      [5, 0, 2.5, 1.5],
      [0, 0, 0, 4],
    ]);
    expect(programmeDays).toBe(4.5);
    expect(summariseDays({ people: counted, programmeDays })).toEqual({ mean: 2, least: 0, most: 3.5 });
  });

  it('says what is missing without noise in the last digit', () => {
    expect(count({ asked: 2.7 }).people[0].missingDays).toBe(0.2);
    expect(summariseDays({ people: [], programmeDays: 0 })).toEqual({ mean: 0, least: 0, most: 0 });
  });

  it('counts every half-day once: as many as there are days and halves with a row that is attended', () => {
    const drawn = fc.record({
      group: fc.constantFrom('A1', 'B1'),
      day: fc.integer({ min: 1, max: 3 }),
      start: fc.constantFrom(540, 660, 779, 780, 900),
      session: fc.constantFrom('S0', 'S1', 'S2'),
    });
    const toRows = (draws: readonly { group: string; day: number; start: number; session: string }[]) =>
      draws.map(({ day, start, ...rest }) => ({
        ...row('S0', 'A1', 'work', ''),
        ...rest,
        date: `2018-02-0${day}`,
        start,
        end: start + 60,
      }));
    fc.assert(
      fc.property(fc.array(drawn), fc.array(drawn), (now, before) => {
        const history = [{ rows: toRows(before), assignment }];
        const ledger = count({ rows: toRows(now), history, people: absentFrom('S2') });
        for (const { group, halfDays, earlierHalfDays, totalDays } of ledger.people) {
          let [here, all] = [0, 0];
          for (const day of [1, 2, 3]) {
            for (const isMorning of [true, false]) {
              const isThen = (draw: (typeof now)[number]) =>
                draw.group === group && draw.day === day && draw.start < 780 === isMorning;
              const isHere = now.some((draw) => isThen(draw) && draw.session !== 'S2');
              if (isHere) here++;
              if (isHere || before.some(isThen)) all++;
            }
          }
          expect([halfDays, halfDays + earlierHalfDays, totalDays]).toEqual([here, all, all / 2]);
        }
      }),
    );
  });
});
