import { describe, expect, it } from 'vitest';
import { ProblemTooLarge } from '../../src/engine/exact.js';
import { compileMeetings, type Meetings } from '../../src/engine/meetings.js';
import { createMeetingModel, forcedMeetings } from '../../src/engine/terms/meeting-term.js';
import { compileProblem } from '../../src/engine/problem.js';
import { weightBetween } from '../../src/engine/neighbour-lists.js';
import { moduleOf, rule } from '../helpers/modules.js';

const compile = (history: readonly string[], rules = [] as ReturnType<typeof rule>[], historyWeight = 1) =>
  compileMeetings(moduleOf({ people: history[0].length, sizes: [2, 2], history, historyWeight, rules }), 1);

describe('earlier meetings', () => {
  it('weigh the square of three points for the last module, two for the one before, one for older ones', () => {
    // a met b in the oldest, the second and the last module, c in the one before the last, d never.
    const met = compile(['AAB.', 'AABB', 'ABAB', 'AABB']);
    expect(met).toBeDefined();
    if (met === undefined) return;
    expect(weightBetween(met, 0, 1)).toBe((1 + 1 + 3) ** 2);
    expect(weightBetween(met, 0, 2)).toBe(2 ** 2);
    expect(weightBetween(met, 0, 3)).toBe(0);
    expect(weightBetween(met, 1, 0)).toBe(25);
  });

  it('are listed in the order of people, whichever module was first', () => {
    const met = compile(['ABBA', 'AABB']);
    if (met === undefined) throw new Error('expected meetings');
    expect([...met.neighbours]).toEqual([1, 3, 0, 2, 1, 3, 0, 2]);
    expect([weightBetween(met, 0, 1), weightBetween(met, 0, 3)]).toEqual([9, 4]);
    expect(met.groups).toEqual([
      { people: 2, price: 4, wanted: 0 },
      { people: 2, price: 4, wanted: 0 },
      { people: 2, price: 9, wanted: 0 },
      { people: 2, price: 9, wanted: 0 },
    ]);
  });

  it('leave out of a group the pairs that rules want together, though a person be in two of them', () => {
    const met = compile(['AAAB'], [rule('together', 'a b'), rule('together', 'a d')]);
    expect(met?.groups.map(({ people, wanted }) => [people, wanted])).toEqual([
      [3, 1],
      [1, 0],
    ]);
    expect([...(met?.neighbours ?? [])]).toEqual([2, 2, 0, 1]);
  });

  it('are given up aloud where groups were so large that too many have met', () => {
    const people = 10_001;
    const module = moduleOf({ people, sizes: [people], history: ['A'.repeat(people)] });
    expect(() => compileMeetings(module, 1)).toThrow(/^history: /);
  });

  it('leave out people whom a rule wants together, whether it must be kept or not', () => {
    expect(compile(['AABB'], [rule('together', 'a b'), rule('together', 'c d', { weight: 5 })])).toBeUndefined();
    expect(compile(['AABB'], [rule('apart', 'a b')])?.neighbours.length).toBe(4);
  });

  it('are nothing where nobody has met anybody', () => {
    expect(compile(['ABCD'])).toBeUndefined();
    expect(compile(['....'])).toBeUndefined();
  });

  it('do not matter at weight 0', () => {
    const module = moduleOf({ people: 4, sizes: [2, 2], history: ['AABB'], historyWeight: 0 });
    expect(compileProblem(module).soft).toEqual([]);
  });

  it('must be repeated where somebody has met nearly everybody: the cheapest ones are counted, each once', () => {
    // Four people who have all met in the last module: two groups of two are two pairs that meet again.
    const met = compile(['AAAA']);
    if (met === undefined) throw new Error('expected meetings');
    expect(forcedMeetings(met, Int32Array.of(2, 2))).toBe(2 * 9);
    expect(createMeetingModel(met, Int32Array.of(2, 2)).bound).toBe(18);
    expect(forcedMeetings(met, Int32Array.of(1, 3))).toBe(3 * 9);
    expect(forcedMeetings(met, Int32Array.of(1, 1, 1, 1))).toBe(0);
  });

  it('must be repeated by each person beyond the strangers there are, at what the cheapest weigh, half of it on either side', () => {
    // a and d are strangers; b and c have met everybody.
    const met = meetingsOf(4, [
      [0, 1, 4],
      [0, 2, 9],
      [1, 2, 9],
      [1, 3, 1],
      [2, 3, 4],
    ]);
    // In groups of two, b meets d again for 1 and c meets d again for 4: 5, of which half is counted, rounded up.
    expect(forcedMeetings(met, Int32Array.of(2, 2))).toBe(3);
    // In one of four, a and d meet two again, b and c three: all pairs.
    expect(forcedMeetings(met, Int32Array.of(4))).toBe(4 + 9 + 9 + 1 + 4);
    expect(forcedMeetings(met, Int32Array.of(1, 3))).toBe(0);
  });

  it('must be repeated by the people of an earlier group, those left out whom a rule wants together', () => {
    const forced = (wanted: number) =>
      forcedMeetings({ ...meetingsOf(4, []), groups: [{ people: 4, price: 9, wanted }] }, Int32Array.of(2, 2));
    expect(forced(0)).toBe(2 * 9);
    expect(forced(1)).toBe((2 - 1) * 9);
    expect(forced(3)).toBe(0);
  });
});

