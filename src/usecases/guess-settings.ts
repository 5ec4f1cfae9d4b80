import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic, type DiagnosticCode } from '../domain/diagnostic.js';
import { compareText, fold, foldHeader } from '../domain/fold.js';
import { isPrivate } from '../domain/private-attribute.js';
import { countHolders } from '../domain/profiles.js';
import type { Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { splitSheetName, withoutSheet } from '../domain/sheet-name.js';
import type { InputFile } from '../readers/reading.js';
import { ATTRIBUTE_KEYS, ROSTER_COLUMNS } from '../readers/roster-columns.js';
import { readRosters, type RosterFile } from '../readers/roster-reader.js';
import { surveyRoster, type RosterSurvey } from '../readers/roster-survey.js';
import { USUAL_BALANCE } from './choose-balance.js';
import { schoolOfFile } from './school-name.js';
import { writeSettingsParts } from './settings-parts.js';
import type { SettingsParts } from './templates.js';

/** People of a group that nobody has said anything about. */
const USUAL_SIZE = 9;
/** Values of an attribute that may be mixed. */
const MOST_LEVELS = 15;
/** Weight at which an attribute that is none of the usual ones is offered. */
const OFFERED_WEIGHT = 100;

/** A roster of the module that is to be. */
export interface GuessedRoster {
  readonly file: string;
  /** `''`: a column says it. */
  readonly school: string;
  /** Of several values in a cell; absent: `|`. */
  readonly separator?: string;
  readonly people: number;
}

/** An attribute that is mixed, or might be. */
export interface GuessedAttribute {
  /** The header, or our word for it. */
  readonly name: string;
  readonly weight: number;
  /** Whether it is switched on. */
  readonly isOn: boolean;
  /** What its values are. */
  readonly note: Diagnostic;
}

/** What settings are written from. */
export interface GuessedSettings {
  readonly rosters: readonly GuessedRoster[];
  /** Header of theirs to our word for it. */
  readonly columns: ReadonlyMap<string, string>;
  /** Ids; empty: nobody wishes for any, or they cannot be told. */
  readonly themes: readonly string[];
  readonly groups: { readonly people: number; readonly groups: number; readonly least: number; readonly most: number };
  readonly attributes: readonly GuessedAttribute[];
}

export interface Guess {
  /** Absent, with an error, where a file is no roster. */
  readonly parts?: SettingsParts;
  /** Rows of themes.csv; absent: none. */
  readonly themes?: readonly (readonly string[])[];
  /** What was found out, in the order of the files, then of everybody. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Guesses the settings of a module from its rosters alone: schools, what columns mean, sizes of groups, what can be mixed. Nothing of it needs to be right: the settings
 * say in comments what was guessed.
 *
 * @param files named as the settings are to name them
 */
export function guessSettings(files: readonly InputFile[], language: Language): Guess {
  const diagnostics: Diagnostic[] = [];
  const surveys: { readonly file: InputFile; readonly survey: RosterSurvey }[] = [];
  for (const file of files) {
    const { value: survey, diagnostics: found } = surveyRoster(file);
    append(
      diagnostics,
      found.filter(({ severity }) => severity === 'error'),
    );
    if (survey !== undefined) surveys.push({ file, survey });
  }
  if (hasError(diagnostics)) return { diagnostics };
  const rosters = surveys.map(({ file, survey }) =>
    guessRoster(survey, schoolOfFile(schoolWords(file, files)), language, diagnostics),
  );
  const columns = guessColumns(
    surveys.map(({ survey }) => survey),
    language,
  );
  const read: RosterFile[] = surveys.map(({ file }, index) => {
    const { school, separator } = rosters[index];
    return { ...file, school, ...(separator === undefined ? {} : { separator }) };
  });
  const folded = new Map([...columns].map(([header, word]) => [foldHeader(header), word]));
  // Errors of single lines are for `check` to say, when the files are where they stay, but for those that explain the numbers of people.
  const { value: cohort, diagnostics: ofPeople } = readRosters(read, folded);
  append(
    diagnostics,
    ofPeople.filter(({ code }) => COUNTS.has(code)).map((one) => ({ ...one, severity: 'warning' as const })),
  );
  const groups = guessGroups(cohort.participants.length);
  diagnostics.push(diagnose('note', 'guess.groups', groups));
  const attributes = guessAttributes(cohort, language, diagnostics);
  const themes = guessThemes(cohort, groups.groups);
  append(diagnostics, [...noteWishes(cohort, themes), ...notePrivate(cohort)]);
  return {
    parts: writeSettingsParts({ rosters, columns, themes, groups, attributes }, language),
    themes: themes.map((name) => [name, name, '', '', '', '', '']),
    diagnostics,
  };
}

/** Our word for a column, as a table in that language has it. */
function wordOf(key: keyof typeof ROSTER_COLUMNS, language: Language): string {
  return ROSTER_COLUMNS[key][language === 'fr' ? 1 : 0];
}

/** What names the school of a roster: its file, or its sheet where several are of one workbook. */
function schoolWords({ name }: InputFile, files: readonly InputFile[]): string {
  const { file, sheet } = splitSheetName(name);
  const isAlone = files.every((other) => other.name === name || withoutSheet(other.name) !== file);
  return isAlone ? file : (sheet ?? file);
}

function guessRoster(
  survey: RosterSurvey,
  named: string,
  language: Language,
  diagnostics: Diagnostic[],
): GuessedRoster {
  const { file, people, known, guessed, separator, wishColumns } = survey;
  const hasSchools = known.has('school') || guessed.some(({ key }) => key === 'school');
  const school = hasSchools ? '' : named;
  const source = { file };
  diagnostics.push(
    hasSchools
      ? diagnose('note', 'guess.school-column', { people }, { source })
      : diagnose('note', 'guess.school', { school, people }, { source }),
  );
  for (const { header, key } of guessed)
    if (key !== undefined)
      diagnostics.push(
        diagnose(
          'note',
          'guess.column',
          { as: wordOf(key, language) },
          { source: { file, column: header }, value: header },
        ),
      );
  if (wishColumns.length > 0)
    diagnostics.push(diagnose('note', 'guess.wish-columns', { columns: wishColumns }, { source }));
  if (separator !== undefined) diagnostics.push(diagnose('note', 'guess.separator', { separator }, { source }));
  return { file, school, people, ...(separator === undefined ? {} : { separator }) };
}

/** The first meaning that a header has in any file: `[columns]` is of all of them. */
function guessColumns(surveys: readonly RosterSurvey[], language: Language): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const seen = new Set<string>();
  for (const { guessed } of surveys) {
    for (const { header, key } of guessed) {
      if (key === undefined || seen.has(foldHeader(header))) continue;
      seen.add(foldHeader(header));
      columns.set(header, wordOf(key, language));
    }
  }
  return columns;
}

/** What makes the people of all rosters other than the sum of their lines, or doubtful. */
const COUNTS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'roster.person-twice',
  'roster.homonyms',
  'roster.id-shared',
  'roster.total-differs',
  'roster.no-family-names',
]);

