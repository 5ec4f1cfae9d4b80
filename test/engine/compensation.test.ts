import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensationCost, findCompensation } from '../../src/engine/compensation.js';
import { compileProblem } from '../../src/engine/problem.js';
import { State } from '../../src/engine/state.js';
import { fillings } from '../helpers/groupings.js';
import { moduleOf } from '../helpers/modules.js';
import { modules } from '../helpers/random-modules.js';
import { runs } from '../helpers/runs.js';

describe('compensation of a swap', () => {
  it('exchanges two people for two others of whom none is alike, and leaves the mix as it was', () => {
    // a and b against c and d: one woman of INET and one man of ENA on either side.
    const module = moduleOf({
      columns: { school: ['ENA', 'INET', 'ENA', 'INET'], gender: ['M', 'F', 'F', 'M'] },
      balance: { school: 1, gender: 1 },
      sizes: [2, 2],
    });
    const state = new State(compileProblem(module), Int32Array.of(0, 0, 1, 1));
    const before = state.soft;
    state.swap(0, 2);
    expect(state.soft).toBeGreaterThan(before);
    const found = findCompensation(state, 0, 2, before - state.soft);
    expect(found).toEqual([1, 3]);
    if (found !== undefined) state.swap(found[0], found[1]);
    expect(state.soft).toBe(before);
  });

  it('takes the first two seats of several that gain the same', () => {
    const module = moduleOf({ columns: { school: 'EEEEEE' }, balance: { school: 1 }, sizes: [3, 3] });
    const state = new State(compileProblem(module), Int32Array.of(0, 0, 0, 1, 1, 1));
    state.swap(0, 3);
    expect(findCompensation(state, 0, 3, Infinity)).toEqual([1, 4]);
  });

  it('finds nothing where every swap would cost more than the limit', () => {
    const module = moduleOf({
      columns: { school: ['ENA', 'ENA', 'INET', 'INET'] },
      balance: { school: 1 },
      sizes: [2, 2],
    });
    const state = new State(compileProblem(module), Int32Array.of(0, 1, 0, 1));
    state.swap(0, 3);
    expect(findCompensation(state, 0, 3, -state.soft - 1)).toBeUndefined();
  });

  it('is the cheapest of all swaps between the two groups that spare the two people', () => {
    fc.assert(
      fc.property(modules({ people: 10 }), fc.nat(), fc.nat(), (module, a, b) => {
        const problem = compileProblem(module);
        const [groupOf] = fillings([...problem.groupSizes]);
        const state = new State(problem, Int32Array.from(groupOf));
        const [p, q] = [a % problem.peopleCount, b % problem.peopleCount];
        if (state.groupOf[p] === state.groupOf[q]) return;
        state.swap(p, q);
        const all = [...state.groupOf.keys()].flatMap((r) =>
          [...state.groupOf.keys()]
            .filter((s) => state.groupOf[r] === state.groupOf[q] && state.groupOf[s] === state.groupOf[p])
            .filter((s) => r !== q && s !== p)
            .map((s) => state.delta(r, s)),
        );
        const found = findCompensation(state, p, q, Infinity);
        if (all.length === 0) expect(found).toBeUndefined();
        else expect(found === undefined ? undefined : state.delta(...found)).toBe(Math.min(...all));
      }),
      { numRuns: runs(120) },
    );
  });

  it.each([
    [2, 3, 1],
    [3, 3, 2],
    [4, 8, 4],
    [20, 20, 50],
    [21, 20, Infinity],
  ])('between groups of %i and %i costs %d proposals, and is not tried between large ones', (first, second, cost) => {
    const people = first + second;
    const x = Array.from({ length: people }, (_, p) => String(p % 2));
    const module = moduleOf({ people, columns: { x }, balance: { x: 1 }, sizes: [first, second] });
    const groupOf = Int32Array.from({ length: people }, (_, p) => (p < first ? 0 : 1));
    expect(compensationCost(new State(compileProblem(module), groupOf), 0, people - 1)).toBe(cost);
  });
});
