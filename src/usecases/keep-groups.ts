import { append } from '../domain/append.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Assignment, Group, GroupList, Stranger } from '../domain/group.js';
import { layOutGroups, type GroupLayoutRequest } from '../domain/group-layout.js';
import { keepLayout, sizesWithin, type EarlierGroupPlace, type KeptGroup } from '../domain/kept-layout.js';
import { withLayoutChanges } from '../domain/layout-change.js';
import { participantName } from '../domain/participant.js';
import { participantOf, type Cohort } from '../domain/roster.js';
import { readGroupList } from '../readers/group-list-reader.js';
import { nearest } from '../readers/nearest.js';
import type { ColumnNames, InputFile, Reading } from '../readers/reading.js';

/** Who was in which group. */
export interface EarlierPeople {
  /** Of the people of this cohort alone. */
  readonly assignment: Assignment;
  /** Those who are not of this cohort, in the order of the list. */
  readonly gone: readonly Stranger[];
}

/** Groups that are to go on. */
export interface KeptGroups {
  /** Name of the list that has them. */
  readonly list: string;
  /** Those that go on and those that are new, with the sizes that they may have, in the module's order. */
  readonly layout: readonly KeptGroup[];
  readonly earlier: EarlierPeople;
}

/** Groups to fill, of sizes that are only a beginning, and where they come from. */
export interface KeptLayout {
  readonly groups: readonly Group[];
  readonly kept: KeptGroups;
}

export interface KeepGroupsRequest {
  readonly layout: GroupLayoutRequest;
  readonly cohort: Cohort;
  readonly columns: ColumnNames;
}

/** A list of whose people fewer than one in so many are of the cohort is of another module. */
const LEAST_KNOWN = 2;
/** A label of more people is no slip. */
const MOST_MISSPELT = 2;
/** So many labels are compared with all others: one that is misspelt is enough to stop. */
const MOST_DOUBTED = 100;

/**
 * Reads the list of the groups that are to go on, ours or a hand-made one, and settles which do. People of the list who are not of the cohort
 * have left; a list of which most have is an error, as is a label that is nearly that of another group of the list.
 *
 * @returns no value where the list has an error, or so many people cannot make such groups
 */
export function keepGroups(
  file: InputFile,
  { layout: request, cohort, columns }: KeepGroupsRequest,
): Reading<KeptLayout | undefined> {
  const { themes } = request;
  const fresh = layOutGroups(request).groups;
  const { value: list, diagnostics: read } = readGroupList(
    file,
    columns,
    { cohort, themes, groups: fresh },
    { isTolerant: true, letsStrangersPass: true },
  );
  const { strangers: gone = [] } = list;
  const diagnostics: Diagnostic[] = [...read, ...findTwice(cohort, list), ...findMisspelt(list, fresh)];
  const known = new Set(list.placements.map(({ participant }) => participant)).size;
  const of = known + gone.length;
  if (!hasError(diagnostics) && known * LEAST_KNOWN < of)
    diagnostics.push(diagnose('error', 'repair.other-module', { known, of }, { source: { file: file.name } }));
  const { groups: layout, diagnostics: found } = keepLayout(request, [...list.groups, ...emptied(list)]);
  append(
    diagnostics,
    found.map((diagnostic) => withLayoutChanges(diagnostic, request)),
  );
  if (hasError(diagnostics) || layout.length === 0) return { value: undefined, diagnostics };
  const assignment = new Map(list.placements.map(({ participant, group }) => [participant, group]));
  const counts = new Map<string, number>();
  assignment.forEach((label) => counts.set(label, (counts.get(label) ?? 0) + 1));
  const sizes = sizesWithin(
    layout,
    layout.map(({ label }) => counts.get(label) ?? 0),
    request.people,
  );
  const groups = layout.map(({ label, theme, strand }, g) => ({ label, theme, strand, size: sizes[g] }));
  return { value: { groups, kept: { list: file.name, layout, earlier: { assignment, gone } } }, diagnostics };
}

/** Groups all of whose people have left. */
function emptied({ groups, strangers = [] }: GroupList): readonly EarlierGroupPlace[] {
  const peopled = new Set(groups.map(({ label }) => label));
  const labels = new Set(strangers.flatMap(({ group }) => (peopled.has(group) ? [] : [group])));
  return [...labels].map((label) => ({ label, theme: '', strand: '' }));
}

/** People on a second line: nobody can tell which of the two groups is theirs. */
function findTwice(cohort: Cohort, { placements }: GroupList): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return placements.flatMap(({ participant, group, source }) => {
    const known = first.get(participant);
    if (known === undefined) first.set(participant, group);
    const person = participantOf(cohort, participant);
    if (known === undefined || person === undefined) return [];
    return [
      diagnose('error', 'list.twice', { person: participantName(person), first: known, second: group }, { source }),
    ];
  });
}

/** Labels of next to nobody that a new plan would not have, each nearly that of another group of the list which it would have; the first of many. */
function findMisspelt({ groups, placements }: GroupList, fresh: readonly Group[]): readonly Diagnostic[] {
  const usual = new Set(fresh.map(({ label }) => fold(label)));
  const right = groups.flatMap(({ label }) => (usual.has(fold(label)) ? [label] : []));
  const doubted = groups.filter(({ label, size }) => size <= MOST_MISSPELT && !usual.has(fold(label)));
  return doubted.slice(0, MOST_DOUBTED).flatMap(({ label, size }) => {
    const suggestion = nearest(label, right);
    const line = placements.find(({ group }) => group === label);
    if (suggestion === undefined || line === undefined) return [];
    const details = { source: line.source, value: label, suggestion };
    return [diagnose('error', 'repair.misspelt-label', { people: size }, details)];
  });
}

/** Says of lines that name somebody who has left that this is so, instead of that there is no such person. */
export function explainGone(diagnostics: readonly Diagnostic[], { list, earlier }: KeptGroups): readonly Diagnostic[] {
  const nameOf = new Map<string, string>();
  for (const person of earlier.gone) {
    const name = participantName(person);
    for (const text of [person.id, name, `${person.givenName} ${person.familyName}`])
      if (text.trim() !== '') nameOf.set(fold(text), name);
  }
  return diagnostics.map((diagnostic): Diagnostic => {
    const { code, value = '', source } = diagnostic;
    const name = code === 'reference.unknown' ? nameOf.get(fold(value)) : undefined;
    if (name === undefined || source === undefined) return diagnostic;
    return diagnose('error', 'repair.left-in-rule', { name, list }, { source, value });
  });
}
