import { describe, expect, it } from 'vitest';
import { createPhase } from '../../../src/engine/mix/phase.js';

describe('a phase', () => {
  it('makes so many proposals at a time, up to its budget', () => {
    let proposed = 0;
    const phase = createPhase(
      5,
      () => false,
      () => {
        proposed++;
        return false;
      },
    );
    expect([phase.isDone(), phase.run(3), phase.isDone()]).toEqual([false, 3, false]);
    expect([phase.run(3), phase.isDone(), phase.run(3), proposed]).toEqual([2, true, 0, 5]);
  });

  it('is over with the proposal that says so', () => {
    let proposed = 0;
    const phase = createPhase(
      9,
      () => false,
      () => ++proposed === 4,
    );
    expect([phase.run(9), phase.isDone(), phase.run(9)]).toEqual([4, true, 0]);
  });

  it('makes no proposal once all is settled', () => {
    let proposed = 0;
    const phase = createPhase(
      9,
      () => proposed === 2,
      () => {
        proposed++;
        return false;
      },
    );
    expect([phase.isDone(), phase.run(9), phase.isDone(), phase.run(9)]).toEqual([false, 2, true, 0]);
  });
});
