import { describe, expect, it } from 'vitest';
import { isProof } from '../../src/domain/proof.js';
import { RULE_KINDS, type Rule, type RuleKind } from '../../src/domain/rule.js';
import { sentenceOf } from '../../src/report/messages/index.js';
import { formGroups } from '../../src/usecases/form-groups.js';
import { moduleOf, rule, toTheme, type ModuleDraft } from '../helpers/modules.js';

/** A rule in two modules small enough to be worked out by hand: it can be kept in one and not in the other. */
interface RuleCase {
  readonly kind: RuleKind;
  readonly possible: ModuleDraft;
  /** Members of the groups that keep it, those of a group that does not matter left out. */
  readonly isKept: (groupOf: ReadonlyMap<string, string>) => boolean;
  readonly impossible: ModuleDraft;
  readonly en: string;
  readonly fr: string;
}

const pair = { people: 4, sizes: [2, 2] };
const schools = (cells: string, sizes: readonly number[], own: Rule): ModuleDraft => ({
  columns: { school: cells },
  sizes,
  rules: [own],
});
const countIn = (groupOf: ReadonlyMap<string, string>, group: string, people: string) =>
  [...people].filter((person) => groupOf.get(person) === group).length;

const CASES: readonly RuleCase[] = [
  {
    kind: 'together',
    possible: { ...pair, rules: [rule('together', 'a d')] },
    isKept: (groupOf) => groupOf.get('a') === groupOf.get('d'),
    impossible: { ...pair, rules: [rule('together', 'a b d')] },
    en: '3 people are to be together (a, b, d), and the largest group holds 2. Maybe 1 person fewer in line 2, or a weight on line 2 (or drop it).',
    fr: '3 personnes doivent être ensemble (a, b, d), et le plus grand groupe en accueille 2. Peut-être 1 personne de moins à la ligne 2, ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'apart',
    possible: { ...pair, rules: [rule('apart', 'a b')] },
    isKept: (groupOf) => groupOf.get('a') !== groupOf.get('b'),
    impossible: { ...pair, rules: [rule('apart', 'a b c')] },
    en: '3 people are to be apart (a, b, c), and there are only 2 groups. Maybe 1 person fewer in line 2, or 3 groups (size 1..2), or a weight on line 2 (or drop it).',
    fr: '3 personnes doivent être séparées (a, b, c), et il n’y a que 2 groupes. Peut-être 1 personne de moins à la ligne 2, ou 3 groupes (taille 1..2), ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'fixed',
    possible: { people: 4, places: { A: [2], B: [2] }, rules: [rule('fixed', 'a d', { target: toTheme('A') })] },
    isKept: (groupOf) => countIn(groupOf, 'A1', 'ad') === 2,
    impossible: { people: 4, places: { A: [2], B: [2] }, rules: [rule('fixed', 'a b d', { target: toTheme('A') })] },
    en: '3 people are fixed to A, which holds 2 (line 2). Maybe 1 person fewer in line 2, or 3 groups (size 1..2), or a weight on line 2 (or drop it).',
    fr: '3 personnes sont fixées à A, qui en accueille 2 (ligne 2). Peut-être 1 personne de moins à la ligne 2, ou 3 groupes (taille 1..2), ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'never',
    possible: { people: 4, places: { A: [2], B: [2] }, rules: [rule('never', 'a b', { target: toTheme('A') })] },
    isKept: (groupOf) => countIn(groupOf, 'B1', 'ab') === 2,
    impossible: { people: 4, places: { A: [2], B: [2] }, rules: [rule('never', 'a b c', { target: toTheme('A') })] },
    en: 'The rule of line 2 (never: a, b, c → A) cannot be kept in 2 groups of 2. Maybe 1 person fewer in line 2, or a weight on line 2 (or drop it).',
    fr: 'La règle de la ligne 2 (never: a, b, c → A) ne peut pas être tenue dans 2 groupes de 2. Peut-être 1 personne de moins à la ligne 2, ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'at_least',
    possible: schools('IIEE', [2, 2], rule('at_least', 'school=I', { count: 1 })),
    isKept: (groupOf) => countIn(groupOf, 'G01', 'ab') === 1,
    impossible: schools('IIIE', [2, 2], rule('at_least', 'school=I', { count: 2 })),
    en: 'At least 2 of school=I in each of 2 groups needs 4 people; there are 3. Maybe at_least 1 in line 2, or a weight on line 2 (or drop it).',
    fr: 'Au moins 2 de school=I dans chacun des 2 groupes demande 4 personnes ; il y en a 3. Peut-être at_least 1 à la ligne 2, ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'at_most',
    possible: schools('IIEE', [2, 2], rule('at_most', 'school=I', { count: 1 })),
    isKept: (groupOf) => countIn(groupOf, 'G01', 'ab') === 1,
    impossible: schools('IIIE', [2, 2], rule('at_most', 'school=I', { count: 1 })),
    en: 'At most 1 of school=I in each of 2 groups leaves room for 2; there are 3. Maybe at_most 2 in line 2, or 3 groups (size 1..2), or a weight on line 2 (or drop it).',
    fr: 'Au plus 1 de school=I dans chacun des 2 groupes laisse 2 places ; il y a 3 personnes. Peut-être at_most 2 à la ligne 2, ou 3 groupes (taille 1..2), ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'distinct',
    possible: schools('IIEE', [2, 2], rule('distinct', 'school=I')),
    isKept: (groupOf) => groupOf.get('a') !== groupOf.get('b'),
    impossible: schools('IIIE', [2, 2], rule('distinct', 'school=I')),
    en: '3 people are to be apart (school=I), and there are only 2 groups. Maybe 3 groups (size 1..2), or a weight on line 2 (or drop it).',
    fr: '3 personnes doivent être séparées (school=I), et il n’y a que 2 groupes. Peut-être 3 groupes (taille 1..2), ou un poids à la ligne 2 (ou la retirer).',
  },
  {
    kind: 'not_alone',
    possible: schools('IIEE', [2, 2], rule('not_alone', 'school=I')),
    isKept: (groupOf) => groupOf.get('a') === groupOf.get('b'),
    impossible: schools('IEEE', [2, 2], rule('not_alone', 'school=I')),
    en: 'school=I is held by one person only, who is alone in any group. Maybe a weight on line 2 (or drop it).',
    fr: 'school=I ne désigne qu’une personne, seule dans n’importe quel groupe. Peut-être un poids à la ligne 2 (ou la retirer).',
  },
];

