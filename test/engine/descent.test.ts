import { describe, expect, it } from 'vitest';
import { descend } from '../../src/engine/descent.js';
import { compileProblem } from '../../src/engine/problem.js';
import { scoreOf } from '../../src/engine/state.js';
import { moduleOf, rule } from '../helpers/modules.js';

// Of school E are a and b, of I c and d; a and c are to be apart.
const problem = compileProblem(
  moduleOf({ columns: { school: 'EEII' }, sizes: [2, 2], balance: { school: 1 }, rules: [rule('apart', 'a c')] }),
);

describe('descent', () => {
  it('betters an assignment as far as exchanges do, and keeps the hard rules', () => {
    const found = descend(problem, Int32Array.of(0, 0, 1, 1), 100);
    expect(found[0]).toBe(found[3]);
    expect(found[1]).toBe(found[2]);
    expect(scoreOf(problem, found).hard).toBe(0);
  });

  it('mends a broken rule', () => {
    expect(scoreOf(problem, descend(problem, Int32Array.of(0, 1, 0, 1), 100)).hard).toBe(0);
  });

  it('proposes no more than it may', () => {
    expect([...descend(problem, Int32Array.of(0, 0, 1, 1), 0)]).toEqual([0, 0, 1, 1]);
  });
});
