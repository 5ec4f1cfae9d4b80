import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { PersonDoubt } from '../domain/diagnostics/person.js';
import type { Group, GroupList, Stranger } from '../domain/group.js';
import type { Cohort } from '../domain/roster.js';
import type { Source } from '../domain/source.js';
import type { Theme } from '../domain/theme.js';
import { createLabelReader, nearLabel, type LabelReader } from './group-labels.js';
import { readGroupLines } from './group-list-shape.js';
import { readPlace } from './group-place.js';
import { personOf, type PersonClues, type PersonMatch } from './person-clues.js';
import { createMatchReport } from './person-doubts.js';
import { matchPeople, type MatchOptions } from './person-matcher.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';

/** What a group list refers to; without themes, those that it names are kept as typed. */
export interface GroupListReferences {
  readonly cohort: Cohort;
  readonly themes?: readonly Theme[];
  readonly groups: readonly Group[];
}

export interface GroupListOptions extends MatchOptions {
  /** Whether people who are not of the cohort are let pass, and told; else each is an error. Absent: they are errors. */
  readonly letsStrangersPass?: boolean;
  /** Whether labels that the module does not have are told, in a list that has others of it. Absent: they are not. */
  readonly warnsOfLabels?: boolean;
}

/** Doubts of a name alone. */
const GUESSES: ReadonlySet<PersonDoubt> = new Set(['other-school', 'left-out', 'initials', 'slip', 'namesake']);
/** Labels written otherwise that a note names. */
const MOST_LABELS = 4;
/** Labels that the module does not have, each of which gets a warning. */
const MOST_UNKNOWN = 10;

/**
 * Reads any list of people and groups, ours or a hand-made one: with a column of groups and columns that say who is in them, or
 * with a column for each group and names below. People are found by {@link matchPeople}; who is not found is an error, who is
 * found in doubt a warning. A label that the module does not have, in whatever writing, is a group of its own, of the theme and
 * strand that its first line names. A person without a group is left out with a warning.
 *
 * Where strangers may pass, somebody with an id that nobody has is only taken for who bears that very name, in the same school: ids of
 * one year are not given out twice.
 */
export function readGroupList(
  file: InputFile,
  columns: ColumnNames,
  { cohort, themes = [], groups }: GroupListReferences,
  { letsStrangersPass = false, warnsOfLabels = false, ...options }: GroupListOptions = { isTolerant: false },
): Reading<GroupList> {
  const labels = createLabelReader(groups);
  const own = new Set(groups.map(({ label }) => label));
  const titles = groupTitles(themes);
  const { value: lines, diagnostics } = readGroupLines(file, columns, cohort, {
    isLabel: (text) => own.has(labels.read(text)),
    isTitle: (text) => titles.has(fold(text)),
  });
  const found = matchPeople(
    lines.map(({ clues }) => clues),
    cohort,
    options,
  );
  const isStranger = lines.map(({ clues }, index) => letsStrangersPass && namesStranger(clues, found[index]));
  const matches = found.map((match, index): PersonMatch => (isStranger[index] ? { status: 'unknown' } : match));
  const strangers: Stranger[] = [];
  const describe = createMatchReport(
    lines.map(({ value, source }, index) => ({ match: matches[index], value, source })),
    cohort,
  );
  const named = new Map(groups.map((group) => [fold(group.label), { ...group, size: 0 }]));
  const placements: { participant: string; group: string; source: Source }[] = [];
  const written = createLabelReader(groups);
  const firstOf = new Map<string, Source>();
  lines.forEach((one, index) => {
    const { line, value, report } = one;
    if (value === '') report(diagnose('error', 'roster.nameless', {}, { source: { file: file.name, line } }));
    else if (!isStranger[index]) describe(index).forEach(report);
    if (one.label === '') {
      report(diagnose('warning', 'group-list.no-group', { name: value }, { source: one.labelSource }));
      return;
    }
    const label = written.read(one.label);
    let group = named.get(fold(label));
    if (group === undefined) {
      firstOf.set(label, one.labelSource);
      group = { label, ...readPlace(one, themes), size: 0 };
      named.set(fold(label), group);
    }
    const person = personOf(matches[index]);
    if (person === undefined) {
      if (isStranger[index]) strangers.push({ ...strangerOf(one.clues), group: group.label });
      return;
    }
    group.size++;
    placements.push({ participant: person.key, group: group.label, source: { file: file.name, line } });
  });
  return {
    value: {
      groups: [...named.values()].filter(({ size }) => size > 0),
      placements,
      ...(letsStrangersPass ? { strangers } : {}),
    },
    diagnostics: [
      ...diagnostics,
      ...noteLabels(written, file.name),
      ...(warnsOfLabels ? findUnknownLabels([...named.values()], groups, firstOf) : []),
    ],
  };
}

/** All that a theme with a strand, or either of them, may be called: by title or id, folded. */
function groupTitles(themes: readonly Theme[]): ReadonlySet<string> {
  const titles = themes.flatMap((theme) =>
    [theme.id, theme.title].flatMap((name) => [
      name,
      ...theme.strands.flatMap(({ id, title }) => [id, title].flatMap((strand) => [strand, `${name} – ${strand}`])),
    ]),
  );
  return new Set(titles.filter((title) => title !== '').map(fold));
}

function noteLabels({ readings }: LabelReader, file: string): readonly Diagnostic[] {
  if (readings.size === 0) return [];
  const pairs = [...readings].slice(0, MOST_LABELS).map(([written, label]) => `${written} = ${label}`);
  return [diagnose('note', 'group-list.labels-read', { pairs, count: readings.size }, { source: { file } })];
}

/** A warning for each label that the module does not have in a list that knows others of it; a list of other labels alone has groups of its own. */
function findUnknownLabels(
  named: readonly Group[],
  groups: readonly Group[],
  firstOf: ReadonlyMap<string, Source>,
): readonly Diagnostic[] {
  const filled = named.filter(({ size }) => size > 0);
  const others = filled.filter(({ label }) => firstOf.has(label));
  if (others.length === filled.length) return [];
  const labels = groups.map(({ label }) => label);
  return others.slice(0, MOST_UNKNOWN).map(({ label, size }) => {
    const source = firstOf.get(label);
    const details = { value: label, suggestion: nearLabel(label, labels), ...(source === undefined ? {} : { source }) };
    return diagnose('warning', 'group-list.unknown-label', { people: size }, details);
  });
}

/** Whether a line is of somebody whom the cohort does not have: nobody is like that, or an id says that it is somebody else. */
function namesStranger({ id, school }: PersonClues, match: PersonMatch): boolean {
  if (match.status === 'unknown' || match.status === 'taken') return true;
  if (match.status !== 'in-doubt' || id === '' || match.person.id === '') return false;
  if (match.doubt === 'unknown-id') return school !== '' && fold(school) !== fold(match.person.school);
  return GUESSES.has(match.doubt);
}

function strangerOf({ id, familyName, givenName, fullName, school }: PersonClues): Omit<Stranger, 'group'> {
  const name = familyName === '' ? fullName : familyName;
  // Names stand where ids should: they are no less names, which some outputs are to leave out.
  if (name === '' && givenName === '' && !/\d/.test(id)) return { id: '', familyName: id, givenName: '', school };
  return { id, familyName: name, givenName, school };
}
