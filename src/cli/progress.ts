import type { Language } from '../domain/settings.js';
import { runWordsOf } from '../report/run-words.js';
import { textWidth } from '../report/text-table.js';
import { wordsOf } from '../report/words.js';
import type { GroupsProgress } from '../usecases/observed-gap.js';
import type { Console } from './console.js';

/** How far a search has come, as a line shows it. */
export interface ProgressFigures {
  /** What is going on. */
  readonly label: string;
  /** Share of the budget that is spent, from 0 to 1. */
  readonly share: number;
  /** How far the best lies above its bound; shown while no hard rule is broken. */
  readonly gap: number;
  /** Hard violations of the best. */
  readonly hard: number;
  /** Absent while nothing can be said. */
  readonly secondsLeft?: number;
}

const [LEAST_BAR, MOST_BAR] = [8, 20];
/** Milliseconds between two lines. */
const PAUSE = 200;
/** Milliseconds between two words on a proof. */
const SECOND = 1000;
/** Milliseconds before anything is said of what is left. */
const TRIAL = 1000;

/** A line of at most `width` columns. What does not fit is left out, the bar first, then the time, then the gap. */
export function progressLine(figures: ProgressFigures, language: Language, width: number): string {
  const words = runWordsOf(language);
  const { label, hard, gap, secondsLeft } = figures;
  const share = Math.min(Math.max(figures.share, 0), 1);
  const parts = [
    words.percent(share).padStart(words.percent(1).length),
    hard > 0 ? words.violationsSoFar(hard) : words.gapSoFar(gap),
    ...(secondsLeft === undefined ? [] : [words.timeLeft(secondsLeft)]),
  ];
  const join = (...pieces: readonly string[]) => pieces.join('  ');
  const room = Math.min(MOST_BAR, width - textWidth(join(label, '', ...parts)));
  if (room >= LEAST_BAR) {
    const done = Math.floor(share * room);
    return join(label, '█'.repeat(done) + '░'.repeat(room - done), ...parts);
  }
  for (let count = parts.length; count > 0; count--) {
    const line = join(label, ...parts.slice(0, count));
    if (textWidth(line) <= width) return line;
  }
  return parts[0].trim().slice(0, Math.max(width, 0));
}

/**
 * Turns what a search tells into lines, a few in a second. What is left is judged by the pace since its first word.
 *
 * @param timeLimit Seconds from the call; absent: none.
 * @param now Milliseconds from any fixed moment.
 */
export function createSearchProgress(
  { language, columns, progress: show }: Pick<Console, 'language' | 'columns' | 'progress'>,
  timeLimit: number | undefined,
  now: () => number,
): (progress: GroupsProgress) => void {
  const until = now() + (timeLimit ?? Infinity) * 1000;
  let first: { readonly at: number; readonly spent: number } | undefined;
  let shown = -Infinity;
  return ({ spent, hard, gap }) => {
    const at = now();
    first ??= { at, spent };
    if (at - shown < PAUSE) return;
    shown = at;
    const pace = at - first.at < TRIAL ? 0 : (spent - first.spent) / (at - first.at);
    const left = pace > 0 ? { secondsLeft: Math.min((1 - spent) / pace, Math.max(until - at, 0)) / 1000 } : {};
    const label = runWordsOf(language).stages.search;
    show(progressLine({ label, share: spent, hard, gap, ...left }, language, columns()));
  };
}

/**
 * Tells every second how long a proof has been at work: of branch and bound nobody knows what share is done.
 *
 * @param now Milliseconds from any fixed moment.
 */
export function startProofProgress(
  {
    language,
    showsProgress,
    columns,
    progress: show,
  }: Pick<Console, 'language' | 'showsProgress' | 'columns' | 'progress'>,
  now: () => number,
): { readonly end: () => void } {
  const words = runWordsOf(language);
  const begun = now();
  const tell = () => show(`${wordsOf(language).proof}  ${words.timeSpent((now() - begun) / 1000)}`.slice(0, columns()));
  if (!showsProgress) return { end: () => undefined };
  tell();
  const timer = setInterval(tell, SECOND);
  return { end: () => clearInterval(timer) };
}
