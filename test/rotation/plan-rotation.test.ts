import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  measureMeetings,
  planRotation,
  scoreRotation,
  summariseMeetings,
  type Groupings,
  type RotationRequest,
} from '../../src/index.js';
import { boundRepeats } from '../../src/rotation/bound.js';
import { runs } from '../helpers/runs.js';

type Met = NonNullable<RotationRequest['met']>;

describe('known best plans', () => {
  it.each([
    [15, 5, 7],
    [144, 16, 4],
    [144, 16, 6],
    [32, 8, 9],
    [32, 8, 10],
    [25, 5, 6],
    [16, 4, 5],
    [9, 3, 4],
    [24, 8, 10],
  ])('%i people in %i groups, %i times: nobody meets again', { timeout: 120_000 }, async (people, groups, modules) => {
    const plan = await planRotation(alike(people, groups, modules, { starts: 40, proposals: 300_000 }));
    expect([plan.repeats, plan.excess, plan.bound, plan.stopped]).toEqual([0, 0, 0, 'bound']);
    expect(judge(plan.groupOf).repeats).toBe(0);
  });

  it('150 people of two schools, 16 groups, 16 times: nobody meets again, and every group has 5 or 6 of the smaller share', async () => {
    const schools = Int32Array.from({ length: 150 }, (_, person) => (person % 5 < 3 ? 0 : 1));
    const plan = await planRotation({ ...alike(150, 16, 16), strata: [schools] });
    expect([plan.repeats, plan.origin, plan.proposals]).toEqual([0, 'design', 0]);
    expect(judge(plan.groupOf)).toMatchObject({ repeats: 0, least: 134, most: 144 });
    for (const groupOf of plan.groupOf) {
      const counts = new Int32Array(16);
      groupOf.forEach((group, person) => (counts[group] += 1 - schools[person]));
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
      expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    }
  });
});

it.each([12, 14, 15])('gives each of %i groups its share of both schools, rounded up or down', async (groups) => {
  const schools = Int32Array.from({ length: 150 }, (_, person) => (person < 90 ? 0 : 1));
  const plan = await planRotation({ ...alike(150, groups, 5), strata: [schools] });
  const least = Math.floor((90 * Math.floor(150 / groups)) / 150);
  const most = Math.ceil((90 * Math.ceil(150 / groups)) / 150);
  for (const groupOf of plan.groupOf) {
    const counts = tally(
      groupOf.filter((_, person) => schools[person] === 0),
      groups,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...counts)).toBeLessThanOrEqual(most);
  }
});

describe('any plan', () => {
  const requests = fc.record({
    sizes: fc.integer({ min: 1, max: 24 }).chain((people) => fc.array(sizesOf(people), { minLength: 1, maxLength: 6 })),
    levels: fc.array(fc.nat(3), { minLength: 24, maxLength: 24 }),
    met: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 12 }),
    seed: fc.string(),
  });

  it('has the sizes asked for, counts its repeats right, and is no better than the bound', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ sizes, levels, met: pairs, seed }) => {
        const peopleCount = sizes[0].reduce((sum, size) => sum + size, 0);
        const met = metPairs(pairs, peopleCount);
        const strata = [Int32Array.from(levels.slice(0, peopleCount))];
        const budget = { starts: 2, proposals: 300 };
        const plan = await planRotation({ peopleCount, sizes, strata, met, seed, budget });
        expect(plan.groupOf.map((groupOf, module) => [...tally(groupOf, sizes[module].length)])).toEqual(
          sizes.map((list) => [...list]),
        );
        const { repeats, excess } = plan;
        expect({ repeats, excess }).toEqual(scoreRotation(peopleCount, plan.groupOf, met));
        if (met.length === 0) expect(judge(plan.groupOf).repeats).toBe(repeats);
        expect(repeats).toBeGreaterThanOrEqual(plan.bound);
      }),
      { numRuns: runs(60) },
    );
  });

  it('is the same every time', async () => {
    const request = { ...alike(20, 4, 6, { starts: 3, proposals: 2_000 }), met: metPairs([[0, 1]], 20) };
    expect(await planRotation(request)).toEqual(await planRotation(request));
    expect(await planRotation({ ...request, seed: 'other' })).not.toEqual(await planRotation(request));
  });

  it('ends when it is cut, with what it has', async () => {
    const plan = await planRotation({
      ...alike(60, 6, 9, { starts: 50, proposals: 1_000_000 }),
      control: { cut: () => 'time-limit' },
    });
    expect(plan.stopped).toBe('time-limit');
    expect(plan.proposals).toBeLessThan(100_000);
    expect(plan.groupOf).toHaveLength(9);
  });
});

describe('earlier meetings', () => {
  it('are avoided where that can be', async () => {
    const first = await planRotation(alike(36, 6, 1));
    const met = pairsTogether(first.groupOf[0]);
    const plan = await planRotation({ ...alike(36, 6, 2, { starts: 8, proposals: 100_000 }), met });
    expect(plan.repeats).toBe(0);
    expect(judge([...first.groupOf, ...plan.groupOf]).repeats).toBe(0);
  });
});

