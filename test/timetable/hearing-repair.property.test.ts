import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedRow } from '../../src/domain/timetable.js';
import type { IntegerProgram } from '../../src/proof/integer-program.js';
import { solveWithHighs } from '../../src/proof/highs-solver.js';
import { compileHearings, type HearingModel, type HearingOption } from '../../src/timetable/hearing-model.js';
import { repairHearings } from '../../src/timetable/hearing-repair.js';
import { createHearingState } from '../../src/timetable/hearing-state.js';
import { numberKept, type Kept } from '../../src/timetable/kept.js';
import { buildTimetable } from '../../src/timetable/build-timetable.js';
import { compileTimetable } from '../../src/timetable/model.js';
import type { TimetableRequest } from '../../src/timetable/request.js';
import { runs } from '../helpers/runs.js';
import { availability, groups, request, session, witness } from './programmes.js';

const GROUPS = 4;
const SESSIONS = 5;
const WITNESSES = 3;

const draw = fc.record({
  asked: fc.integer({ min: 1, max: 2 }),
  /** By witness and session. */
  states: fc.array(fc.constantFrom('yes', 'yes', 'if_needed', 'no'), { minLength: 15, maxLength: 15 }),
  most: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: WITNESSES, maxLength: WITNESSES }),
  maxSessions: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: WITNESSES, maxLength: WITNESSES }),
  atOnce: fc.boolean(),
  today: fc.constantFrom('', '2026-03-01', '2026-03-04'),
  /** By group and session: the witness that was heard, where nothing stood against that, and whether the row is locked. */
  published: fc.array(fc.tuple(fc.constantFrom(-1, -1, 0, 1, 2), fc.integer({ min: 0, max: 9 })), {
    minLength: GROUPS * SESSIONS,
    maxLength: GROUPS * SESSIONS,
  }),
  /** Whether anything may have been published, and not only what could be then. */
  isWild: fc.integer({ min: 0, max: 9 }).map((number) => number === 9),
});

type Draw = typeof draw extends fc.Arbitrary<infer T> ? T : never;

interface Instance {
  readonly asked: TimetableRequest;
  readonly hearings: HearingModel;
  readonly kept: Kept;
}

function instanceOf(own: Draw): Instance {
  const sessions = Array.from({ length: SESSIONS }, (_, index) =>
    session(`S${index}`, {
      date: `2026-03-${String(2 + (index === 1 && own.atOnce ? 0 : 3 * index)).padStart(2, '0')}`,
    }),
  );
  const table = Object.fromEntries(
    Array.from({ length: WITNESSES }, (_, w) => [
      `T${w}`,
      sessions
        .flatMap(({ id }, s) => {
          const state = own.states[w * SESSIONS + s];
          return state === 'no' ? [] : [state === 'yes' ? id : `${id}?`];
        })
        .join(' '),
    ]),
  );
  const asked = request(
    {
      sessions,
      witnesses: Array.from({ length: WITNESSES }, (_, w) =>
        witness(`T${w}`, { maxGroupsPerHearing: own.most[w], maxSessions: own.maxSessions[w] }),
      ),
      availability: availability(table),
      hearingsPerGroup: own.asked,
    },
    groups('A', ['G0', 'G1', 'G2', 'G3']),
  );
  const model = compileTimetable(asked.programme, asked.groups);
  const was = own.isWild ? own.published.map(([heard]) => heard) : couldBe(own);
  const rows = own.published.flatMap(([, lock], place): readonly PublishedRow[] => {
    const heard = was[place];
    const group = `G${Math.floor(place / SESSIONS)}`;
    const at = sessions[place % SESSIONS];
    const { date, start, end } = at;
    const common = { version: 0, theme: 'A', strand: '', room: '', site: '', status: 'new', changed: '' } as const;
    const kind = heard < 0 ? 'work' : 'hearing';
    const witnesses = heard < 0 ? [] : [`T${heard}`];
    // A lock on anything but a hearing that can take place would leave the two nothing to agree on.
    const source = { file: 'timetable.csv', line: place + 2 };
    return [
      {
        ...common,
        uid: `${at.id}-${group}`,
        session: at.id,
        date,
        start,
        end,
        kind,
        group,
        witnesses,
        isLocked: lock === 9 && heard < 0,
        source,
      },
    ];
  });
  const kept = numberKept(model, { rows, today: own.today });
  return { asked, hearings: compileHearings(model, kept), kept };
}

