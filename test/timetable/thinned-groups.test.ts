import { expect, it } from 'vitest';
import { sentenceOf } from '../../src/report/messages/index.js';
import { findThinnedGroups } from '../../src/timetable/thinned-groups.js';
import { row, rows } from '../check/small-programme.js';
import { moduleOf } from '../helpers/modules.js';

/** Three people in A1 and two in A2, with these absences. */
function thinned(absences: Readonly<Record<string, readonly string[]>>, list = rows) {
  const participants = moduleOf({ people: 5 }).cohort.participants.map((person) => ({
    ...person,
    absences: absences[person.key] ?? [],
  }));
  const assignment = new Map(participants.map(({ key }) => [key, key <= 'c' ? 'A1' : 'A2']));
  return findThinnedGroups(list, { participants, attributes: [] }, assignment);
}

it('warns where more than half of a group is absent from its work, hearing or presentation', () => {
  const found = thinned({ a: ['S1', 'S5', 'S6'], b: ['S1', 'S6'], c: ['S5', 'S6'] });
  expect(found.map(({ severity, params }) => ({ severity, ...params }))).toEqual([
    { severity: 'warning', session: 'S1', group: 'A1', absent: 2, members: 3 },
    { severity: 'warning', session: 'S5', group: 'A1', absent: 2, members: 3 },
    { severity: 'warning', session: 'S6', group: 'A1', absent: 3, members: 3 },
  ]);
  expect(sentenceOf(found[0], 'en')).toBe('S1: 2 of the 3 members of A1 are absent.');
  expect(sentenceOf(found[0], 'fr')).toBe('S1\u00a0: 2 sur 3 membres de A1 sont absents.');
});

it('lets half a group go, and everybody miss a plenary, a visit or a cancelled session', () => {
  const all = ['S0', 'S3', 'S4'];
  expect(thinned({ a: all, b: all, c: all, d: ['S1', 'S2'] })).toEqual([]);
  expect(thinned({ a: ['S1'], b: ['S1'] }, [row('S1', 'A1', 'hearing', 'R1', { status: 'cancelled' })])).toEqual([]);
});
