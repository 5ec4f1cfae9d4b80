import { describe, expect, it } from 'vitest';
import { findExcess, findModuleExcess, findTimetableExcess, LIMITS, type Limited } from '../../src/domain/limits.js';
import type { Session } from '../../src/domain/session.js';
import type { Witness } from '../../src/domain/witness.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { precheckTimetable } from '../../src/timetable/precheck.js';
import { formRotation } from '../../src/usecases/form-rotation.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { comparison } from '../timetable/programmes.js';

const KINDS = Object.keys(LIMITS) as Limited[];
const module = moduleOf({ columns: { school: 'EEEEII' }, sizes: [2, 2, 2], balance: { school: 3 } });
/** Of a module in which one list is repeated until it is this long. */
const excessOf = (changes: Partial<typeof module>) =>
  findModuleExcess({ ...module, ...changes }).map(({ params, code, severity }) => ({ code, severity, ...params }));
const repeated = <T>(item: T, count: number): T[] => Array.from({ length: count }, () => item);

describe('limits', () => {
  it.each(KINDS)('take as many %s as they say, and refuse one more with its number in both languages', (what) => {
    const most = LIMITS[what];
    expect(findExcess({ [what]: most })).toEqual([]);
    const [diagnostic, ...others] = findExcess({ [what]: most + 1 });
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: 'limit.exceeded',
      severity: 'error',
      params: { what, count: most + 1, most },
    });
    for (const [language, locale] of [
      ['en', 'en-GB'],
      ['fr', 'fr-FR'],
    ] as const) {
      const sentence = sentenceOf(diagnostic, language);
      expect(sentence).toContain(new Intl.NumberFormat(locale).format(most + 1));
      expect(sentence).toContain(new Intl.NumberFormat(locale).format(most));
    }
  });

  it('refuse a module by what it has', () => {
    expect(excessOf({})).toEqual([]);
    const limit = (what: Limited, count = LIMITS[what] + 1) => [
      { code: 'limit.exceeded', severity: 'error', what, count, most: LIMITS[what] },
    ];
    const participants = repeated(module.cohort.participants[0], LIMITS.people + 1);
    expect(excessOf({ cohort: { ...module.cohort, participants } })).toEqual(limit('people'));
    expect(excessOf({ rules: repeated(rule('apart', 'a b'), LIMITS.rules + 1) })).toEqual(limit('rules'));
    expect(excessOf({ themes: repeated({ id: 'T', title: '', strands: [] } as never, LIMITS.themes + 1) })).toEqual(
      limit('themes'),
    );
    const attributes = module.cohort.attributes.map((attribute) => ({
      ...attribute,
      levels: repeated('level', LIMITS.counts / 100),
    }));
    expect(excessOf({ cohort: { ...module.cohort, attributes }, groups: repeated(module.groups[0], 101) })).toEqual(
      limit('counts', 1.01 * LIMITS.counts),
    );
    const earlier = { rows: [], assignment: new Map([['a', 'G1']]) };
    expect(excessOf({ history: repeated(earlier, LIMITS['earlier-modules'] + 1) })).toEqual(limit('earlier-modules'));
  });

  it('count the pairs who have met, module by module', () => {
    const people = Array.from({ length: 6_400 }, (_, person) => ({
      ...module.cohort.participants[0],
      key: `p${person}`,
    }));
    const cohort = { ...module.cohort, participants: people };
    const assignment = new Map(people.map(({ key }) => [key, 'everybody']));
    expect(excessOf({ cohort, history: [{ rows: [], assignment }] })).toEqual([
      {
        code: 'limit.exceeded',
        severity: 'error',
        what: 'meetings',
        count: (6_400 * 6_399) / 2,
        most: LIMITS.meetings,
      },
    ]);
  });

  it('refuse what a programme has', () => {
    const { programme } = comparison();
    for (const what of ['sessions', 'rooms', 'witnesses'] as const) {
      const list = repeated<unknown>(programme[what][0], LIMITS[what] + 1);
      expect(excessOf({ programme: { ...programme, [what]: list } })).toMatchObject([{ what }]);
    }
  });

  it('refuse a timetable before it is tried', () => {
    const asked = comparison();
    const groups = Array.from({ length: LIMITS['timetable-groups'] + 1 }, (_, g) => ({
      ...asked.groups[0],
      label: `G${g}`,
    }));
    const reasons = [{ code: 'limit.exceeded', params: { what: 'timetable-groups' } }];
    expect(precheckTimetable({ ...asked, groups })).toMatchObject(reasons);
    expect(buildTimetable({ ...asked, groups })).toMatchObject({ status: 'impossible', reasons });
    const sessions = repeated<Session>(asked.programme.sessions[0], LIMITS['timetable-rows']);
    expect(precheckTimetable({ ...asked, programme: { ...asked.programme, sessions } })).toMatchObject([
      { params: { what: 'timetable-rows' } },
    ]);
  });

  it('refuse more ways to fill a timetable than memory holds, each limit alone being kept', () => {
    const { programme } = comparison();
    const hearing = programme.sessions.find(({ kinds }) => kinds.includes('hearing'));
    const guest = programme.witnesses.find(({ role }) => role === 'witness');
    const sessions = repeated(hearing as Session, 100);
    const full = {
      ...programme,
      sessions,
      witnesses: repeated(guest as Witness, 150),
      rooms: repeated(programme.rooms[0], 1_500),
    };
    expect(findTimetableExcess(full, 1_000)).toEqual([]);
    expect(findTimetableExcess({ ...full, witnesses: repeated(guest as Witness, 151) }, 1_000)).toMatchObject([
      { params: { what: 'hearing-choices', count: 15_100_000 } },
    ]);
    expect(findTimetableExcess({ ...full, rooms: repeated(programme.rooms[0], 1_501) }, 1_000)).toMatchObject([
      { params: { what: 'room-choices', count: 150_100_000 } },
    ]);
  });

  it('refuse a rotation before a module of it is formed', async () => {
    const count = LIMITS['rotation-seats'] / 5;
    const answer = await formRotation({ module, count, seed: 's', search: { effort: 0 } });
    expect(answer).toMatchObject({
      status: 'impossible',
      reasons: [{ params: { what: 'rotation-seats', count: 6 * count } }],
    });
  });
});
