import { describe, expect, it } from 'vitest';
import { listLevels } from '../../../src/engine/repair/level-table.js';
import { moduleOf } from '../../helpers/modules.js';

describe('the levels that are balanced', () => {
  const draft = {
    columns: { school: 'uuv.', region: ['x', 'y|z', 'z', 'x|z'], room: '1122' },
    sizes: [2, 2],
  };

  it('are numbered through the attributes, the heaviest first, those of most holders first', () => {
    const module = moduleOf({ ...draft, balance: { school: 2, region: 5 } });
    expect(listLevels(module, 4)).toEqual({
      // z, x, y, then u, v.
      holders: [3, 2, 1, 2, 1],
      weights: [5, 5, 5, 2, 2],
      levelsOf: [
        [1, 3],
        [0, 2, 3],
        [0, 4],
        [0, 1],
      ],
    });
  });

  it('are none of an attribute without a weight, and none of a level that has another role', () => {
    const module = moduleOf({
      ...draft,
      balance: { school: 1, region: 0 },
      roles: { 'school=u': 'together' },
    });
    expect(listLevels(module, 4)).toEqual({ holders: [1], weights: [1], levelsOf: [[], [], [0], []] });
    expect(listLevels(moduleOf(draft), 4)).toEqual({ holders: [], weights: [], levelsOf: [[], [], [], []] });
  });
});
