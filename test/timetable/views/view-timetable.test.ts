import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimetableRow } from '../../../src/domain/timetable.js';
import type { ViewKey, ViewLine } from '../../../src/domain/timetable-view.js';
import type { ViewRequest } from '../../../src/timetable/views/view-request.js';
import { viewTimetable } from '../../../src/timetable/views/view-timetable.js';
import { groups, programme, row, rows, sessions, witnesses } from '../../check/small-programme.js';
import { moduleOf } from '../../helpers/modules.js';

const named = {
  ...programme,
  sessions: sessions.map((each) => (each.id === 'S1' ? { ...each, title: 'First steps' } : each)),
  witnesses: witnesses.map((each) => ({ ...each, title: 'Ms', givenName: 'Ada', organisation: 'Town' })),
};

/** a and b in A1, c in A2, d in B1; b cannot come to S1 and S5. */
const cohort = moduleOf({ people: 4 }).cohort.participants.map((person) => ({
  ...person,
  familyName: { a: 'Zola', b: 'Éluard', c: 'Eluard', d: 'Hugo' }[person.key] ?? '',
  givenName: { a: 'É.', b: 'Paul', c: 'Nusch', d: 'V.' }[person.key] ?? '',
  absences: person.key === 'b' ? ['S1', 'S5'] : [],
}));

const request: ViewRequest = {
  timetable: { rows },
  programme: named,
  groups,
  cohort: { participants: cohort, attributes: [] },
  assignment: new Map([
    ['a', 'A1'],
    ['b', 'A1'],
    ['c', 'A2'],
    ['d', 'B1'],
  ]),
};

const linesOf = (by: ViewKey, change: Partial<ViewRequest> = {}): readonly ViewLine[] => [
  ...viewTimetable(by, { ...request, ...change }).lines,
];

describe('a timetable by group', () => {
  it('stands in group order, then by date and start, with titles and names', () => {
    const lines = linesOf('group');
    expect(lines.map(({ group, session }) => `${group} ${session}`).slice(0, 8)).toEqual([
      'A1 S0',
      'A1 S1',
      'A1 S3',
      'A1 S4',
      'A1 S5',
      'A1 S6',
      'A2 S0',
      'A2 S1',
    ]);
    expect(lines[1]).toMatchObject({ sessionTitle: 'First steps', witnesses: ['Ms Ada T1'], room: 'R1', site: 'ENA' });
    expect(lines[5]).toMatchObject({ order: 2, start: 570, end: 600 });
  });

  it('has every row of the timetable once, and the other views lose none that is theirs', () => {
    fc.assert(
      fc.property(fc.subarray([...rows]), (some) => {
        const change = { timetable: { rows: some } };
        const texts = (list: readonly string[]) => list.toSorted();
        expect(texts(linesOf('group', change).map(({ group, session }) => `${group} ${session}`))).toEqual(
          texts(some.map(({ group, session }) => `${group} ${session}`)),
        );
        const called = (by: 'room' | 'witness') =>
          linesOf(by, change).flatMap((line) =>
            (line.groups ?? []).map((group) => `${line[by]} ${group} ${line.session}`),
          );
        expect(texts(called('room'))).toEqual(
          texts(
            some.filter(({ room }) => room !== '').map(({ room, group, session }) => `${room} ${group} ${session}`),
          ),
        );
        expect(texts(called('witness'))).toEqual(
          texts(some.flatMap(({ witnesses: heard, group, session }) => heard.map((id) => `${id} ${group} ${session}`))),
        );
        const sizes = { A1: 2, A2: 1, B1: 1, B2: 0 };
        expect(linesOf('person', change)).toHaveLength(
          some.reduce((sum, { group }) => sum + sizes[group as keyof typeof sizes], 0),
        );
      }),
    );
  });
});

it('shows what was cancelled of groups, rooms and guests that are no more, after all others', () => {
  const gone = row('S1', 'C9', 'hearing', 'Attic', { site: 'ENA', witnesses: ['T9'], status: 'cancelled' });
  const change = { timetable: { rows: [gone, ...rows] } };
  const last = (by: ViewKey) => linesOf(by, change).at(-1);
  expect(last('group')).toMatchObject({ group: 'C9', status: 'cancelled', witnesses: ['T9'] });
  expect(last('room')).toMatchObject({ room: 'Attic', site: 'ENA', groups: ['C9'], status: 'cancelled' });
  expect(last('witness')).toMatchObject({ witness: 'T9', groups: ['C9'], status: 'cancelled' });
});

