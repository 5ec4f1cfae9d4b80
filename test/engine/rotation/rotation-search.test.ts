import { describe, expect, it } from 'vitest';
import type { RotationProblem } from '../../../src/engine/rotation/rotation-problem.js';
import { BestGroups } from '../../../src/engine/rotation/rotation-search.js';

/** Groups in the making whose score is set by hand; they are known by a number. */
function track(hardBound = 0, softBound = 0, hard = 1) {
  const live = { hard, soft: 50, groupOf: Int32Array.of(0), groups: () => [live.groupOf.slice()] };
  const rotation = { problem: { hardBound, softBound }, moduleCount: 2 } as unknown as RotationProblem;
  const best = new BestGroups(rotation, live);
  const note = (number: number, hard: number, soft: number) => {
    Object.assign(live, { hard, soft });
    live.groupOf[0] = number;
    best.note();
    return [best.groups()[0][0], best.score().hard, best.score().soft];
  };
  return { best, note };
}

describe('the best groups of a search', () => {
  it('are those it begins with, until better ones come: hard rules first, of equals the first', () => {
    const { best, note } = track();
    expect([best.groups()[0][0], best.score()]).toEqual([0, { hard: 1, soft: 50 }]);
    expect(note(1, 2, 10)).toEqual([0, 1, 50]);
    expect(note(2, 1, 50)).toEqual([0, 1, 50]);
    expect(note(3, 1, 49)).toEqual([3, 1, 49]);
    expect(note(4, 0, 90)).toEqual([4, 0, 90]);
    expect(note(5, 0, 91)).toEqual([4, 0, 90]);
  });

  it('cannot be changed by whoever asks for them', () => {
    const { best } = track();
    best.groups()[0][0] = 9;
    expect(best.groups()[0][0]).toBe(0);
  });

  it('are at the bound where each module is as good as it can be alone, and meetings add nothing', () => {
    const { best, note } = track(1, 20);
    expect(best.isAtBound()).toBe(false);
    note(1, 2, 41);
    expect(best.isAtBound()).toBe(false);
    note(2, 1, 41);
    expect(best.isAtBound()).toBe(false);
    note(3, 1, 40);
    expect(best.isAtBound()).toBe(true);
  });

  it('are not at the bound while a hard rule is broken that need not be', () => {
    expect(track(0, 25).best.isAtBound()).toBe(false);
    expect(track(0, 25, 0).best.isAtBound()).toBe(true);
    expect(track(1, 25, 2).best.isAtBound()).toBe(true);
    expect(track(1, 25, 3).best.isAtBound()).toBe(false);
  });
});
