import { describe, expect, it } from 'vitest';
import { findObstacles } from '../../src/engine/feasibility/find-obstacles.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { moduleOf, rule, toTheme, type ModuleDraft } from '../helpers/modules.js';

const sentences = (draft: ModuleDraft, language: 'en' | 'fr') =>
  findObstacles(moduleOf(draft)).map((found) => sentenceOf(found, language).replaceAll('\u00a0', ' '));

const atLeast = (count: number, schools: string, sizes: readonly number[]): ModuleDraft => ({
  columns: { school: schools },
  sizes,
  rules: [rule('at_least', 'school=I', { count })],
});

describe('the advice to ask for fewer in each group', () => {
  it('is left out when none would be left to ask for', () => {
    const rare = atLeast(1, 'EEEEEI', [3, 3]);
    expect(sentences(rare, 'en')).toEqual([
      'At least 1 of school=I in each of 2 groups needs 2 people; there is 1. Maybe a weight on line 2 (or drop it).',
    ]);
    expect(sentences(rare, 'fr')).toEqual([
      'Au moins 1 de school=I dans chacun des 2 groupes demande 2 personnes ; il y en a 1. Peut-être un poids à la ligne 2 (ou la retirer).',
    ]);
  });

  it('is given otherwise', () => {
    const scarce = atLeast(2, 'EEEIII', [3, 3]);
    expect(sentences(scarce, 'en')).toEqual([
      expect.stringMatching(/ Maybe at_least 1 in line 2, or a weight on line 2 \(or drop it\)\.$/),
    ]);
    expect(sentences(scarce, 'fr')).toEqual([
      expect.stringMatching(/ Peut-être at_least 1 à la ligne 2, ou un poids à la ligne 2 \(ou la retirer\)\.$/),
    ]);
    expect(sentences(atLeast(3, 'IIIIII', [2, 4]), 'en')).toEqual([
      expect.stringMatching(
        / Maybe at_least 2 in line 2, or 2 groups \(size 3\), or a weight on line 2 \(or drop it\)\.$/,
      ),
    ]);
  });
});

describe('an obstacle of several lines', () => {
  it('names the path between two people', () => {
    const rules = [
      rule('together', 'b d', { line: 2 }),
      rule('together', 'a b', { line: 3 }),
      rule('together', 'd c', { line: 4 }),
      rule('apart', 'a c', { line: 5 }),
    ];
    const draft: ModuleDraft = { people: 8, sizes: [4, 4], rules };
    expect(sentences(draft, 'en')).toEqual([
      'a and c are to be apart here, and together by lines 2, 3, 4. Maybe a weight on one of lines 2, 3, 4, 5 (or drop it).',
    ]);
    expect(sentences(draft, 'fr')).toEqual([
      'a et c sont à séparer d’après cette ligne, et à réunir d’après les lignes 2, 3, 4. Peut-être un poids à l’une des lignes 2, 3, 4, 5 (ou la retirer).',
    ]);
  });

  it('names everybody once, and the lines only where they are several', () => {
    const draft = (...rules: readonly string[]): ModuleDraft => ({
      people: 6,
      sizes: [3, 3],
      rules: rules.map((who, index) => rule('together', who, { line: index + 2 })),
    });
    expect(sentences(draft('a b c', 'c d'), 'en')).toEqual([
      '4 people are to be together (a, b, c, d) by lines 2, 3, and the largest group holds 3. Maybe 1 person fewer in line 2, or a weight on one of lines 2, 3 (or drop it).',
    ]);
    expect(sentences(draft('a b c d'), 'en')).toEqual([
      '4 people are to be together (a, b, c, d), and the largest group holds 3. Maybe 1 person fewer in line 2, or a weight on line 2 (or drop it).',
    ]);
    expect(sentences(draft('a b c', 'c d'), 'fr')).toEqual([
      '4 personnes doivent être ensemble (a, b, c, d) d’après les lignes 2, 3, et le plus grand groupe en accueille 3. Peut-être 1 personne de moins à la ligne 2, ou un poids à l’une des lignes 2, 3 (ou la retirer).',
    ]);
  });

  it('names the people apart, and the groups that are left to them', () => {
    const draft: ModuleDraft = {
      people: 6,
      places: { A: [3], B: [3] },
      rules: [rule('fixed', 'a b', { target: toTheme('A'), line: 2 }), rule('apart', 'b a', { line: 3 })],
    };
    expect(sentences(draft, 'en')).toEqual([
      '2 people are to be apart from one another (a, b), and may only be in 1 group (A1), by lines 2, 3 together. Maybe 1 person fewer in line 2, or 3 groups (size 2), or a weight on one of lines 2, 3 (or drop it).',
    ]);
    expect(sentences(draft, 'fr')).toEqual([
      '2 personnes doivent être séparées les unes des autres (a, b), et ne peuvent être que dans 1 groupe (A1), d’après les lignes 2, 3 réunies. Peut-être 1 personne de moins à la ligne 2, ou 3 groupes (taille 2), ou un poids à l’une des lignes 2, 3 (ou la retirer).',
    ]);
  });
});