describe('a timetable by person', () => {
  it('stands by family name, given name and id, without regard to accents', () => {
    const names = linesOf('person').map(({ familyName, givenName }) => `${familyName} ${givenName}`);
    expect([...new Set(names)]).toEqual(['Eluard Nusch', 'Éluard Paul', 'Hugo V.', 'Zola É.']);
  });

  it('marks the sessions that the person cannot attend', () => {
    const marks = (id: string) =>
      linesOf('person').flatMap((line) => (line.id === id && line.isAbsent === true ? [line.session] : []));
    expect(marks('b')).toEqual(['S1', 'S5']);
    expect(marks('a')).toEqual([]);
  });

  it('leaves people without a group out', () => {
    const alone = linesOf('person', { assignment: new Map([['d', 'B1']]) });
    expect(new Set(alone.map(({ id }) => id))).toEqual(new Set(['d']));
  });

  it('hides names and their order with pseudonyms', () => {
    const view = viewTimetable('person', { ...request, pseudonyms: true });
    expect(view.columns.slice(0, 3)).toEqual(['id', 'school', 'group']);
    const lines = [...view.lines];
    expect([...new Set(lines.map(({ id }) => id))]).toEqual(['a', 'b', 'c', 'd']);
    expect(JSON.stringify(lines)).not.toMatch(/luard|Zola|Hugo/);
  });
});

describe('a timetable by room', () => {
  it('makes one line of a gathering: plenary, joint hearing, all presentations before a jury', () => {
    const lines = linesOf('room').map(({ room, session, groups: there, people, witnesses: heard }) =>
      [room, session, there?.join('|'), people, heard?.join('|')].join(' '),
    );
    expect(lines).toContain('Amphi S0 A1|A2|B1|B2 14 ');
    expect(lines).toContain('R4 S2 B1|B2 8 Ms Ada T2');
    expect(lines.filter((line) => line.startsWith('R1 S6'))).toEqual(['R1 S6 A1|A2 6 Ms Ada J1']);
  });

  it('lasts from the first start to the last end, and has no rank of its own', () => {
    const line = linesOf('room').find(({ room, session }) => room === 'R2' && session === 'S6');
    expect(line).toMatchObject({ start: 540, end: 610, themes: ['B'], capacity: 5, site: 'ENA' });
    expect(line).not.toHaveProperty('order');
  });

  it('stands by site, then room; what takes place in none is left out', () => {
    const lines = linesOf('room');
    expect([...new Set(lines.map(({ site, room }) => `${site} ${room}`))]).toEqual([
      'ENA Amphi',
      'ENA R1',
      'ENA R2',
      'ENA R3',
      'INET Aula',
      'INET R4',
    ]);
    expect(lines.map(({ session }) => session)).not.toContain('S3');
  });

  it('keeps a group whose row was cancelled apart from those that meet', () => {
    const changed = rows.map((each): TimetableRow =>
      each.session === 'S0' && each.group === 'A2' ? { ...each, status: 'cancelled' } : each,
    );
    const lines = linesOf('room', { timetable: { rows: changed } }).filter(({ session }) => session === 'S0');
    expect(lines.map((line) => [line.groups, line.status])).toEqual([
      [['A1', 'B1', 'B2'], 'new'],
      [['A2'], 'cancelled'],
    ]);
  });
});

describe('a timetable by witness', () => {
  it('gives a guest one line a hearing and a jury member one a presentation, in order of passage', () => {
    const order = [rows.at(-1), ...rows.slice(0, -1)].filter((each) => each !== undefined);
    const sorted = order.toSorted((a, b) => (a.date === b.date ? a.start - b.start : a.date < b.date ? -1 : 1));
    const lines = linesOf('witness', { timetable: { rows: sorted } });
    expect(
      lines.map(({ witness, session, groups: there, order: rank }) => [witness, session, there?.join('|'), rank]),
    ).toEqual([
      ['J1', 'S6', 'A2', 1],
      ['J1', 'S6', 'A1', 2],
      ['J2', 'S6', 'B1', 1],
      ['J2', 'S6', 'B2', 2],
      ['T1', 'S1', 'A1', undefined],
      ['T1', 'S2', 'A2', undefined],
      ['T2', 'S2', 'B1|B2', undefined],
    ]);
  });

  it('names the others of a jury, even one of the same name', () => {
    const twins = {
      ...named,
      witnesses: named.witnesses.map((each) => (each.role === 'jury' ? { ...each, familyName: 'Roy' } : each)),
    };
    const panel = [row('S6', 'B1', 'presentation', 'R2', { order: 1, witnesses: ['J1', 'J2'] })];
    const lines = linesOf('witness', { timetable: { rows: panel }, programme: twins });
    expect(lines.map(({ witness, others }) => [witness, others])).toEqual([
      ['J1', ['Ms Ada Roy']],
      ['J2', ['Ms Ada Roy']],
    ]);
  });
});

