import { describe, expect, it } from 'vitest';
import { compileMeetings } from '../../src/engine/meetings.js';
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
});
