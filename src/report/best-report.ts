import { fraction, toNumber } from '../domain/fraction.js';
import type { Language } from '../domain/settings.js';
import { runWordsOf } from './run-words.js';
import type { Style } from './style.js';
import { layOutTable } from './text-table.js';
import { visible } from './visible-text.js';
import { wordsOf } from './words.js';

/** Plans that are shown, unless all are asked for. */
const MOST_SHOWN = 10;

/** A plan of a shared search as a line of the table shows it. */
export interface RankedLine {
  readonly folder: string;
  /** Its starts, as ranges. */
  readonly starts: readonly string[];
  /** Number of its best start. */
  readonly start: number;
  /** As manifests keep them: value and bound in lowest terms, and the gap in decimals. */
  readonly score: { readonly value: string; readonly bound: string | null; readonly gap: string | null };
}

/** The plans of a shared search, best first, the chosen one in strong; then how many there are beyond those shown. */
export function bestTable(
  plans: readonly RankedLine[],
  language: Language,
  style: Style,
  isVerbose: boolean,
): readonly string[] {
  const [words, run] = [wordsOf(language), runWordsOf(language)];
  const shown = isVerbose ? plans : plans.slice(0, MOST_SHOWN);
  const rows = shown.map(({ folder, starts, start, score }) => [
    visible(folder),
    starts.join(', '),
    String(start),
    words.number(scoreOf(score.value), 1),
    gapText(score, language),
  ]);
  const chosen = rows[0]?.[0];
  const table = layOutTable(
    [
      {
        title: run.folder,
        align: 'left',
        isWhole: true,
        style: (text) => (text === chosen ? style.strong(text) : text),
      },
      { title: run.starts, align: 'left' },
      { title: run.bestStart, align: 'right' },
      { title: run.score, align: 'right' },
      { title: run.gap, align: 'right' },
    ],
    rows,
    style,
  );
  const left = plans.length - shown.length;
  return left === 0 ? table : [...table, style.faint(run.morePlans(left))];
}

function gapText({ value, bound, gap }: RankedLine['score'], language: Language): string {
  if (bound === null || gap === null) return '';
  // The decimals of a small gap are zeros; only the exact figures prove that there is none.
  return value === bound ? wordsOf(language).optimal : wordsOf(language).above(Number(gap));
}

/** `845/12` or `67` as the nearest number. */
function scoreOf(value: string): number {
  const [numerator, denominator = '1'] = value.split('/');
  return /^-?\d+$/.test(numerator) && /^[1-9]\d*$/.test(denominator)
    ? toNumber(fraction(BigInt(numerator), BigInt(denominator)))
    : NaN;
}
