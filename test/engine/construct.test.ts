import { describe, expect, it } from 'vitest';
import { constructAssignment } from '../../src/engine/construct.js';
import { compileProblem } from '../../src/engine/problem.js';
import { createRandom } from '../../src/engine/random.js';
import { scoreOf } from '../../src/engine/state.js';
import { moduleOf } from '../helpers/modules.js';

describe('first assignment', () => {
  it('fills every group', () => {
    const problem = compileProblem(moduleOf({ people: 10, sizes: [4, 1, 3, 2] }));
    const groupOf = constructAssignment(problem, createRandom('x'));
    expect([0, 1, 2, 3].map((group) => groupOf.filter((own) => own === group).length)).toEqual([4, 1, 3, 2]);
  });

  it('has the best mix of a single attribute in groups of one size already', () => {
    const problem = compileProblem(
      moduleOf({ columns: { school: 'EIEXIEEXIEEI' }, sizes: [3, 3, 3, 3], balance: { school: 1 } }),
    );
    for (const seed of ['a', 'b', 'c']) {
      expect(scoreOf(problem, constructAssignment(problem, createRandom(seed))).soft).toBe(problem.softBound);
    }
  });
});
