import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimise, type OptimiseRequest } from '../../src/index.js';
import { drawnWeights, valueOf, type DrawnWeights } from '../engine/dense/random-weights.js';
import { runs } from '../helpers/runs.js';

const TWO_COUPLES = [
  [0, 5, 1, 1],
  [5, 0, 1, 1],
  [1, 1, 0, 5],
  [1, 1, 5, 0],
];
const ask = (request: Partial<OptimiseRequest>) =>
  optimise({ distances: TWO_COUPLES, sizes: [2, 2], goal: 'maximise', ...request });

/** The best value of all assignments that keep the limits. */
function bestOf(drawn: DrawnWeights, limits: readonly (readonly [number, number])[], sign: 1 | -1): number {
  let best = -Infinity;
  for (let code = 0; code < limits.length ** drawn.people; code++) {
    const groupOf = Array.from(
      { length: drawn.people },
      (_, p) => Math.floor(code / limits.length ** p) % limits.length,
    );
    const isWithin = limits.every(([min, max], group) => {
      const size = groupOf.filter((other) => other === group).length;
      return size >= min && size <= max;
    });
    if (isWithin) best = Math.max(best, sign * valueOf(drawn, groupOf));
  }
  return sign * best;
}

const matrixOf = ({ people, weightOf }: DrawnWeights) =>
  Array.from({ length: people }, (_, p) => Array.from({ length: people }, (_, q) => (p === q ? 0 : weightOf(p, q))));
const pairsOf = ({ people, weightOf }: DrawnWeights) =>
  Array.from({ length: people }, (_, p) => Array.from({ length: p }, (_, q) => [p, q, weightOf(p, q)] as const)).flat();

