import { diagnose, hasError, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import { compareText, fold, foldHeader } from '../domain/fold.js';
import type { Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { Session } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import type { Theme } from '../domain/theme.js';
import { cleanText, splitValues } from './cells.js';
import type { Column } from './columns.js';
import { cellSource, readTable, reporterOf, type Row, type Table } from './delimited-table.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexSessions, indexThemesAndStrands, type ReferenceIndex } from './references.js';
import {
  ATTRIBUTE_KEYS,
  attributeRank,
  ROSTER_COLUMNS,
  type AttributeColumn,
  type PersonColumn,
} from './roster-columns.js';
import { identify, participantKey, type Identity } from './roster-identity.js';
import { createLevelRegister, type LevelCell, type LevelRegister } from './roster-levels.js';

/** One roster: `school` fills the school column where it is empty or absent; `''` when the column alone says it. */
export type RosterFile = InputFile & { readonly school: string };

/** What wishes, observed themes and absences refer to; without a list the cells are kept as typed. */
export interface RosterReferences {
  readonly themes?: readonly Theme[];
  readonly sessions?: readonly Session[];
}

type RosterTable = Table<PersonColumn | AttributeColumn>;
type Report = (diagnostic: Diagnostic) => void;

const NOTHING: readonly string[] = [];

/** A person before the levels of the whole cohort are settled. */
interface Draft extends Omit<Identity, 'school'> {
  /** In attribute order. */
  readonly levels: readonly LevelCell[];
  readonly wishes: readonly string[];
  readonly observed: readonly string[];
  readonly email: string;
  readonly absences: readonly string[];
}

/**
 * Reads all rosters into one cohort, sorted by key. Columns of unknown header become attributes, keyed by their folded
 * header. Errors: a file without people, a line without name and id, the same person twice; the value then holds the rest.
 */
export function readRosters(
  files: readonly RosterFile[],
  columns: ColumnNames,
  references: RosterReferences = {},
): Reading<Cohort> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const register = createLevelRegister();
  const readThemeList = createListReader(references.themes && indexThemesAndStrands(references.themes));
  const readSessionList = createListReader(references.sessions && indexSessions(references.sessions));
  const drafts: Draft[] = [];
  for (const file of files) {
    const reading = readTable(file, {
      words: ROSTER_COLUMNS,
      required: [['id', 'family_name', 'name']],
      columns,
      needsRows: 'roster',
      keepsOthers: true,
    });
    diagnostics.push(...reading.diagnostics);
    const table = reading.value;
    if (table === undefined) continue;
    const attributes = attributeSources(table, file.school, register, report);
    for (const row of table.rows) {
      const report = reporterOf(row, diagnostics);
      const textOf = (key: PersonColumn): string => cleanText(cellOf(table, row, key));
      const listOf = (key: PersonColumn, read: ListReader): readonly string[] => {
        const column = table.known.get(key);
        if (column === undefined) return NOTHING;
        return read(row.cells[column.index] ?? '', () => cellSource(table, row, column), report);
      };
      const source: Source = { file: table.file, line: row.line };
      const id = textOf('id');
      const familyName = textOf(table.known.has('family_name') ? 'family_name' : 'name');
      const givenName = textOf('given_name');
      if (id === '' && fold(familyName) === '' && fold(givenName) === '') {
        report(diagnose('error', 'roster.nameless', {}, { source }));
        continue;
      }
      drafts.push({
        id,
        familyName,
        givenName,
        levels: readLevels(table, row, attributes, file.school, register, report),
        wishes: listOf('wishes', readThemeList),
        observed: listOf('observed', readThemeList),
        email: textOf('email'),
        absences: listOf('absent', readSessionList),
        source,
      });
    }
  }
  if (drafts.length === 0 && !hasError(diagnostics)) report(diagnose('error', 'roster.none', {}));
  return { value: settleCohort(drafts, register, report), diagnostics };
}

function settleCohort(drafts: readonly Draft[], register: LevelRegister, report: Report): Cohort {
  const { attributes, diagnostics } = register.settle();
  const people = drafts.map((draft): Participant => {
    const levels = new Map<string, readonly string[]>();
    for (const cell of draft.levels) if (cell.levels.length > 0) levels.set(cell.attribute, cell.levels);
    const { id, familyName, givenName, wishes, observed, email, absences, source } = draft;
    const school = levels.get('school')?.[0] ?? '';
    const key = participantKey({ id, familyName, givenName, school });
    return { key, id, familyName, givenName, school, levels, wishes, observed, email, absences, source };
  });
  const participants = [...identify(people, report)].toSorted((a, b) => compareText(a.key, b.key));
  diagnostics.forEach(report);
  return { participants, attributes };
}

interface AttributeSource {
  readonly key: string;
  /** Absent for the school that the settings name. */
  readonly column?: Column;
}

function attributeSources(
  table: RosterTable,
  school: string,
  register: LevelRegister,
  report: Report,
): readonly AttributeSource[] {
  const sources: AttributeSource[] = [];
  const ignore = (column: Column): void => {
    const source = { file: table.file, line: table.line, field: column.index + 1, column: column.header };
    report(diagnose('warning', 'column.ignored', {}, { source, value: column.header }));
  };
  for (const key of ATTRIBUTE_KEYS) {
    const column = table.known.get(key);
    if (column !== undefined) sources.push({ key, column });
    else if (key === 'school' && school !== '') sources.push({ key });
  }
  for (const column of table.others) {
    const key = foldHeader(column.header);
    if (key === '') ignore(column);
    else sources.push({ key, column });
  }
  for (const { key, column } of sources) if (column !== undefined) register.label(key, column.header);
  const fullName = table.known.get('name');
  if (fullName !== undefined && table.known.has('family_name')) ignore(fullName);
  return sources.toSorted((a, b) => attributeRank(a.key) - attributeRank(b.key) || compareText(a.key, b.key));
}

function cellOf(table: RosterTable, row: Row, key: PersonColumn): string {
  const column = table.known.get(key);
  return column === undefined ? '' : (row.cells[column.index] ?? '');
}

function readLevels(
  table: RosterTable,
  row: Row,
  attributes: readonly AttributeSource[],
  school: string,
  register: LevelRegister,
  report: Report,
): Draft['levels'] {
  const levels: LevelCell[] = [];
  for (const { key, column } of attributes) {
    const typed = column === undefined ? '' : (row.cells[column.index] ?? '');
    const isSchool = key === 'school';
    const text = isSchool && typed.trim() === '' ? school : typed;
    if (text === '') continue;
    const source = (): Source =>
      column === undefined ? { file: table.file, line: row.line } : cellSource(table, row, column);
    const cell = register.read(key, text, source, isSchool);
    levels.push(cell);
    if (isSchool && school !== '' && text !== school && fold(cell.values[0] ?? '') !== fold(school)) {
      report(diagnose('error', 'roster.school-differs', { school }, { source: source(), value: cell.values[0] ?? '' }));
    }
  }
  return levels;
}

interface WrongId {
  readonly value: string;
  readonly diagnose: (details: DiagnosticDetails) => Diagnostic;
}

type ListReader = (cell: string, source: () => Source, report: Report) => readonly string[];

/** Reads cells of ids, each different text once; a bad id is reported for every cell that has it. Without an index all are kept. */
function createListReader(index: ReferenceIndex<string> | undefined): ListReader {
  const known = new Map<string, { readonly ids: readonly string[]; readonly wrong: readonly WrongId[] }>();
  return (cell, source, report) => {
    if (cell === '') return NOTHING;
    let list = known.get(cell);
    if (list === undefined) {
      const ids = new Set<string>();
      const wrong: WrongId[] = [];
      for (const value of splitValues(cell)) {
        const match = index?.find(value) ?? { status: 'found', value };
        if (match.status === 'found') ids.add(match.value);
        else wrong.push({ value, diagnose: match.diagnose });
      }
      known.set(cell, (list = { ids: [...ids], wrong }));
    }
    for (const id of list.wrong) report(id.diagnose({ source: source(), value: id.value }));
    return list.ids;
  };
}
