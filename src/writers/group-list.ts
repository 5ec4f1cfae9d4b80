import type { CsvDialect } from '../domain/csv-dialect.js';
import { compareText, fold } from '../domain/fold.js';
import type { Grouping } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { Participant } from '../domain/participant.js';
import { profilesOf } from '../domain/profiles.js';
import { attributeOf, indexPlaces, type Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { writeCsvParts, type CsvCell } from './csv.js';
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
  return [...writeGroupListParts(request)].join('');
}

/** {@link writeGroupList} part by part: the list of a large cohort is never one string. */
export function writeGroupListParts(request: GroupListRequest): Generator<string, void> {
  return writeCsvParts(rowsOf(request), request.dialect);
}

function* rowsOf(request: GroupListRequest): Generator<readonly CsvCell[], void> {
  const { module, grouping, language, pseudonyms = false } = request;
  const { cohort, balance } = module;
  const attributes = [...balance.keys()].filter((key) => key !== 'school').toSorted(compareText);
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly HeaderKey[] = ['group', 'theme', 'strand', 'id', ...names, 'school'];
  yield [
    ...columns.map((key) => headerOf(key, language)),
    ...attributes.map((key) => attributeHeader(key, attributeOf(cohort, key)?.label ?? key, language)),
  ];
  const { profileOf, levels } = profilesOf(cohort);
  const levelCells = levels.map((own) => attributes.map((key) => (own.get(key) ?? []).join('|')));
  const membersOf = membersByGroup(cohort, grouping);
  for (const [g, { label, theme, strand }] of grouping.groups.entries()) {
    for (const { p, person } of sortMembers(membersOf(g), cohort, pseudonyms)) {
      const { id, familyName, givenName, school } = person;
      const own = levelCells[profileOf[p]];
      yield pseudonyms
        ? [label, theme, strand, id, school, ...own]
        : [label, theme, strand, id, familyName, givenName, school, ...own];
    }
  }
}

/** The people, by their place in the cohort, of each group: a counting sort. */
function membersByGroup(cohort: Cohort, { groups, assignment }: Grouping): (group: number) => Int32Array {
  const indexOf = new Map(groups.map(({ label }, g) => [label, g]));
  const placeOf = indexPlaces(cohort);
  const groupOf = new Int32Array(cohort.participants.length).fill(-1);
  const ends = new Int32Array(groups.length);
  for (const [key, label] of assignment) {
    const g = indexOf.get(label);
    const p = placeOf(key);
    if (g === undefined || p === undefined) continue;
    groupOf[p] = g;
    ends[g]++;
  }
  for (let g = 1; g < groups.length; g++) ends[g] += ends[g - 1];
  const members = new Int32Array(ends.at(-1) ?? 0);
  const next = Int32Array.from(ends, (_, g) => (g === 0 ? 0 : ends[g - 1]));
  groupOf.forEach((g, p) => {
    if (g >= 0) members[next[g]++] = p;
  });
  return (g) => members.subarray(g === 0 ? 0 : ends[g - 1], ends[g]);
}

/** By name, or by id alone where names are hidden: an alphabetical order would give much of them away. */
function sortMembers(
  members: Int32Array,
  { participants }: Cohort,
  byIdAlone: boolean,
): readonly { readonly p: number; readonly person: Participant }[] {
  // Folding inside the comparison would fold each name several times.
  const keyed = Array.from(members, (p) => {
    const person = participants[p];
    return { p, person, family: byIdAlone ? '' : fold(person.familyName) };
  });
  return keyed.sort(
    (a, b) =>
      compareText(a.family, b.family) ||
      (byIdAlone ? 0 : compareText(fold(a.person.givenName), fold(b.person.givenName))) ||
      compareText(a.person.id, b.person.id) ||
      compareText(a.person.key, b.person.key),
  );
}
