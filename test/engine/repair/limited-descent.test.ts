import { describe, expect, it } from 'vitest';
import { createPool } from '../../../src/algorithms/pool.js';
import { createRandom } from '../../../src/engine/random.js';
import { descend, type Descending } from '../../../src/engine/repair/limited-descent.js';

interface Draft {
  readonly people: number;
  readonly loose: readonly number[];
  readonly homemates?: Readonly<Record<number, readonly number[]>>;
  /** How many more may be away, before the first swap and after it. */
  readonly spare: readonly [number, number];
  /** Price of a swap, by how many have been done. */
  readonly price?: (p: number, q: number, done: number) => number | undefined;
  readonly isTired?: boolean;
}

/** Goes down in prices as they are given, and notes who is asked about, who changes places, and how often it rests. */
function run({ people, loose, homemates = {}, spare, price = () => undefined, isTired = false }: Draft) {
  const asked: string[] = [];
  const swaps: string[] = [];
  const pool = createPool(people);
  for (const p of loose) pool.set(p, true);
  let soft = 100;
  const state: Descending = {
    people,
    loose: pool,
    homemates: (p) => Int32Array.from(homemates[p] ?? []),
    spare: () => spare[Math.min(swaps.length, 1)],
    isWithin: (p, q) => p !== q,
    gain: (p, q, before = 0) => {
      asked.push(`${p} ${q}`);
      const own = price(p, q, swaps.length);
      return own !== undefined && own + before < 0 ? own : undefined;
    },
    swap: (p, q) => {
      const done = swaps.length;
      const isBack = swaps.at(-1) === `${p} ${q}`;
      soft += isBack ? -(price(p, q, done - 1) ?? 0) : (price(p, q, done) ?? 0);
      if (isBack) swaps.pop();
      else swaps.push(`${p} ${q}`);
    },
    score: () => ({ hard: 0, soft }),
    isTired: () => isTired,
  };
  let rests = 0;
  for (const course = descend(state, createRandom('s')); course.next().done !== true;) rests++;
  return { asked, swaps, rests, soft };
}

describe('whom a descent among few asks about', () => {
  const own = { people: 5, loose: [1, 4], homemates: { 1: [0, 2], 4: [3] } };
  const near = ['1 1', '1 4', '1 0', '1 2', '4 1', '4 4', '4 3'];
  const wide = [1, 4].flatMap((p) => [0, 1, 2, 3, 4].map((q) => `${p} ${q}`));

  it('are those away, with each other and at their homes, where no more may be away', () => {
    expect(run({ ...own, spare: [0, 0] }).asked).toEqual(near);
  });

  it('are those away with everybody, where one more may be, and everybody where two may', () => {
    expect(run({ ...own, spare: [1, 1] }).asked).toEqual([...near, ...wide]);
    const all = ['0 1', '0 2', '0 3', '0 4', '1 2', '1 3', '1 4', '2 3', '2 4', '3 4'];
    expect(run({ ...own, spare: [2, 2] }).asked).toEqual([...near, ...wide, ...all]);
    expect(run({ people: 5, loose: [], spare: [3, 3] }).asked).toEqual(all);
  });

  it('are asked about again after a swap, with rests where it is time', () => {
    const price = (p: number, q: number, done: number) => (p === 4 && q === 3 && done === 0 ? -1 : undefined);
    const { asked, swaps, soft } = run({ ...own, spare: [0, 0], price });
    expect([asked, swaps, soft]).toEqual([[...near, ...near], ['4 3'], 99]);
    expect(run({ ...own, spare: [2, 2] }).rests).toBe(0);
    expect(run({ ...own, spare: [0, 0], isTired: true }).rests).toBe(2);
    expect(run({ ...own, spare: [1, 1], isTired: true }).rests).toBe(4);
    expect(run({ ...own, spare: [2, 2], isTired: true }).rests).toBe(9);
  });
});

describe('somebody else who is away instead', () => {
  // 1 goes home, where 2 sits, who is away too; 2 takes the place of 3.
  const own = { people: 4, loose: [1, 2], homemates: { 1: [0, 2] }, spare: [0, 0] as const };

  it('is found where both exchanges together are better, the best of the second', () => {
    const prices: Readonly<Record<string, number>> = { '1 2 0': 3, '2 3 1': -5, '2 0 1': -4 };
    const price = (p: number, q: number, done: number) => prices[`${p} ${q} ${done}`];
    const { swaps, soft } = run({ ...own, price });
    expect([swaps, soft]).toEqual([['1 2', '2 3'], 98]);
  });

  it('is not where they are no better: all is as before', () => {
    for (const second of [-3, -2, 1]) {
      const prices: Readonly<Record<string, number>> = { '1 2 0': 3, '2 3 1': second };
      const { swaps, soft, asked } = run({ ...own, price: (p, q, done) => prices[`${p} ${q} ${done}`] });
      expect([swaps, soft]).toEqual([[], 100]);
      expect(asked.filter((pair) => pair === '2 3')).toHaveLength(1);
    }
    // Whoever is at home there is left there.
    const alone = run({ ...own, loose: [1], price: (p, q, done) => (`${p} ${q} ${done}` === '1 2 0' ? 3 : undefined) });
    expect(alone.asked).toEqual(['1 1', '1 0', '1 2']);
  });
});

describe('a descent among very many', () => {
  const people = 1_200;

  it('does the best exchange of whoever seems worth it first', () => {
    const price = (p: number, q: number, done: number) => {
      if (done > 0) return undefined;
      if (p === 700) return q === 31 ? -9 : -3;
      return p < 300 ? -1 : undefined;
    };
    const { swaps, asked } = run({ people, loose: [], spare: [2, 0], price });
    expect(swaps).toEqual(['700 31']);
    // Eight partners each, then all of a sixth of them, then those exchanges, all but the first in vain.
    const followed = Math.floor(200_000 / people);
    expect(asked).toHaveLength(8 * people + followed * people + followed);
    expect(run({ people, loose: [], spare: [1, 0], price }).asked).toEqual([]);
    // Of fewer, all are followed; the one whom it shows to be worth least at first comes first when tried with everybody.
    const late = (p: number, q: number, done: number) =>
      p === 700 && q !== 31 && done === 0 ? -0.5 : p < 100 || p === 700 ? price(p, q, done) : undefined;
    const all = run({ people, loose: [], spare: [2, 0], price: late, isTired: true });
    expect(all.swaps).toEqual(['700 31']);
    expect(all.asked).toHaveLength(8 * people + 101 * people + 101);
    expect(all.rests).toBe(people + 101);
  });

  it('does the best of a sample for each who is away', () => {
    const price = (p: number, q: number, done: number) => (done === 0 && p === 5 && q !== 5 ? -q : undefined);
    const { swaps, asked } = run({ people, loose: [5], spare: [1, 0], price });
    expect(swaps).toHaveLength(1);
    // With so many to be drawn, everybody is tried.
    expect(swaps).toEqual(['5 1199']);
    expect(asked.slice(0, 3)).toEqual(['5 5', '5 0', '5 1']);
  });
});
