import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailabilityState } from '../../src/domain/availability.js';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import type { Programme } from '../../src/domain/module.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { precheckTimetable } from '../../src/timetable/precheck.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { applyChange } from './apply-change.js';
import { groups, jury, request, room, session, witness } from './programmes.js';

const STATES = ['yes', 'yes', 'if_needed', 'no', 'no'] as const;
const KINDS = [['work'], ['hearing'], ['work', 'hearing'], ['work', 'hearing'], ['plenary'], ['presentation']] as const;

/** Small programmes, most of which cannot be, for every reason there is. */
const programmes = fc
  .record({
    groupCount: fc.integer({ min: 1, max: 5 }),
    size: fc.integer({ min: 3, max: 5 }),
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 }),
    overlapping: fc.boolean(),
    asked: fc.integer({ min: 0, max: 2 }),
    rooms: fc.array(
      fc.record({
        capacity: fc.constantFrom(4, 5, 6, 10, 25),
        uses: fc.constantFrom([], [], ['work'], ['hearing', 'plenary']),
        unavailable: fc.constantFrom([], [], ['S0'], ['S0', 'S1']),
      }),
      { maxLength: 6 },
    ),
    guests: fc.array(
      fc.record({
        isJury: fc.constantFrom(false, false, true),
        themes: fc.constantFrom([], ['A'], ['B']),
        most: fc.integer({ min: 1, max: 2 }),
        maxSessions: fc.integer({ min: 1, max: 4 }),
        isLimited: fc.boolean(),
        isLate: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    states: fc.array(fc.constantFrom(...STATES), { minLength: 25, maxLength: 25 }),
    groupStates: fc.array(fc.constantFrom('yes', 'yes', 'yes', 'no'), { minLength: 25, maxLength: 25 }),
    minutes: fc.constantFrom(undefined, 50, 100),
    isPolled: fc.constantFrom(true, true, true, false),
  })
  .map((draw): TimetableRequest => {
    const sessions = draw.kinds.map((kinds, index) => {
      const start = 540 + (index % 2) * (draw.overlapping ? 90 : 200);
      return session(`S${index}`, {
        date: `2026-03-0${2 + Math.floor(index / 2)}`,
        start,
        end: start + 180,
        kinds: [...kinds],
        ...(draw.minutes === undefined || kinds[0] !== 'presentation' ? {} : { minutesEach: draw.minutes }),
      });
    });
    const guests = draw.guests.map(({ isJury, themes, most, maxSessions, isLimited, isLate }, index) =>
      (isJury ? jury : witness)(`T${index}`, {
        themes,
        maxGroupsPerHearing: most,
        ...(isLimited ? { maxSessions } : {}),
        ...(isLate ? { arrival: { date: '2026-03-03' } } : {}),
      }),
    );
    const labels = Array.from({ length: draw.groupCount }, (_, index) => `G${index}`);
    const half = Math.ceil(draw.groupCount / 2);
    const polled = (id: string, states: readonly AvailabilityState[], row: number) =>
      [id, new Map(sessions.map((one, index) => [one.id, states[row * 5 + index] ?? 'no']))] as const;
    const availability: Programme['availability'] = new Map([
      ...guests.map(({ id }, row) => polled(id, draw.states, row)),
      ...labels.map((id, row) => polled(id, draw.groupStates, row)),
    ]);
    return request(
      {
        sessions,
        rooms: draw.rooms.map(({ capacity, uses, unavailable }, index) =>
          room(`R${index}`, capacity, { uses: [...uses] as Programme['rooms'][number]['uses'], unavailable }),
        ),
        witnesses: guests,
        ...(draw.isPolled ? { availability } : {}),
        hearingsPerGroup: draw.asked,
      },
      [...groups('A', labels.slice(0, half), draw.size), ...groups('B', labels.slice(half), draw.size)],
    );
  });

const ROOM_REASONS: ReadonlySet<string> = new Set([
  'timetable.no-room',
  'timetable.rooms-short',
  'timetable.no-hearing-room',
]);
/** Reasons that name groups of which none can be left out. */
const SET_REASONS: ReadonlySet<string> = new Set(['timetable.witness-blocked', 'timetable.witnesses-short']);

/** What a reason is about: the same before and after a change that does not remove it. */
function subjectOf({ code, params }: Diagnostic): string {
  const {
    witness: guest,
    theme,
    groups: own,
    group,
    session: at,
    first,
    second,
    kind,
    needed,
    sessions,
  } = params as Record<string, unknown>;
  if (code === 'timetable.no-room') return [code, kind, needed, sessions].join(' ');
  if (code === 'timetable.rooms-short') return [code, sessions].join(' ');
  return [code, guest, theme, own, group, at, first, second].join(' ');
}

describe('every change that a reason proposes', () => {
  it('removes it', () => {
    fc.assert(
      fc.property(programmes, (asked) => {
        for (const reason of precheckTimetable(asked)) {
          for (const change of reason.changes ?? []) {
            for (const changed of applyChange(asked, change)) {
              const left = precheckTimetable(changed).map(subjectOf);
              expect({ change, left }).not.toEqual({
                change,
                left: expect.arrayContaining([subjectOf(reason)]),
              });
            }
          }
        }
      }),
      { numRuns: runs(90) },
    );
  });

  it('lets one more hearing be placed where the search found no place for one', () => {
    const missingIn = (asked: TimetableRequest): number => {
      const result = buildTimetable({ ...asked, isPartial: true });
      return result.status === 'partial' ? result.missingHearings : 0;
    };
    fc.assert(
      fc.property(programmes, (asked) => {
        const result = buildTimetable({ ...asked, isPartial: true });
        if (result.status !== 'partial') return;
        // Rooms that are short anyway decide for themselves how many hearings find one.
        if (result.reasons.some(({ code }) => ROOM_REASONS.has(code))) return;
        for (const { code, changes = [] } of result.reasons) {
          if (code !== 'timetable.hearings-missing') continue;
          for (const changed of changes.flatMap((change) => applyChange(asked, change))) {
            expect(missingIn(changed)).toBeLessThan(result.missingHearings);
          }
        }
      }),
      { numRuns: runs(72) },
    );
  });
});

describe('every set of groups that a reason names', () => {
  it('is blocked by itself, and no longer when any of them is left out', () => {
    fc.assert(
      fc.property(programmes, (asked) => {
        for (const reason of precheckTimetable(asked)) {
          const named = (reason.params as { readonly groups?: readonly string[] }).groups;
          if (!SET_REASONS.has(reason.code) || named === undefined) continue;
          // Groups that can go to no session at all are blocked one by one, and named together.
          if ((reason.params as { readonly sessions?: readonly string[] }).sessions?.length === 0) continue;
          const setsAmong = (labels: readonly string[]) =>
            precheckTimetable({ ...asked, groups: asked.groups.filter(({ label }) => labels.includes(label)) })
              .filter(({ code }) => SET_REASONS.has(code))
              .map(({ params }) => params);
          expect(setsAmong(named)).toContainEqual(expect.objectContaining({ groups: named }));
          for (const left of named) {
            const rest = named.filter((label) => label !== left);
            const { witness: guest } = reason.params as { readonly witness?: string };
            const sameGuest = setsAmong(rest).filter((params) => (params as { witness?: string }).witness === guest);
            expect(sameGuest).toEqual([]);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