/** Meetings by two people, the smaller first, and their weight. */
function meetingsOf(peopleCount: number, pairs: readonly (readonly [number, number, number])[], price = 5): Meetings {
  const both = [...pairs, ...pairs.map(([a, b, weight]) => [b, a, weight] as const)].sort(
    (x, y) => x[0] - y[0] || x[1] - y[1],
  );
  return {
    peopleCount,
    start: Int32Array.from({ length: peopleCount + 1 }, (_, p) => both.filter(([a]) => a < p).length),
    neighbours: Int32Array.from(both, ([, b]) => b),
    weights: Float64Array.from(both, ([, , weight]) => weight),
    price,
    groups: [],
  };
}

describe('the term of meetings', () => {
  it('costs the price of each pair that shares a group, and says how much a swap could gain at most', () => {
    const met = meetingsOf(4, [
      [0, 1, 4],
      [0, 2, 9],
      [2, 3, 1],
    ]);
    const term = createMeetingModel(met, Int32Array.of(2, 2)).start(Int32Array.of(0, 0, 1, 1));
    expect(term.explain()).toEqual([{ origin: { kind: 'history' }, penalty: 5 * (4 + 1), bound: 0 }]);
    // a weighs 13 with others, the most of all; two people change places.
    expect(term.reach).toBe(2 * 13 * 5);
  });

  it('is the same where people and groups are too many to keep what everyone weighs in every group', () => {
    const people = 6_000;
    const met = meetingsOf(people, [
      [0, 1, 4],
      [0, 2, 9],
      [1, 3, 1],
      [2, 3, 25],
    ]);
    const model = createMeetingModel(met, new Int32Array(people / 2).fill(2));
    const term = model.start(Int32Array.from({ length: people }, (_, p) => p >> 1));
    expect(term.penalty).toBe(5 * (4 + 25));
    expect(term.delta(1, 2)).toBe(5 * (9 + 1 - 4 - 25));
    expect(term.delta(1, 4)).toBe(-5 * 4);
    expect(term.taking(1, 2)).toBe(5 * (1 - 25));
    expect(term.taking(2, 1)).toBe(5 * (9 - 4));
    term.apply(1, 2);
    expect(term.penalty).toBe(5 * (9 + 1));
  });

  it('is given up aloud where its weights could add up to more than is counted exactly', () => {
    const large = () => createMeetingModel(meetingsOf(4, [[0, 1, 4]], 2 ** 48), Int32Array.of(2, 2));
    expect(large).toThrow(ProblemTooLarge);
    expect(large).toThrow(/^history: /);
  });
});
