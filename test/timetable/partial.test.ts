import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { createRandom } from '../../src/engine/random.js';
import { placeByEjection } from '../../src/timetable/hearing-ejection.js';
import { compileHearings } from '../../src/timetable/hearing-model.js';
import { createHearingState } from '../../src/timetable/hearing-state.js';
import { compileTimetable } from '../../src/timetable/model.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { comparison, figuresOf, groups, request, room, session, witness } from './programmes.js';

function partial(asked: TimetableRequest) {
  const result = buildTimetable({ ...asked, isPartial: true });
  if (result.status !== 'partial') throw new Error(result.status);
  const rules = checkTimetable({ ...asked, timetable: result.timetable }).map(({ rule }) => rule);
  return { ...result, rules: [...new Set(rules)], codes: result.reasons.map(({ code }) => code) };
}

describe('a partial timetable', () => {
  it('is not asked for where everything can take place', () => {
    expect(buildTimetable({ ...comparison(), isPartial: true }).status).toBe('found');
  });

  it('leaves out one hearing where a witness has a half-day too few, names it, and nothing else', () => {
    const asked = comparison({ T7: 'S2 S4 S6' });
    const result = partial(asked);
    const { missingHearings, isFewestMissing, codes, rules } = result;
    expect({ missingHearings, isFewestMissing, hearings: figuresOf(asked, result)['hearings'] }).toEqual({
      missingHearings: 1,
      isFewestMissing: true,
      hearings: 31,
    });
    expect(codes).toEqual(['timetable.witness-blocked', 'timetable.hearings-missing']);
    expect(rules).toEqual(['timetable.hearings']);
  });

  it('leaves one group a session without a room where rooms are one too few', () => {
    const { timetable, codes, rules } = partial(comparison({}, 8));
    expect(codes).toContain('timetable.rooms-short');
    expect(rules).toEqual(['timetable.room-missing']);
    const without = timetable.rows.filter(({ room, kind }) => room === '' && kind !== 'presentation');
    expect(without.map(({ session: id }) => id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
  });

  it('lets everybody keep their room, or none, where it is published again', () => {
    const asked = request(
      {
        sessions: [session('S1', { kinds: ['work'] }), session('S2', { kinds: ['work'], date: '2026-03-03' })],
        rooms: [room('R', 4)],
      },
      groups('A', ['A1', 'A2']),
    );
    const { rows } = partial(asked).timetable;
    const published = (first: string) =>
      rows.map((row, index) => ({
        ...row,
        room: (row.group === first) === (row.session === 'S1') ? 'R' : '',
        source: { file: 'timetable.csv', line: index + 2 },
      }));
    for (const first of ['A1', 'A2']) {
      const again = partial({ ...asked, before: { rows: published(first), today: '' } });
      expect(again.timetable.rows.map(({ status }) => status)).toEqual([
        'unchanged',
        'unchanged',
        'unchanged',
        'unchanged',
      ]);
    }
  });

  it('leaves the hearings placed as they are where no more can be', () => {
    const { programme, groups: one } = request(
      { sessions: [session('S1')], witnesses: [witness('T1'), witness('T2')], hearingsPerGroup: 2 },
      groups('A', ['A1']),
    );
    const hearings = compileHearings(compileTimetable(programme, one));
    for (const option of hearings.options[0]) {
      const state = createHearingState(hearings);
      state.place(option);
      placeByEjection(
        state,
        () => 0,
        createRandom('seed'),
        () => false,
      );
      expect(state.of(0)).toEqual([option]);
    }
  });

  it('is none where sessions overlap that a group attends both', () => {
    const twice = request({ sessions: [session('S1'), session('S2')] }, groups('A', ['A1']));
    expect(buildTimetable({ ...twice, isPartial: true }).status).toBe('impossible');
  });
});
