import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/engine/random.js';
import { nextPrimePower } from '../../src/rotation/finite-field.js';
import { layColumns, layDesign } from '../../src/rotation/transversal-design.js';
import { runs } from '../helpers/runs.js';

describe('a transversal design', () => {
  it('brings two people of different columns together at most once in q modules, and never two of one column', () => {
    const cases = fc
      .integer({ min: 2, max: 17 })
      .chain((height) => fc.tuple(fc.constant(height), fc.integer({ min: 1, max: height * height })));
    fc.assert(
      fc.property(cases, ([height, peopleCount]) => {
        const columns = layColumns(peopleCount, [], height);
        const modules = layDesign(columns, nextPrimePower(height), createRandom('design'));
        const columnOf = new Map([...columns.people].map((person, seat) => [person, Math.floor(seat / height)]));
        // Counted without an assertion for each of the pairs, of which there are tens of thousands.
        const tooOften: [number, number, number][] = [];
        for (let p = 0; p < peopleCount; p++) {
          for (let q = 0; q < p; q++) {
            const times = modules.filter((blockOf) => blockOf[p] === blockOf[q]).length;
            if (times > (columnOf.get(p) === columnOf.get(q) ? 0 : 1)) tooOften.push([p, q, times]);
          }
        }
        expect(tooOften).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it('brings them together exactly once where the height is a prime power', () => {
    const modules = layDesign(layColumns(81, [], 9), 9, createRandom('design'));
    const times = (p: number, q: number) => modules.filter((blockOf) => blockOf[p] === blockOf[q]).length;
    expect(times(0, 9)).toBe(1);
    expect(times(3, 80)).toBe(1);
    expect(times(3, 4)).toBe(0);
  });

  it('brings two of different columns together at most twice where there are more columns than elements', () => {
    const columns = layColumns(60, [], 5);
    const modules = layDesign(columns, 5, createRandom('design'));
    for (let one = 0; one < 60; one++) {
      for (let other = 0; other < one; other++) {
        const times = modules.filter((blockOf) => blockOf[one] === blockOf[other]).length;
        expect(times).toBeLessThanOrEqual(Math.floor(one / 5) === Math.floor(other / 5) ? 0 : 2);
      }
    }
  });

  it('sorts people into columns by the first attribute, then by the next', () => {
    const schools = Int32Array.of(1, 0, 1, 0);
    const types = Int32Array.of(0, 1, 1, 0);
    expect([...layColumns(4, [schools, types], 2).people]).toEqual([3, 1, 0, 2]);
  });
});
