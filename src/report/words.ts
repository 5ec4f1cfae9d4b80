import type { ProofOutcome } from '../domain/certificate.js';
import type { Role, RoleKind } from '../domain/role.js';
import type { Language } from '../domain/settings.js';
import type { RankFigures } from '../domain/timetable-figures.js';
import { wordsInEnglish } from './words-en.js';
import { wordsInFrench } from './words-fr.js';

/** Days in joint sessions: of a person, of the programme, asked for. */
export interface JointDaysFigures {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  readonly programmeDays: number;
  readonly asked?: number | undefined;
}

/** The words of summaries and reports: everything a person reads that is not about an error. */
export interface Words {
  readonly people: (count: number) => string;
  readonly groups: (count: number) => string;
  readonly groupsOfSize: (count: number, sizes: readonly number[]) => string;
  /** The name of an attribute of ours, or the label of any other. */
  readonly attribute: (key: string, label: string) => string;
  readonly mix: string;
  readonly weight: string;
  readonly fairCounts: string;
  readonly deviation: string;
  /** Of one group, attributes together: unlike `deviation`, each counts by its weight. */
  readonly weightedDeviation: string;
  /** Of a role, before its weight. */
  readonly penalty: string;
  readonly leastPossible: string;
  readonly ofTotal: (part: number, total: number) => string;
  readonly optimal: string;
  /** A gap as text, `0.4 %`. */
  readonly above: (gap: number) => string;
  readonly score: (value: number) => string;
  readonly noBetterThan: (bound: number, gap: number) => string;
  /** That a larger effort may find better groups. */
  readonly hintEffort: (effort: number) => string;
  /** That so many of those who wish get nothing of it, and what weight would change that. */
  readonly hintWishes: (unmet: number, wishing: number, weight: number) => string;
  readonly proof: string;
  /** Scores before and after, by what `--prove` met. */
  readonly betterFound: (from: number, to: number) => string;
  /** The best score that a proof met, where the list in hand is another one. */
  readonly betterExists: (value: number) => string;
  readonly boundRaised: (from: number, to: number) => string;
  readonly boundUnchanged: string;
  readonly proofEnded: (outcome: ProofOutcome, nodes: number) => string;
  /** Title of the table of roles other than fair share. */
  readonly roles: string;
  readonly role: (role: Role) => string;
  readonly heldIn: (level: string, groups: number) => string;
  /** What came of a role that counts, `together` excepted: how many are amiss, of so many holders. */
  readonly roleFigure: (kind: RoleKind, units: number, holders: number) => string;
  /** Of the groups the least and the greatest, and of the cohort. */
  readonly means: (least: string, greatest: string, cohort: string) => string;
  readonly deviations: (least: string, greatest: string, cohort: string) => string;
  /** With the standard deviation. */
  readonly meanOf: (mean: string, deviation: string) => string;
  readonly more: (count: number) => string;
  readonly wishes: string;
  readonly wishRank: (rank: number, people: number) => string;
  readonly noWishMet: (people: number) => string;
  readonly observed: (people: number, of: number) => string;
  readonly rules: string;
  readonly hardRulesKept: (count: number) => string;
  readonly weightedRulesKept: (kept: number, of: number) => string;
  /** `people`: the names of those concerned; `''` where nobody is, as with people missing in a group. */
  readonly ruleNotKept: (line: number, kind: string, units: number, groups: string, people: string) => string;
  readonly hardBroken: (line: number, kind: string, units: number, groups: string, people: string) => string;
  readonly timetable: string;
  /** `inOneRoom`: groups that never change rooms; `undefined` when the module lists no rooms. */
  readonly timetableFigures: (
    sessions: number,
    hearings: number,
    inOneRoom: number | undefined,
    groups: number,
  ) => string;
  readonly presentations: string;
  readonly presentationRanks: (figures: RankFigures) => string;
  readonly meetings: string;
  /** How many others each has met, and how many of so many pairs meet again. */
  readonly meetingFigures: (
    others: { readonly least: number; readonly most: number; readonly mean: number },
    again: number,
    pairs: number,
  ) => string;
  /** Two people, their group, the lists of the modules in which they met, and why they meet again. */
  readonly meetAgain: (one: string, other: string, group: string, lists: readonly string[], why: string) => string;
  readonly repeatAsked: (line: number) => string;
  readonly fewStrangers: (name: string, strangers: number, needed: number) => string;
  readonly partingForbidden: string;
  readonly partingMissed: string;
  /** `what`: an attribute, rule or wish that loses most. */
  readonly partingCosts: (price: number, what: string) => string;
  readonly otherMeetings: string;
  readonly ruleOfLine: (line: number) => string;
  /** The word of rules.csv for a kind of rule. */
  readonly ruleKind: (kind: string) => string;
  readonly jointDays: string;
  readonly jointDaysFigures: (figures: JointDaysFigures) => string;
  readonly ruleCount: (hard: number, weighted: number) => string;
  readonly files: (count: number) => string;
  /** `names`: of the files in a folder; absent where the place is a file. */
  readonly written: (place: string, names?: readonly string[]) => string;
  readonly wouldWrite: (place: string, names?: readonly string[]) => string;
  /** What to look at now that it is written. */
  readonly toOpen: (file: string) => string;
  /** What to do after `init`. */
  /** After `init --from`. */
  readonly afterGuess: (folder: string) => string;
  readonly afterInit: (folder: string, isExample: boolean) => string;
  readonly interrupted: string;
  /** Interrupted before anything worth keeping was found. */
  readonly interruptedTooSoon: string;
  readonly timeLimitReached: string;
  readonly group: string;
  readonly size: string;
  readonly unfair: string;
  readonly person: string;
  readonly wishGot: string;
  readonly aloneIn: string;
  readonly level: string;
  readonly holders: string;
  readonly perGroup: string;
  readonly between: (least: number, most: number) => string;
  readonly sessions: (count: number) => string;
  readonly rooms: (count: number) => string;
  readonly witnesses: (witnesses: number, jury: number) => string;
  /** What to do after a `check` that found nothing against it; `module` is what the person typed, `''` when nothing. */
  readonly canBeMade: (module: string) => string;
  /** Attributes that nothing asks to mix. */
  readonly notMixed: string;
  readonly cannotBeMade: string;
  /** Nothing was found, and nothing is proved. @param isTimed whether a time limit was given: then effort is not what it lacked */
  readonly noneFound: (isTimed: boolean) => string;
  /** The same of a timetable, which no more effort finds. */
  readonly noTimetableFound: string;
  /** Like `optimal`, where other sizes would be possible too. */
  readonly optimalForSizes: string;
  readonly nothingWritten: string;
  /** A folder holds already what would be written. */
  readonly leftAlone: (place: string) => string;
  readonly errors: (count: number) => string;
  /** So many notes on the inputs are told by a command. */
  readonly inputNotes: (count: number, command: string) => string;
  readonly warning: string;
  readonly note: string;
  readonly error: string;
  readonly maybe: (suggestion: string) => string;
  /** Further places that a message rests on. */
  /** The same mistake on so many more lines of the file. */
  readonly sameOn: (count: number, lines: string) => string;
  readonly seeAlso: (places: readonly string[]) => string;
  readonly quote: (text: string) => string;
  readonly number: (value: number, digits: number) => string;
  readonly missing: (names: string) => string;
  /** `first` and `second` may be the same group. */
  readonly twice: (name: string, first: string, second: string) => string;
  readonly wrongSize: (group: string, size: number, min: number, max: number) => string;
  /** `place`: a theme or strand; `''` for the list as a whole. */
  readonly wrongCount: (place: string, groups: number, wanted: number) => string;
}

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return language === 'fr' ? wordsInFrench : wordsInEnglish;
}
