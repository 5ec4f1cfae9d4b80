import { describe, expect, it } from 'vitest';
import type { TimetableFigures } from '../../src/domain/timetable-figures.js';
import { TIMETABLE_TERMS } from '../../src/domain/timetable-terms.js';
import { PLAIN } from '../../src/report/style.js';
import { timetableTable } from '../../src/report/timetable-table.js';
import { writeFairness } from '../../src/writers/fairness-list.js';
import { groups, room } from '../timetable/programmes.js';

const figures: TimetableFigures = {
  rows: 9,
  hearings: 4,
  groupsInOneRoom: 1,
  terms: TIMETABLE_TERMS.map((term, at) => ({
    term,
    weight: 10,
    count: at,
    ...(term === 'rooms' ? { least: 1 } : {}),
  })),
  fairness: [
    { group: 'G1', mornings: 1, afternoons: 1, rooms: 1, siteChanges: 0, ranks: [1, 2] },
    { group: 'G2', mornings: 2, afternoons: 0, rooms: 1, siteChanges: 3, ranks: [] },
  ],
};
const programme = { sessions: [], witnesses: [], hearingsPerGroup: 2 };
const rooms = [room('A', 9, { site: 'North' }), room('B', 9, { site: 'South' })];

describe('the table of wishes', () => {
  it('has a line for each that means something, and what the groups have at least and at most', () => {
    expect(timetableTable(figures, { ...programme, rooms }, 'en', PLAIN)).toEqual([
      'Wishes of the timetable      weight  left  at least',
      'used though “if needed”          10     0',
      'changes of site in a day         10     1',
      'different rooms of groups        10     2         1',
      'second hearings on a day         10     3',
      'waits of a witness               10     4',
      'joint hearings                   10     5',
      'mornings, afternoons uneven      10     6',
      'hearings close together          10     7',
      'Per group  hearings in the morning 1–2 · in the afternoon 0–1 · rooms 1 · changes of site 0–3',
    ]);
    expect(timetableTable({ ...figures, hearings: 0 }, { ...programme, rooms: [] }, 'fr', PLAIN)).toEqual([
      'Souhaits de l’emploi du temps  poids  reste  au moins',
      'recours aux «\u00a0si besoin\u00a0»         10      0',
    ]);
  });

  it('has a line for ranks where those of earlier modules are known', () => {
    const none = { people: 2, alwaysFirst: 0, alwaysLast: 0 };
    const known = { ...figures, presentationRanks: { earlier: none, total: none } };
    expect(timetableTable(known, { ...programme, rooms: [] }, 'en', PLAIN)).toContain(
      'people always first or last      10     8',
    );
  });

  it('is a file too, with a line per group', () => {
    const list = { groups: groups('A', ['G1', 'G2']), fairness: figures.fairness, dialect: 'rfc4180' } as const;
    expect(writeFairness({ ...list, language: 'en' }).split('\r\n')).toEqual([
      'group,theme,strand,people,hearings_in_the_morning,hearings_in_the_afternoon,different_rooms,site_changes,ranks',
      'G1,A,,4,1,1,1,0,1|2',
      'G2,A,,4,2,0,1,3,',
      '',
    ]);
  });
});
