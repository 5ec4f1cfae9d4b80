import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRests } from '../../../src/engine/mix/rests.js';
import { compileProblem } from '../../../src/engine/problem.js';
import { moduleOf } from '../../helpers/modules.js';
import { runs } from '../../helpers/runs.js';

it('profiles are of one rest if and only if they differ in that attribute alone', () => {
  const cells = fc.array(fc.constantFrom('a', 'b', 'a|b', ''), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(cells, cells, cells, (x, y, z) => {
      const columns = { x, y, z };
      const { mix } = compileProblem(moduleOf({ columns, balance: { x: 1, y: 1, z: 1 }, sizes: [4, 4] }));
      const { profileOf, start } = mix.profiles;
      [0, 1, 2].forEach((attribute) => {
        const { restOf, restCount } = findRests(mix, attribute);
        expect(restOf).toHaveLength(start.length - 1);
        expect(new Set(restOf).size).toBe(restCount);
        const others = (p: number) =>
          mix.levels
            .subarray(mix.levelStart[p], mix.levelStart[p + 1])
            .filter((level) => mix.attributeOf[level] !== attribute);
        for (let p = 0; p < 8; p++) {
          for (let q = 0; q < p; q++) {
            const isAlike = restOf[profileOf[p]] === restOf[profileOf[q]];
            expect(isAlike).toBe(others(p).join() === others(q).join());
          }
        }
      });
    }),
    { numRuns: runs(10) },
  );
});
