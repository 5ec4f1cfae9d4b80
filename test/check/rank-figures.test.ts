import { describe, expect, it } from 'vitest';
import { measureTimetable } from '../../src/check/timetable-figures.js';
import type { PresentationRank } from '../../src/domain/presentation-rank.js';
import { groups, programme, rows, sessions } from './small-programme.js';

const first: PresentationRank = { rank: 1, of: 3 };
const middle: PresentationRank = { rank: 2, of: 3 };
const last: PresentationRank = { rank: 3, of: 3 };

/** In this module A2 and B1 present first and A1 and B2 last, of two each. */
function measure(earlier: Readonly<Record<string, readonly (readonly PresentationRank[])[]>>, timetable = { rows }) {
  return measureTimetable({ programme, groups, timetable }, new Map(Object.entries(earlier)));
}

describe('ranks over modules', () => {
  it('are counted of people with several, before this module and with it', () => {
    const { presentationRanks, terms } = measure({
      A1: [[last], [last, last], [first], [last, middle], []],
      A2: [[first, first], [first, last], [first]],
      B1: [[], [first]],
    });
    expect(presentationRanks).toEqual({
      earlier: { people: 4, alwaysFirst: 1, alwaysLast: 1 },
      total: { people: 8, alwaysFirst: 3, alwaysLast: 2 },
    });
    expect(terms.find(({ term }) => term === 'ranks')?.count).toBe(5);
  });

  it('are neither first nor last in a panel of one group, nor without an order', () => {
    const alone = rows.filter((each) => each.session !== 'S6' || each.group !== 'A1');
    expect(measure({ A2: [[first]] }, { rows: alone }).presentationRanks?.total.alwaysFirst).toBe(0);
    const unranked = rows.map((each) => {
      const { order: _, ...rest } = each;
      return rest;
    });
    expect(measure({ A2: [[first]] }, { rows: unranked }).presentationRanks?.total.alwaysFirst).toBe(0);
  });

  it('are of one panel for each theme and session', () => {
    const again = { ...sessions[6], id: 'S7', date: '2018-03-30' };
    const more = rows
      .filter((each) => each.session === 'S6')
      .map((each) => ({ ...each, session: 'S7', order: each.order === 1 ? 2 : 1 }));
    const asked = { programme: { ...programme, sessions: [...sessions, again] }, groups };
    const measured = measureTimetable(
      { ...asked, timetable: { rows: [...rows, ...more] } },
      new Map([
        ['A1', [[last]]],
        ['A2', [[first]]],
      ]),
    );
    expect(measured.presentationRanks?.total).toEqual({ people: 2, alwaysFirst: 0, alwaysLast: 0 });
    const opening = more.map((each) => ({ ...each, order: each.order === 1 ? 2 : 1 }));
    const same = measureTimetable(
      { ...asked, timetable: { rows: [...rows, ...opening] } },
      new Map([
        ['A1', [[last]]],
        ['A2', [[first]]],
      ]),
    );
    expect(same.presentationRanks?.total).toEqual({ people: 2, alwaysFirst: 1, alwaysLast: 1 });
  });

  it('are not spoken of where nobody presents, or nothing is known of earlier modules', () => {
    const without = { rows: rows.filter(({ kind }) => kind !== 'presentation') };
    const silent = measure({ A1: [[last, last]] }, without);
    expect(silent).not.toHaveProperty('presentationRanks');
    expect(silent.terms.find(({ term }) => term === 'ranks')?.count).toBe(0);
    const unasked = measureTimetable({ programme, groups, timetable: { rows } });
    expect(unasked).not.toHaveProperty('presentationRanks');
    expect(unasked.terms.find(({ term }) => term === 'ranks')?.count).toBe(0);
    expect(unasked.fairness.map(({ group, ranks }) => [group, ranks])).toEqual([
      ['A1', [2]],
      ['A2', [1]],
      ['B1', [1]],
      ['B2', [2]],
    ]);
  });
});
