import type { MeetingSummary } from '../domain/meeting-figure.js';
import type { RotationKind } from '../domain/rotation-kind.js';
import type { Language } from '../domain/settings.js';
import { counted } from './messages/plural.js';
import { formatDecimal, formatNumber, percent } from './number-format.js';

/** What can be done with a rotation that is written. */
export interface NextSteps {
  readonly hasTimetable: boolean;
  readonly hasMeetings: boolean;
}

/** The words of a rotation: of modules over a year, or of rounds of one day. */
export interface RotationWords {
  /** Title of the column of the modules. */
  readonly kind: string;
  readonly count: (modules: number) => string;
  /** One of them, by its number. */
  readonly number: (number: number) => string;
  /** The same module formed by itself, to compare with. */
  readonly alone: string;
  readonly mix: string;
  readonly gap: string;
  /** How much more than the module alone. */
  readonly thanAlone: string;
  /** No more than the module alone. */
  readonly asGood: string;
  /** By so much less, as a share. */
  readonly below: (share: number) => string;
  readonly firstWish: string;
  readonly meetAgain: string;
  /** How many others each meets. @param hasEarlier whether modules before the rotation count too */
  readonly met: (others: MeetingSummary, modules: number, hasEarlier: boolean) => string;
  /** `wanted`: those of them whom rules want together. `pairs`: all who share a group, over all modules. */
  readonly again: (repeats: number, wanted: number, pairs: number) => string;
  readonly fewest: string;
  /** Fewer than so many cannot be: more may be needed. */
  readonly noFewer: (bound: number) => string;
  /** What to do next. @param module as typed, `''` where nothing was */
  readonly next: (out: string, folder: string, module: string, has: NextSteps) => string;
  readonly interrupted: string;
}

type Kinds = Readonly<Record<RotationKind, readonly [one: string, other: string]>>;

const ENGLISH_KINDS: Kinds = { module: ['module', 'modules'], round: ['round', 'rounds'] };
const FRENCH_KINDS: Kinds = { module: ['module', 'modules'], round: ['tour', 'tours'] };

function inEnglish(kind: RotationKind): RotationWords {
  const [one, other] = ENGLISH_KINDS[kind];
  return {
    kind: capital(one),
    count: (modules) => counted('en', modules, one, other),
    number: (number) => `${one} ${number}`,
    alone: `one ${one} alone`,
    mix: 'mix',
    gap: 'gap',
    thanAlone: 'than alone',
    asGood: 'as good',
    below: (share) => `−${percent('en', share)}`,
    firstWish: 'first wish',
    meetAgain: 'meet again',
    met: ({ least, most, mean }, modules, hasEarlier) =>
      `${least === most ? least : `${least} to ${most}`} others each over ${counted('en', modules, one, other)}${hasEarlier ? ' and those before' : ''}, ${formatDecimal('en', mean)} on average`,
    again: (repeats, wanted, pairs) =>
      repeats === 0
        ? `None of ${counted('en', pairs, 'pair', 'pairs')} meets again`
        : `${repeats} of ${counted('en', pairs, 'pair', 'pairs')} meet again${wanted === 0 ? '' : `, ${wanted} of them as rules ask`}`,
    fewest: 'no fewer can (proved)',
    noFewer: (bound) => (bound === 0 ? 'whether fewer can is not known' : `at least ${bound} must`),
    next: (out, folder, module, { hasTimetable, hasMeetings }) =>
      hasTimetable
        ? `Next: post ${out}rotation.csv; the timetable of a ${one}: brassage timetable${module === '' ? '' : ` ${module}`} --groups ${out}${folder}/groups.csv`
        : `Next: post ${out}rotation.csv${hasMeetings ? `; ${out}meetings.csv says whom each meets` : ''}.`,
    interrupted: 'Interrupted: the best found so far is kept.',
  };
}

function inFrench(kind: RotationKind): RotationWords {
  const [one, other] = FRENCH_KINDS[kind];
  return {
    kind: capital(one),
    count: (modules) => counted('fr', modules, one, other),
    number: (number) => `${one} ${number}`,
    alone: `un seul ${one}`,
    mix: 'mélange',
    gap: 'écart',
    thanAlone: 'que seul',
    asGood: 'aussi bon',
    below: (share) => `−${percent('fr', share)}`,
    firstWish: '1er vœu',
    meetAgain: 'se retrouvent',
    met: ({ least, most, mean }, modules, hasEarlier) =>
      `${least === most ? least : `${least} à ${most}`} autres chacun sur ${counted('fr', modules, one, other)}${hasEarlier ? ' et les précédents' : ''}, ${formatDecimal('fr', mean)} en moyenne`,
    again: (repeats, wanted, pairs) =>
      repeats === 0
        ? `Aucune paire ne se retrouve, sur ${formatNumber('fr', pairs, 0)}`
        : `${counted('fr', repeats, 'paire se retrouve', 'paires se retrouvent')}, sur ${formatNumber('fr', pairs, 0)}${wanted === 0 ? '' : `, dont ${wanted} à la demande des règles`}`,
    fewest: 'moins est impossible (prouvé)',
    noFewer: (bound) =>
      bound === 0
        ? 'on ignore si moins est possible'
        : `au moins ${bound} ${bound === 1 ? 'est inévitable' : 'sont inévitables'}`,
    next: (out, folder, module, { hasTimetable, hasMeetings }) =>
      hasTimetable
        ? `Ensuite\u00a0: affichez ${out}rotation.csv\u00a0; l’emploi du temps d’un ${one}\u00a0: brassage timetable${module === '' ? '' : ` ${module}`} --groups ${out}${folder}/groups.csv`
        : `Ensuite\u00a0: affichez ${out}rotation.csv${hasMeetings ? `\u00a0; ${out}meetings.csv dit qui rencontre qui` : ''}.`,
    interrupted: 'Interrompu\u00a0: le meilleur résultat trouvé jusqu’ici est conservé.',
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The words of a language, for modules or for rounds. */
export function rotationWordsOf(language: Language, kind: RotationKind): RotationWords {
  return language === 'fr' ? inFrench(kind) : inEnglish(kind);
}
