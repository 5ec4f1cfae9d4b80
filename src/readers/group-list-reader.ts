import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import type { Group, GroupList } from '../domain/group.js';
import type { Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { ColumnWords } from './columns.js';
import type { Theme } from '../domain/theme.js';
import { readTable, reporterOf } from './delimited-table.js';
import { indexPeople } from './people-index.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexThemes, type ReferenceIndex } from './references.js';
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
 * Reads any list of people and groups, ours or a hand-made one. People are found by id (and school, where two schools use
 * one id), else by name; unknown people are errors. A label that the module does not have is a group of its own, of the
 * theme and strand that its first line names. A person without a group is left out with a warning.
 */
export function readGroupList(
  file: InputFile,
  columns: ColumnNames,
  { cohort, themes = [], groups }: GroupListReferences,
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
  const people = indexPeople(cohort);
  const named = new Map(groups.map((group) => [fold(group.label), { ...group, size: 0 }]));
  const placements: {
    participant: string;
    group: string;
    source: { file: string; line: number };
  }[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const person = findPerson(cells, people, report);
    const label = cells.text('group');
    if (label === '') {
      const name = [cells.text('id'), cells.text('family_name'), cells.text('given_name'), cells.text('name')].find(
        (text) => text !== '',
      );
      report(diagnose('warning', 'group-list.no-group', { name: name ?? '' }, { source: cells.sourceOf('group') }));
      continue;
    }
    let group = named.get(fold(label));
    if (group === undefined) {
      group = { label, ...placeOf(cells, themes), size: 0 };
      named.set(fold(label), group);
    }
    if (person === undefined) continue;
    group.size++;
    placements.push({
      participant: person.key,
      group: group.label,
      source: { file: file.name, line: row.line },
    });
  }
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

function findPerson(
  cells: RowCells<GroupListColumn>,
  people: ReferenceIndex<Participant>,
  report: (diagnostic: Diagnostic) => void,
): Participant | undefined {
  const id = cells.text('id');
  const school = cells.text('school');
  const familyName = cells.text('family_name') || cells.text('name');
  const name = `${familyName} ${cells.text('given_name')}`.trim();
  const value = id || name;
  if (value === '') {
    report(diagnose('error', 'roster.nameless', {}, { source: cells.source }));
    return undefined;
  }
  const source = cells.sourceOf(id === '' ? (cells.text('family_name') === '' ? 'name' : 'family_name') : 'id');
  const match = people.find(value);
  if (match.status === 'found') return match.value;
  if (match.status === 'ambiguous') {
    const candidates = match.values.filter((person) => school !== '' && fold(person.school) === fold(school));
    const namesakes = id === '' ? candidates : candidates.filter((person) => person.id === id);
    if (namesakes.length === 1) return namesakes[0];
  }
  report(match.diagnose({ source, value }));
  return undefined;
}
