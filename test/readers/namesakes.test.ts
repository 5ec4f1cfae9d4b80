import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scatter } from '../../src/algorithms/pair-numbers.js';
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

/** For each person the first that bears the same name, by a look at all pairs. */
function firstNamesakes(people: readonly Named[]): readonly number[] {
  return people.map((person, p) =>
    foldedName(person) === '' ? p : people.findIndex((other) => foldedName(other) === foldedName(person)),
  );
}

const people = fc.array(fc.record({ familyName: name, givenName: name }), { maxLength: 60 });

describe('namesakes', () => {
  it('are those whose names fold to one text, each with the first of them', () => {
    fc.assert(
      fc.property(people, (all) => {
        const firstOf = finderOf(all);
        expect(all.map((_, p) => firstOf(p))).toEqual(firstNamesakes(all));
      }),
      { numRuns: runs(300) },
    );
  });

  it('are the same people where many names share a hash, 0 among them', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 3 }), (all, kinds) => {
        const hashes = all.map((person) => foldedName(person).length % kinds);
        const firstOf = createNamesakeFinder(all, hashes);
        expect(all.map((_, p) => firstOf(p))).toEqual(firstNamesakes(all));
      }),
      { numRuns: runs(100) },
    );
  });

  it('are found where all hashes are 0, and who has no name is none', () => {
    const all = ['Bo', '', 'Cy', 'BO', '-', 'cy'].map((familyName) => ({ familyName, givenName: '' }));
    const firstOf = createNamesakeFinder(
      all,
      all.map(() => 0),
    );
    expect(all.map((_, p) => firstOf(p))).toEqual([0, 1, 2, 0, 4, 2]);
  });

  it('are told from those whose hash falls into the same slot, be it the last one', () => {
    // Hashes that the scattering of their bits all sends to slot 1023 of 1024.
    const hashes = Array.from({ length: 50_000 }, (_, hash) => hash).filter((hash) => (scatter(hash) & 1023) === 1023);
    const all = hashes.flatMap((hash) => [`N${hash}`, `n${hash}`].map((familyName) => ({ familyName, givenName: '' })));
    const firstOf = createNamesakeFinder(
      all,
      hashes.flatMap((hash) => [hash, hash]),
    );
    expect(all.map((_, p) => firstOf(p))).toEqual(firstNamesakes(all));
  });

  it('are found among more people than the first table has slots', () => {
    const all = Array.from({ length: 2100 }, (_, p) => ({ familyName: `N${p % 2050}`, givenName: 'Bo' }));
    const firstOf = finderOf(all);
    expect(all.map((_, p) => firstOf(p))).toEqual(all.map((_, p) => p % 2050));
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

describe('the hash of a name', () => {
  it('is the polynomial of its lower-case letters modulo 2^32', () => {
    const base = 0x01000193n;
    const expected = [...'lefevrecamille'].reduce(
      (hash, letter) => BigInt.asIntN(32, hash * base + BigInt(letter.charCodeAt(0))),
      0n,
    );
    const hashOf = createNameHash();
    expect(hashOf('Lefevre', 'Camille')).toBe(Number(expected));
    expect(hashOf('LEFÈVRE', 'camille')).toBe(Number(expected));
    expect(hashOf('LEFÈVRE', 'Camille')).toBe(Number(expected));
    expect(hashOf('', 'Lefèvre-Camille')).toBe(Number(expected));
    expect(hashOf(' ', '-')).toBe(0);
  });

  it('is the same for all that fold to one text, whatever signs and digits stand in it', () => {
    const hashOf = createNameHash();
    for (const sign of ['@', '[', '`', '{', '1', '_', '', ' ', 'Z', 'a'])
      expect(hashOf(`é${sign}`, `Z${sign}`)).toBe(hashOf(`E${sign}`, `z${sign}`));
  });

  it('differs for all names of two letters', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const hashOf = createNameHash();
    const hashes = letters.flatMap((first) => letters.map((second) => hashOf(first, second)));
    expect(new Set(hashes).size).toBe(26 * 26);
  });
});
