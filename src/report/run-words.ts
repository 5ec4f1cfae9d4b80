import type { StopReason } from '../domain/manifest.js';
import type { Language } from '../domain/settings.js';
import type { Stage } from '../domain/stage.js';
import { counted } from './messages/plural.js';
import { formatNumber, percent } from './number-format.js';

/** The words of how a run goes: stages, progress, and plans of a search that several machines shared. */
export interface RunWords {
  readonly stages: Readonly<Record<Stage, string>>;
  readonly stage: string;
  readonly time: string;
  readonly seconds: (seconds: number, digits: number) => string;
  /** The most memory that the process has held, up to the end of a stage. */
  readonly peakMemory: string;
  readonly mebibytes: (bytes: number) => string;
  readonly total: string;
  /** One start of a search that has ended. */
  readonly startLine: (start: number, proposals: number, hard: number, soft: number) => string;
  /** Why a search ended, and what its best is worth beside the bound. */
  readonly stoppedBy: (reason: StopReason, value: number, bound: number) => string;
  readonly percent: (share: number) => string;
  readonly gapSoFar: (gap: number) => string;
  readonly violationsSoFar: (hard: number) => string;
  /** At most: the search ends sooner where its best is proved. */
  readonly timeLeft: (seconds: number) => string;
  readonly timeSpent: (seconds: number) => string;
  readonly folder: string;
  readonly starts: string;
  readonly bestStart: string;
  readonly score: string;
  readonly gap: string;
  /** Plans that a table leaves out. */
  readonly morePlans: (count: number) => string;
  /** `of` starts were asked for, `done` of them are in the plans, and start `start` in `folder` is the best. */
  readonly chosen: (done: number, of: number, start: number, folder: string) => string;
}

const MEBI = 1_048_576;
const SPACE = '\u00a0';

/** `12 s`, `3 min 05 s`, `2 h 07 min`. */
function duration(seconds: number, space: string): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  if (hours > 0) return `${hours}${space}h${space}${two(minutes)}${space}min`;
  if (minutes > 0) return `${minutes}${space}min${space}${two(rest)}${space}s`;
  return `${rest}${space}s`;
}

const STOPS: Readonly<Record<Language, Readonly<Record<StopReason, string>>>> = {
  en: { bound: 'bound', budget: 'budget', 'time-limit': 'time-limit', interrupted: 'interrupted' },
  fr: {
    bound: 'minimum atteint',
    budget: 'propositions épuisées',
    'time-limit': 'limite de temps',
    interrupted: 'interruption',
  },
};

const ENGLISH: RunWords = {
  stages: {
    read: 'reading',
    obstacles: 'obstacles',
    compile: 'preparation',
    search: 'search',
    judge: 'judgement',
    timetable: 'timetable',
    write: 'writing',
  },
  stage: 'stage',
  time: 'time',
  seconds: (seconds, digits) => `${formatNumber('en', seconds, digits)} s`,
  peakMemory: 'peak memory',
  mebibytes: (bytes) => `${formatNumber('en', bytes / MEBI, 0)} MiB`,
  total: 'total',
  startLine: (start, proposals, hard, soft) =>
    `start ${start}: ${formatNumber('en', proposals, 0)} proposals, hard ${hard}, soft ${soft}`,
  stoppedBy: (reason, value, bound) => `stopped by ${STOPS.en[reason]}; ${value} ≥ ${bound}`,
  percent: (share) => `${Math.floor(share * 100)} %`,
  gapSoFar: (gap) => `gap ${percent('en', gap)}`,
  violationsSoFar: (hard) => counted('en', hard, 'violation', 'violations'),
  timeLeft: (seconds) => `at most ${duration(seconds, ' ')} left`,
  timeSpent: (seconds) => `for ${duration(Math.floor(seconds), ' ')}`,
  folder: 'folder',
  starts: 'starts',
  bestStart: 'best start',
  score: 'score',
  gap: 'above the bound',
  morePlans: (count) => `and ${counted('en', count, 'plan', 'plans')} more (--verbose shows all)`,
  chosen: (done, of, start, folder) =>
    `${formatNumber('en', done, 0)} of ${counted('en', of, 'start', 'starts')} in these plans; the best is start ${start}, in ${folder}.`,
};

const FRENCH: RunWords = {
  stages: {
    read: 'lecture',
    obstacles: 'obstacles',
    compile: 'préparation',
    search: 'recherche',
    judge: 'vérification',
    timetable: 'emploi du temps',
    write: 'écriture',
  },
  stage: 'étape',
  time: 'temps',
  seconds: (seconds, digits) => `${formatNumber('fr', seconds, digits)}${SPACE}s`,
  peakMemory: 'mémoire au plus haut',
  mebibytes: (bytes) => `${formatNumber('fr', bytes / MEBI, 0)}${SPACE}Mio`,
  total: 'total',
  startLine: (start, proposals, hard, soft) =>
    `départ ${start}\u00a0: ${formatNumber('fr', proposals, 0)} propositions, strict ${hard}, pondéré ${soft}`,
  stoppedBy: (reason, value, bound) =>
    `fin par ${STOPS.fr[reason]}\u00a0; ${formatNumber('fr', value, 3)} ≥ ${formatNumber('fr', bound, 3)}`,
  percent: (share) => `${Math.floor(share * 100)}${SPACE}%`,
  gapSoFar: (gap) => `écart ${percent('fr', gap)}`,
  violationsSoFar: (hard) => counted('fr', hard, 'entorse', 'entorses'),
  timeLeft: (seconds) => `encore ${duration(seconds, SPACE)} au plus`,
  timeSpent: (seconds) => `depuis ${duration(Math.floor(seconds), SPACE)}`,
  folder: 'dossier',
  starts: 'départs',
  bestStart: 'meilleur départ',
  score: 'score',
  gap: 'au-dessus du minimum',
  morePlans: (count) => `et ${counted('fr', count, 'autre plan', 'autres plans')} (--verbose les montre tous)`,
  chosen: (done, of, start, folder) =>
    `${formatNumber('fr', done, 0)} ${done < 2 ? 'départ' : 'départs'} sur ${formatNumber('fr', of, 0)} dans ces plans\u00a0; le meilleur est le départ ${start}, dans ${folder}.`,
};

const BY_LANGUAGE: Readonly<Record<Language, RunWords>> = { en: ENGLISH, fr: FRENCH };

/** The words of how a run goes, in a language. */
export function runWordsOf(language: Language): RunWords {
  return BY_LANGUAGE[language];
}
