import { describe, expect, it } from 'vitest';
import { createRandom, shuffle } from '../../../src/engine/random.js';
import { compileRotation } from '../../../src/engine/rotation/compile-rotation.js';
import { Dealing } from '../../../src/engine/rotation/dealing.js';
import { Exchanges } from '../../../src/engine/rotation/exchanges.js';
import { Reseating } from '../../../src/engine/rotation/reseating.js';
import type { RotationGroups } from '../../../src/engine/rotation/rotation-problem.js';
import type { RotationSearch } from '../../../src/engine/rotation/rotation-search.js';
import { moduleOf, rule } from '../../helpers/modules.js';
import { fingerprint } from '../../helpers/fingerprint.js';

const SCHOOLS = 'EEEEEEEEEEEEIIIIIIIIIIII';

/** Two dozen people of two schools and four regions, in six groups of two themes, with wishes, a rule and an earlier module. */
const module = moduleOf({
  columns: { school: SCHOOLS, region: 'abcdabcdaabbccddabcdabcd' },
  places: { A: [4, 4, 4], B: [4, 4, 4] },
  balance: { school: 2, region: 1 },
  wishes: Array.from({ length: 24 }, (_, person) => (person % 3 === 0 ? 'A|B' : 'B|A')),
  wishWeight: 1,
  rules: [rule('apart', 'a b m n'), rule('together', 'c d', { weight: 3 })],
  history: ['111122223333444455556666'],
  historyWeight: 1,
});
const rotation = compileRotation(module, 3);

function anywhere(seed: string): RotationGroups {
  const random = createRandom(seed);
  return Array.from({ length: 3 }, () =>
    shuffle(
      Int32Array.from({ length: 24 }, (_, person) => person % 6),
      random,
    ),
  );
}

const SEARCHES: readonly (readonly [string, () => RotationSearch, readonly (readonly number[])[]])[] = [
  [
    'dealing',
    () => new Dealing({ rotation, random: createRandom('deal'), groups: anywhere('a'), heat: 0.1, budget: 400 }),
    [
      [1, 2, 256, 620796],
      [11, 0, 142, 377206],
      [61, 0, 86, 853243],
      [400, 0, 61, 54509],
    ],
  ],
  [
    'dealing one module',
    () => new Dealing({ rotation, random: createRandom('d'), groups: anywhere('a'), only: 2, heat: 0.1, budget: 200 }),
    [
      [1, 2, 242, 25884],
      [11, 2, 186, 758641],
      [61, 2, 183, 702588],
      [200, 2, 182, 313520],
    ],
  ],
  [
    'reseating',
    () => new Reseating({ rotation, random: createRandom('r'), groups: anywhere('b'), budget: 2000 }),
    [
      [1, 3, 372, 951602],
      [11, 1, 293, 988200],
      [61, 0, 264, 596822],
      [2000, 0, 185, 645637],
    ],
  ],
  [
    'exchanges',
    () => new Exchanges(rotation, anywhere('c'), 5000),
    [
      [1, 2, 409, 903440],
      [11, 2, 404, 463005],
      [61, 2, 305, 849331],
      [3989, 0, 68, 88250],
    ],
  ],
];

describe('a search for a rotation', () => {
  it.each(SEARCHES)('goes the same way on every machine (%s)', (_, create, expected) => {
    const search = create();
    const way: number[][] = [];
    for (const proposals of [1, 10, 50, 10_000]) {
      search.step(proposals);
      const { hard, soft } = search.score();
      way.push([search.proposals(), hard, soft, fingerprint(search.groups().flatMap((groupOf) => [...groupOf]))]);
    }
    expect(way).toEqual(expected);
  });
});
