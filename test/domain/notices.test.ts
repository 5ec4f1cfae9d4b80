import { describe, expect, it } from 'vitest';
import { listNotices } from '../../src/domain/notices.js';
import type { TimetableRow } from '../../src/domain/timetable.js';
import { changeText, noticeLines } from '../../src/report/notice-lines.js';

const row = (session: string, group: string, changes: Partial<TimetableRow> = {}): TimetableRow => ({
  uid: `${session}-${group}`,
  version: 0,
  session,
  date: '2026-03-02',
  start: 540,
  end: 720,
  kind: 'work',
  group,
  theme: '',
  strand: '',
  room: 'R1',
  site: '',
  witnesses: [],
  status: 'unchanged',
  changed: '',
  isLocked: false,
  ...changes,
});

const hearing = (session: string, group: string, witness: string, changes: Partial<TimetableRow> = {}) =>
  row(session, group, { kind: 'hearing', witnesses: [witness], ...changes });

describe('who has to be told', () => {
  it('is nobody where nothing has changed, whatever versions and locks say', () => {
    const before = [row('S1', 'A'), hearing('S2', 'A', 'T1')];
    expect(
      listNotices(
        before.map((one) => ({ ...one, version: 3, isLocked: true })),
        before,
      ),
    ).toEqual([]);
  });

  it('is the group and the witness of a hearing that moves, both times', () => {
    const before = [hearing('S1', 'A', 'T1'), row('S2', 'A', { date: '2026-03-03' })];
    const after = [row('S1', 'A'), hearing('S2', 'A', 'T1', { date: '2026-03-03' })];
    expect(
      listNotices(after, before).map(({ to, session, before: old, after: own }) => [
        to.id,
        session,
        old?.kind,
        own?.kind,
      ]),
    ).toEqual([
      ['A', 'S1', 'hearing', 'work'],
      ['A', 'S2', 'work', 'hearing'],
      ['T1', 'S1', 'hearing', undefined],
      ['T1', 'S2', undefined, 'hearing'],
    ]);
  });

  it('is the witness once, where a second group joins', () => {
    const before = [hearing('S1', 'A', 'T1'), row('S1', 'B', { room: 'R2' })];
    const after = [hearing('S1', 'A', 'T1'), hearing('S1', 'B', 'T1')];
    const notices = listNotices(after, before);
    expect(notices.map(({ to }) => to.id)).toEqual(['B', 'T1']);
    expect(notices[1].after?.with).toEqual(['A', 'B']);
  });

  it('is a jury member where the panel begins later, and not for a change of ranks alone', () => {
    const present = (group: string, start: number, order: number) =>
      row('R1', group, { kind: 'presentation', witnesses: ['J1'], start, end: start + 20, order });
    const before = [present('A', 540, 1), present('B', 560, 2)];
    const swapped = [present('B', 540, 1), present('A', 560, 2)];
    expect(listNotices(swapped, before).map(({ to }) => to.id)).toEqual(['B', 'A']);
    const later = [present('A', 560, 1), present('B', 580, 2)];
    expect(listNotices(later, before).map(({ to }) => to.id)).toEqual(['A', 'B', 'J1']);
  });

  it('is told of a cancelled row once', () => {
    const gone = row('S1', 'A', { status: 'cancelled' });
    expect(listNotices([gone], [row('S1', 'A')])).toMatchObject([{ to: { id: 'A' }, before: { kind: 'work' } }]);
    expect(listNotices([], [gone])).toEqual([]);
  });

  it('is told in words of both languages', () => {
    const guest = { id: 'T1', title: 'Mme', familyName: 'Bo' };
    const notices = listNotices([hearing('S1', 'A', 'T1')], [row('S1', 'A')]);
    expect(noticeLines(notices, [guest] as never, 'en')).toEqual([
      'To tell:',
      '  A, S1: 2026-03-02 09:00–12:00, hearing with T1, R1 (before: 2026-03-02 09:00–12:00, work, R1)',
      '  Mme Bo (T1), S1: new: 2026-03-02 09:00–12:00, hearing with A, R1',
    ]);
    expect(changeText(listNotices([], [row('S1', 'A', { kind: 'presentation', order: 2 })])[0], 'fr')).toBe(
      'n’est plus prévu\u00a0: 02/03/2026 09:00–12:00, restitution, R1, passage 2',
    );
    expect(noticeLines([], [], 'fr')).toEqual([]);
  });
});
