import { describe, expect, it } from 'vitest';
import {
  isInitial,
  isNameOf,
  isPartOf,
  isWithInitials,
  nameWords,
  rotations,
  sharesWord,
  slipLimit,
  withoutParticles,
  withoutTitle,
  wordsKey,
  wordsOf,
} from '../../src/readers/name-words.js';

const person = (familyName: string, givenName = '') => wordsOf({ familyName, givenName });

describe('the words of a name', () => {
  it.each([
    ['Le Goff, Éva', ['le', 'goff', 'eva']],
    ['Barth?l?my Y.', ['barth?l?my', 'y']],
    ['(N° 12)', ['n', '12']],
    ['?', []],
    ['', []],
    [' - ', []],
  ])('%j are %j', (text, words) => {
    expect(nameWords(text)).toEqual(words);
  });

  it.each([
    ['mme roux', 'roux'],
    ['m roux', 'm roux'],
    ['m roux zoe', 'roux zoe'],
    ['mme', 'mme'],
    ['roux mme', 'roux mme'],
  ])('%j are, without a title, %j', (words, rest) => {
    expect(withoutTitle(words.split(' ')).join(' ')).toBe(rest);
  });

  it('keep a particle where there is nothing else, and are the same in any order', () => {
    expect(withoutParticles(['de', 'villiers'])).toEqual(['villiers']);
    expect(withoutParticles(['de'])).toEqual(['de']);
    expect(wordsKey(['b', 'a'])).toBe(wordsKey(['a', 'b']));
    expect(wordsKey(['ab'])).not.toBe(wordsKey(['a', 'b']));
    expect(wordsKey(['ab', 'c'])).not.toBe(wordsKey(['a', 'bc']));
    expect(rotations(['jean', 'le', 'goff'])).toEqual(['jeanlegoff', 'legoffjean', 'goffjeanle']);
    expect(['a', 'é', 'ab', '1', ''].filter(isInitial)).toEqual(['a', 'é']);
    expect([50, 51].map((count) => rotations(Array.from({ length: count }, () => 'a')).length)).toEqual([50, 1]);
    expect(rotations(Array.from({ length: 51 }, () => 'ab'))).toEqual(['ab'.repeat(51)]);
    expect([4, 5, 8, 9].map(slipLimit)).toEqual([0, 1, 1, 2]);
  });
});

describe('words with some left out', () => {
  const marie = person('Dupont-Martin', 'Marie Claire');
  it.each([
    ['dupont marie', true],
    ['dupont martin', true],
    ['marie claire', true],
    ['marie', false],
    ['dupont', false],
    ['dupont marie x', false],
    ['dupont dupont marie', false],
    ['claire martin marie dupont', true],
  ])('%j are a part of Dupont-Martin, Marie Claire: %s', (words, isPart) => {
    expect(isPartOf(words.split(' '), marie)).toBe(isPart);
  });

  it('are a part of a name without a given one', () => {
    expect(isPartOf(['dupont'], person('Dupont Jean'))).toBe(true);
    expect(isPartOf(['durand'], person('Dupont Jean'))).toBe(false);
  });
});

describe('words with initials', () => {
  it.each([
    ['j dupont', ['Dupont', 'Jean'], true],
    ['dupont jean', ['Dupont', 'Jean'], false],
    ['j', ['J', 'Jean'], false],
    ['dupont', ['Dupont', 'Jean'], false],
    ['m c dupont', ['Dupont', 'Marie Claire'], true],
    ['c dupont', ['Dupont', 'Marie Claire'], false],
    ['m x dupont', ['Dupont', 'Marie Claire'], false],
    ['m c x dupont', ['Dupont', 'Marie Claire'], false],
    ['p villiers', ['de Villiers', 'Paul'], true],
    ['paul v', ['de Villiers', 'Paul'], true],
    ['paul d', ['de Villiers', 'Paul'], false],
    ['paul x', ['de Villiers', 'Paul'], false],
    ['d durand', ['Dupont', 'Jean'], false],
    ['x dupont', ['Dupont', 'X Jean'], true],
    ['j dupont', ['J Dupont', 'Jean'], true],
  ])('%j are those of %j: %s', (words, [family, given], isOne) => {
    expect(isWithInitials(words.split(' '), person(family, given))).toBe(isOne);
  });
});

describe('a name, perhaps shortened or with a slip', () => {
  it.each([
    ['dupont marie', ['Dupont-Martin', 'Marie'], true],
    ['j dupont', ['Dupont', 'Jean'], true],
    ['jean dupont rapporteur', ['Dupont', 'Jean'], true],
    ['dupont rapporteur', ['Dupont', ''], false],
    ['villiers paul', ['de Villiers', 'Paul'], true],
    ['dupond jean', ['Dupont', 'Jean'], true],
    ['jean dupond', ['Dupont', 'Jean'], true],
    ['dubomt jean', ['Dupont', 'Jean'], true],
    ['durand jean', ['Dupont', 'Jean'], false],
    ['van der berg paul', ['de Berg', 'Paul'], true],
    ['bu al', ['Bo', 'Al'], false],
    ['eleve 12', ['Eleve', '13'], false],
    ['quidam zoe', ['Dupont', 'Jean'], false],
  ])('%j is that of %j: %s', (words, [family, given], isOne) => {
    expect(isNameOf(words.split(' '), person(family, given))).toBe(isOne);
  });

  it.each([
    ['dupont zoe', true],
    ['dupond zoe', true],
    ['jean zoe', true],
    ['jaan zoe', false],
    ['durand zoe', false],
  ])('%j shares a word with Dupont, Jean: %s', (words, shares) => {
    expect(sharesWord(words.split(' '), person('Dupont', 'Jean'))).toBe(shares);
  });
});
