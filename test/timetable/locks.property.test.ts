import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../src/check/check-timetable.js';
import { compareText } from '../../src/domain/fold.js';
import type { Group } from '../../src/domain/group.js';
import type { Programme } from '../../src/domain/module.js';
import type { Room } from '../../src/domain/room.js';
import type { Session, SessionKind } from '../../src/domain/session.js';
import type { PublishedRow, TimetableRow } from '../../src/domain/timetable.js';
import type { Witness } from '../../src/domain/witness.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { groups, jury, room, witness } from './programmes.js';
import { programmes } from './random-programmes.js';

type Edit<T> = (own: T) => T | undefined;

/** A list with one of its elements changed, or without it. */
const put = <T>(list: readonly T[], at: number, edit: Edit<T>): readonly T[] =>
  list.flatMap((own, index) => (index === at % list.length ? (edit(own) ?? []) : [own]));

const inProgramme = (
  asked: TimetableRequest,
  edit: (programme: Programme) => Partial<Programme>,
): TimetableRequest => ({
  ...asked,
  programme: { ...asked.programme, ...edit(asked.programme) },
});
const ofRoom =
  (edit: (own: Room, number: number) => Room | undefined) => (asked: TimetableRequest, at: number, n: number) =>
    inProgramme(asked, ({ rooms }) => ({ rooms: put(rooms, at, (own) => edit(own, n)) }));
const ofGuest = (edit: (own: Witness) => Witness | undefined) => (asked: TimetableRequest, at: number) =>
  inProgramme(asked, ({ witnesses }) => ({ witnesses: put(witnesses, at, edit) }));
const ofSession =
  (edit: (own: Session, number: number) => Session | undefined) => (asked: TimetableRequest, at: number, n: number) =>
    inProgramme(asked, ({ sessions }) => ({ sessions: put(sessions, at, (own) => edit(own, n)) }));
const ofGroup =
  (edit: (own: Group, number: number) => Group | undefined) => (asked: TimetableRequest, at: number, n: number) => ({
    ...asked,
    groups: put(asked.groups, at, (own) => edit(own, n)),
  });

/** A label that no group has: some may have gone since the last one came. */
function freeLabel(groups: readonly { readonly label: string }[]): string {
  let number = 0;
  while (groups.some(({ label }) => label === `A9${number}`)) number++;
  return `A9${number}`;
}

/** What becomes of a programme after it was published: somewhere in it, by some number from 0 to 9. */
const CHANGES: readonly ((asked: TimetableRequest, at: number, number: number) => TimetableRequest)[] = [
  ofRoom(() => undefined),
  ofRoom((own, number) => ({ ...own, capacity: 2 + number })),
  ofRoom((own, number) => ({ ...own, unavailable: [`S${number}`] })),
  (asked, _, number) =>
    inProgramme(asked, ({ rooms }) => ({ rooms: [...rooms, room(`R9${rooms.length}`, 4 * number)] })),
  ofGuest(() => undefined),
  ofGuest((own) => ({ ...own, themes: ['A'] })),
  ofGuest((own) => ({ ...own, maxSessions: 1, maxGroupsPerHearing: 1 })),
  (asked) => inProgramme(asked, ({ witnesses }) => ({ witnesses: [...witnesses, jury(`J9${witnesses.length}`)] })),
  (asked) => inProgramme(asked, ({ witnesses }) => ({ witnesses: [...witnesses, witness(`T9${witnesses.length}`)] })),
  ofSession(() => undefined),
  ofSession((own, number) => ({ ...own, date: `2026-03-2${number}` })),
  ofSession((own) => ({ ...own, start: own.start + 30, end: own.end + 30 })),
  ofSession((own, number) => ({ ...own, kinds: number < 5 ? ['work'] : ['work', 'hearing'] })),
  ofSession((own, number) => ({ ...own, minutesEach: 10 + number })),
  ofGroup(() => undefined),
  ofGroup((own, number) => ({ ...own, size: own.size + 1 + (number % 3) })),
  ofGroup((own) => ({ ...own, theme: own.theme === 'A' ? 'B' : 'A' })),
  (asked) => ({ ...asked, groups: [...asked.groups, ...groups('A', [freeLabel(asked.groups)])] }),
  (asked, _, number) => inProgramme(asked, () => ({ hearingsPerGroup: number % 2 })),
];