/** The hearings drawn, without those that would break a rule beside the ones before: whom a group hears, by group and session. */
function couldBe({ published, asked, most, maxSessions, atOnce }: Draw): readonly number[] {
  const was = published.map(() => -1);
  const at = (g: number, s: number) => was[g * SESSIONS + s];
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  published.forEach(([witness], place) => {
    const [group, s] = [Math.floor(place / SESSIONS), place % SESSIONS];
    const twin = atOnce && s < 2 ? 1 - s : -1;
    const own = range(SESSIONS).map((other) => at(group, other));
    const there = range(GROUPS).filter((g) => at(g, s) === witness).length;
    const sessions = range(SESSIONS).filter((other) => range(GROUPS).some((g) => at(g, other) === witness));
    const isFree =
      witness >= 0 &&
      own.filter((heard) => heard >= 0).length < asked &&
      !own.includes(witness) &&
      there < most[witness] &&
      (there > 0 || sessions.length < maxSessions[witness]) &&
      (twin < 0 || (at(group, twin) < 0 && !sessions.includes(twin)));
    if (isFree) was[place] = witness;
  });
  return was;
}

const MISSING = 1_000_000;

/** What the repair counts: changed hearings at the weight of their days, and those that take no place. */
function costOf({ hearings, kept }: Omit<Instance, 'asked'>, chosen: ReadonlySet<HearingOption>): number {
  let cost = 0;
  for (const option of hearings.options.flat()) {
    const isPublished = kept.witnessAt(option.group, hearings.sessions[option.session]) === option.witness;
    if (isPublished !== chosen.has(option)) cost += priceOf(hearings, kept, option);
  }
  return cost + MISSING * (hearings.asked * hearings.groupCount - chosen.size);
}

function priceOf(hearings: HearingModel, kept: Kept, option: HearingOption): number {
  return 10 * kept.weightOf(hearings.sessions[option.session]) + 10;
}

