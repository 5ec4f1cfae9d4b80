import type { RuleKind } from '../rule.js';

/** What a text of the inputs can refer to. */
export const REFERENCE_KINDS = [
  'theme',
  'theme-or-strand',
  'session',
  'person',
  'witness-or-group',
  'site',
  'attribute',
  'level',
  'target',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** The tables that a module is made of. */
export type TableName =
  | 'roster'
  | 'themes'
  | 'sessions'
  | 'rooms'
  | 'witnesses'
  | 'availability'
  | 'travel'
  | 'group-list';

/** What a key of the settings can hold. */
export type SettingsType = 'text' | 'texts' | 'whole-number' | 'number' | 'table' | 'tables';

/** Where the other of two places is. */
interface OtherPlace {
  readonly otherFile: string;
  readonly otherLine: number;
}

/** Words that a cell may hold, in both languages, in one order. */
interface Expected {
  readonly expected: readonly string[];
  readonly expectedFrench: readonly string[];
}

/**
 * What can be wrong in a file. Facts only: the offending text is the diagnostic's `value`, its place the `source`, the
 * nearest right thing the `suggestion`; the parameters have the rest.
 */
export interface InputDiagnosticParams {
  /** A workbook where only a text can be read, such as settings. */
  'file.workbook': object;
  /** The value is an encoding label that nobody knows. */
  'file.unknown-encoding': object;
  'file.undecodable': { readonly encoding: string };
  /** Of a text that must be looked at whole: no string holds it. */
  'file.too-large': object;
  'file.nul-byte': object;
  /** Nothing but blanks. */
  'file.empty': object;
  /** The value is a word with � or twice-decoded letters. */
  'file.spoiled-letters': object;

  'table.open-quote': object;
  'table.row-short': { readonly cells: number; readonly columns: number };
  /** The value is the first cell beyond the last column. */
  'table.row-long': { readonly cells: number; readonly columns: number };
  'table.no-rows': { readonly table: TableName };

  'column.missing': { readonly accepted: readonly string[] };
  /** The value is the second header of one meaning. */
  'column.twice': { readonly first: string; readonly firstField: number };
  /** The value stands in a column without header. */
  'column.nameless': { readonly header: number };
  'column.ignored': object;

  'cell.empty': object;
  'cell.not-a-whole-number': { readonly least: number };
  'cell.ambiguous-number': object;
  'cell.not-a-date': object;
  'cell.no-such-day': object;
  'cell.not-a-time': object;
  'cell.not-a-moment': object;
  'cell.not-one-of': Expected;

  /** `known` holds the first names, `count` says how many there are. */
  'reference.unknown': {
    readonly kind: ReferenceKind;
    readonly known: readonly string[];
    readonly count: number;
  };
  'reference.ambiguous': { readonly kind: ReferenceKind; readonly candidates: readonly string[] };
  'id.twice': OtherPlace;

  'theme.title-differs': OtherPlace & { readonly theme: string; readonly title: string };
  'theme.strand-twice': OtherPlace & { readonly theme: string };
  /** One row of a theme with several names no strand. */
  'theme.strand-nameless': { readonly theme: string };
  'theme.min-above-max': { readonly min: number; readonly max: number };

  'session.end-before-start': { readonly start: string };
  'session.unknown-audience': Expected;
  /** `halves` with other than two sites. */
  'session.halves-sites': object;
  'session.not-a-break': object;
  /** The session's times, as typed. */
  'session.break-outside': { readonly start: string; readonly end: string };
  'session.breaks-overlap': { readonly other: string };
  /** Minutes alone, where no presentations say what their half is. */
  'session.break-untimed': object;
  /** Minutes alone for the second time. */
  'session.break-twice': object;
  'room.site-near': object;
  'travel.same-site': object;
  'travel.twice': OtherPlace;
  'witness.departure-before-arrival': { readonly arrival: string };

  'availability.unknown-state': object;
  'availability.contradiction': OtherPlace & { readonly who: string; readonly session: string };
  'availability.witness-missing': { readonly witness: string };

  'roster.none': object;
  'roster.nameless': object;
  /** Warning: a name, the value, goes over so many lines and holds what separates cells. */
  'roster.lines-in-name': { readonly spans: number };
  'roster.school-differs': { readonly school: string };
  'roster.person-twice': OtherPlace & { readonly name: string };
  'roster.id-shared': OtherPlace & {
    readonly id: string;
    readonly name: string;
    readonly otherName: string;
  };
  'roster.homonyms': OtherPlace & { readonly name: string; readonly school: string };
  'roster.same-name': OtherPlace & {
    readonly name: string;
    readonly school: string;
    readonly otherSchool: string;
  };
  /** How many more there are of the kind `roster.same-name`. */
  'roster.same-name-more': { readonly count: number };
  /** Words of one meaning in the column of genders, and the one that stands for all of them. */
  'roster.gender-words': { attribute: string; levels: readonly string[]; level: string };
  /** Values that seem to be several, separated by something else than `|`; people who have such. */
  'roster.values-unsplit': { attribute: string; people: number; separator: string };
  /** A column of unknown header that resembles one of ours which is not there. */
  'roster.column-near': object;
  /** A line that counts people, and is none of them. */
  'roster.count-line': object;
  /** Warning: such a line gives another number than there are people. */
  'roster.total-differs': { readonly total: number; readonly people: number };
  /** Warning: people have given names, and nobody in the whole roster has a family name. */
  'roster.no-family-names': { readonly people: number };
  'roster.level-near': {
    readonly attribute: string;
    readonly count: number;
    readonly usualCount: number;
  };

  'rule.value-missing': { readonly rule: RuleKind };
  'rule.value-unused': { readonly rule: RuleKind };
  'rule.needs-two': { readonly rule: RuleKind };
  'group-list.no-group': { readonly name: string };
  /** The line where the header was looked for names this person. */
  'group-list.no-header': { readonly person: string };
  /** Cells of the group column merged: this many labels, and people below them without one. */
  'group-list.filled-down': { readonly groups: number; readonly people: number };
  /** Labels written otherwise than the module's: the first few as `written = label`, and how many there are. */
  'group-list.labels-read': { readonly pairs: readonly string[]; readonly count: number };
  /** Warning: a group that the module does not have, in a list that has others of it; so many people are in it. */
  'group-list.unknown-label': { readonly people: number };
  /** A column for each group, and their members below. */
  'group-list.board': { readonly groups: number; readonly people: number };
  /** The value begins a line that counts people. */
  'group-list.count-line': object;

  /** Earlier timetables and group lists are pairs. */
  'history.unpaired': { readonly timetables: number; readonly groups: number };
  /** `files` and `groups` are two names of one key. */
  'history.lists-twice': object;
  /** Warning: people of an earlier list, so many, who were found by name, not by id; the first few are named. */
  'history.by-name': { readonly people: number; readonly names: readonly string[] };
  /** Warning: an id of an earlier list is now somebody else's. `earlier` and `now` are names; `taken`: who bears the name now, if anybody. */
  'history.other-person': {
    readonly id: string;
    readonly earlier: string;
    readonly now: string;
    readonly taken: string;
  };
  /** Warning: somebody of an earlier list bears the name of several people of the cohort. */
  'history.namesakes': { readonly name: string; readonly candidates: readonly string[] };
  /** Warning: an earlier group list names nobody of this cohort. */
  'history.nobody': object;
  /** No group of an earlier list is in the timetable beside it. */
  'history.no-group': { readonly timetable: string };

  'settings.syntax': object;
  /** A key or a table's header that stands on an earlier line already. */
  'settings.key-twice': { readonly key: string; readonly firstLine: number };
  'settings.unknown-key': { readonly table: string; readonly known: readonly string[] };
  'settings.missing-key': { readonly key: string };
  'settings.wrong-type': { readonly expected: SettingsType };
  'settings.unknown-timezone': object;
  /** A name of `namesakes` that fewer than two people bear: nobody, or one. */
  'settings.namesake-unmet': { readonly people: number };
  'settings.unknown-column': { readonly header: string };
  'settings.not-a-size': object;
  'settings.not-a-separator': object;
  'settings.not-a-weight': { readonly key: string };
  'settings.not-a-timetable-weight': { readonly most: number };
  'settings.not-a-balance': object;
  'settings.not-a-roster': object;
  'settings.attribute-twice': { readonly first: string };
}
