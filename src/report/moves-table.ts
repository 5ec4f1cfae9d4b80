import { gapOf } from '../domain/certificate.js';
import { isEqual, isLess, toNumber, type Fraction } from '../domain/fraction.js';
import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { runWordsOf } from './run-words.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { wordsOf } from './words.js';

/** What groups are worth when so many people may move. */
export interface MovesStep {
  /** How many people move. */
  readonly moves: number;
  readonly value: Fraction;
  /** The least score of any groups of the sizes that it has. */
  readonly bound: Fraction;
  /** How many people its groups have, in any order. */
  readonly sizes: readonly number[];
  /** Whether groups could have other sizes, of which the bound says nothing. */
  readonly isSizeFree: boolean;
  /** Whether every hard rule is kept. */
  readonly isValid: boolean;
  /** Whether these are the groups that are taken. */
  readonly isChosen: boolean;
  /** Hard violations that are left; 0 where it is valid. */
  readonly broken: number;
}

const WORDS = {
  en: {
    moved: 'people moved',
    chosen: 'chosen',
    another: 'Another line is taken with --max-moves N.',
    sizes: 'sizes',
    best: 'optimal for its sizes',
    least: (least: string) =>
      `Groups of other sizes have another bound: every line is measured against the least of them, ${least}.`,
    bySizes: (bound: string) =>
      `With groups of the sizes of the first line no score is below ${bound}: lines below that are better because their groups have other sizes.`,
    broken: (count: number) => counted('en', count, 'hard violation left', 'hard violations left'),
  },
  fr: {
    moved: 'personnes déplacées',
    chosen: 'choisi',
    another: 'Pour prendre une autre ligne\u00a0: --max-moves N.',
    sizes: 'tailles',
    best: 'optimal à ces tailles',
    least: (least: string) =>
      `Des groupes d’autres tailles ont un autre minimum\u00a0: chaque ligne est comparée au plus petit, ${least}.`,
    bySizes: (bound: string) =>
      `Aux tailles de la première ligne, aucun score n’est inférieur à ${bound}\u00a0: les lignes en dessous sont meilleures parce que leurs groupes ont d’autres tailles.`,
    broken: (count: number) => counted('fr', count, 'violation stricte reste', 'violations strictes restent'),
  },
} as const;

/**
 * How good the groups get when more people move, a line a step as given, the chosen one in strong. Every line is measured against one and
 * the same least: the smallest bound of all that are shown, since those of other sizes have another. A step that breaks hard rules says how
 * often instead of how near it is to that bound, which holds for groups that keep them all. Where sizes differ they are shown, and it is
 * said where a line can only be better because of them. A last line says how another is taken.
 */
export function movesTable(steps: readonly MovesStep[], language: Language, style: Style): readonly string[] {
  if (steps.length === 0) return [];
  const [words, own, run] = [wordsOf(language), WORDS[language], runWordsOf(language)];
  const least = steps.map(({ bound }) => bound).reduce((a, b) => (isLess(b, a) ? b : a));
  const sizes = steps.map(sizesText);
  const keys = steps.map((step) => step.sizes.toSorted((a, b) => a - b).join(' '));
  const isMixed = new Set(keys).size > 1;
  const gapText = ({ value, isValid, isSizeFree }: MovesStep) => {
    if (!isValid) return '';
    if (!isEqual(value, least)) return words.above(gapOf({ value, bound: least }));
    return isSizeFree ? words.optimalForSizes : words.optimal;
  };
  const remarks = steps.map(({ value, bound, isValid, isChosen, broken }) =>
    [
      ...(isChosen ? [own.chosen] : []),
      ...(isValid && isEqual(value, bound) && !isEqual(bound, least) ? [own.best] : []),
      ...(isValid ? [] : [own.broken(broken)]),
    ].join(' · '),
  );
  const rows = steps.map((step, index) => [
    String(step.moves),
    words.number(toNumber(step.value), 1),
    gapText(step),
    ...(isMixed ? [sizes[index]] : []),
    remarks[index],
  ]);
  const faulty = new Set(remarks.filter((_, index) => !steps[index].isValid));
  const mark = (text: string) => (faulty.has(text) ? style.bad(text) : style.good(text));
  const table = layOutTable(
    [
      { title: own.moved, align: 'right' },
      { title: run.score, align: 'right' },
      { title: run.gap, align: 'right' },
      ...(isMixed ? [{ title: own.sizes, align: 'left' as const }] : []),
      { title: '', align: 'left', style: mark },
    ],
    rows,
    style,
  );
  const figure = (value: Fraction) => words.number(toNumber(value), 1);
  const [first] = steps;
  const isBySizes = steps.some(
    (step, index) => step.isValid && keys[index] !== keys[0] && isLess(step.value, first.bound),
  );
  return [
    ...table,
    ...(steps.every(({ bound }) => isEqual(bound, least)) ? [] : [own.least(figure(least))]),
    ...(isBySizes ? [own.bySizes(figure(first.bound))] : []),
    ...(steps.length < 2 ? [] : [own.another]),
  ];
}

/** Sizes of which each is counted. */
const MOST_SIZES = 4;

/** `8 × 10, 8 × 11`: how many groups have each size; of many sizes the least and the most, `7–12`. */
function sizesText({ sizes }: MovesStep): string {
  const counts = new Map<number, number>();
  for (const size of sizes.toSorted((a, b) => a - b)) counts.set(size, (counts.get(size) ?? 0) + 1);
  const all = [...counts];
  if (all.length > MOST_SIZES) return `${all[0][0]}–${all[all.length - 1][0]}`;
  return all.map(([size, groups]) => `${groups}\u00a0×\u00a0${size}`).join(', ');
}
