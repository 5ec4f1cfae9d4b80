import type { CsvDialect } from '../domain/csv-dialect.js';
import { compareText, fold } from '../domain/fold.js';
import type { Grouping } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { Participant } from '../domain/participant.js';
import { attributeOf } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { writeCsv, type CsvCell } from './csv.js';
import { attributeHeader, headerOf, type HeaderKey } from './headers.js';

export interface GroupListRequest {
  readonly module: Module;
  readonly grouping: Grouping;
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
  /** Leave the columns of names out and order people by id: ids alone say who is who. Absent: names are written. */
  readonly pseudonyms?: boolean;
}

/**
 * `groups.csv`: one line a person, in group order, then by folded family name, given name and id. After the columns that every list has
 * come the balanced attributes but the school, by key, so that changing a weight moves no column; several levels are joined by `|`.
 * Someone whom the grouping places nowhere, or in a group it does not list, has no line: the checker speaks of that.
 */
export function writeGroupList(request: GroupListRequest): string {
  const { module, grouping, dialect, language, pseudonyms = false } = request;
  const { cohort, balance } = module;
  const attributes = [...balance.keys()].filter((key) => key !== 'school').toSorted(compareText);
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly HeaderKey[] = ['group', 'theme', 'strand', 'id', ...names, 'school'];
  const header = [
    ...columns.map((key) => headerOf(key, language)),
    ...attributes.map((key) => attributeHeader(key, attributeOf(cohort, key)?.label ?? key, language)),
  ];
  const membersOf = new Map(grouping.groups.map(({ label }) => [label, [] as Participant[]]));
  for (const person of sortPeople(cohort.participants, pseudonyms)) {
    membersOf.get(grouping.assignment.get(person.key) ?? '')?.push(person);
  }
  const rows: (readonly CsvCell[])[] = [header];
  for (const { label, theme, strand } of grouping.groups) {
    for (const person of membersOf.get(label) ?? []) {
      const shown = pseudonyms ? [] : [person.familyName, person.givenName];
      const levels = attributes.map((key) => (person.levels.get(key) ?? []).join('|'));
      rows.push([label, theme, strand, person.id, ...shown, person.school, ...levels]);
    }
  }
  return writeCsv(rows, dialect);
}

/** By name, or by id alone where names are hidden: an alphabetical order would give much of them away. */
function sortPeople(people: readonly Participant[], byIdAlone: boolean): readonly Participant[] {
  // Folding inside the comparison would fold each name some twenty times in a large cohort.
  const nameOf = byIdAlone ? () => '' : fold;
  const keyed = people.map((person) => ({
    person,
    family: nameOf(person.familyName),
    given: nameOf(person.givenName),
  }));
  keyed.sort(
    (a, b) =>
      compareText(a.family, b.family) ||
      compareText(a.given, b.given) ||
      compareText(a.person.id, b.person.id) ||
      compareText(a.person.key, b.person.key),
  );
  return keyed.map(({ person }) => person);
}
