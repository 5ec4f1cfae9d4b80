import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/engine/problem.js';
import { compareScores, State } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';

describe('state', () => {
  // E: 2 of 4 in groups of 2: share 1; a and b are of one school.
  const problem = compileProblem(
    moduleOf({ columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 }, rules: [rule('apart', 'a d')] }),
  );

  it('starts with the penalties of the assignment and its members in the order of people', () => {
    const state = new State(problem, Int32Array.of(1, 0, 0, 1));
    expect({ hard: state.hard, soft: state.soft }).toEqual({ hard: 1, soft: 0 });
    expect([...state.members]).toEqual([1, 2, 0, 3]);
    expect([...state.groupStart]).toEqual([0, 2, 4]);
  });

  it('exchanges two people, their seats and all that follows', () => {
    const state = new State(problem, Int32Array.of(1, 0, 0, 1));
    expect(state.hardDelta(0, 2)).toBe(-1);
    expect(state.softDelta(0, 2)).toBe(4);
    state.swap(0, 2);
    expect([...state.groupOf]).toEqual([0, 0, 1, 1]);
    expect([...state.members]).toEqual([1, 0, 2, 3]);
    expect({ hard: state.hard, soft: state.soft }).toEqual({ hard: 0, soft: 4 });
    state.swap(0, 2);
    expect({ hard: state.hard, soft: state.soft }).toEqual({ hard: 1, soft: 0 });
  });
});

describe('taking places', () => {
  it('is added to the costs at hand for each two of some people of different groups, rules and counts together', () => {
    const rules = [rule('apart', 'a d', { weight: 7 }), rule('together', 'c e', { weight: 5 })];
    const module = moduleOf({ columns: { school: 'EEIIEI' }, sizes: [2, 2, 2], balance: { school: 1 }, rules });
    const state = new State(compileProblem(module), Int32Array.of(0, 0, 1, 1, 2, 2));
    const people = Int32Array.of(0, 3, 4);
    const costs = new Float64Array(9).fill(100);
    state.addTakings(people, costs);
    const expected = [...people].flatMap((p) => [...people].map((q) => (p === q ? 100 : 100 + state.taking(p, q))));
    expect([...costs]).toEqual(expected);
    expect(new Set(costs).size).toBeGreaterThan(2);
  });
});

describe('order of scores', () => {
  it('puts a hard violation above any soft penalty', () => {
    expect(compareScores({ hard: 0, soft: 1e12 }, { hard: 1, soft: 0 })).toBeLessThan(0);
    expect(compareScores({ hard: 2, soft: 5 }, { hard: 2, soft: 4 })).toBeGreaterThan(0);
    expect(compareScores({ hard: 2, soft: 5 }, { hard: 2, soft: 5 })).toBe(0);
  });
});