describe('beside every plan there is', () => {
  it.each([
    [4, [[2, 2]], 3, []],
    [4, [[2, 2]], 5, []],
    [6, [[2, 2, 2]], 4, []],
    [
      6,
      [[2, 2, 2]],
      3,
      [
        [0, 1],
        [2, 3],
        [0, 4],
      ],
    ],
    [6, [[3, 3]], 3, []],
    [
      6,
      [
        [3, 2, 1],
        [2, 2, 2],
      ],
      3,
      [],
    ],
    [5, [[3, 2]], 4, [[0, 1]]],
    [7, [[4, 3]], 3, []],
  ] satisfies [number, number[][], number, [number, number][]][])(
    '%i people in groups of %j, %i times: the fewest repeats, and a bound that is no higher',
    async (peopleCount, kinds, modules, pairs) => {
      const sizes = Array.from({ length: modules }, (_, module) => Int32Array.from(kinds[module % kinds.length]));
      const met = metPairs(pairs, peopleCount);
      const least = fewestRepeats(peopleCount, sizes, met);
      const plan = await planRotation({ peopleCount, sizes, met, seed: 's', budget: { starts: 4, proposals: 3_000 } });
      expect(plan.repeats).toBe(least);
      expect(boundRepeats(peopleCount, sizes, met)).toBeLessThanOrEqual(least);
    },
  );
});

it('refuses what does not fit', async () => {
  const request = alike(6, 3, 2);
  await expect(planRotation({ ...request, peopleCount: 7 })).rejects.toThrow('module 0 seats 6 of 7 people');
  await expect(planRotation({ ...request, strata: [new Int32Array(5)] })).rejects.toThrow('an attribute of 5 people');
  const met = (first: number, second: number, times: number) =>
    planRotation({ ...request, met: [{ first, second, times }] });
  await expect(met(1, 1, 1)).rejects.toThrow('1 and 1 are no two people of 6');
  await expect(met(1, 6, 1)).rejects.toThrow('1 and 6 are no two people of 6');
  await expect(met(1, 2, 0)).rejects.toThrow('1 and 2 met 0 times');
});

it('plans nothing for nobody', async () => {
  const budget = { starts: 1, proposals: 100 };
  expect(await planRotation({ peopleCount: 3, sizes: [], seed: 's', budget })).toMatchObject({
    groupOf: [],
    repeats: 0,
  });
  const nobody = await planRotation({ peopleCount: 0, sizes: [new Int32Array(2)], seed: 's', budget });
  expect(nobody).toMatchObject({ repeats: 0, bound: 0 });
});

function alike(peopleCount: number, groups: number, modules: number, budget = { starts: 2, proposals: 20_000 }) {
  const even = Int32Array.from({ length: groups }, (_, group) =>
    Math.floor((peopleCount + groups - 1 - group) / groups),
  );
  return { peopleCount, sizes: Array.from({ length: modules }, () => even), seed: 'seed', budget };
}

/** Up to six groups, some of them perhaps empty, of so many people. */
function sizesOf(people: number): fc.Arbitrary<Int32Array> {
  return fc.array(fc.nat(people), { maxLength: 5 }).map((cuts) => {
    const ends = [...cuts.sort((a, b) => a - b), people];
    return Int32Array.from(ends, (end, i) => end - (i === 0 ? 0 : ends[i - 1]));
  });
}

function metPairs(pairs: readonly (readonly [number, number])[], peopleCount: number): Met {
  return pairs
    .filter(([first, second]) => first !== second && first < peopleCount && second < peopleCount)
    .map(([first, second]) => ({ first, second, times: 1 }));
}

function pairsTogether(groupOf: Int32Array): Met {
  const pairs = [...groupOf.keys()].flatMap((first) =>
    [...groupOf.keys()].map((second) => ({ first, second, times: 1 })),
  );
  return pairs.filter(({ first, second }) => first < second && groupOf[first] === groupOf[second]);
}

/** The independent judge's figures. */
function judge(groupOf: Groupings) {
  const figures = measureMeetings(
    groupOf.map((grouping) => ({
      assignment: new Map([...grouping].map((group, person) => [`P${person}`, `G${group}`])),
    })),
  );
  return { ...figures, ...summariseMeetings(figures) };
}

function tally(groupOf: Int32Array, groupCount: number): Int32Array {
  const counts = new Int32Array(groupCount);
  for (const group of groupOf) counts[group]++;
  return counts;
}

/** By trying every grouping of every module, the first of them alone fixed where nobody has met. */
function fewestRepeats(n: number, sizes: readonly Int32Array[], met: Met): number {
  const counts = new Int32Array(n * n);
  for (const { first, second, times } of met) counts[Math.min(first, second) * n + Math.max(first, second)] += times;
  let best = Infinity;
  const visit = (module: number, repeats: number): void => {
    if (repeats >= best) return;
    if (module === sizes.length) {
      best = repeats;
      return;
    }
    for (const groupOf of groupings(n, sizes[module])) {
      let added = 0;
      const together: number[] = [];
      for (let p = 0; p < n; p++) {
        for (let q = p + 1; q < n; q++) {
          if (groupOf[p] !== groupOf[q]) continue;
          if (counts[p * n + q]++ > 0) added++;
          together.push(p * n + q);
        }
      }
      visit(module + 1, repeats + added);
      for (const pair of together) counts[pair]--;
      if (module === 0 && met.length === 0) break;
    }
  };
  visit(0, 0);
  return best;
}

/** Every way to fill groups of these sizes; of groups of one size, in one order only. */
function groupings(n: number, sizes: Int32Array): readonly Int32Array[] {
  const found: Int32Array[] = [];
  const groupOf = new Int32Array(n);
  const room = sizes.slice();
  const visit = (person: number): void => {
    if (person === n) {
      found.push(groupOf.slice());
      return;
    }
    sizes.forEach((size, group) => {
      const isFirst = room[group] === size;
      const hasTwin = sizes.some((other, earlier) => earlier < group && other === size && room[earlier] === other);
      if (room[group] === 0 || (isFirst && hasTwin)) return;
      room[group]--;
      groupOf[person] = group;
      visit(person + 1);
      room[group]++;
    });
  };
  visit(0);
  return found;
}