const KINDS: readonly SessionKind[] = ['work', 'hearing', 'plenary', 'presentation', 'visit'];
/** What somebody writes into a locked row by hand. */
const EDITS: readonly ((row: PublishedRow, number: number) => PublishedRow)[] = [
  (row, number) => ({ ...row, room: `R${number}` }),
  (row) => ({ ...row, room: '' }),
  (row, number) => ({ ...row, order: 1 + (number % 5) }),
  ({ order: _order, ...row }) => row,
  (row, number) => ({ ...row, witnesses: [row.kind === 'presentation' ? `J${number % 4}` : `T${1 + (number % 2)}`] }),
  (row) => ({ ...row, witnesses: row.kind === 'presentation' ? ['J0', 'J1'] : ['T1', 'T2'] }),
  (row) => ({ ...row, witnesses: [] }),
  (row) => ({ ...row, kind: 'work', witnesses: [] }),
  (row, number) => ({ ...row, kind: 'hearing', witnesses: [`T${1 + (number % 2)}`] }),
  (row, number) => ({ ...row, kind: KINDS[number % KINDS.length] }),
  (row, number) => ({ ...row, start: row.start + 5 * number }),
];
const picks = (count: number) =>
  fc.record({ what: fc.nat(count - 1), at: fc.nat(30), number: fc.integer({ min: 0, max: 9 }) });

const cases = fc.record({
  asked: programmes,
  locks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }),
  changes: fc.array(picks(CHANGES.length), { maxLength: 3 }),
  edits: fc.array(picks(EDITS.length), { maxLength: 2 }),
  today: fc.constantFrom('', '', '2026-03-03'),
  isPartial: fc.boolean(),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** The timetable of a programme, published again after changes, with locks; `undefined` where there was none at first. */
function publishAgain({ asked, locks, ...own }: Case) {
  const first = buildTimetable(asked);
  if (first.status !== 'found') return undefined;
  const published = first.timetable.rows.map((row, index): PublishedRow => ({
    ...row,
    isLocked: locks[index % locks.length] === 0,
    source: { file: 'timetable.csv', line: index + 2 },
  }));
  const chosen = published.filter(({ isLocked }) => isLocked);
  const written = new Map<string, PublishedRow>();
  for (const edit of chosen.length === 0 ? [] : own.edits) {
    const { uid } = chosen[edit.at % chosen.length];
    const row = written.get(uid) ?? chosen.find((each) => each.uid === uid);
    if (row !== undefined) written.set(uid, EDITS[edit.what](row, edit.number));
  }
  const rows = published.map((row) => written.get(row.uid) ?? row);
  const changed = own.changes.reduce((was, { what, at, number }) => CHANGES[what](was, at, number), asked);
  const again = { ...changed, isPartial: own.isPartial, before: { rows, today: own.today } };
  return { again, locked: rows.filter(({ isLocked }) => isLocked), result: buildTimetable(again) };
}

const told = ({ kind, witnesses, room: where, order }: TimetableRow) => ({
  kind,
  witnesses: witnesses.toSorted(compareText),
  room: where,
  order,
});

describe('locked rows', () => {
  it('stay as they were, or there are reasons that name them', () => {
    const seen = { found: 0, partial: 0, impossible: 0 };
    fc.assert(
      fc.property(cases, (own) => {
        const second = publishAgain(own);
        fc.pre(second !== undefined);
        const { again, locked, result } = second;
        if (locked.length > 0) seen[result.status]++;
        if (result.status === 'impossible') {
          expect(result.reasons).not.toEqual([]);
          for (const { code, source } of result.reasons)
            if (code === 'timetable.lock-broken') expect(locked.map((row) => row.source)).toContainEqual(source);
          return;
        }
        const { rows } = result.timetable;
        const sessions = new Map(again.programme.sessions.map((session) => [session.id, session]));
        const was = new Map(own.asked.programme.sessions.map((session) => [session.id, session]));
        for (const row of locked) {
          const session = sessions.get(row.session);
          if (session !== undefined && session.date < own.today) continue;
          const after = rows.find(({ uid, status }) => uid === row.uid && status !== 'cancelled');
          expect(after && told(after)).toEqual(told(row));
          const before = was.get(row.session);
          const hasMoved = before?.date !== session?.date || before?.start !== session?.start;
          // Where a row alone speaks of its session, what was written by hand into it may as well be where that was.
          const isHeld = rows.some((other) => other.session === row.session && other.group !== row.group);
          if (!hasMoved && isHeld && own.edits.length === 0)
            expect(after && [after.date, after.start, after.end]).toEqual([row.date, row.start, row.end]);
        }
        if (result.status === 'found' && own.today === '')
          expect(checkTimetable({ ...again, timetable: { rows } })).toEqual([]);
      }),
      // Of a seed, since what is counted below is rare: another one may hardly have it.
      { numRuns: runs(180), seed: 2 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
