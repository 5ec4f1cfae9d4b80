import { tallyWishes } from '../check/wish-figure.js';
import { gapOf } from '../domain/certificate.js';
import type { Language } from '../domain/settings.js';
import type { SummaryInput } from './plan-summary.js';
import { wordsOf } from './words.js';

/** A gap of the score from which on more time may well find better groups, as a share of the bound. */
const WIDE_GAP = 0.01;
/** The effort that is proposed then; whoever asked for it, or for more, is told nothing. */
const MORE_EFFORT = 4;
/** A share of those who wish, and get nothing of it, that a coordinator will be asked about. */
const MANY_UNMET = 0.2;
/** The weight of wishes that is proposed then. */
const HEAVY_WISHES = 30;

/** What a coordinator may do about groups that were searched for with that effort, where there is something: a line each. */
export function hintLines(
  { module, report, certificate, effort }: SummaryInput & { readonly effort: number },
  language: Language,
): readonly string[] {
  const words = wordsOf(language);
  const lines: string[] = [];
  const gap = certificate === undefined ? undefined : gapOf(certificate.total);
  if (gap !== undefined && gap > WIDE_GAP && effort < MORE_EFFORT) lines.push(words.hintEffort(MORE_EFFORT));
  const { unmet = 0, wishing = 0 } = tallyWishes(module, report) ?? {};
  if (unmet > MANY_UNMET * wishing && module.settings.wishWeight < HEAVY_WISHES)
    lines.push(words.hintWishes(unmet, wishing, HEAVY_WISHES));
  return lines;
}
