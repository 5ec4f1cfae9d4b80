import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Group, GroupList } from '../domain/group.js';
import type { Cohort } from '../domain/roster.js';
import type { ColumnWords } from './columns.js';
import type { Theme } from '../domain/theme.js';
import { readTable, reporterOf } from './delimited-table.js';
import { personOf, type PersonClues } from './person-clues.js';
import { createMatchReport } from './person-doubts.js';
import { matchPeople, type MatchOptions } from './person-matcher.js';
import type { Source } from '../domain/source.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexThemes } from './references.js';
import { readRow, type RowCells } from './row-cells.js';

type GroupListColumn = 'group' | 'theme' | 'strand' | 'id' | 'family_name' | 'given_name' | 'name' | 'school';

/** Header words of a group list. */
export const GROUP_LIST_COLUMNS: ColumnWords<GroupListColumn> = {
  group: ['group', 'groupe'],
  theme: ['theme', 'thème'],
  strand: ['strand', 'volet'],
  id: ['id', 'identifiant', 'identifier', 'matricule'],
  family_name: ['family_name', 'nom', 'last name', 'surname', 'nom de famille'],
  given_name: ['given_name', 'prénom', 'first name'],
  name: ['name', 'nom complet', 'full name', 'nom et prénom', 'nom prénom', 'participant'],
  school: ['school', 'école'],
};

/** What a group list refers to; without themes, those that it names are kept as typed. */
export interface GroupListReferences {
  readonly cohort: Cohort;
  readonly themes?: readonly Theme[];
  readonly groups: readonly Group[];
}

/**
 * Reads any list of people and groups, ours or a hand-made one. People are found by {@link matchPeople}; who is not found is an
 * error, who is found in doubt a warning. A label that the module does not have is a group of its own, of the
 * theme and strand that its first line names. A person without a group is left out with a warning.
 */
export function readGroupList(
  file: InputFile,
  columns: ColumnNames,
  { cohort, themes = [], groups }: GroupListReferences,
  options: MatchOptions = { isTolerant: false },
): Reading<GroupList> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: GROUP_LIST_COLUMNS,
    required: [['group'], ['id', 'family_name', 'name']],
    columns,
    needsRows: 'group-list',
    keepsOthers: true,
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: { groups: [], placements: [] }, diagnostics };
  const rows = table.rows.map((row) => {
    const report = reporterOf(row, diagnostics);
    return { line: row.line, report, cells: readRow(table, row, report) };
  });
  const clues = rows.map(({ cells }) => cluesOf(cells));
  const matches = matchPeople(clues, cohort, options);
  const describe = createMatchReport(
    matches.map((match, index) => ({ match, ...writtenIn(rows[index].cells) })),
    cohort,
  );
  const named = new Map(groups.map((group) => [fold(group.label), { ...group, size: 0 }]));
  const placements: {
    participant: string;
    group: string;
    source: { file: string; line: number };
  }[] = [];
  rows.forEach(({ line, report, cells }, index) => {
    const { value } = writtenIn(cells);
    if (value === '') report(diagnose('error', 'roster.nameless', {}, { source: cells.source }));
    else describe(index).forEach(report);
    const label = cells.text('group');
    if (label === '') {
      report(diagnose('warning', 'group-list.no-group', { name: value }, { source: cells.sourceOf('group') }));
      return;
    }
    let group = named.get(fold(label));
    if (group === undefined) {
      group = { label, ...placeOf(cells, themes), size: 0 };
      named.set(fold(label), group);
    }
    const person = personOf(matches[index]);
    if (person === undefined) return;
    group.size++;
    placements.push({ participant: person.key, group: group.label, source: { file: file.name, line } });
  });
  return {
    value: { groups: [...named.values()].filter(({ size }) => size > 0), placements },
    diagnostics,
  };
}

/** Theme and strand of a label that the module does not have: the ids that are meant, else the texts themselves. */
function placeOf(cells: RowCells<GroupListColumn>, themes: readonly Theme[]): { theme: string; strand: string } {
  const theme = indexThemes(themes).find(cells.text('theme'));
  const id = theme.status === 'found' ? theme.value : cells.text('theme');
  const strand = cells.text('strand');
  const strands = themes.find((other) => other.id === id)?.strands ?? [];
  return { theme: id, strand: strands.find((other) => fold(other.id) === fold(strand))?.id ?? strand };
}

function cluesOf(cells: RowCells<GroupListColumn>): PersonClues {
  return {
    id: cells.text('id'),
    familyName: cells.text('family_name'),
    givenName: cells.text('given_name'),
    fullName: cells.text('name'),
    school: cells.text('school'),
  };
}

/** What a row says of a person, and where: the id, else the name. */
function writtenIn(cells: RowCells<GroupListColumn>): { readonly value: string; readonly source: Source } {
  const id = cells.text('id');
  if (id !== '') return { value: id, source: cells.sourceOf('id') };
  const familyName = cells.text('family_name');
  const value = `${familyName === '' ? cells.text('name') : familyName} ${cells.text('given_name')}`.trim();
  return { value, source: cells.sourceOf(familyName === '' ? 'name' : 'family_name') };
}
