import type { StopReason } from '../domain/manifest.js';
import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { formatNumber } from './number-format.js';
import type { FileCounts } from './verify-report.js';

/** How making a plan again can end. */
export type MadeAgainWord = 'same' | 'different' | 'not-tried' | 'failed' | 'interrupted';

/** The words of a comparison of a plan with what it was made from. */
export interface VerifyWords {
  readonly heading: (title: string, folder: string, seed: string, version: string) => string;
  readonly inputs: string;
  readonly outputs: string;
  readonly madeAgain: string;
  readonly counts: (files: FileCounts) => string;
  readonly made: Readonly<Record<MadeAgainWord, string>>;
  /** How many starts were made again, and, of a search that was cut short, that each came as far as then. */
  readonly search: (starts: number, stopped: StopReason) => string;
  readonly verified: string;
  readonly notVerified: string;
}

const isCut = (stopped: StopReason) => stopped === 'time-limit' || stopped === 'interrupted';

const ENGLISH: VerifyWords = {
  heading: (title, folder, seed, version) =>
    `${title === '' ? 'A plan' : title} (${folder}): seed "${seed}", written by brassage ${version}`,
  inputs: 'inputs',
  outputs: 'files',
  madeAgain: 'made again',
  counts: ({ same, changed, missing }) =>
    [
      `${counted('en', same, 'file', 'files')} unchanged`,
      ...(changed > 0 ? [`${formatNumber('en', changed, 0)} changed`] : []),
      ...(missing > 0 ? [`${formatNumber('en', missing, 0)} missing`] : []),
    ].join(', '),
  made: {
    same: 'the same to the byte',
    different: 'not the same',
    'not-tried': 'not tried',
    failed: 'gives no plan',
    interrupted: 'interrupted',
  },
  search: (starts, stopped) =>
    `${counted('en', starts, 'start', 'starts')}${isCut(stopped) ? ', cut short where it was then' : ''}`,
  verified: 'Verified: every byte is what these inputs and options make.',
  notVerified: 'Not verified.',
};

const FRENCH: VerifyWords = {
  heading: (title, folder, seed, version) =>
    `${title === '' ? 'Un plan' : title} (${folder})\u00a0: graine «\u00a0${seed}\u00a0», écrit par brassage ${version}`,
  inputs: 'entrées',
  outputs: 'fichiers',
  madeAgain: 'refait',
  counts: ({ same, changed, missing }) =>
    [
      counted('fr', same, 'fichier inchangé', 'fichiers inchangés'),
      ...(changed > 0 ? [counted('fr', changed, 'modifié', 'modifiés')] : []),
      ...(missing > 0 ? [counted('fr', missing, 'manquant', 'manquants')] : []),
    ].join(', '),
  made: {
    same: 'identique à l’octet près',
    different: 'pas identique',
    'not-tried': 'non tenté',
    failed: 'ne donne pas de plan',
    interrupted: 'interrompu',
  },
  search: (starts, stopped) =>
    `${counted('fr', starts, 'départ', 'départs')}${isCut(stopped) ? ', écourtés là où ils l’avaient été' : ''}`,
  verified: 'Vérifié\u00a0: chaque octet est celui que donnent ces entrées et options.',
  notVerified: 'Non vérifié.',
};

const BY_LANGUAGE: Readonly<Record<Language, VerifyWords>> = { en: ENGLISH, fr: FRENCH };

/** The words of a comparison, in a language. */
export function verifyWordsOf(language: Language): VerifyWords {
  return BY_LANGUAGE[language];
}
