import { describe, expect, it } from 'vitest';
import { penaltyOf } from '../../../src/engine/mix/mix.js';
import { createRepartition } from '../../../src/engine/mix/repartition.js';
import { createRandom, shuffle } from '../../../src/engine/random.js';
import { startBins } from '../../helpers/bins.js';

const BUDGET = 50_000;

/** Groups of `size` people as they are listed, of attributes of one letter a person. */
function start(
  columns: Readonly<Record<string, string>>,
  size: number,
  isAllowed: (p: number, q: number) => boolean,
  firstBin = 0,
  endsAt = Infinity,
) {
  const { mix, people, groups, bins } = startBins(columns, size);
  const before = penaltyOf(mix, bins.binOf);
  let change = 0;
  const touched: number[] = [];
  let swaps = 0;
  const phase = createRepartition({
    bins,
    random: createRandom('s'),
    firstBin,
    lastBin: groups,
    budget: BUDGET,
    mix,
    people,
    isAllowed,
    swap: (p, q, delta) => {
      bins.swap(p, q);
      change += delta;
      swaps++;
      touched.push(p, q);
      return swaps === endsAt;
    },
  });
  return { mix, bins, phase, told: () => before + change, swaps: () => swaps, touched };
}

/** A cohort whose groups, five of five, hold every level of three attributes once; then all people are shuffled. */
function planted(seed: string): Readonly<Record<string, string>> {
  const random = createRandom(seed);
  const groups = Array.from({ length: 5 }, () =>
    Array.from({ length: 3 }, () => shuffle(Int32Array.of(0, 1, 2, 3, 4), random)),
  );
  const order = shuffle(
    Int32Array.from({ length: 25 }, (_, p) => p),
    random,
  );
  const column = (attribute: number) =>
    Array.from(order, (p) => 'abcde'[groups[Math.floor(p / 5)][attribute][p % 5]]).join('');
  return { x: column(0), y: column(1), z: column(2) };
}

const anybody = () => true;

describe('repartition', () => {
  it('deals the people of several groups anew so that all are fair', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const { mix, bins, phase, told } = start(planted(seed), 5, anybody);
      phase.run(BUDGET);
      expect([...bins.offCounts]).toEqual([0, 0, 0, 0, 0]);
      expect(phase.isDone()).toBe(true);
      expect(told()).toBe(penaltyOf(mix, bins.binOf));
    }
  });

  it('goes the same way however its steps are cut', () => {
    const whole = start(planted('a'), 5, anybody);
    const proposals = whole.phase.run(BUDGET);
    const cut = start(planted('a'), 5, anybody);
    let made = 0;
    while (!cut.phase.isDone()) made += cut.phase.run(7);
    expect(made).toBe(proposals);
    expect(cut.bins.binOf).toEqual(whole.bins.binOf);
  });

  it('gives up at once where there is no partition', () => {
    // Two of these four have always one level in common.
    const { phase, swaps } = start({ x: 'aabb', y: 'cdcd', z: 'effe' }, 2, anybody);
    expect(phase.run(BUDGET)).toBeLessThan(100);
    expect(phase.isDone()).toBe(true);
    expect(swaps()).toBe(0);
  });

  it('makes no exchange that is not allowed', () => {
    const { mix, bins, phase, told } = start(planted('a'), 5, (p, q) => p !== 3 && q !== 3);
    phase.run(BUDGET);
    expect(bins.binOf[3]).toBe(0);
    expect(told()).toBe(penaltyOf(mix, bins.binOf));
  });

  it('deals anew the people of its own groups alone', () => {
    for (const seed of ['a', 'b', 'c']) {
      const cohort = planted(seed);
      // Two groups that are not fair before those of the cohort, which are left as they are.
      const columns = Object.fromEntries(Object.entries(cohort).map(([key, cells]) => [key, `aaaaabbbbb${cells}`]));
      const { bins, phase, touched } = start(columns, 5, anybody, 2);
      const before = bins.binOf.slice(0, 10);
      phase.run(BUDGET);
      expect(bins.binOf.slice(0, 10)).toEqual(before);
      expect(touched.length).toBeGreaterThan(0);
      expect(Math.min(...touched)).toBeGreaterThan(9);
    }
  });

  it('has nothing to do where all groups are fair', () => {
    const { phase } = start({ x: 'abab', y: 'cdcd' }, 2, anybody);
    expect([phase.isDone(), phase.run(BUDGET)]).toEqual([true, 0]);
  });

  it('counts its looks as proposals, and makes no more than its budget', () => {
    const { phase } = start(planted('b'), 5, anybody);
    const whole = phase.run(BUDGET);
    // Listing the fair groups of 25 people takes some thousand looks, 32 of which are a proposal.
    expect(whole).toBeGreaterThan(100);
    expect(whole).toBeLessThan(BUDGET);
  });

  it('dissolves fewer groups at once where these have too many fair ones', () => {
    // Three a and three b each: four groups of 24 people have 48,400 ways to be one, and three of 18 people some 7,000.
    const { bins, phase } = start(
      { x: `${'a'.repeat(6)}${'b'.repeat(6)}${'a'.repeat(6)}${'b'.repeat(6)}` },
      6,
      anybody,
    );
    expect(phase.run(BUDGET)).toBeGreaterThan(8_192 / 32);
    expect([...bins.offCounts]).toEqual([0, 0, 0, 0]);
  });

  it('gives up where two groups have too many fair ones already', () => {
    const half = 'a'.repeat(9);
    const other = 'b'.repeat(9);
    const { phase, swaps } = start({ x: `${half}${half}${other}${other}` }, 18, anybody);
    phase.run(BUDGET);
    expect([phase.isDone(), swaps()]).toEqual([true, 0]);
  });

  it('is over with the exchange that says so', () => {
    const { phase, swaps } = start(planted('a'), 5, anybody, 0, 2);
    phase.run(BUDGET);
    expect([phase.isDone(), swaps()]).toEqual([true, 2]);
  });
});
