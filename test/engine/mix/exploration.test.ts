import { describe, expect, it } from 'vitest';
import { createExploration } from '../../../src/engine/mix/exploration.js';
import type { PhaseInput } from '../../../src/engine/mix/phase.js';
import { startPhase, sum } from '../../helpers/phases.js';

describe('exploration', () => {
  const explore = (own: Partial<PhaseInput> = {}) => startPhase<PhaseInput>(createExploration, () => own);

  it('makes gains alone, among its own bins, and tells them', () => {
    const { phase, deltas, touched, change } = explore();
    expect([phase.run(600), phase.isDone()]).toEqual([500, true]);
    expect(deltas.length).toBeGreaterThan(0);
    expect(Math.max(...deltas)).toBeLessThan(0);
    expect(change()).toBe(sum(deltas));
    for (const p of touched) expect(p > 1 && p < 12).toBe(true);
  });

  it('draws everybody of its bins', () => {
    const drawn = new Set<number>();
    explore({ isAllowed: (p, q) => (drawn.add(p).add(q), false) }).phase.run(500);
    expect(Math.min(...drawn)).toBe(2);
    expect(Math.max(...drawn)).toBe(11);
  });

  it('makes no exchange that is not allowed', () => {
    expect(explore({ isAllowed: () => false }).deltas).toEqual([]);
  });

  it('is over with the exchange that says so, and where there is nobody', () => {
    let swaps = 0;
    explore({ swap: () => ++swaps === 1 }).phase.run(500);
    expect(swaps).toBe(1);
    const empty = explore({ firstBin: 3, lastBin: 3 }).phase;
    expect([empty.isDone(), empty.run(5)]).toEqual([true, 0]);
  });
});
