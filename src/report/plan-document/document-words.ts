import type { Language } from '../../domain/settings.js';

/** The words of a plan's provenance. */
export interface DocumentWords {
  readonly program: string;
  readonly seed: string;
  readonly effort: string;
  readonly starts: string;
  readonly score: string;
  readonly bound: string;
  readonly gap: string;
  readonly hardBroken: string;
  readonly input: string;
}

const WORDS: Readonly<Record<Language, DocumentWords>> = {
  en: {
    program: 'Program',
    seed: 'Seed',
    effort: 'Effort',
    starts: 'Starts of the search',
    score: 'Score (less is better)',
    bound: 'No groups of these sizes have less than',
    gap: 'Gap',
    hardBroken: 'Hard rules broken',
    input: 'Made from',
  },
  fr: {
    program: 'Logiciel',
    seed: 'Graine',
    effort: 'Effort',
    starts: 'Départs de la recherche',
    score: 'Score (moins vaut mieux)',
    bound: 'Aucun groupe de ces tailles n’a moins de',
    gap: 'Écart',
    hardBroken: 'Règles strictes enfreintes',
    input: 'Établi d’après',
  },
};

export function documentWordsOf(language: Language): DocumentWords {
  return WORDS[language];
}
