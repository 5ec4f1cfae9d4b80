import { describe, expect, it } from 'vitest';
import type { Break } from '../../src/domain/session.js';
import { changing, judge, rows, sessions, withSession, witnesses } from './small-programme.js';

describe('presentations', () => {
  it('have ranks from 1 in the order of their times', () => {
    expect(judge(changing('S6', 'A1', { order: 3 }))).toEqual(['order S6 A1 3 2']);
    const { order: _, ...unranked } = rows[rows.length - 1];
    expect(judge([...rows.slice(0, -1), unranked])).toEqual(['order S6 B2 0 2']);
  });

  it('last as long as asked', () => {
    expect(judge(changing('S6', 'B2', { end: 600 }))).toEqual(['presentation-length S6 B2 20 30']);
  });

  it('share the session evenly when no length is asked', () => {
    const shared = sessions.map((each) => {
      const { minutesEach: _, ...shared } = each;
      return shared;
    });
    const long = rows.map((each) =>
      each.session === 'S6'
        ? { ...each, start: each.order === 1 ? 540 : 600, end: each.order === 1 ? 600 : 660 }
        : each,
    );
    expect(judge(long, { sessions: shared })).toEqual([]);
    expect(judge(rows, { sessions: shared })).toHaveLength(4);
  });

  it('are inside the session', () => {
    expect(judge(changing('S6', 'B2', { start: 640, end: 670 }))).toEqual(['wrong-time S6 B2 640 670']);
    expect(judge(changing('S6', 'B1', { start: 530, end: 560 }))).toEqual(['wrong-time S6 B1 530 560']);
  });

  it('of one panel follow one another', () => {
    expect(judge(changing('S6', 'B2', { start: 560, end: 590 }))).toEqual(['presentation-overlap S6 B2 B1']);
  });

  it('leave the breaks of the session free, and the jury its own', () => {
    const withBreaks = (...breaks: readonly Break[]) => withSession('S6', { breaks });
    expect(judge(rows, withBreaks({ kind: 'times', start: 610, end: 630 }))).toEqual([]);
    expect(judge(rows, withBreaks({ kind: 'times', start: 570, end: 580 }))).toEqual([
      'presentation-in-break S6 A1 570 580',
    ]);
    expect(judge(rows, withBreaks({ kind: 'times', start: 605, end: 630 }))).toEqual([
      'presentation-in-break S6 B2 605 630',
    ]);
    expect(judge(rows, withBreaks({ kind: 'halfway', minutes: 10 }))).toEqual(['break-short S6 A1 0 10']);
  });

  it('share what breaks leave of the session when no length is asked', () => {
    const breaks = [{ kind: 'times', start: 560, end: 580 }] as const;
    const { minutesEach: _, ...shared } = { ...sessions[6], breaks };
    const otherwise = { sessions: [...sessions.slice(0, 6), shared] };
    const at = (start: number, end: number) =>
      rows.map((each) =>
        each.session === 'S6'
          ? { ...each, ...(each.order === 1 ? { start, end: start + 40 } : { start: end, end: end + 40 }) }
          : each,
      );
    expect(judge(at(580, 620), otherwise)).toEqual([]);
    expect(judge(at(540, 620), otherwise)).toEqual([
      'presentation-in-break S6 A2 560 580',
      'presentation-in-break S6 B1 560 580',
    ]);
    expect(judge(rows, otherwise).filter((line) => line.startsWith('presentation-length'))).toEqual(
      ['A2', 'A1', 'B1', 'B2'].map((label) => `presentation-length S6 ${label} 30 40`),
    );
  });

  it('of one theme are before one panel in one room', () => {
    expect(judge(changing('S6', 'B2', { room: 'R3' }))).toEqual(['panel-split S6 B']);
    expect(judge(changing('S6', 'B2', { witnesses: [] }))).toEqual(['panel-split S6 B', 'jury-missing S6 B']);
  });

  it('of one theme are before a panel at each site where the session is in halves', () => {
    const otherwise = withSession('S6', { audience: { kind: 'halves' }, sites: ['ENA', 'INET'], minutesEach: 30 });
    const apart = rows.map((each) => {
      if (each.session !== 'S6') return each;
      const isFirst = each.group.endsWith('1');
      const place = isFirst ? { room: each.room, site: 'ENA' } : { room: 'R4', site: 'INET' };
      return { ...each, ...place, witnesses: [isFirst ? 'J1' : 'J2'], order: 1, start: 540, end: 570 };
    });
    const found = judge(apart, otherwise);
    expect(found.filter((line) => /panel-split|order|overlap|length/.test(line))).toEqual([]);
    const split = ['panel-split S6 A', 'panel-split S6 B'];
    const isSplit = (line: string) => line.startsWith('panel-split');
    expect(judge(apart).filter(isSplit)).toEqual(split);
    expect(judge(apart, withSession('S6', { sites: ['ENA', 'INET'] })).filter(isSplit)).toEqual(split);
    expect(judge(apart, withSession('S6', { audience: { kind: 'halves' }, sites: ['ENA'] })).filter(isSplit)).toEqual(
      split,
    );
  });

  it('have a jury where the module has one', () => {
    const unjudged = rows.map((each) =>
      each.theme === 'B' && each.session === 'S6' ? { ...each, witnesses: [] } : each,
    );
    expect(judge(unjudged)).toEqual(['jury-missing S6 B']);
    const juryless = rows.map((each) => (each.session === 'S6' ? { ...each, witnesses: [] } : each));
    expect(judge(juryless, { witnesses: witnesses.filter(({ role }) => role === 'witness') })).toEqual([]);
  });

  it('have no member of a jury on two panels at once', () => {
    const shared = rows.map((each) =>
      each.session === 'S6' && each.theme === 'A' ? { ...each, witnesses: ['J1', 'J2'], room: 'R3' } : each,
    );
    expect(judge(shared)).toEqual(['witness-twice J2 S6 S6']);
  });

  it('have no member of the jury twice on a panel', () => {
    const twice = rows.map((each) =>
      each.session === 'S6' && each.theme === 'A' ? { ...each, witnesses: ['J1', 'J1'], room: 'R3' } : each,
    );
    expect(judge(twice)).toEqual(['witness-count S6 A1 presentation 2', 'witness-count S6 A2 presentation 2']);
  });
});
