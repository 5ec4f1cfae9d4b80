import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, fold, foldHeader } from '../../src/domain/fold.js';

describe('fold', () => {
  it.each([
    ['Préfecture', 'prefecture'],
    ['PRÉ-ÉLÉMENTAIRE', 'pre elementaire'],
    ['  Île‑de‑France ', 'ile de france'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['d’Artagnan', 'd artagnan'],
    ['nom_de__famille', 'nom de famille'],
    ['Œuvre', 'oeuvre'],
    ['Ægir Straße', 'aegir strasse'],
    ['Łódź Ørsted', 'lodz orsted'],
    ['St. Denis', 'st denis'],
    ['ＡＢＣ', 'abc'],
    ['', ''],
    [' - ', ''],
  ])('makes one key of %j', (typed, key) => {
    expect(fold(typed)).toBe(key);
  });

  it('leaves signs and decimals of numbers, so that -1 is not 1', () => {
    expect(fold('-1')).toBe('-1');
    expect(fold('1.5')).toBe('1.5');
    expect(fold('G-01')).toBe('g-01');
  });

  it('does not depend on how an accent is encoded', () => {
    expect(fold('Éléonore'.normalize('NFD'))).toBe(fold('Éléonore'.normalize('NFC')));
  });

  it('is the same for upper and lower case, and after folding twice', () => {
    const letter = fc.constantFrom(..."abcxyzéèêëàâîïôûùüçñœæ -_.'’0159");
    fc.assert(
      fc.property(
        fc.array(letter).map((letters) => letters.join('')),
        (typed) => {
          expect(fold(typed.toUpperCase())).toBe(fold(typed));
          expect(fold(fold(typed))).toBe(fold(typed));
        },
      ),
    );
  });
});

describe('foldHeader', () => {
  it('keeps letters and digits alone', () => {
    expect(foldHeader('Nom de famille')).toBe('nomdefamille');
    expect(foldHeader('family_name')).toBe('familyname');
    expect(foldHeader(' Prénom (usuel) : ')).toBe('prenomusuel');
    expect(foldHeader('vœux n°1')).toBe('voeuxn1');
  });
});

describe('compareText', () => {
  it('orders by code units, whatever the locale', () => {
    expect(['é', 'z', 'Z', 'a', '10', '9', ''].sort(compareText)).toEqual(['', '10', '9', 'Z', 'a', 'z', 'é']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
