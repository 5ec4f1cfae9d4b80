import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import type { Assignment } from '../domain/group.js';
import { participantName, type Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { GroupLine } from './group-lines.js';
import { readGroupLines } from './group-list-shape.js';
import type { PersonClues } from './person-clues.js';
import { createExactMatcher, isOfOtherSchool } from './person-matcher.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';

/** People found by name who are named. */
const MOST_NAMES = 3;

/** What an earlier list tells of this cohort. */
export interface EarlierGroups {
  /** Groups as the list spells them first; people who are not of this cohort are left out. */
  readonly assignment: Assignment;
  /** Every group of the list, whoever was in it. */
  readonly labels: ReadonlySet<string>;
}

/**
 * Reads the group list of an earlier module, ours or a hand-made one, for what it tells of this cohort. A person is known by id (and
 * school, where two schools use one id), else by whole name and school, which earns a warning. An id that stands beside
 * another person's name than in the rosters means nobody there: the name decides, with a warning. Strangers are no error.
 *
 * @param known labels as they are spelt elsewhere; others are kept as typed
 */
export function readEarlierGroups(
  file: InputFile,
  columns: ColumnNames,
  cohort: Cohort,
  known: readonly string[] = [],
): Reading<EarlierGroups> {
  const labels = new Map(known.map((label) => [fold(label), label]));
  const spelt = new Set(labels.keys());
  const read = readGroupLines(file, columns, cohort, {
    isLabel: (text) => spelt.has(fold(text)),
    isTitle: () => false,
  });
  const assignment = new Map<string, string>();
  const listed = new Set<string>();
  const byName: string[] = [];
  const find = createFinder(cohort);
  for (const line of read.value) {
    const { clues, source, report } = line;
    if (line.value === '') {
      report(diagnose('error', 'roster.nameless', {}, { source: { file: file.name, line: line.line } }));
      continue;
    }
    if (line.label === '') {
      report(
        diagnose('warning', 'group-list.no-group', { name: nameOf(clues) || clues.id }, { source: line.labelSource }),
      );
      continue;
    }
    const label = labels.get(fold(line.label)) ?? line.label;
    labels.set(fold(line.label), label);
    listed.add(label);
    const { person, isByName, warning } = find(clues);
    if (warning !== undefined) report({ ...warning, source });
    if (person === undefined) continue;
    const first = assignment.get(person.key);
    if (first !== undefined) {
      const params = { person: participantName(person), first, second: label };
      report(diagnose('error', 'list.twice', params, { source: { file: file.name, line: line.line } }));
      continue;
    }
    assignment.set(person.key, label);
    if (isByName) byName.push(participantName(person));
  }
  const value = { assignment, labels: listed };
  if (byName.length === 0) return { value, diagnostics: read.diagnostics };
  const params = { people: byName.length, names: byName.toSorted(compareText).slice(0, MOST_NAMES) };
  const noted = diagnose('warning', 'history.by-name', params, { source: { file: file.name } });
  return { value, diagnostics: [...read.diagnostics, noted] };
}

interface Found {
  /** Absent for a stranger. */
  readonly person?: Participant;
  readonly isByName: boolean;
  /** Its place is the line's. */
  readonly warning?: Diagnostic;
}

const STRANGER: Found = { isByName: false };

/** Finds people over the years: ids are given out anew, names are not. */
function createFinder(cohort: Cohort): (clues: PersonClues) => Found {
  const match = createExactMatcher(cohort);
  return (clues) => {
    const found = match(clues);
    switch (found.status) {
      case 'certain':
        return { person: found.person, isByName: false };
      case 'by-name':
        return { person: found.person, isByName: true };
      case 'ambiguous': {
        const candidates = found.candidates.map((one) => `${participantName(one)} (${one.id || one.school})`);
        const params = { name: nameOf(clues) || clues.id, candidates };
        return { isByName: true, warning: diagnose('warning', 'history.namesakes', params) };
      }
      case 'in-doubt':
        if (found.doubt !== 'unknown-id') return byOtherName(clues, found);
        return isOfOtherSchool(clues, found.person) ? STRANGER : { person: found.person, isByName: true };
      default:
        return STRANGER;
    }
  };
}

/** Of an id beside another name than its holder's: who is called so, if anybody. A name of another school is a stranger's. */
function byOtherName(
  { id, ...clues }: GroupLine['clues'],
  { person, doubt, other }: { readonly person: Participant; readonly doubt: string; readonly other?: Participant },
): Found {
  if (doubt === 'other-school') return STRANGER;
  const taken = other === undefined ? '' : participantName(other);
  const params = { id, earlier: nameOf({ id, ...clues }), now: participantName(person), taken };
  const warning = diagnose('warning', 'history.other-person', params);
  return { ...(other === undefined ? {} : { person: other }), isByName: false, warning };
}

function nameOf({ familyName, givenName, fullName }: PersonClues): string {
  return `${familyName === '' ? fullName : familyName} ${givenName}`.trim();
}
