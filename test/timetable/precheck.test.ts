import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/domain/session.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { precheckTimetable } from '../../src/timetable/precheck.js';
import { availability, comparison, groups, jury, request, room, session, witness } from './programmes.js';

const inEnglish = (asked: Parameters<typeof precheckTimetable>[0]): readonly string[] =>
  precheckTimetable(asked).map((diagnostic) => sentenceOf(diagnostic, 'en'));

describe('precheckTimetable', () => {
  it('finds nothing against the comparison instance', () => {
    expect(precheckTimetable(comparison())).toEqual([]);
  });

  it('names the witness whom four groups can hear on three half-days', () => {
    const blocked = comparison({ T7: 'S2 S4 S6' });
    expect(inEnglish(blocked)).toEqual([
      'T7: the 4 groups CLI1, CLI2, CLI3, CLI4 can hear them on 3 half-days only (S2, S4 and S6). Maybe T7 also in S1, S3, S5, S7 or S8, or hearings of 2 groups at once with T7 (max_groups_per_hearing).',
    ]);
    expect(precheckTimetable(blocked).map((diagnostic) => sentenceOf(diagnostic, 'fr'))).toEqual([
      'T7\u00a0: les 4 groupes CLI1, CLI2, CLI3, CLI4 ne peuvent l’entendre que sur 3 demi-journées (S2, S4 et S6). Peut-être T7 aussi en S1, S3, S5, S7 ou S8, ou des auditions de 2 groupes à la fois avec T7 (max_groups_per_hearing).',
    ]);
  });

  it('names the rooms that are one too few, once for all sessions', () => {
    expect(inEnglish(comparison({}, 8))).toEqual([
      'S1, S2, S3, S4, S5, S6, S7 and S8: 16 rooms of 9 seats or more are needed at once, for the 16 groups, and there are 15. Maybe 9 seats in R15, which has 8 (instance), or 1 more room of 9 seats.',
    ]);
  });

  it('names the smallest set of groups, not all who must hear the witness', () => {
    const asked = request(
      {
        sessions: ['S1', 'S2', 'S3', 'S4'].map((id, index) => session(id, { date: `2026-03-0${index + 2}` })),
        witnesses: [witness('T1')],
        availability: availability({ T1: 'S1 S2 S3 S4', A1: '!S1 !S2', A2: '!S1 !S2', A3: '!S1 !S2' }),
        hearingsPerGroup: 1,
      },
      groups('', ['A1', 'A2', 'A3', 'A4']),
    );
    expect(precheckTimetable(asked).map(({ code, params }) => ({ code, params }))).toEqual([
      {
        code: 'timetable.witness-blocked',
        params: { witness: 'T1', groups: ['A1', 'A2', 'A3'], sessions: ['S3', 'S4'], perHearing: 1 },
      },
    ]);
  });

  it('takes joint hearings into account', () => {
    const asked = (most: number) =>
      request(
        { sessions: [session('S1')], witnesses: [witness('T1', { maxGroupsPerHearing: most })], hearingsPerGroup: 1 },
        groups('', ['A1', 'A2', 'A3']),
      );
    expect(precheckTimetable(asked(2)).map(({ code }) => code)).toEqual(['timetable.witness-blocked']);
    expect(precheckTimetable(asked(3))).toEqual([]);
  });

  const codeAndParams = (asked: Parameters<typeof precheckTimetable>[0]) =>
    precheckTimetable(asked).map(({ code, params }) => ({ code, params }));
  const week = ['S1', 'S2', 'S3'].map((id, index) => session(id, { date: `2026-03-0${index + 2}` }));

  it('says when a theme has no witness, or too few', () => {
    const programme = { sessions: week, witnesses: [witness('T1', { themes: ['A'] })], hearingsPerGroup: 2 };
    expect(codeAndParams(request(programme, [...groups('A', ['A1']), ...groups('B', ['B1', 'B2'])]))).toEqual([
      { code: 'timetable.too-few-witnesses', params: { theme: 'A', asked: 2, witnesses: ['T1'] } },
      { code: 'timetable.theme-without-witness', params: { theme: 'B', groups: 2, asked: 2 } },
    ]);
  });

  it('says when max_sessions is too small for the groups of a theme', () => {
    const programme = { sessions: week, witnesses: [witness('T1', { maxSessions: 2 })], hearingsPerGroup: 1 };
    expect(codeAndParams(request(programme, groups('', ['A1', 'A2', 'A3'])))).toEqual([
      { code: 'timetable.witness-limit', params: { witness: 'T1', groups: 3, maxSessions: 2, perHearing: 1 } },
    ]);
  });

  it('says so too beside a group that can attend no session, which is not counted', () => {
    const programme = {
      sessions: [session('S1', { kinds: ['hearing'] }), session('S2', { date: '2026-03-03' })],
      witnesses: [witness('T1'), witness('T2', { maxSessions: 1 })],
      availability: availability({ T1: 'S1 S2', T2: 'S1 S2', A3: '!S1 !S2' }),
      hearingsPerGroup: 2,
    };
    const reasons = precheckTimetable(request(programme, groups('', ['A1', 'A2', 'A3'])));
    const absent = { groups: ['A3'], sessions: [], perHearing: 1 };
    expect(reasons.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'timetable.witness-blocked', params: { witness: 'T1', ...absent } },
      { code: 'timetable.witness-blocked', params: { witness: 'T2', ...absent } },
      {
        code: 'timetable.witness-limit',
        params: { witness: 'T2', groups: 2, maxSessions: 1, perHearing: 1, besides: ['A3'] },
      },
    ]);
    expect(reasons[2].changes).toEqual([
      { kind: 'max-sessions', who: 'T2', sessions: 2 },
      { kind: 'joint', witnesses: ['T2'], groups: 2 },
    ]);
  });

  it('says when a group has too few occasions', () => {
    const programme = {
      sessions: week,
      witnesses: [witness('T1'), witness('T2')],
      availability: availability({ T1: 'S1', T2: 'S1' }),
      hearingsPerGroup: 2,
    };
    expect(codeAndParams(request(programme, groups('', ['A1'])))).toEqual([
      { code: 'timetable.group-blocked', params: { groups: ['A1'], asked: 2, possible: 1, sessions: ['S1'] } },
    ]);
  });

  it('says when several witnesses together have too few places', () => {
    const programme = {
      sessions: week,
      witnesses: [witness('T1'), witness('T2'), witness('T3', { themes: ['B'] })],
      availability: availability({ T1: 'S1', T2: 'S2', T3: 'S1 S2 S3' }),
      hearingsPerGroup: 1,
    };
    expect(codeAndParams(request(programme, [...groups('A', ['A1', 'A2', 'A3']), ...groups('B', ['B1'])]))).toEqual([
      {
        code: 'timetable.witnesses-short',
        params: { groups: ['A1', 'A2', 'A3'], needed: 3, possible: 2, witnesses: ['T1', 'T2'] },
      },
    ]);
  });

  it('says when no room seats a plenary, or a group with its witness', () => {
    const programme = {
      sessions: [session('P', { kinds: ['plenary'], audience: { kind: 'all' } }), ...week.slice(1)],
      rooms: [room('R1', 4), room('R2', 4), room('R3', 7, { unavailable: ['S2', 'S3'] })],
      witnesses: [witness('T1')],
      hearingsPerGroup: 1,
    };
    expect(codeAndParams(request(programme, groups('', ['A1', 'A2'])))).toEqual([
      { code: 'timetable.no-room', params: { sessions: ['P'], kind: 'plenary', needed: 8, largest: 7 } },
      { code: 'timetable.no-hearing-room', params: { groups: ['A1', 'A2'], needed: 5, largest: 4 } },
    ]);
  });

  const day = session('S', { kinds: ['presentation'], minutesEach: 100 });

  it('says when presentations take longer than their session', () => {
    expect(codeAndParams(request({ sessions: [day] }, groups('A', ['A1', 'A2'])))).toEqual([
      {
        code: 'timetable.minutes-too-long',
        params: { session: 'S', theme: 'A', groups: 2, minutes: 100, length: 180 },
      },
    ]);
  });

  it('says when presentations do not fit around the breaks, in both languages', () => {
    const breaks = [
      { kind: 'times', start: 600, end: 630 },
      { kind: 'halfway', minutes: 10 },
    ] as const;
    const reasonsFor = (changes: Partial<Session>) =>
      precheckTimetable(request({ sessions: [{ ...day, breaks, ...changes }] }, groups('A', ['A1', 'A2', 'A3'])));
    const [reason] = reasonsFor({ minutesEach: 50 });
    expect(reason.params).toEqual({
      session: 'S',
      theme: 'A',
      groups: 3,
      minutes: 50,
      length: 180,
      breaks: 40,
    });
    // One before the break of the session and two after it, the jury's own between these.
    expect(sentenceOf(reason, 'en')).toBe(
      'S: 3 presentations of 50 minutes (A) take 150, and the session has 180, 40 of them break: they do not fit around it. Maybe 40 minutes each in S, or S until 12:20.',
    );
    expect(sentenceOf(reason, 'fr')).toBe(
      'S\u00a0: 3 restitutions de 50 minutes (A) prennent 150 minutes, et la séance en dure 180, dont 40 de pause\u00a0: elles ne tiennent pas autour. Peut-être 40 minutes chacune en S, ou S jusqu’à 12:20.',
    );
    const whole = { breaks: [{ kind: 'times', start: 540, end: 720 }] } as const;
    expect(sentenceOf(reasonsFor({ ...whole, minutesEach: 5 })[0], 'en')).toContain('Maybe S until 12:15.');
    const { minutesEach: _, ...unasked } = day;
    const [none] = precheckTimetable(request({ sessions: [{ ...unasked, ...whole }] }, groups('A', ['A1'])));
    expect(sentenceOf(none, 'en')).toBe(
      'S: 1 group of A cannot present in 180 minutes with 180 of break. Maybe S until 12:01.',
    );
    expect(sentenceOf(none, 'fr')).toBe(
      'S\u00a0: 1 groupe de A ne peut présenter en 180 minutes dont 180 de pause. Peut-être S jusqu’à 12:01.',
    );
  });

  it('says which jury lacks members', () => {
    const two = [...groups('A', ['A1']), ...groups('B', ['B1'])];
    const sessions = [day];
    expect(codeAndParams(request({ sessions, witnesses: [jury('J1', { themes: ['A'] })] }, two))).toEqual([
      { code: 'timetable.no-jury', params: { session: 'S', theme: 'B' } },
    ]);
    expect(codeAndParams(request({ sessions, witnesses: [jury('J1')] }, two))).toEqual([
      { code: 'timetable.jury-short', params: { session: 'S', themes: ['A', 'B'], members: ['J1'] } },
    ]);
    const other = session('T', { kinds: ['presentation'], date: '2026-03-03' });
    const tired = { sessions: [day, other], witnesses: [jury('J1', { maxSessions: 1 })] };
    expect(precheckTimetable(request(tired, groups('A', ['A1']))).map(({ code }) => code)).toEqual([
      'timetable.jury-limit',
    ]);
  });

  it('says which groups two sessions claim at once', () => {
    const programme = {
      sessions: [session('S1'), session('S2', { start: 700, end: 800, audience: { kind: 'theme', theme: 'A' } })],
    };
    expect(codeAndParams(request(programme, [...groups('A', ['A1']), ...groups('B', ['B1'])]))).toEqual([
      { code: 'timetable.sessions-overlap', params: { first: 'S1', second: 'S2', groups: ['A1'] } },
    ]);
  });

  it('allows sessions of different themes at the same time, but not in the same room', () => {
    const at = (id: string, theme: string) => session(id, { kinds: ['work'], audience: { kind: 'theme', theme } });
    const asked = (count: number) =>
      request(
        { sessions: [at('S1', 'A'), at('S2', 'B')], rooms: ['R1', 'R2'].slice(0, count).map((id) => room(id, 4)) },
        [...groups('A', ['A1']), ...groups('B', ['B1'])],
      );
    expect(precheckTimetable(asked(2))).toEqual([]);
    expect(codeAndParams(asked(1))).toEqual([
      {
        code: 'timetable.rooms-short',
        params: { sessions: ['S1', 'S2'], needed: 2, seats: 4, rooms: 1, groups: ['A1', 'B1'], short: 1 },
      },
    ]);
  });

  it('says of rooms that are short numbers that agree: needed, there, and more', () => {
    const at = session('S1', { kinds: ['work'] });
    const asked = request({ sessions: [at], rooms: [room('R1', 4)] }, groups('A', ['A1', 'A2', 'A3', 'A4']));
    expect(codeAndParams(asked)).toMatchObject([
      { code: 'timetable.rooms-short', params: { needed: 4, rooms: 1, short: 3 } },
    ]);
    const [short] = precheckTimetable(asked);
    expect(sentenceOf(short, 'en')).toMatch(/4 rooms of 4 seats.* there is 1\. Maybe 3 more rooms/);
    expect(sentenceOf(short, 'fr')).toMatch(/4 salles d’au moins 4 places.* il y en a 1\. Peut-être 3 salles/);
  });

  const changesOf = (asked: Parameters<typeof precheckTimetable>[0]) =>
    precheckTimetable(asked).map(({ changes }) => changes);

  it('names the lines that it counts, those of sessions, witnesses and the poll', () => {
    const at = (file: string, line: number) => ({ source: { file, line } });
    const poll = availability({ T1: 'S1', A1: '!S2' });
    const lineOf = (who: string) => ({ file: 'poll.csv', line: who === 'T1' ? 7 : 9 });
    const programme = {
      sessions: week.slice(0, 2).map((one, index) => ({ ...one, ...at('sessions.csv', index + 2) })),
      witnesses: [witness('T1', at('witnesses.csv', 4))],
      availability: poll,
      availabilityLines: new Map(
        [...poll.keys()].map((who) => [who, new Map(['S1', 'S2'].map((id) => [id, lineOf(who)]))]),
      ),
      hearingsPerGroup: 1,
    };
    const [reason] = precheckTimetable(request(programme, groups('', ['A1', 'A2'])));
    const lines = [
      { file: 'witnesses.csv', line: 4 },
      { file: 'poll.csv', line: 7 },
      { file: 'poll.csv', line: 9 },
      { file: 'sessions.csv', line: 2 },
    ];
    expect([reason.source, reason.sources]).toEqual([lines[0], lines]);
  });

  it('proposes the half-days of a group where its own absence is what blocks', () => {
    const programme = {
      sessions: week,
      witnesses: [witness('T1')],
      availability: availability({ T1: 'S1 S2', A1: '!S1 !S2', A2: '!S2' }),
      hearingsPerGroup: 1,
    };
    expect(inEnglish(request(programme, groups('', ['A1', 'A2'])))).toEqual([
      'T1: group A1 can hear them on no half-day. Maybe T1 also in S3, or group A1 also in S2.',
    ]);
  });

  it('says what is against a guest: the moment of arrival, or the poll', () => {
    const programme = {
      sessions: week,
      witnesses: [witness('T1', { arrival: { date: '2026-03-03' } })],
      availability: availability({ T1: 'S1 S2' }),
      hearingsPerGroup: 1,
    };
    expect(changesOf(request(programme, groups('', ['A1', 'A2'])))).toMatchObject([
      [
        { kind: 'attend', who: 'T1', sessions: ['S3'] },
        { kind: 'attend', who: 'T1', sessions: ['S1'], missedBy: 'arrival' },
        { kind: 'joint', witnesses: ['T1'], groups: 2 },
      ],
    ]);
  });

  it('proposes a joint hearing only where a room has the seats', () => {
    const asked = (capacity: number) =>
      request(
        {
          sessions: [session('S1', { kinds: ['hearing'] })],
          rooms: [room('R1', capacity), room('R2', 5)],
          witnesses: [witness('T1')],
          hearingsPerGroup: 1,
        },
        groups('', ['A1', 'A2']),
      );
    expect(changesOf(asked(9))).toEqual([[{ kind: 'joint', witnesses: ['T1'], groups: 2 }]]);
    expect(changesOf(asked(8))).toEqual([undefined]);
  });

  it('proposes several half-days together where no single one would do, with the limit that they take', () => {
    const asked = (maxSessions?: number) =>
      request(
        {
          sessions: week,
          rooms: ['R1', 'R2', 'R3'].map((id) => room(id, 5)),
          witnesses: [witness('T1', maxSessions === undefined ? {} : { maxSessions })],
          availability: availability({ T1: 'S2' }),
          hearingsPerGroup: 1,
        },
        groups('', ['A1', 'A2', 'A3']),
      );
    const halfDays = [
      { who: 'T1', session: 'S1' },
      { who: 'T1', session: 'S3' },
    ];
    expect(changesOf(asked())).toEqual([[{ kind: 'several', halfDays, limits: [] }]]);
    expect(changesOf(asked(2))).toEqual([[{ kind: 'several', halfDays, limits: [{ who: 'T1', sessions: 3 }] }]]);
    expect(inEnglish(asked(2))[0]).toContain('Maybe 2 half-days more (T1 in S1 and S3) with max_sessions = 3 for T1.');
  });

  it('proposes hearings where there was work alone, or fewer of them', () => {
    const asked = (kinds: readonly ('work' | 'plenary')[]) =>
      request(
        {
          sessions: [week[0], { ...week[1], kinds }],
          rooms: [room('R1', 5), room('R2', 5)],
          witnesses: [witness('T1'), witness('T2')],
          hearingsPerGroup: 2,
        },
        groups('', ['A1']),
      );
    expect(changesOf(asked(['work']))).toEqual([[{ kind: 'hear-in', sessions: ['S2'] }]]);
    expect(changesOf(asked(['plenary']))).toEqual([[{ kind: 'hearings-per-group', hearings: 1 }]]);
  });

  it('counts all that a witness lacks, not only what the smallest set of groups lacks', () => {
    const programme = {
      sessions: ['S1', 'S2', 'S3', 'S4'].map((id, index) => session(id, { date: `2026-03-0${index + 2}` })),
      witnesses: [witness('T1'), witness('T2')],
      availability: availability({ T1: 'S1', T2: 'S1' }),
      hearingsPerGroup: 1,
    };
    const [reason] = precheckTimetable(request(programme, groups('', ['A1', 'A2', 'A3', 'A4'])));
    expect(reason).toMatchObject({
      params: { groups: ['A2', 'A3', 'A4'], needed: 3, possible: 2 },
      changes: [
        { kind: 'joint', witnesses: ['T1'], groups: 3 },
        { kind: 'joint', witnesses: ['T2'], groups: 3 },
      ],
    });
  });

  it('says how far presentations and overlapping sessions would have to give way', () => {
    expect(changesOf(request({ sessions: [day] }, groups('A', ['A1', 'A2'])))).toEqual([
      [
        { kind: 'minutes', session: 'S', minutes: 90 },
        { kind: 'end', session: 'S', time: 740 },
      ],
    ]);
    const sessions = [session('S1'), session('S2', { start: 700, end: 800 })];
    expect(inEnglish(request({ sessions }, groups('A', ['A1'])))).toEqual([
      'S1 and S2 overlap, and group A1 attends both. Maybe S1 until 11:40, or S2 from 12:00.',
    ]);
  });

  it('proposes who could sit in a jury: another day, another theme, one session more', () => {
    const two = [...groups('A', ['A1']), ...groups('B', ['B1'])];
    const witnesses = [jury('J1', { themes: ['A'] }), jury('J2', { themes: ['A'] }), jury('J3', { themes: ['B'] })];
    const poll = availability({ J1: 'S', J2: 'S', J3: '!S' });
    expect(inEnglish(request({ sessions: [day], witnesses, availability: poll }, two))).toEqual([
      'S: no jury member for B can come. Maybe J3 also in S, or J1 for B too (test.csv:2), or J2 for B too (test.csv:2).',
    ]);
    const other = session('T', { kinds: ['presentation'], date: '2026-03-03' });
    const tired = { sessions: [day, other], witnesses: [jury('J1', { maxSessions: 1 })] };
    expect(
      changesOf(request({ ...tired, sessions: [{ ...day, minutesEach: 50 }, other] }, groups('A', ['A1']))),
    ).toMatchObject([[{ kind: 'max-sessions', who: 'J1', sessions: 2 }, { kind: 'more-people' }]]);
  });

  it('proposes for a hearing that found no place what leaves all others where they are', () => {
    // A1 and A2 take S1 and S2 of both witnesses, which leaves A3 with both at S3: no count tells.
    const sessions = ['S1', 'S2', 'S3', 'S4'].map((id, index) => session(id, { date: `2026-03-0${index + 2}` }));
    const asked = request(
      {
        sessions,
        witnesses: [witness('T1'), witness('T2')],
        availability: availability({ T1: 'S1 S2 S3', T2: 'S1 S2 S3', A1: '!S3 !S4', A2: '!S3 !S4' }),
        hearingsPerGroup: 2,
      },
      groups('', ['A1', 'A2', 'A3']),
    );
    expect(precheckTimetable(asked)).toEqual([]);
    const result = buildTimetable(asked);
    if (result.status !== 'impossible') throw new Error(result.status);
    expect(result.reasons.map((reason) => sentenceOf(reason, 'en'))).toEqual([
      'A3: no place was found for 1 hearing of T1. Maybe T1 also in S4, or hearings of 2 groups at once with T1 (max_groups_per_hearing).',
    ]);
  });
});
