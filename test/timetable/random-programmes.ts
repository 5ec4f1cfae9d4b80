import fc from 'fast-check';
import type { Audience, SessionKind } from '../../src/domain/session.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { groups, jury, request, room, session, witness } from './programmes.js';

const forms: readonly {
  readonly kinds: readonly SessionKind[];
  readonly audience: Audience;
  readonly sites: readonly string[];
}[] = [
  { kinds: ['plenary'], audience: { kind: 'all' }, sites: [] },
  { kinds: ['plenary'], audience: { kind: 'halves' }, sites: ['North', 'South'] },
  { kinds: ['work', 'hearing'], audience: { kind: 'groups' }, sites: [] },
  { kinds: ['work', 'hearing'], audience: { kind: 'groups' }, sites: ['North'] },
  { kinds: ['work', 'hearing'], audience: { kind: 'halves' }, sites: ['South', 'North'] },
  { kinds: ['work'], audience: { kind: 'theme', theme: 'A' }, sites: [] },
  { kinds: ['hearing'], audience: { kind: 'theme', theme: 'B' }, sites: ['South'] },
  { kinds: ['presentation'], audience: { kind: 'groups' }, sites: [] },
  { kinds: ['presentation'], audience: { kind: 'theme', theme: 'B' }, sites: [] },
  { kinds: ['visit'], audience: { kind: 'all' }, sites: ['Senate'] },
];

/** Programmes with every form of session on two sites, some at the same time for different themes. */
export const programmes = fc
  .record({
    forms: fc.array(fc.constantFrom(...forms), { minLength: 2, maxLength: 7 }),
    starts: fc.array(fc.constantFrom(0, 0, 0, 60, 120, 180), { minLength: 7, maxLength: 7 }),
    capacities: fc.array(fc.constantFrom(4, 5, 5, 9, 13, 30), { minLength: 8, maxLength: 14 }),
    asked: fc.integer({ min: 0, max: 1 }),
    most: fc.integer({ min: 1, max: 2 }),
    jurors: fc.integer({ min: 0, max: 4 }),
    seed: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ starts, ...draw }): TimetableRequest => {
    const sessions = draw.forms.map((form, index) =>
      // Themes A and B may overlap each other: sessions of one theme share a day in pairs, in a chain of overlaps.
      session(`S${index}`, {
        ...form,
        date: `2026-03-0${form.audience.kind === 'theme' ? 1 : 2 + index}`,
        start: 540 + (form.audience.kind === 'theme' ? starts[index] : 0),
        end: 720 + (form.audience.kind === 'theme' ? starts[index] : 0),
      }),
    );
    return request(
      {
        sessions,
        rooms: draw.capacities.map((capacity, index) =>
          room(`R${index}`, capacity, { site: index % 2 === 0 ? 'North' : 'South' }),
        ),
        witnesses: [
          witness('T1', { maxGroupsPerHearing: draw.most }),
          witness('T2', { themes: ['B'], maxGroupsPerHearing: draw.most }),
          ...Array.from({ length: draw.jurors }, (_, index) => jury(`J${index}`)),
        ],
        hearingsPerGroup: draw.asked,
      },
      [...groups('A', ['A1', 'A2', 'A3']), ...groups('B', ['B1', 'B2'])],
      draw.seed,
    );
  });