/** The same as an integer programme: a column for each option, then one for each witness in each session, then what each group lacks. */
function programOf({ hearings, kept }: Omit<Instance, 'asked'>): { program: IntegerProgram; constant: number } {
  const options = hearings.options.flat();
  const count = hearings.sessions.length;
  const seat = (w: number, s: number) => options.length + w * count + s;
  const lack = (g: number) => options.length + hearings.witnessCount * count + g;
  const cost: number[] = [];
  const top: number[] = [];
  let constant = 0;
  options.forEach((option, column) => {
    const price = priceOf(hearings, kept, option);
    const index = hearings.sessions[option.session];
    const isPublished = kept.witnessAt(option.group, index) === option.witness;
    if (isPublished) constant += price;
    cost[column] = isPublished ? -price : price;
    top[column] = 1;
  });
  for (let w = 0; w < hearings.witnessCount; w++)
    for (let s = 0; s < count; s++) [cost[seat(w, s)], top[seat(w, s)]] = [0, 1];
  for (let g = 0; g < hearings.groupCount; g++) [cost[lack(g)], top[lack(g)]] = [MISSING, hearings.asked];
  const rows: { columns: number[]; coefficients: number[]; lower: number; upper: number }[] = [];
  const add = (terms: readonly (readonly [number, number])[], lower: number, upper: number) =>
    rows.push({
      columns: terms.map(([column]) => column),
      coefficients: terms.map(([, value]) => value),
      lower,
      upper,
    });
  const where = (test: (option: HearingOption) => boolean) =>
    options.flatMap((option, column) => (test(option) ? [[column, 1] as const] : []));
  for (let g = 0; g < hearings.groupCount; g++) {
    add([...where(({ group }) => group === g), [lack(g), 1]], hearings.asked, hearings.asked);
    for (let w = 0; w < hearings.witnessCount; w++)
      add(
        where((o) => o.group === g && o.witness === w),
        -Infinity,
        1,
      );
    for (let s = 0; s < count; s++) {
      add(
        where((o) => o.group === g && o.session === s),
        -Infinity,
        1,
      );
      for (const other of hearings.overlaps[s])
        add(
          where((o) => o.group === g && (o.session === s || o.session === other)),
          -Infinity,
          1,
        );
    }
  }
  options.forEach((option, column) => {
    if (kept.isFixed(option.group, hearings.sessions[option.session])) add([[column, 1]], 1, 1);
  });
  for (let w = 0; w < hearings.witnessCount; w++) {
    for (let s = 0; s < count; s++) {
      const heard = where((o) => o.witness === w && o.session === s);
      add([...heard, [seat(w, s), -hearings.perHearing[w]]], -Infinity, 0);
      for (const other of hearings.overlaps[s])
        add(
          [
            [seat(w, s), 1],
            [seat(w, other), 1],
          ],
          -Infinity,
          1,
        );
    }
    add(
      Array.from({ length: count }, (_, s) => [seat(w, s), 1] as const),
      -Infinity,
      hearings.maxSessions[w],
    );
  }
  const program: IntegerProgram = { cost, top, isInteger: cost.map(() => true), rows };
  return { program, constant };
}

describe('the repair of hearings', () => {
  it('changes as little as an integer programme proves to be least', async () => {
    await fc.assert(
      fc.asyncProperty(draw, async (own) => {
        const instance = instanceOf(own);
        const state = createHearingState(instance.hearings);
        const { isProved } = repairHearings(state, () => 0, instance.kept);
        const chosen = new Set(instance.hearings.options.flatMap((_, group) => state.of(group)));
        const { program, constant } = programOf(instance);
        const answer = await solveWithHighs(program, { nodes: 100_000, iterations: 1_000_000 });
        // What is past may break the rules of today: the repair has no say in it, and the programme no solution.
        fc.pre(!answer.isInfeasible);
        expect(answer.isComplete).toBe(true);
        const least = Math.round(answer.bound) + constant;
        if (isProved) expect(costOf(instance, chosen)).toBe(least);
        // Where much is missing, or much contradicts itself, the search may end before its proof.
        else expect([own.isWild || least >= 2 * MISSING, costOf(instance, chosen) >= least]).toEqual([true, true]);
      }),
      { numRuns: runs(18) },
    );
  });

  it('leaves out no more hearings than a programme proves must be, where a partial timetable says so', async () => {
    let claims = 0;
    await fc.assert(
      fc.asyncProperty(draw, async (own) => {
        const instance = instanceOf({ ...own, atOnce: false, today: '', published: own.published.map(() => [-1, 0]) });
        const result = buildTimetable({ ...instance.asked, isPartial: true });
        const { program } = programOf(instance);
        const { bound } = await solveWithHighs(program, { nodes: 100_000, iterations: 1_000_000 });
        const least = Math.floor(Math.round(bound) / MISSING);
        if (result.status === 'impossible') throw new Error(JSON.stringify(result.reasons));
        const missing = result.status === 'found' ? 0 : result.missingHearings;
        expect(missing).toBeGreaterThanOrEqual(least);
        if (result.status === 'found' || !result.isFewestMissing) return;
        claims++;
        expect(missing).toBe(least);
      }),
      // Of a seed, since what is counted below is rare: another one may hardly have it.
      { numRuns: runs(36), seed: 2 },
    );
    expect(claims).toBeGreaterThan(0);
  });
});
