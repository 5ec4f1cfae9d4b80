import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/algorithms/bits.js';
import { listFairGroups, type FairGroupsInput } from '../../../src/engine/mix/fair-groups.js';
import { runs } from '../../helpers/runs.js';

function list(input: FairGroupsInput): readonly string[] | undefined {
  const fair = listFairGroups(input);
  for (let step = 0; step < 100_000 && !fair.isDone(); step++) fair.step();
  const bits = fair.groups();
  if (bits === undefined) return undefined;
  const words = wordsFor(input.levelsOf.length);
  return Array.from({ length: bits.length / words }, (_, group) =>
    [...input.levelsOf.keys()]
      .filter((person) => ((bits[group * words + (person >> 5)] >>> (person & 31)) & 1) === 1)
      .join(' '),
  ).sort();
}

/** All sets of people, kept where they are fair. */
function listAll({ levelsOf, size, low, high }: FairGroupsInput): readonly string[] {
  const found: string[] = [];
  for (let set = 0; set < 2 ** levelsOf.length; set++) {
    const people = [...levelsOf.keys()].filter((person) => ((set >> person) & 1) === 1);
    const counts = new Int32Array(low.length);
    for (const person of people) for (const level of levelsOf[person]) counts[level]++;
    const isFair = counts.every((count, level) => count >= low[level] && count <= high[level]);
    if (people.length === size && isFair) found.push(people.join(' '));
  }
  return found.sort();
}

describe('fair groups', () => {
  it('are listed once each, whatever the levels and the counts asked for', () => {
    const levels = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 });
    const window = fc.record({ low: fc.integer({ min: 0, max: 1 }), more: fc.integer({ min: 0, max: 2 }) });
    fc.assert(
      fc.property(
        fc.array(levels, { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(window, { minLength: 5, maxLength: 5 }),
        (people, size, windows) => {
          const input = {
            levelsOf: people.map((own) => Int32Array.from(own)),
            size,
            low: Int32Array.from(windows, ({ low }) => low),
            high: Int32Array.from(windows, ({ low, more }) => low + more),
            most: 1_000,
          };
          expect(list(input)).toEqual(listAll(input));
        },
      ),
      { seed: 1, numRuns: runs(300) },
    );
  });

  it('of more people than a word has bits', () => {
    // 20 people of one level and 20 of another, one of each in a group.
    const input = {
      levelsOf: Array.from({ length: 40 }, (_, person) => Int32Array.of(person % 2)),
      size: 2,
      low: Int32Array.of(1, 1),
      high: Int32Array.of(1, 1),
      most: 400,
    };
    expect(list(input)).toHaveLength(400);
    expect(list({ ...input, most: 399 })).toBeUndefined();
  });
});