describe('optimise', () => {
  it('puts together who weighs the most, or the least', async () => {
    const most = await ask({ goal: 'maximise' });
    expect(most.objective).toBe(10);
    expect(most.groupOf[0]).toBe(most.groupOf[1]);
    const least = await ask({ goal: 'minimise' });
    expect(least.objective).toBe(2);
    expect(least.groupOf[0]).not.toBe(least.groupOf[1]);
  });

  it.each([
    {
      what: 'settled sizes',
      limits: [
        [3, 3],
        [2, 2],
        [2, 2],
      ],
    },
    {
      what: 'ranged sizes',
      limits: [
        [1, 4],
        [2, 3],
        [1, 3],
      ],
    },
  ] as const)('finds the best of all assignments of seven people: $what', async ({ limits }) => {
    await fc.assert(
      fc.asyncProperty(drawnWeights(7), fc.constantFrom('maximise', 'minimise'), async (drawn, goal) => {
        const best = bestOf(drawn, limits, goal === 'maximise' ? 1 : -1);
        const sizes = limits.map(([min, max]) => ({ min, max }));
        const asked = { people: 7, sizes, goal, proposals: 30_000 } as const;
        const byMatrix = await optimise({ ...asked, distances: matrixOf(drawn) });
        expect(byMatrix.objective).toBe(best);
        expect(valueOf(drawn, byMatrix.groupOf)).toBe(best);
        const byPairs = await optimise({ ...asked, pairs: pairsOf(drawn) });
        expect(byPairs.objective).toBe(best);
      }),
      { numRuns: runs(25), seed: 6 },
    );
  });

  it('takes rows, one flat array, and pairs alike', async () => {
    const flat = await ask({ distances: Float64Array.from(TWO_COUPLES.flat()), people: 4 });
    const rows = await ask({ distances: TWO_COUPLES.map((row) => Float64Array.from(row)) });
    expect(flat).toEqual(rows);
  });

  it('finds lists of few pairs among many people', async () => {
    const people = 60;
    const pairs = Array.from({ length: people / 2 }, (_, i) => [i, people - 1 - i, 2.5] as const);
    const sizes = Array.from({ length: people / 4 }, () => 4);
    const { objective, groupOf } = await optimise({ people, pairs, sizes, goal: 'maximise' });
    expect(objective).toBe(2.5 * pairs.length);
    expect(pairs.every(([a, b]) => groupOf[a] === groupOf[b])).toBe(true);
  });

  it('counts decimals exactly', async () => {
    const tenth = (p: number, q: number) => (p === q ? 0 : 0.1);
    const distances = Array.from({ length: 3 }, (_, p) => Array.from({ length: 3 }, (_, q) => tenth(p, q)));
    const { objective, exact } = await optimise({ distances, sizes: [3], goal: 'maximise' });
    // In doubles 0.1 + 0.1 + 0.1 is 0.30000000000000004.
    expect(objective).toBe(0.3);
    expect(exact).toEqual({ numerator: 3n, denominator: 10n });
  });

  it('gives one answer for one seed, wherever it breathes', async () => {
    const distances = Array.from({ length: 30 }, (_, p) =>
      Array.from({ length: 30 }, (_, q) => (p === q ? 0 : ((p + 1) * (q + 1) * 7919) % 101)),
    );
    const asked = {
      distances,
      sizes: [10, 10, 10],
      goal: 'maximise',
      seed: 'x',
      proposals: 200_000,
      starts: 2,
    } as const;
    const first = await optimise(asked);
    expect(await optimise({ ...asked, control: { pause: async () => undefined } })).toEqual(first);
    expect(first.proposals).toBeGreaterThanOrEqual(400_000);
    expect(first.stopped).toBe('budget');
  });

  it('says how far it is, and stops with what it has when told to', async () => {
    const shares: number[] = [];
    const asked = { proposals: 1_500_000, observe: ({ spent }: { spent: number }) => shares.push(spent) };
    await ask(asked);
    expect(shares.length).toBe(2);
    expect(shares.at(-1)).toBe(1);
    const cut = await ask({ control: { cut: () => 'interrupted' } });
    expect(cut.stopped).toBe('interrupted');
    expect(cut.proposals).toBe(0);
    expect([...cut.groupOf.sort()]).toEqual([0, 0, 1, 1]);
  });

  it.each([
    [
      {
        distances: [
          [0, 1],
          [2, 0],
        ],
        sizes: [2],
      },
      'the distance of 0 and 1 is 1, that of 1 and 0 2',
    ],
    [
      {
        distances: [
          [0, NaN],
          [NaN, 0],
        ],
        sizes: [2],
      },
      'the distance of 0 and 1 is NaN',
    ],
    [{ distances: [[0, 1], [1]], sizes: [2] }, 'distances[1] has 1 numbers: 2 expected'],
    [{ distances: new Float64Array(5), people: 2, sizes: [2] }, 'distances has 5 numbers: 4 expected'],
    [{ distances: new Float64Array(4), sizes: [2] }, 'people must say how many'],
    [{ distances: undefined }, 'either distances or pairs'],
    [{ pairs: [] }, 'and not both'],
    [{ sizes: [2, 3] }, 'the groups hold 5 people in all, and there are 4'],
    [
      {
        sizes: [
          { min: 3, max: 4 },
          { min: 2, max: 4 },
        ],
      },
      'the groups hold 5 to 8 people in all',
    ],
    [{ sizes: [{ min: 3, max: 2 }, 2] }, 'sizes[0] is 3 to 2'],
    [{ sizes: [1.5, 2.5] }, 'sizes[0] is 1.5 to 1.5'],
    [
      {
        distances: [
          [0, 1 / 3],
          [1 / 3, 0],
        ],
        sizes: [2],
      },
      'too many digits',
    ],
    [
      {
        distances: [
          [0, 1e15],
          [1e15, 0],
        ],
        sizes: [2],
      },
      'cannot be counted exactly',
    ],
    [{ distances: undefined, people: 4, pairs: [[0, 4, 1]] }, 'pairs[0] names person 4: 0 to 3 expected'],
    [
      {
        distances: undefined,
        people: 4,
        pairs: [
          [0, 1, 1],
          [1, 0, 1],
        ],
      },
      'pairs[1] pairs 1 and 0 for the second time',
    ],
    [{ distances: undefined, people: 4, pairs: [[2, 2, 1]] }, 'pairs[0] pairs person 2 with themself'],
    [{ distances: undefined, people: 4, pairs: [[0, 1, Infinity]] }, 'pairs[0] weighs Infinity'],
    [{ proposals: 0 }, 'proposals is 0'],
    [{ starts: 1.5 }, 'starts is 1.5'],
  ] as const)('refuses %j', async (request, message) => {
    const answer = ask(request as unknown as Partial<OptimiseRequest>);
    await expect(answer).rejects.toThrow(RangeError);
    await expect(answer).rejects.toThrow(message);
  });
});
