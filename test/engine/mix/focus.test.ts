import { describe, expect, it } from 'vitest';
import { createFocus, type FocusInput } from '../../../src/engine/mix/focus.js';
import { penaltyOf } from '../../../src/engine/mix/mix.js';
import { createRandom, type Random } from '../../../src/engine/random.js';
import { startBins } from '../../helpers/bins.js';
import { startPhase, sum } from '../../helpers/phases.js';

describe('focus', () => {
  const focus = (own: Partial<FocusInput> = {}) =>
    startPhase<FocusInput>(createFocus, () => ({ temperature: 0, ...own }));
  /** Of everybody, the partners that it draws. */
  const confined = (draw: (seat: number, random: Random) => number) => ({ partners: { draw }, isConfined: true });

  it('makes no loss without heat, and tells what each exchange changes', () => {
    const { phase, deltas, change, touched } = focus();
    phase.run(500);
    expect(deltas).toContain(0);
    expect(Math.min(...deltas)).toBeLessThan(0);
    expect(Math.max(...deltas)).toBe(0);
    expect(change()).toBe(sum(deltas));
    for (const p of touched) expect(p > 1 && p < 12).toBe(true);
  });

  it('accepts losses with heat, the more the hotter, and none far beyond', () => {
    const losses = [0.001, 1, 1_000].map((heat) => {
      const unit = focus().mix.curvature[0];
      const { phase, deltas } = focus({ temperature: heat * unit });
      phase.run(500);
      return deltas.filter((delta) => delta > 0).length;
    });
    expect(losses[0]).toBe(0);
    expect(losses[1]).toBeGreaterThan(0);
    expect(losses[2]).toBeGreaterThan(losses[1]);
  });

  it('ends where no bin of its own is off', () => {
    const even = startBins({ x: 'abababab' }, 2);
    const phase = createFocus({
      ...even,
      random: createRandom('s'),
      firstBin: 0,
      lastBin: 4,
      budget: 9,
      temperature: 0,
      isAllowed: () => true,
      swap: () => false,
    });
    expect([phase.isDone(), phase.run(9)]).toEqual([true, 0]);
  });

  it('begins with somebody of a bin that is off, and follows which are', () => {
    const { bins, mix } = startBins({ x: 'aabbabab' }, 2);
    const first: number[] = [];
    const phase = createFocus({
      bins,
      random: createRandom('s'),
      firstBin: 0,
      lastBin: 4,
      budget: 1_000,
      temperature: 0,
      isAllowed: (p) => {
        first.push(p);
        expect(bins.offCounts[bins.binOf[p]]).toBeGreaterThan(0);
        return true;
      },
      swap: (p, q) => {
        bins.swap(p, q);
        return false;
      },
    });
    const made = phase.run(1_000);
    expect(made).toBeLessThan(1_000);
    expect(penaltyOf(mix, bins.binOf)).toBe(0);
    expect(first.length).toBeGreaterThan(0);
  });

  it('asks for partners every other time, or always where it is confined to them', () => {
    let asked = 0;
    const draw = (seat: number) => (asked++, seat);
    focus({ partners: { draw } }).phase.run(500);
    expect(asked).toBeGreaterThan(200);
    expect(asked).toBeLessThan(300);
    asked = 0;
    expect(focus(confined(draw)).phase.run(500)).toBe(500);
    expect(asked).toBe(500);
  });

  it('exchanges somebody with the partner drawn', () => {
    const pairs: (readonly [number, number])[] = [];
    const next = (seat: number) => (seat + 2 > 11 ? 2 : seat + 2);
    const { phase } = focus({
      ...confined(next),
      isAllowed: (p, q) => (pairs.push([p, q]), false),
      temperature: 1e9,
    });
    phase.run(100);
    for (const [p, q] of pairs) expect(q).toBe(next(p));
    expect(new Set(pairs.map(([p]) => p)).size).toBeGreaterThan(5);
  });

  it('makes no exchange that is not allowed, and is over with the one that says so', () => {
    const never = focus({ isAllowed: () => false });
    never.phase.run(500);
    expect(never.deltas).toEqual([]);
    let swaps = 0;
    const once = focus({ swap: () => ++swaps === 1 }).phase;
    once.run(500);
    expect([swaps, once.isDone()]).toEqual([1, true]);
  });
});
