import { describe, expect, it } from 'vitest';
import type { Bins } from '../../../src/engine/mix/bins.js';
import { createMending } from '../../../src/engine/mix/mending.js';
import type { AlikePeople } from '../../../src/engine/mix/partners.js';

/** One bin that is off, of the people 0 to 2, and others who may take their places. */
interface Scene {
  /** Who holds the level that is off. */
  readonly holders: readonly number[];
  readonly isOver?: boolean;
  /** Whom the leaver may be exchanged with, in their order, and what that costs. */
  readonly partners: readonly (readonly [person: number, delta: number])[];
  readonly forbidden?: readonly number[];
  /** What every draw of a place gives: as near to it as there are places. */
  readonly place?: number;
}

/** The exchange of the first proposal, if any. */
function propose({
  holders,
  isOver = true,
  partners,
  forbidden = [],
  place = 0,
}: Scene): readonly number[] | undefined {
  const people = 3 + 100;
  const binOf = Int32Array.from({ length: people }, (_, p) => (p < 3 ? 0 : 1));
  const priceOf = new Map(partners);
  const order = Int32Array.from(partners, ([person]) => person);
  const bins: Pick<
    Bins,
    'binOf' | 'binStart' | 'members' | 'offCounts' | 'offLevel' | 'isOver' | 'holds' | 'deltaWithin'
  > = {
    binOf,
    binStart: Int32Array.of(0, 3, people),
    members: Int32Array.from(binOf.keys()),
    offCounts: Int32Array.of(1, 0),
    offLevel: () => 1,
    isOver: () => isOver,
    holds: (p) => holders.includes(p),
    deltaWithin: (_, p, q) => {
      expect(p).toBeLessThan(3);
      return priceOf.get(q) ?? Number.NaN;
    },
  };
  const alike: AlikePeople = { order, firstOf: () => 0, endOf: () => order.length };
  const found: number[][] = [];
  const phase = createMending({
    bins: bins as Bins,
    random: { index: (below) => Math.min(place, below - 1) },
    firstBin: 0,
    lastBin: 2,
    budget: 1,
    partners: { draw: (seat) => seat, byAttribute: [alike, alike] },
    attributeOf: Int32Array.of(0, 1),
    isAllowed: (_, q) => !forbidden.includes(q),
    swap: (p, q, delta) => {
      found.push([p, q, delta]);
      return false;
    },
  });
  expect(phase.run(5)).toBe(1);
  return found[0];
}

describe('whom mending exchanges', () => {
  it('is somebody with what the bin has too much of, the first from a seat drawn', () => {
    const partners = [[7, -1]] as const;
    expect(propose({ holders: [1], partners })).toEqual([1, 7, -1]);
    expect(propose({ holders: [0, 2], partners, place: 1 })).toEqual([2, 7, -1]);
    expect(propose({ holders: [0, 1], partners, place: 2 })).toEqual([0, 7, -1]);
    expect(propose({ holders: [1], partners, place: 2 })).toEqual([1, 7, -1]);
    expect(propose({ holders: [8], partners })).toBeUndefined();
  });

  it('is somebody without what the bin lacks, for somebody who has it', () => {
    const partners = [
      [7, -1],
      [8, -1],
    ] as const;
    expect(propose({ isOver: false, holders: [0, 1, 8], partners })).toEqual([2, 8, -1]);
    expect(propose({ isOver: false, holders: [0, 1, 2, 8], partners })).toBeUndefined();
    expect(propose({ isOver: false, holders: [0], partners })).toBeUndefined();
  });

  it('is the first partner who makes the mix better, else the first who does not make it worse', () => {
    const worse = [
      [7, 5],
      [8, 1],
    ] as const;
    const even = [
      [9, 0],
      [10, 0],
    ] as const;
    const better = [
      [11, -1],
      [12, -9],
    ] as const;
    expect(propose({ holders: [0], partners: [...worse, ...even, ...better] })).toEqual([0, 11, -1]);
    expect(propose({ holders: [0], partners: [...worse, ...even, ...better], forbidden: [11] })).toEqual([0, 12, -9]);
    expect(propose({ holders: [0], partners: [...worse, ...even] })).toEqual([0, 9, 0]);
    expect(propose({ holders: [0], partners: [...worse, ...even], forbidden: [9] })).toEqual([0, 10, 0]);
    expect(propose({ holders: [0], partners: worse })).toBeUndefined();
    expect(propose({ holders: [0], partners: [] })).toBeUndefined();
  });

  it('is the first partner from a place drawn, all round', () => {
    const partners = [7, 8, 9, 10].map((person) => [person, 0] as const);
    expect(propose({ holders: [0, 1, 2], partners, place: 2 })).toEqual([2, 9, 0]);
    expect(propose({ holders: [0, 1, 2], partners, place: 2, forbidden: [9, 10] })).toEqual([2, 7, 0]);
    expect(propose({ holders: [0, 1, 2], partners, place: 2, forbidden: [7, 9, 10] })).toEqual([2, 8, 0]);
  });

  it('is nobody of the same bin, and nobody who changes nothing', () => {
    const partners = [
      [1, -9],
      [7, -9],
      [8, 0],
    ] as const;
    expect(propose({ holders: [0, 7], partners })).toEqual([0, 8, 0]);
  });

  it('is one of 64 partners looked at', () => {
    const among = (count: number) => [
      ...Array.from({ length: count - 1 }, (_, index) => [3 + index, 1] as const),
      [90, -1] as const,
    ];
    expect(propose({ holders: [0], partners: among(64) })).toEqual([0, 90, -1]);
    expect(propose({ holders: [0], partners: among(65) })).toBeUndefined();
  });
});
