import { gapOf, isOptimal, type Certificate } from '../../domain/certificate.js';
import { toNumber } from '../../domain/fraction.js';
import type { FileDigest } from '../../domain/manifest.js';
import type { Language } from '../../domain/settings.js';
import { formatNumber, percent } from '../number-format.js';
import { wordsOf } from '../words.js';
import { documentWordsOf } from './document-words.js';

/** One thing that is said of where a plan comes from. */
export interface DocumentNote {
  readonly term: string;
  readonly text: string;
}

/** Where a plan comes from. */
export interface Provenance {
  /** Of the program. */
  readonly version: string;
  readonly seed: string;
  readonly effort: number;
  readonly starts: number;
  /** The files it was made from, in the order in which they are listed. */
  readonly inputs: readonly FileDigest[];
}

/** Hexadecimal digits of a digest that are shown: enough to tell two versions of a file apart. */
const SHOWN_DIGITS = 12;

/** What is proved of the groups, and how many hard rules they break. */
export interface Judgement {
  readonly certificate: Certificate;
  readonly hard: number;
}

/** What was used, and what is proved of the groups; nothing for readers who judge nothing, `judgement` absent. */
export function describeNotes(
  { version, seed, effort, starts, inputs }: Provenance,
  judgement: Judgement | undefined,
  language: Language,
): readonly DocumentNote[] {
  const words = documentWordsOf(language);
  const number = (value: number) => formatNumber(language, value, 1);
  if (judgement === undefined) return [];
  const { certificate, hard } = judgement;
  return [
    { term: words.program, text: `brassage ${version}` },
    { term: words.seed, text: seed },
    { term: words.effort, text: String(effort) },
    { term: words.starts, text: formatNumber(language, starts, 0) },
    { term: words.score, text: number(toNumber(certificate.total.value)) },
    { term: words.bound, text: number(toNumber(certificate.total.bound)) },
    {
      term: words.gap,
      text: isOptimal(certificate.total) ? wordsOf(language).optimal : percent(language, gapOf(certificate.total)),
    },
    { term: words.hardBroken, text: formatNumber(language, hard, 0) },
    ...inputs.map(({ name, sha256 }) => ({
      term: words.input,
      text: `${name} · SHA-256 ${sha256.slice(0, SHOWN_DIGITS)}…`,
    })),
  ];
}