function guessGroups(people: number): GuessedSettings['groups'] {
  const groups = Math.max(Math.min(2, people), Math.round(people / USUAL_SIZE));
  const least = Math.floor(people / Math.max(groups, 1));
  return { people, groups, least, most: least + (least * groups < people ? 1 : 0) };
}

function guessAttributes(cohort: Cohort, language: Language, diagnostics: Diagnostic[]): readonly GuessedAttribute[] {
  const { attributes, participants } = cohort;
  const left: string[] = [];
  const found = attributes.flatMap(({ key, label, levels }): GuessedAttribute[] => {
    if (isPrivate(key)) return [];
    const usual = USUAL_BALANCE.get(key);
    if (levels.length < 2 || levels.length > MOST_LEVELS * (usual === undefined ? 1 : 2)) {
      left.push(label);
      return [];
    }
    const people = participants.filter((person) => person.levels.has(key)).length;
    const note =
      usual === undefined
        ? offered(cohort, key, levels)
        : diagnose('note', 'guess.balanced', {
            attribute: label,
            levels: levels.length,
            people,
            of: participants.length,
          });
    const ours = ATTRIBUTE_KEYS.find((own) => own === key);
    return [
      {
        name: ours === undefined ? label : wordOf(ours, language),
        weight: usual ?? OFFERED_WEIGHT,
        isOn: usual !== undefined,
        note,
      },
    ];
  });
  if (left.length > 0) diagnostics.push(diagnose('note', 'guess.not-offered', { attributes: left }));
  return found.toSorted(
    (a, b) => Number(b.isOn) - Number(a.isOn) || b.weight - a.weight || compareText(a.name, b.name),
  );
}

/** Values that a comment names. */
const SHOWN = 6;

function offered(cohort: Cohort, key: string, levels: readonly string[]): Diagnostic {
  const holders = countHolders(cohort, key);
  const byNumber = levels.toSorted((a, b) => (holders.get(b) ?? 0) - (holders.get(a) ?? 0) || compareText(a, b));
  const facts = { levels: byNumber.slice(0, SHOWN), others: Math.max(0, levels.length - SHOWN) };
  return diagnose('note', 'guess.offered', facts);
}

/** The themes that several people wish for; none where there are too many of them for so many groups, or too few. */
function guessThemes({ participants }: Cohort, groups: number): readonly string[] {
  const wishers = new Map<string, { readonly name: string; people: number }>();
  for (const { wishes } of participants) {
    for (const wish of wishes) {
      const known = wishers.get(fold(wish)) ?? { name: wish, people: 0 };
      known.people++;
      wishers.set(fold(wish), known);
    }
  }
  const all = [...wishers.values()].filter(({ people }) => people > 1).map(({ name }) => name);
  const hasStrands = all.some((name) => name.includes('/'));
  return all.length < 2 || all.length > groups || hasStrands ? [] : all.toSorted(compareText);
}

/** What becomes of wishes: themes that are listed, or to be listed by hand. */
function noteWishes({ participants }: Cohort, themes: readonly string[]): readonly Diagnostic[] {
  if (themes.length > 0) return [diagnose('note', 'guess.themes', { themes })];
  const wished = new Map(participants.flatMap(({ wishes }) => wishes.map((wish) => [fold(wish), wish])));
  if (wished.size === 0) return [];
  const names = [...wished.values()].toSorted(compareText);
  return [
    diagnose('note', 'guess.wishes', { themes: names.slice(0, SHOWN), others: Math.max(0, names.length - SHOWN) }),
  ];
}

function notePrivate({ attributes }: Cohort): readonly Diagnostic[] {
  const columns = attributes.filter(({ key }) => isPrivate(key)).map(({ label }) => label);
  return columns.length === 0 ? [] : [diagnose('warning', 'columns.private', { columns })];
}
