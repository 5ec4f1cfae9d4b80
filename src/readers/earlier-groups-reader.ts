import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import type { Assignment } from '../domain/group.js';
import type { GonePerson } from '../domain/group-change.js';
import type { EarlierGroupPlace } from '../domain/kept-layout.js';
import { participantName, type Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import { readTable, reporterOf } from './delimited-table.js';
import { GROUP_LIST_COLUMNS } from './group-list-columns.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { readRow } from './row-cells.js';

/** People found by name who are named. */
const MOST_NAMES = 3;

/** What an earlier list tells of this cohort. */
export interface EarlierGroups {
  /** Groups as the list spells them first; people who are not of this cohort are left out. */
  readonly assignment: Assignment;
  /** Every group of the list, whoever was in it, in the order in which the list names them. */
  readonly groups: readonly EarlierGroupPlace[];
  /** The people of the list who are not of this cohort, or whom nobody can tell from others, in its order. */
  readonly gone: readonly (GonePerson & { readonly group: string })[];
}

/**
 * Reads the group list of an earlier module, ours or a hand-made one, for what it tells of this cohort. A person is known by id (and
 * school, where two schools use one id), else by folded name and school, which earns a warning. An id that stands beside
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
  const { value: table, diagnostics: found } = readTable(file, {
    words: GROUP_LIST_COLUMNS,
    required: [['group'], ['id', 'family_name', 'name']],
    columns,
    needsRows: 'group-list',
    keepsOthers: true,
  });
  const diagnostics: Diagnostic[] = [...found];
  const assignment = new Map<string, string>();
  const labels = new Map(known.map((label) => [fold(label), label]));
  const groups = new Map<string, EarlierGroupPlace>();
  const gone: EarlierGroups['gone'][number][] = [];
  const byName: string[] = [];
  if (table === undefined) return { value: { assignment, groups: [...groups.values()], gone }, diagnostics };
  const people = indexByIdAndName(cohort);
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const typed = cells.text('group');
    const who: Named = {
      id: cells.text('id'),
      name: `${cells.text('family_name') || cells.text('name')} ${cells.text('given_name')}`.trim(),
      school: cells.text('school'),
    };
    if (who.id === '' && who.name === '') {
      report(diagnose('error', 'roster.nameless', {}, { source: cells.source }));
      continue;
    }
    if (typed === '') {
      report(diagnose('warning', 'group-list.no-group', { name: who.name || who.id }, { source: cells.source }));
      continue;
    }
    const label = labels.get(fold(typed)) ?? typed;
    labels.set(fold(typed), label);
    const place = { theme: cells.text('theme'), strand: cells.text('strand') };
    if ((groups.get(label)?.theme ?? '') === '') groups.set(label, { label, ...place });
    const source = cells.sourceOf(who.id === '' ? 'family_name' : 'id');
    const { person, isByName, warning } = people(who);
    if (warning !== undefined) report({ ...warning, source });
    if (person === undefined) {
      gone.push({ ...who, group: label });
      continue;
    }
    const first = assignment.get(person.key);
    if (first !== undefined) {
      const params = { person: participantName(person), first, second: label };
      report(diagnose('error', 'list.twice', params, { source: cells.source }));
      continue;
    }
    assignment.set(person.key, label);
    if (isByName) byName.push(participantName(person));
  }
  if (byName.length > 0) {
    const names = byName.toSorted(compareText).slice(0, MOST_NAMES);
    const params = { people: byName.length, names };
    diagnostics.push(diagnose('warning', 'history.by-name', params, { source: { file: file.name } }));
  }
  return { value: { assignment, groups: [...groups.values()], gone }, diagnostics };
}

/** What a row says of a person; `''` where it says nothing. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly school: string;
}

interface Found {
  /** Absent for a stranger. */
  readonly person?: Participant;
  readonly isByName: boolean;
  /** Its place is the row's. */
  readonly warning?: Diagnostic;
}

function indexByIdAndName({ participants }: Cohort): (who: Named) => Found {
  const byId = groupBy(participants, ({ id }) => id);
  // Most lists are known by their ids: names are indexed when one is first asked for.
  let byName: ReadonlyMap<string, readonly Participant[]> | undefined;
  const findName = ({ name, school }: Named): Found => {
    byName ??= groupBy(participants, (person) => sortedWords(namesOf(person)));
    const namesakes = (name === '' ? undefined : byName.get(sortedWords(name))) ?? [];
    const fitting = namesakes.filter((person) => isSameSchool(person.school, school));
    if (fitting.length === 1) return { person: fitting[0], isByName: true };
    if (fitting.length === 0) return { isByName: true };
    const candidates = fitting.map((person) => `${participantName(person)} (${person.id || person.school})`);
    return { isByName: true, warning: diagnose('warning', 'history.namesakes', { name, candidates }) };
  };
  return (who) => {
    const { id, school, name } = who;
    const holders = (id === '' ? undefined : byId.get(id)) ?? [];
    const fitting = holders.length === 1 ? holders : holders.filter((person) => isSameSchool(person.school, school));
    if (fitting.length !== 1) return findName(who);
    const [person] = fitting;
    if (isLikelySame(person, who)) return { person, isByName: false };
    const other = findName(who);
    const now = participantName(person);
    const taken = other.person === undefined ? '' : participantName(other.person);
    const warning = other.warning ?? diagnose('warning', 'history.other-person', { id, earlier: name, now, taken });
    return { ...(other.person === undefined ? {} : { person: other.person }), isByName: false, warning };
  };
}

function groupBy(
  people: readonly Participant[],
  keyOf: (person: Participant) => string,
): ReadonlyMap<string, readonly Participant[]> {
  const groups = new Map<string, Participant[]>();
  for (const person of people) {
    const key = keyOf(person);
    const own = groups.get(key);
    if (key === '') continue;
    if (own === undefined) groups.set(key, [person]);
    else own.push(person);
  }
  return groups;
}

function namesOf({ familyName, givenName }: Participant): string {
  return `${familyName} ${givenName}`.trim();
}

/** The words of a name in one order, so that it does not matter which comes first. */
function sortedWords(name: string): string {
  return fold(name).split(' ').sort(compareText).join(' ');
}

function isSameSchool(a: string, b: string): boolean {
  return a === '' || b === '' || fold(a) === fold(b);
}

/** Whether a name may be that of the holder of an id: people marry, and lists shorten, but hardly anybody keeps no word of their name. */
function isLikelySame(person: Participant, { name }: Named): boolean {
  const now = namesOf(person);
  if (name === '' || now === '') return true;
  const words = new Set(fold(now).split(' '));
  return fold(name)
    .split(' ')
    .some((word) => words.has(word));
}
