import { indexGroups } from '../domain/assignment.js';
import type { CsvDialect } from '../domain/csv-dialect.js';
import { compareText, fold } from '../domain/fold.js';
import type { Grouping } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import type { Participant } from '../domain/participant.js';
import { profilesOf } from '../domain/profiles.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { SharedCells, writeCsvParts, type CsvRow } from './csv.js';
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

function* rowsOf(request: GroupListRequest): Generator<CsvRow, void> {
  const { module, grouping, language, pseudonyms = false } = request;
  const { cohort, balance } = module;
  const attributes = [...balance.keys()].filter((key) => key !== 'school').toSorted(compareText);
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly HeaderKey[] = ['group', 'theme', 'strand', 'id', ...names, 'school'];
  yield [
    ...columns.map((key) => headerOf(key, language)),
    ...attributes.map((key) => attributeHeader(key, attributeOf(cohort, key)?.label ?? key, language)),
  ];
  const { participants } = cohort;
  const { profileOf, levels } = profilesOf(cohort);
  const levelCells = levels.map((own) => attributes.map((key) => (own.get(key) ?? []).join('|')));
  const lastCells = shareLastCells(levelCells);
  const { members, endOf } = membersByGroup(cohort, grouping);
  const sort = createMemberSort(participants, pseudonyms);
  for (let from = 0; from < endOf.length; from += TOGETHER) {
    const first = from === 0 ? 0 : endOf[from - 1];
    const to = Math.min(from + TOGETHER, endOf.length);
    for (let g = from; g < to; g++) sort(members.subarray(g === 0 ? 0 : endOf[g - 1], endOf[g]));
    const own = members.subarray(first, endOf[to - 1]);
    const people = Array.from(own, (p) => participants[p]);
    const ids = people.map(({ id }) => id);
    const families = people.map(({ familyName }) => familyName);
    const givens = people.map(({ givenName }) => givenName);
    const lasts = people.map(({ school }, at) => lastCells(school, profileOf[own[at]]));
    for (let g = from, at = 0; g < to; g++) {
      const { label, theme, strand } = grouping.groups[g];
      const firstCells = new SharedCells([label, theme, strand]);
      for (; at < endOf[g] - first; at++) {
        yield pseudonyms
          ? [firstCells, ids[at], lasts[at]]
          : [firstCells, ids[at], families[at], givens[at], lasts[at]];
      }
    }
  }
}

/** Groups whose people are looked up together: in a large cohort each look is a way to somewhere else in memory, and many at once take little longer than one. */
const TOGETHER = 64;

/** The cells after those that tell who a person is: people alike of one school share them. */
function shareLastCells(levelCells: readonly (readonly string[])[]): (school: string, profile: number) => SharedCells {
  const known = levelCells.map(() => new Map<string, SharedCells>());
  return (school, profile) => {
    let cells = known[profile].get(school);
    if (cells === undefined) known[profile].set(school, (cells = new SharedCells([school, ...levelCells[profile]])));
    return cells;
  };
}

/** The people, by their place in the cohort, group by group: a counting sort. Those of group g end before `endOf[g]`. */
function membersByGroup(
  cohort: Cohort,
  grouping: Grouping,
): { readonly members: Int32Array; readonly endOf: Int32Array } {
  const groupOf = indexGroups(cohort, grouping);
  const endOf = new Int32Array(grouping.groups.length);
  for (const g of groupOf) if (g >= 0) endOf[g]++;
  const next = new Int32Array(endOf.length);
  for (let g = 1; g < endOf.length; g++) {
    next[g] = endOf[g - 1];
    endOf[g] += endOf[g - 1];
  }
  const members = new Int32Array(endOf.at(-1) ?? 0);
  for (let p = 0; p < groupOf.length; p++) if (groupOf[p] >= 0) members[next[groupOf[p]]++] = p;
  return { members, endOf };
}

/** Up to so many people are sorted by insertion, which costs a small group no list of its own. */
const MOST_INSERTED = 40;

/**
 * Sorts people, given by their place in the cohort, by name; by id alone where names are hidden: an alphabetical order would
 * give much of them away.
 */
function createMemberSort(participants: readonly Participant[], byIdAlone: boolean): (members: Int32Array) => void {
  // In cohort order memory is read in one go; group by group every look at a person would be a step to somewhere else.
  const beginnings = Float64Array.from(participants, ({ familyName }) =>
    byIdAlone ? 0 : beginningOf(fold(familyName)),
  );
  const compareNames = (a: Participant, b: Participant): number =>
    compareText(fold(a.familyName), fold(b.familyName)) || compareText(fold(a.givenName), fold(b.givenName));
  const compare = (p: number, q: number): number => {
    if (beginnings[p] !== beginnings[q]) return beginnings[p] - beginnings[q];
    const [a, b] = [participants[p], participants[q]];
    return (byIdAlone ? 0 : compareNames(a, b)) || compareText(a.id, b.id) || compareText(a.key, b.key);
  };
  return (members) => {
    if (members.length > MOST_INSERTED) {
      members.sort(compare);
      return;
    }
    for (let at = 1; at < members.length; at++) {
      const p = members[at];
      let to = at;
      for (; to > 0 && compare(members[to - 1], p) > 0; to--) members[to] = members[to - 1];
      members[to] = p;
    }
  };
}

/** Six letters as a number: texts of different numbers are ordered as these. It ends at a letter from U+00FF on, all of which count alike. */
function beginningOf(text: string): number {
  let number = 0;
  let isOpen = true;
  for (let at = 0; at < 6; at++) {
    const letter = isOpen && at < text.length ? Math.min(text.charCodeAt(at), 255) : 0;
    if (letter === 255) isOpen = false;
    number = number * 256 + letter;
  }
  return number;
}
