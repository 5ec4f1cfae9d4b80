import { describe, expect, it } from 'vitest';
import { createMending } from '../../../src/engine/mix/mending.js';
import { createPartnerFinder } from '../../../src/engine/mix/partners.js';
import { findRests } from '../../../src/engine/mix/rests.js';
import { createRandom } from '../../../src/engine/random.js';
import { startBins } from '../../helpers/bins.js';

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

  it('takes the first who makes the mix better, and else one who does not make it worse, of 64 looked at', () => {
    // The first bin has two a; of those who differ from its people in x alone, one sits where b is twice, others where it is once.
    const { bins, swaps } = mend(`aa${'ab'.repeat(9)}bb`, `cd${'cd'.repeat(9)}cd`, 2);
    expect([...bins.offCounts]).toEqual(Array.from({ length: 11 }, () => 0));
    const gains = swaps.filter(([, , delta]) => delta < 0);
    expect(Math.max(...swaps.map(([, , delta]) => delta))).toBeLessThanOrEqual(0);
    expect(gains).toHaveLength(1);
    expect(swaps).toHaveLength(1);
  });

  it('exchanges people of its own bins, whoever sits before them', () => {
    const { mix, people, groups, bins } = startBins({ x: 'ababaabb', y: 'cdcdcdcd' }, 2);
    const rests = [findRests(mix, 0), findRests(mix, 1)];
    const swaps: number[][] = [];
    const phase = createMending({
      bins,
      random: createRandom('s'),
      firstBin: 2,
      lastBin: groups,
      budget: 50,
      partners: createPartnerFinder(mix, rests, people)(4, 8),
      attributeOf: mix.attributeOf,
      isAllowed: () => true,
      swap: (p, q) => {
        swaps.push([p, q]);
        bins.swap(p, q);
        return true;
      },
    });
    phase.run(50);
    expect([...bins.offCounts]).toEqual([0, 0, 0, 0]);
    expect(phase.isDone()).toBe(true);
    expect(Math.min(...swaps.flat())).toBeGreaterThan(3);
  });

  it('is over with the exchange that says so', () => {
    const { mix, people, groups, bins } = startBins({ x: 'aabb', y: 'cdcd' }, 2);
    let swaps = 0;
    const phase = createMending({
      bins,
      random: createRandom('s'),
      firstBin: 0,
      lastBin: groups,
      budget: 50,
      partners: createPartnerFinder(mix, [findRests(mix, 0), findRests(mix, 1)], people)(0, 4),
      attributeOf: mix.attributeOf,
      isAllowed: () => true,
      swap: () => ++swaps === 2,
    });
    phase.run(50);
    expect([swaps, phase.isDone()]).toEqual([2, true]);
  });
});
