import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameHash, createNamesakeFinder, foldedName, type Named } from '../../src/readers/namesakes.js';
import { runs } from '../helpers/runs.js';

const name = fc
  .array(fc.constantFrom('a', 'B', 'é', 'E', 'œ', '-', ' ', '’', '1'), { maxLength: 3 })
  .map((letters) => letters.join(''));

function finderOf(people: readonly Named[]): (p: number) => number {
  const hashOf = createNameHash();
  return createNamesakeFinder(
    people,
    people.map(({ familyName, givenName }) => hashOf(familyName, givenName)),
  );
}

describe('namesakes', () => {
  it('are those whose names fold to one text, each with the first of them', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ familyName: name, givenName: name }), { maxLength: 60 }), (people) => {
        const firstOf = finderOf(people);
        const expected = people.map((person, p) =>
          foldedName(person) === '' ? p : people.findIndex((other) => foldedName(other) === foldedName(person)),
        );
        expect(people.map((_, p) => firstOf(p))).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are found however the letters are shared out between family and given name', () => {
    const people: readonly Named[] = [
      { familyName: 'Jean Paul', givenName: 'Bo' },
      { familyName: 'JEAN', givenName: 'paul-bo' },
      { familyName: 'Jean', givenName: 'Paulbo' },
    ];
    const firstOf = finderOf(people);
    expect(people.map((_, p) => firstOf(p))).toEqual([0, 0, 2]);
  });
});
