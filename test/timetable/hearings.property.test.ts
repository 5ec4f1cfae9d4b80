import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/module.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { precheckTimetable } from '../../src/timetable/precheck.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { conflictsOf } from './conflicts.js';
import { groups, request, room, session, witness } from './programmes.js';

/** Small programmes of work and hearings in which everything varies: availability, joint hearings, most sessions, rooms, parallel sessions. */
const small = fc
  .record({
    groupCount: fc.integer({ min: 1, max: 4 }),
    sessionCount: fc.integer({ min: 1, max: 4 }),
    witnessCount: fc.integer({ min: 1, max: 3 }),
    asked: fc.integer({ min: 1, max: 2 }),
    capacities: fc.array(fc.constantFrom(4, 5, 9, 10), { maxLength: 5 }),
    kinds: fc.array(fc.constantFrom('work', 'hearing', 'both'), { minLength: 4, maxLength: 4 }),
    sameDay: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    states: fc.array(fc.constantFrom('yes', 'yes', 'if_needed', 'no'), { minLength: 12, maxLength: 12 }),
    groupStates: fc.array(fc.constantFrom('yes', 'yes', 'yes', 'if_needed', 'no'), { minLength: 16, maxLength: 16 }),
    most: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
    maxSessions: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
    themed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  })
  .map((draw): TimetableRequest => {
    const sessions = Array.from({ length: draw.sessionCount }, (_, index) =>
      session(`S${index}`, {
        date: `2026-03-0${2 + Math.floor(index / 2) + (draw.sameDay[index] ? 0 : 4)}`,
        ...(index % 2 === 0 ? {} : { start: 840, end: 1000 }),
        kinds: draw.kinds[index] === 'both' ? ['work', 'hearing'] : [draw.kinds[index]],
      }),
    );
    const ids = Array.from({ length: draw.witnessCount }, (_, index) => `T${index}`);
    const half = Math.ceil(draw.groupCount / 2);
    const labels = Array.from({ length: draw.groupCount }, (_, index) => `G${index}`);
    const table = new Map([
      ...ids.map(
        (id, index) => [id, new Map(sessions.map(({ id: at }, s) => [at, draw.states[index * 4 + s]]))] as const,
      ),
      ...labels.map(
        (id, index) => [id, new Map(sessions.map(({ id: at }, s) => [at, draw.groupStates[index * 4 + s]]))] as const,
      ),
    ]) as Programme['availability'];
    return request(
      {
        sessions,
        rooms: draw.capacities.map((capacity, index) => room(`R${index}`, capacity)),
        witnesses: ids.map((id, index) =>
          witness(id, {
            maxGroupsPerHearing: draw.most[index],
            maxSessions: draw.maxSessions[index],
            themes: draw.themed[index] ? ['A'] : [],
          }),
        ),
        ...(table === undefined ? {} : { availability: table }),
        hearingsPerGroup: draw.asked,
      },
      [...groups('A', labels.slice(0, half)), ...groups('B', labels.slice(half))],
    );
  });

/** Whether a timetable exists: every choice of hearings, every choice of rooms, tried one after the other. */
function canExist({ programme, groups: list }: TimetableRequest): boolean {
  const { sessions, witnesses, rooms, availability: table, hearingsPerGroup } = programme;
  const state = (who: string, at: string) => table?.get(who)?.get(at) ?? 'no';
  const chosen: { group: string; witness: string; session: string }[] = [];
  const isLegal = (): boolean =>
    witnesses.every((guest) => {
      const given = chosen.filter((each) => each.witness === guest.id);
      const used = [...new Set(given.map((each) => each.session))];
      return (
        used.length <= (guest.maxSessions ?? Infinity) &&
        used.every((at) => given.filter((each) => each.session === at).length <= guest.maxGroupsPerHearing)
      );
    });
  const hasRooms = (): boolean =>
    rooms.length === 0 ||
    sessions.every((at) => {
      const needs = witnesses
        .map((guest) => chosen.filter((each) => each.session === at.id && each.witness === guest.id).length)
        .filter((count) => count > 0)
        .map((count) => 4 * count + 1);
      for (const { label } of list) {
        const hears = chosen.some((each) => each.session === at.id && each.group === label);
        const isAway = state(label, at.id) === 'no' && !at.kinds.includes('hearing');
        if (!hears && at.kinds.includes('work') && !isAway) needs.push(4);
      }
      const fits = (left: readonly number[], free: readonly number[]): boolean =>
        left.length === 0 ||
        free.some(
          (capacity, index) =>
            capacity >= left[0] &&
            fits(
              left.slice(1),
              free.filter((_, other) => other !== index),
            ),
        );
      return fits(
        needs,
        rooms.map(({ capacity }) => capacity),
      );
    });
  const choose = (group: number, left: number, from: number): boolean => {
    if (group === list.length) return hasRooms();
    if (left === 0) return choose(group + 1, hearingsPerGroup, 0);
    const { label, theme } = list[group];
    for (let at = from; at < witnesses.length * sessions.length; at++) {
      const guest = witnesses[Math.floor(at / sessions.length)];
      const place = sessions[at % sessions.length];
      if (!place.kinds.includes('hearing') || state(guest.id, place.id) === 'no' || state(label, place.id) === 'no')
        continue;
      if (guest.themes.length > 0 && !guest.themes.includes(theme)) continue;
      const rivals = chosen.filter((each) => each.group === label);
      if (rivals.some((each) => each.witness === guest.id || each.session === place.id)) continue;
      chosen.push({ group: label, witness: guest.id, session: place.id });
      if (isLegal() && choose(group, left - 1, at + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return choose(0, hearingsPerGroup, 0);
}

describe('any small programme', () => {
  it('has a timetable exactly when trying everything finds one, and then without conflict', () => {
    fc.assert(
      fc.property(small, (asked) => {
        const result = buildTimetable(asked);
        expect(result.status).toBe(canExist(asked) ? 'found' : 'impossible');
        if (result.status === 'found') expect(conflictsOf(asked, result.timetable.rows)).toEqual([]);
        else expect(result.reasons).not.toEqual([]);
      }),
      { numRuns: runs(600) },
    );
  });

  it('is never blocked by the pre-checks when it could be solved', () => {
    fc.assert(
      fc.property(small, (asked) => {
        if (canExist(asked)) expect(precheckTimetable(asked)).toEqual([]);
      }),
      { numRuns: runs(600) },
    );
  });

  it('gives the same rows whatever the order of sessions, rooms, witnesses and availabilities', () => {
    fc.assert(
      fc.property(small, (asked) => {
        const { sessions, rooms, witnesses, availability: table } = asked.programme;
        const programme: Programme = {
          ...asked.programme,
          sessions: sessions.toReversed(),
          rooms: rooms.toReversed(),
          witnesses: witnesses.toReversed(),
          ...(table === undefined ? {} : { availability: new Map([...table].toReversed()) }),
        };
        expect(buildTimetable({ ...asked, programme })).toEqual(buildTimetable(asked));
      }),
      { numRuns: runs(180) },
    );
  });
});
