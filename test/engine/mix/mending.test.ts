import { describe, expect, it } from 'vitest';
import { createMending } from '../../../src/engine/mix/mending.js';
import { createPartnerFinder } from '../../../src/engine/mix/partners.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { createRandom } from '../../../src/engine/random.js';
import { startBins } from '../../helpers/bins.js';
import { moduleOf } from '../../helpers/modules.js';

/** People in groups as they are listed, `size` each; attribute x, and y where people differ in it. */
function mend(x: string, y: string, size: number, isAllowed: (p: number, q: number) => boolean = () => true) {
  const { mix, people, groups, bins } = startBins({ x, y }, size);
  const swaps: [number, number, number][] = [];
  const rests = [findRests(mix, 0), findRests(mix, 1)];
  const phase = createMending({
    bins,
    random: createRandom('s'),
    firstBin: 0,
    lastBin: groups,
    budget: 100,
    partners: createPartnerFinder(mix, rests, people)(0, people.length),
    attributeOf: mix.attributeOf,
    isAllowed,
    swap: (p, q, delta) => {
      swaps.push([p, q, delta]);
      bins.swap(p, q);
      return false;
    },
  });
  const proposals = phase.run(100);
  return { mix, bins, swaps, proposals, isDone: phase.isDone() };
}

describe('mending', () => {
  it('exchanges two people who differ in the attribute that is off, and in no other', () => {
    const { bins, swaps, proposals } = mend('aabb', 'cdcd', 2);
    expect([...bins.offCounts]).toEqual([0, 0]);
    expect(proposals).toBe(1);
    const [[p, q]] = swaps;
    expect('cdcd'[p]).toBe('cdcd'[q]);
    expect('aabb'[p]).not.toBe('aabb'[q]);
  });

  it('tells the change of the penalty of each exchange', () => {
    const { mix, swaps } = mend('aabb', 'cdcd', 2);
    // Two groups that hold a twice or never, and b never or twice, come to one each: four squared units in all.
    expect(swaps.map(([, , delta]) => delta)).toEqual([-2 * mix.curvature[0]]);
  });

  it('carries what is off sideways, through a group that is off nowhere, to where it cancels', () => {
    // Nobody of the first group, which has two a, and nobody of the third, which has two b, differ in x alone.
    const { bins, swaps } = mend('aababb', 'cccddd', 2);
    expect([...bins.offCounts]).toEqual([0, 0, 0]);
    expect(swaps[0][2]).toBe(0);
  });

  it('exchanges nobody where no two people differ in one attribute alone', () => {
    const { swaps, proposals, isDone } = mend('aabb', 'ccdd', 2);
    expect(swaps).toEqual([]);
    expect(proposals).toBe(100);
    expect(isDone).toBe(true);
  });

  it('makes no exchange that is forbidden', () => {
    const { swaps, bins } = mend('aabb', 'cdcd', 2, () => false);
    expect(swaps).toEqual([]);
    expect([...bins.offCounts]).toEqual([2, 2]);
  });

  it('looks at nobody where no count is off', () => {
    expect(mend('abab', 'cddc', 2).proposals).toBe(0);
  });
});

describe('partners', () => {
  it('are the people of the same seats who differ in one attribute at most', () => {
    const { mix } = compileProblem(
      moduleOf({ columns: { x: [...'aabb'], y: [...'cdcd'] }, balance: { x: 1, y: 1 }, sizes: [2, 2] }),
    );
    const people = Int32Array.from([3, 0, 2, 1]);
    const rests = [findRests(mix, 0), findRests(mix, 1)];
    const find = createPartnerFinder(mix, rests, people);
    for (const [from, to] of [
      [0, 4],
      [1, 4],
    ]) {
      const { byAttribute } = find(from, to);
      for (let seat = from; seat < to; seat++) {
        byAttribute.forEach(({ order, firstOf, endOf }, attribute) => {
          const alike = [...order.subarray(firstOf(seat), endOf(seat))].sort((a, b) => a - b);
          const other = 1 - attribute;
          const levelOf = (at: number) => mix.levels[people[at] * 2 + other];
          const expected = [0, 1, 2, 3].filter((at) => at >= from && at < to && levelOf(at) === levelOf(seat));
          expect(alike).toEqual(expected);
        });
      }
    }
  });
});
