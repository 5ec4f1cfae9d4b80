import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostHearings } from '../../src/timetable/hearing-flow.js';
import type { HearingModel, HearingOption } from '../../src/timetable/hearing-model.js';
import type { TimetableModel } from '../../src/timetable/model.js';
import { runs } from '../helpers/runs.js';

const [GROUPS, WITNESSES, SESSIONS] = [3, 2, 2];

interface Small {
  readonly asked: number;
  readonly places: readonly number[];
  readonly perHearing: readonly number[];
  readonly maxSessions: readonly number[];
}

/** A few groups, often with the same before them; `places` has a bit for each witness in each session. */
const SMALL = fc.record({
  asked: fc.integer({ min: 1, max: 2 }),
  places: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: GROUPS }),
  perHearing: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: WITNESSES, maxLength: WITNESSES }),
  maxSessions: fc.array(fc.constantFrom(1, 2, Infinity), { minLength: WITNESSES, maxLength: WITNESSES }),
  settled: fc.integer({ min: 0, max: GROUPS * WITNESSES * SESSIONS }),
});

function compile({ asked, places, perHearing, maxSessions }: Small): HearingModel {
  const options = Array.from({ length: GROUPS }, (_, group) =>
    [0, 1, 2, 3]
      .filter((bit) => (places[group % places.length] >> bit) % 2 === 1)
      .map((bit): HearingOption => ({ group, witness: bit >> 1, session: bit % 2, ifNeeded: 0 })),
  );
  const everyone = { audience: { kind: 'everyone' }, sites: [] };
  return {
    model: { sessions: [everyone, everyone] } as unknown as TimetableModel,
    asked,
    groupCount: GROUPS,
    witnessCount: WITNESSES,
    sessions: [0, 1],
    options,
    eligible: options.map(() => [0, 1]),
    perHearing,
    maxSessions,
    overlaps: [[], []],
  } as unknown as HearingModel;
}

/** Most hearings with those chosen: each group hears a witness once and in one session one at most of those chosen, the others as the flow allows. */
function tryAll(hearings: HearingModel, chosen: readonly HearingOption[]): number {
  const { asked, perHearing, maxSessions } = hearings;
  const all = hearings.options.flat();
  const seats = new Map<string, number>();
  const ofWitness = [0, 0];
  const heard = hearings.options.map((): number[] => []);
  const take = ({ group, witness, session }: HearingOption, change: 1 | -1): void => {
    seats.set(`${witness}|${session}`, (seats.get(`${witness}|${session}`) ?? 0) + change);
    ofWitness[witness] += change;
    if (change === 1) heard[group].push(witness);
    else heard[group].pop();
  };
  for (const option of chosen) take(option, 1);
  const isBusy = (option: HearingOption): boolean =>
    chosen.some((other) => other.group === option.group && other.session === option.session);
  const best = (from: number): number => {
    if (from === all.length) return 0;
    let most = best(from + 1);
    const option = all[from];
    const { group, witness, session } = option;
    const limit = Math.min(maxSessions[witness], SESSIONS) * perHearing[witness];
    const isOpen = heard[group].length < asked && !heard[group].includes(witness) && !isBusy(option);
    if (isOpen && (seats.get(`${witness}|${session}`) ?? 0) < perHearing[witness] && ofWitness[witness] < limit) {
      take(option, 1);
      most = Math.max(most, 1 + best(from + 1));
      take(option, -1);
    }
    return most;
  };
  return chosen.length + best(0);
}

describe('the most hearings that groups can have', () => {
  it('is that of trying all, for groups that are alike and others, with one of them settled or none', () => {
    fc.assert(
      fc.property(SMALL, ({ settled, ...small }) => {
        const hearings = compile(small);
        const chosen = hearings.options.flat().slice(settled, settled + 1);
        const groups = hearings.options.map((_, group) => group);
        expect(mostHearings(hearings, groups, chosen)).toBe(tryAll(hearings, chosen));
      }),
      { numRuns: runs(200) },
    );
  });

  it('counts the groups asked about alone', () => {
    const hearings = compile({ asked: 1, places: [15], perHearing: [1, 1], maxSessions: [1, 1] });
    expect([[0], [0, 1], [0, 1, 2]].map((groups) => mostHearings(hearings, groups))).toEqual([1, 2, 2]);
  });
});
