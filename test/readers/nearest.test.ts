import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/readers/nearest.js';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['chat', 'chats', 1],
    ['chat', 'hat', 1],
    ['chat', 'chut', 1],
    ['prefectrue', 'prefecture', 1],
    ['interne', 'externe', 2],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  it('is one more than the limit as soon as it exceeds it', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
    expect(editDistance('abcdef', 'x', 1)).toBe(2);
  });

  it('for any two texts, agrees with itself under any limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 99), limit + 1));
      }),
    );
  });
});

describe('nearest', () => {
  it('finds the word that was meant, without regard to case and accents', () => {
    expect(nearest('Prefectrue', ['ambassade', 'préfecture'])).toBe('préfecture');
  });

  it('says nothing when nothing is near, and for one letter', () => {
    expect(nearest('hôpital', ['ambassade', 'préfecture'])).toBeUndefined();
    expect(nearest('B', ['A', 'C'])).toBeUndefined();
  });

  it.each([
    [2, 1],
    [4, 1],
    [5, 2],
    [8, 2],
    [9, 3],
  ])('forgives, in a word of %i letters, %i slips and no more', (length, slips) => {
    const word = 'abcdefghi'.slice(0, length);
    const withSlips = (count: number) => 'z'.repeat(count) + word.slice(count);
    expect(nearest(word, [withSlips(slips)])).toBe(withSlips(slips));
    expect(nearest(word, [withSlips(slips + 1)])).toBeUndefined();
  });

  it('takes no word that is not near, whatever else is', () => {
    expect(nearest('salle b', ['salle c', 'hall'])).toBe('salle c');
  });

  it('takes the nearest, and among equals the first by code units, in whatever order they come', () => {
    expect(nearest('salle b', ['salles bb', 'salle a', 'salle b2'])).toBe('salle a');
    expect(nearest('salle b', ['salle c', 'salle a'])).toBe('salle a');
    expect(nearest('salle b', ['salle a', 'salle c'])).toBe('salle a');
  });
});