describe('what has changed, by whom to tell', () => {
  const heard = rows.find(({ kind }) => kind === 'hearing');
  if (heard === undefined) throw new Error('nobody hears anybody');
  const [guest] = heard.witnesses;
  const before = rows.map((each) => (each === heard ? { ...each, start: each.start - 30 } : each));
  const briefly = (lines: readonly ViewLine[]) =>
    lines.map(({ recipient, id, familyName, group, news = [] }) =>
      [recipient, id, familyName, group, news.map(({ session }) => session).join('+')].join(' '),
    );

  it('is nobody where all is as it was, and everybody where nothing was', () => {
    expect(linesOf('changes', { before: rows })).toEqual([]);
    const all = linesOf('changes');
    expect(all.filter(({ recipient }) => recipient === 'pupil')).toHaveLength(4);
    expect(all.every(({ news = [] }) => news.every((notice) => notice.before === undefined))).toBe(true);
  });

  it('is every pupil of the group, absent or not, then the guest, each with the names of the others', () => {
    const people = cohort.map((person) => ({
      ...person,
      absences: [heard.session],
      email: `${person.key}@example.org`,
    }));
    const lines = linesOf('changes', { before, cohort: { participants: people, attributes: [] } });
    const members = people.filter(({ key }) => request.assignment.get(key) === heard.group);
    expect(lines.map(({ recipient, email }) => `${recipient} ${email}`).toSorted()).toEqual(
      [...members.map(({ email }) => `pupil ${email}`), 'witness '].toSorted(),
    );
    expect(lines[0].news?.[0].after?.with).toEqual([`Ms Ada ${guest}`]);
    expect(lines.at(-1)?.news?.[0].after?.with).toEqual([heard.group]);
  });

  it('is by id alone with pseudonyms, in what is told too', () => {
    const { columns, lines } = viewTimetable('changes', { ...request, before, pseudonyms: true });
    expect(columns).toEqual(['recipient', 'id', 'group', 'groupBefore', 'news']);
    for (const { familyName, givenName, title, email } of lines)
      expect([familyName, givenName, title, email]).toEqual([undefined, undefined, undefined, undefined]);
    expect([...lines][0].news?.[0].after?.with).toEqual([guest]);
  });

  describe('where people changed groups', () => {
    const told = (lines: readonly ViewLine[]) =>
      lines.map(({ id, group, groupBefore, news = [] }) => [id, group, groupBefore, news.map((one) => one.session)]);
    const earlier = new Map([
      ['a', 'A1'],
      ['b', 'B1'],
      ['d', 'B1'],
    ]);

    it('tells each what that changes for one person, who comes anew everything, and nobody who stayed', () => {
      const lines = linesOf('changes', { before: rows, earlier });
      expect(told(lines)).toEqual([
        // The plenary S0, the visit S3 and their half S4 are the same for both groups.
        ['b', 'A1', 'B1', ['S1', 'S2', 'S5', 'S6']],
        ['c', 'A2', '', ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6']],
      ]);
      const [first] = lines[0].news ?? [];
      const there = rows.find(({ session, group }) => session === 'S1' && group === 'B1');
      expect([first.before?.room, first.after?.room, first.after?.with]).toEqual([there?.room, 'R1', ['Ms Ada T1']]);
    });

    it('tells those who stayed the news of their group, beside who came to it', () => {
      const lines = linesOf('changes', { before, earlier: new Map([...earlier, ['c', 'A2']]) });
      expect(told(lines)).toEqual([
        ['b', 'A1', 'B1', ['S1', 'S2', 'S5', 'S6']],
        ['a', 'A1', undefined, ['S1']],
        ['T1', '', undefined, ['S1']],
      ]);
    });

    it('does not tell them of what is past', () => {
      const lines = linesOf('changes', { before: rows, earlier, today: '2018-03-01' });
      expect(told(lines)).toEqual([
        ['b', 'A1', 'B1', ['S5', 'S6']],
        ['c', 'A2', '', ['S5', 'S6']],
      ]);
    });

    it('tells somebody whose sessions are the same of the group alone', () => {
      const plenary = rows.filter(({ session }) => session === 'S0');
      const lines = linesOf('changes', { timetable: { rows: plenary }, before: plenary, earlier });
      expect(told(lines)[0]).toEqual(['b', 'A1', 'B1', []]);
    });
  });

  it('keeps a guest whom the module no longer names by what he came for, and forgets a group that is no more', () => {
    const presented = rows.find(({ kind }) => kind === 'presentation');
    const gone = [
      ...rows,
      { ...heard, session: 'S9', uid: 'x', group: 'Z9', witnesses: ['T99'] },
      ...(presented === undefined ? [] : [{ ...presented, session: 'S9', uid: 'y', group: 'Z8', witnesses: ['J99'] }]),
    ];
    expect(briefly(linesOf('changes', { before: gone }))).toEqual(['jury J99   S9', 'witness T99   S9']);
  });
});
