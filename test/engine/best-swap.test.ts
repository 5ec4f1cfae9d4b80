import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/domain/rule.js';
import { findBestSwap } from '../../src/engine/best-swap.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf, State } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';
import { runs } from '../helpers/runs.js';

interface Asked {
  readonly school: string;
  readonly sizes: readonly number[];
  readonly rules: readonly Rule[];
}

/** Six people of two schools in two groups or three, with a rule or none. */
const ASKED: fc.Arbitrary<Asked> = fc.record({
  school: fc.constantFrom('EEEIII', 'EEIIII', 'EIEIEI', 'EEEEEE'),
  sizes: fc.constantFrom([3, 3], [2, 2, 2]),
  rules: fc.constantFrom([], [rule('apart', 'a b')], [rule('together', 'a f'), rule('apart', 'c d')]),
});

const BACKWARDS = [5, 4, 3, 2, 1, 0];

function compile({ school, sizes, rules }: Asked) {
  const problem = compileProblem(moduleOf({ columns: { school }, sizes, balance: { school: 3 }, rules }));
  const groupOf = Int32Array.from(sizes.flatMap((size, group) => Array.from({ length: size }, () => group)));
  return { problem, groupOf };
}

/** All exchanges of people of different groups with what is reached, the best first; of equal ones the first by index. */
function tryAll({ problem, groupOf }: ReturnType<typeof compile>) {
  const people = [...groupOf.keys()];
  return people
    .flatMap((p) => people.flatMap((q) => (q > p && groupOf[p] !== groupOf[q] ? [[p, q] as const] : [])))
    .map(([p, q]) => {
      const exchanged = groupOf.slice();
      [exchanged[p], exchanged[q]] = [groupOf[q], groupOf[p]];
      return { pair: [p, q] as const, ...scoreOf(problem, exchanged) };
    })
    .sort((a, b) => a.hard - b.hard || a.soft - b.soft || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

describe('the best exchange', () => {
  it('is that of trying all, in whatever order people are looked at, and none where nothing is better', () => {
    fc.assert(
      fc.property(ASKED, fc.shuffledSubarray(BACKWARDS, { minLength: 6 }), (asked, order) => {
        const { problem, groupOf } = compile(asked);
        const now = scoreOf(problem, groupOf);
        const [best] = tryAll({ problem, groupOf });
        const isBetter = best.hard < now.hard || (best.hard === now.hard && best.soft < now.soft);
        const found = findBestSwap(new State(problem, groupOf), order, 100);
        expect(found).toEqual({ swap: isBetter ? best.pair : undefined, isExhaustive: true });
      }),
      { numRuns: runs(100) },
    );
  });

  it('is that of as many pairs as are looked at, those of whom come first', () => {
    const { problem, groupOf } = compile({ school: 'EEEIII', sizes: [3, 3], rules: [] });
    const state = new State(problem, groupOf);
    // Pairs of different groups: f with c, b and a, then e with c, b and a, d with each of them.
    expect(findBestSwap(state, BACKWARDS, 0)).toEqual({ swap: undefined, isExhaustive: false });
    expect(findBestSwap(state, BACKWARDS, 1)).toEqual({ swap: [2, 5], isExhaustive: false });
    expect(findBestSwap(state, BACKWARDS, 3)).toEqual({ swap: [0, 5], isExhaustive: false });
    expect(findBestSwap(state, BACKWARDS, 8)).toEqual({ swap: [0, 4], isExhaustive: false });
    expect(findBestSwap(state, BACKWARDS, 9)).toEqual({ swap: [0, 3], isExhaustive: true });
  });
});
