import type { Language } from '../../domain/settings.js';
import { pageWordsInEnglish } from './page-words-en.js';
import { pageWordsInFrench } from './page-words-fr.js';

/** Every word of the page that the document does not bring. */
export interface PageWords {
  readonly untitled: string;
  readonly skip: string;
  readonly contents: string;
  readonly and: string;
  /** Before what it explains: `Strand A: …`. */
  readonly colon: string;
  readonly sections: Readonly<Record<SectionKey, string>>;
  readonly filter: {
    readonly title: string;
    readonly search: string;
    readonly hint: string;
    /** The same where there is no timetable. */
    readonly hintGroups: string;
    readonly choose: string;
    readonly everything: string;
    readonly themes: string;
    readonly groups: string;
    readonly clear: string;
    /** Holds `{people}`, `{groups}` and `{items}`. */
    readonly found: string;
    /** The same where there is no timetable, without `{items}`. */
    readonly foundGroups: string;
    readonly nothing: string;
  };
  readonly groups: {
    readonly intro: string;
    /** How the groups are printed. */
    readonly printed: string;
    readonly people: (count: number) => string;
    readonly strand: string;
    /** Of the attributes that stand below a name. */
    readonly below: (attributes: string) => string;
    readonly agenda: string;
    readonly members: (group: string) => string;
    readonly none: string;
  };
  readonly mix: {
    readonly intro: string;
    readonly weight: string;
    readonly level: string;
    readonly holders: string;
    readonly share: string;
    readonly reached: string;
    readonly least: string;
    readonly unknown: string;
    readonly optimal: string;
    readonly above: (excess: string) => string;
    readonly fair: (fair: string, all: string) => string;
    readonly caption: (attribute: string) => string;
    readonly captionPart: (attribute: string, first: string, last: string) => string;
    readonly legend: string;
    readonly tooFew: string;
    readonly tooMany: string;
    readonly below: string;
    readonly even: string;
    readonly over: string;
    readonly otherRole: string;
    readonly worth: string;
  };
  readonly meetings: {
    readonly intro: (modules: number) => string;
    readonly least: string;
    readonly mean: string;
    readonly most: string;
    readonly pairs: string;
    readonly repeats: string;
    readonly picture: string;
    readonly pictureSays: string;
    readonly before: string;
    readonly now: string;
    readonly again: string;
    readonly tooMany: string;
  };
  readonly timetable: {
    readonly days: string;
    readonly room: string;
    readonly noRoom: string;
    readonly allGroups: string;
    readonly caption: (day: string) => string;
    readonly wishes: string;
    readonly with: string;
    readonly cancelled: string;
    readonly moved: string;
  };
  readonly agenda: {
    readonly when: string;
    readonly what: string;
    readonly where: string;
    readonly caption: (group: string) => string;
  };
  readonly presentations: {
    readonly intro: string;
    readonly jury: string;
    readonly noJury: string;
    readonly order: (session: string) => string;
  };
  readonly witnesses: { readonly witness: string; readonly jury: string };
  readonly fairness: {
    readonly caption: string;
    readonly group: string;
    readonly mornings: string;
    readonly afternoons: string;
    readonly rooms: string;
    readonly siteChanges: string;
    readonly ranks: string;
  };
  readonly provenance: {
    /** For those who judge the plan. */
    readonly intro: string;
    readonly verify: string;
    readonly verifySays: string;
    readonly pseudonyms: string;
  };
}

export const SECTION_KEYS = [
  'groups',
  'mix',
  'meetings',
  'timetable',
  'presentations',
  'witnesses',
  'fairness',
  'provenance',
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

const WORDS: Readonly<Record<Language, PageWords>> = { en: pageWordsInEnglish, fr: pageWordsInFrench };

export function pageWordsOf(language: Language): PageWords {
  return WORDS[language];
}