const form = (draft: ModuleDraft) => formGroups({ module: moduleOf(draft), seed: 'seed', search: { effort: 0 } });

describe('each kind of rule', () => {
  it('has a case', () => {
    expect(CASES.map(({ kind }) => kind).sort()).toEqual([...RULE_KINDS].sort());
  });

  for (const { kind, possible, isKept, impossible, en, fr } of CASES) {
    it(`${kind}: is kept where it can be`, async () => {
      const result = await form(possible);
      if (result.status !== 'formed') throw new Error('groups exist');
      expect(result.formed.report.hard).toBe(0);
      expect(isKept(result.formed.grouping.assignment)).toBe(true);
    });

    it(`${kind}: is said to be impossible where it is, with what would do instead`, async () => {
      const result = await form(impossible);
      if (result.status !== 'impossible') throw new Error('no groups exist');
      expect(isProof(result.reasons)).toBe(true);
      const sentences = (language: 'en' | 'fr') =>
        result.reasons.map((reason) => sentenceOf(reason, language).replaceAll('\u00a0', ' '));
      expect(sentences('en')).toEqual([en]);
      expect(sentences('fr')).toEqual([fr]);
    });
  }
});

describe('rules that can each be kept alone', () => {
  /** By title: a module, the lines that its reason must name, and the advice that ends it. */
  const PAIRS: readonly (readonly [string, ModuleDraft, string, string])[] = [
    [
      'at_least and at_most: more wanted than allowed',
      {
        columns: { school: 'IIIIEE' },
        sizes: [3, 3],
        rules: [
          rule('at_least', 'school=I', { count: 2, line: 2 }),
          rule('at_most', 'school=I a', { count: 1, line: 3 }),
        ],
      },
      '3',
      'at_most 2 in line 3',
    ],
    [
      'at_least and not_alone: one each is all there is',
      {
        columns: { school: 'IIEE' },
        sizes: [2, 2],
        rules: [rule('at_least', 'school=I', { count: 1, line: 2 }), rule('not_alone', 'school=I', { line: 3 })],
      },
      '2, 3',
      'a weight on one of lines 2, 3 (or drop it)',
    ],
    [
      'together and at_most: those who are tied are too many of a kind',
      {
        columns: { school: 'IIEE' },
        sizes: [2, 2],
        rules: [rule('together', 'a b', { line: 2 }), rule('at_most', 'school=I', { count: 1, line: 3 })],
      },
      '2, 3',
      'at_most 2 in line 3',
    ],
    [
      'together: three pairs for two groups of three',
      {
        people: 6,
        sizes: [3, 3],
        rules: ['a b', 'c d', 'e f'].map((who, i) => rule('together', who, { line: i + 2 })),
      },
      '2, 3, 4',
      'a weight on one of lines 2, 3, 4 (or drop it)',
    ],
    [
      'fixed and at_least: all of a kind in one place',
      {
        columns: { school: 'IIEE' },
        places: { A: [2], B: [2] },
        rules: [
          rule('fixed', 'a b', { target: toTheme('A'), line: 2 }),
          rule('at_least', 'school=I', { count: 1, line: 3 }),
        ],
      },
      '2, 3',
      '1 person fewer in line 2',
    ],
    [
      'never and not_alone: the other group has one seat',
      {
        columns: { school: 'IIEE' },
        places: { A: [3], B: [1] },
        rules: [rule('never', 'a', { target: toTheme('A'), line: 2 }), rule('not_alone', 'school=I', { line: 3 })],
      },
      '2, 3',
      'a weight on one of lines 2, 3 (or drop it)',
    ],
  ];

  for (const [title, draft, lines, advice] of PAIRS) {
    it(`names the lines of ${title}`, async () => {
      const result = await form(draft);
      if (result.status !== 'impossible') throw new Error('no groups exist');
      const [reason] = result.reasons;
      expect('lines' in reason.params ? reason.params.lines : String(reason.source?.line)).toBe(lines);
      expect(sentenceOf(reason, 'en')).toContain(advice);
    });
  }
});
