import { mostOf } from '../domain/extremes.js';
import type { StopReason } from '../domain/manifest.js';
import type { Language } from '../domain/settings.js';
import { verifyWordsOf, type MadeAgainWord } from './verify-words.js';
import type { Style } from './style.js';
import { visible } from './visible-text.js';

/** Figures of a comparison. */
export interface VerifiedFigures {
  readonly title: string;
  /** The plan's, as it was named. */
  readonly folder: string;
  readonly seed: string;
  /** Version that wrote the plan. */
  readonly brassage: string;
  readonly inputs: FileCounts;
  readonly outputs: FileCounts;
  readonly madeAgain: MadeAgainWord;
  readonly stopped: StopReason;
  /** Starts of its search. */
  readonly starts: number;
  /** Whether nothing at all is amiss. */
  readonly isVerified: boolean;
}

/** Files by what became of them. */
export interface FileCounts {
  readonly same: number;
  readonly changed: number;
  readonly missing: number;
}

/** What was compared and how it came out, a line each, the verdict last. */
export function verifyReport(figures: VerifiedFigures, language: Language, style: Style): readonly string[] {
  const words = verifyWordsOf(language);
  const { title, folder, seed, brassage, inputs, outputs, madeAgain, stopped, starts, isVerified } = figures;
  const rows: readonly (readonly [string, string])[] = [
    [words.inputs, words.counts(inputs)],
    [words.outputs, words.counts(outputs)],
    [words.madeAgain, `${words.made[madeAgain]}${madeAgain === 'same' ? ` · ${words.search(starts, stopped)}` : ''}`],
  ];
  const width = mostOf(rows.map(([label]) => label.length));
  return [
    style.strong(visible(words.heading(title, folder, seed, brassage))),
    ...rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`),
    isVerified ? style.good(words.verified) : style.bad(words.notVerified),
  ];
}
