import { join } from 'node:path';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { GroupList } from '../domain/group.js';
import type { Module } from '../domain/module.js';
import { participantName, type Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import { readGroupList, type GroupListOptions } from '../readers/group-list-reader.js';
import type { Reading } from '../readers/reading.js';
import type { FileSource } from '../usecases/files.js';
import { openInput } from '../usecases/open-input.js';
import type { Flags } from './flags.js';

/** The list that is read where none is named. */
export const USUAL_LIST = join('out', 'groups.csv');

/** People missing in a list who are named. */
const MOST_NAMES = 5;

/** Reads the list that `--groups` names; without it, the one of the plan in `out/`. What is published needs everybody found exactly. */
export async function readGroupListOf(
  module: Module,
  flags: Flags,
  source: FileSource,
  options: GroupListOptions = { isTolerant: false },
): Promise<Reading<GroupList | undefined>> {
  return readGroupListNamed(module, flags.groups ?? USUAL_LIST, source, options);
}

/** Reads a group list; the value is `undefined`, with an error, where it cannot be read whole. */
export async function readGroupListNamed(
  module: Module,
  name: string,
  source: FileSource,
  options: GroupListOptions,
): Promise<Reading<GroupList | undefined>> {
  const { file, diagnostics: found } = await openInput(source, name);
  if (file === undefined) return { value: undefined, diagnostics: found };
  const { cohort, themes, groups, settings } = module;
  // An earlier list may have groups that are no more, as it may have people.
  const given = { warnsOfLabels: options.letsStrangersPass !== true, ...options };
  const { value, diagnostics: read } = readGroupList(file, settings.columns, { cohort, themes, groups }, given);
  const diagnostics = [...found, ...read];
  return { value: hasError(diagnostics) ? undefined : value, diagnostics };
}

/**
 * People of a list on a second line, an error each, and those on none, a warning together: a timetable calls whole groups. With
 * `pseudonyms` they are called by their ids, where they have one.
 */
export function findMisplaced(
  { participants }: Cohort,
  { placements }: GroupList,
  pseudonyms = false,
): readonly Diagnostic[] {
  const call = (person: Participant) => (pseudonyms && person.id !== '' ? person.id : participantName(person));
  const nameOf = new Map(participants.map((person) => [person.key, call(person)]));
  const groupOf = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { participant, group, source } of placements) {
    const first = groupOf.get(participant);
    if (first === undefined) groupOf.set(participant, group);
    else {
      const person = nameOf.get(participant) ?? participant;
      diagnostics.push(diagnose('error', 'list.twice', { person, first, second: group }, { source }));
    }
  }
  const missing = participants.filter(({ key }) => !groupOf.has(key));
  if (missing.length > 0) {
    const names = missing.slice(0, MOST_NAMES).map(call);
    const facts = { people: missing.length, of: participants.length, names };
    diagnostics.push(diagnose('warning', 'list.missing', facts));
  }
  return diagnostics;
}
