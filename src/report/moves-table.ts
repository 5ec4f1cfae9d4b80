import { gapOf } from '../domain/certificate.js';
import { isEqual, toNumber, type Fraction } from '../domain/fraction.js';
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
    broken: (count: number) => counted('en', count, 'hard violation left', 'hard violations left'),
  },
  fr: {
    moved: 'personnes déplacées',
    chosen: 'choisi',
    another: 'Pour prendre une autre ligne\u00a0: --max-moves N.',
    broken: (count: number) => counted('fr', count, 'violation stricte reste', 'violations strictes restent'),
  },
} as const;

/**
 * How good the groups get when more people move, a line a step as given, the chosen one in strong. A step that breaks hard rules says how
 * often instead of how near it is to its bound, which holds for groups that keep them all. A last line says how another is taken.
 */
export function movesTable(steps: readonly MovesStep[], language: Language, style: Style): readonly string[] {
  if (steps.length === 0) return [];
  const [words, own, run] = [wordsOf(language), WORDS[language], runWordsOf(language)];
  const gapText = ({ value, bound, isValid, isSizeFree }: MovesStep) => {
    if (!isValid) return '';
    if (!isEqual(value, bound)) return words.above(gapOf({ value, bound }));
    return isSizeFree ? words.optimalForSizes : words.optimal;
  };
  const rows = steps.map((step) => [
    String(step.moves),
    words.number(toNumber(step.value), 1),
    gapText(step),
    [...(step.isChosen ? [own.chosen] : []), ...(step.isValid ? [] : [own.broken(step.broken)])].join(' · '),
  ]);
  const mark = (text: string) => (text === own.chosen ? style.good(text) : style.bad(text));
  const table = layOutTable(
    [
      { title: own.moved, align: 'right' },
      { title: run.score, align: 'right' },
      { title: run.gap, align: 'right' },
      { title: '', align: 'left', style: mark },
    ],
    rows,
    style,
  );
  return steps.length < 2 ? table : [...table, own.another];
}
