import { expect, it } from 'vitest';
import { fairCounts } from '../../../src/engine/mix/fair-counts.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { moduleOf } from '../../helpers/modules.js';

it('fair counts are the floor and the ceiling of an even share, and anything of what has no weight', () => {
  // Of seven people four hold a, one b, and two nothing, which has no weight.
  const { mix } = compileProblem(moduleOf({ columns: { x: 'aaaab..' }, balance: { x: 1 }, sizes: [4, 3] }));
  const { low, high } = fairCounts(mix, mix.levels, 3);
  expect([...low]).toEqual([1, 0, 0]);
  expect([...high]).toEqual([2, 1, 2]);
  // Of the first four people alone, in two bins.
  const some = fairCounts(mix, mix.levels.subarray(0, 4), 2);
  expect([[...some.low], [...some.high]]).toEqual([
    [2, 0, 0],
    [2, 0, 0],
  ]);
});
