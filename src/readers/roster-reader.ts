import { diagnose, hasError, type Diagnostic, type DiagnosticDetails } from '../domain/diagnostic.js';
import { leastOf, mostOf } from '../domain/extremes.js';
import { compareText, fold, foldHeader } from '../domain/fold.js';
import type { Cohort } from '../domain/roster.js';
import type { Session } from '../domain/session.js';
import type { NamesakeSetting } from '../domain/settings.js';
import type { Source } from '../domain/source.js';
import type { Theme } from '../domain/theme.js';
import { cleanText, splitValues } from './cells.js';
import { OTHER_SEPARATOR, separatorsOf, VALUE_SEPARATOR } from './separators.js';
import type { Column } from './columns.js';
import { cellSource, openTable, type OpenTable, type Row } from './delimited-table.js';
import { splitFullName } from './full-name.js';
import { firstText } from './group-lines.js';
import { createFamilyNameCheck } from './family-name-check.js';
import { nearest } from './nearest.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexSessions, indexThemesAndStrands, type ReferenceIndex } from './references.js';
import {
  ATTRIBUTE_KEYS,
  attributeRank,
  ROSTER_COLUMNS,
  type AttributeColumn,
  type PersonColumn,
} from './roster-columns.js';
import { createSettledNames, findUnmetNames } from './namesake-settings.js';
import { createNameHash } from './namesakes.js';
import { identify } from './roster-identity.js';
import { RosterPerson, type PersonLists, type RosterSheet } from './roster-person.js';
import { createRosterTotals } from './roster-totals.js';
import { isTotal } from './total-line.js';
import { splitWishColumns } from './wish-columns.js';
import { createLevelRegister, type AttributeRegister, type LevelRegister } from './roster-levels.js';

/** One roster: `school` fills the school column where it is empty or absent; `''` when the column alone says it. */
export type RosterFile = InputFile & {
  readonly school: string;
  /** Of several values in a cell; absent: `|`. */
  readonly separator?: string;
};

/** What wishes, observed themes and absences refer to, and who is known to be two; without a list the cells are kept as typed. */
export interface RosterReferences {
  /** Names that several people bear for certain; absent: none. */
  readonly namesakes?: NamesakeSetting;
  readonly themes?: readonly Theme[];
  readonly sessions?: readonly Session[];
}

type RosterTable = OpenTable<PersonColumn | AttributeColumn>;
type Report = (diagnostic: Diagnostic) => void;

const NOTHING: readonly string[] = [];
const NO_LISTS: PersonLists = { wishes: NOTHING, observed: NOTHING, absences: NOTHING };
/** What is said of the cells of a damaged row. */
const ignore: Report = () => undefined;

/** What the people of all rosters are read with, and where they go. */
interface Gathering {
  readonly register: LevelRegister;
  /** By what separates values. */
  readonly readThemes: (separator: string) => ListReader;
  readonly readSessions: (separator: string) => ListReader;
  readonly hashName: ReturnType<typeof createNameHash>;
  readonly people: RosterPerson[];
  readonly nameHashes: number[];
  isAscending: boolean;
  lastId: string;
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
  const gathering: Gathering = {
    register: createLevelRegister(),
    readThemes: createListReaders(references.themes && indexThemesAndStrands(references.themes)),
    readSessions: createListReaders(references.sessions && indexSessions(references.sessions)),
    hashName: createNameHash(),
    people: [],
    nameHashes: [],
    isAscending: true,
    lastId: '',
  };
  for (const file of files) {
    const { value: table, diagnostics: ofTable } = openTable(file, {
      words: ROSTER_COLUMNS,
      required: [['id', 'family_name', 'name']],
      columns,
      needsRows: 'roster',
      keepsOthers: true,
    });
    const ofPeople = table === undefined ? [] : readPeople(table, file, gathering);
    ofTable.forEach(report);
    ofPeople.forEach(report);
  }
  if (gathering.people.length === 0 && !hasError(diagnostics)) report(diagnose('error', 'roster.none', {}));
  const isWhole = !hasError(diagnostics);
  const value = settleCohort(gathering, references.namesakes ?? [], report);
  if (isWhole) findUnmetNames(references.namesakes ?? [], gathering.people).forEach(report);
  return { value, diagnostics };
}

/** Adds the people of one roster to those gathered; what is wrong with their cells. */
function readPeople(
  table: RosterTable,
  { school, separator = VALUE_SEPARATOR }: RosterFile,
  gathering: Gathering,
): readonly Diagnostic[] {
  const { register, hashName, people, nameHashes } = gathering;
  const readThemes = gathering.readThemes(separator);
  const readSessions = gathering.readSessions(separator);
  const diagnostics: Diagnostic[] = [];
  const keep: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const { wishes, others } = splitWishColumns(table.others, table.known.get('wishes'));
  const attributes = attributeSources({ ...table, others }, { school, separator }, register, keep);
  const combine = createCombiner(table, attributes, school, register);
  const cellOf = (row: Row, column: Column | undefined): string => (column === undefined ? '' : row.cell(column.index));
  const [id, family, given, observed, absent] = [
    table.known.get('id'),
    table.known.get('family_name') ?? table.known.get('name'),
    table.known.get('given_name'),
    table.known.get('observed'),
    table.known.get('absent'),
  ];
  const isFullName = !table.known.has('family_name') && given === undefined;
  const sheet: RosterSheet = {
    file: table.file,
    delimiter: table.delimiter,
    id: id?.index ?? -1,
    familyName: family?.index ?? -1,
    givenName: given?.index ?? -1,
    email: table.known.get('email')?.index ?? -1,
    ...(isFullName ? { isFullName } : {}),
  };
  const totals = createRosterTotals(table.file);
  const names = createFamilyNameCheck(table);
  table.visitRows((row) => {
    const report = row.isDamaged === true ? ignore : keep;
    const idText = cleanText(cellOf(row, id));
    const whole = cleanText(cellOf(row, family));
    const { familyName, givenName } = isFullName
      ? splitFullName(whole)
      : { familyName: whole, givenName: cleanText(cellOf(row, given)) };
    if (givenName === '' && isTotal(firstText(row))) {
      totals.addTotal(row);
      return;
    }
    if (idText === '' && fold(familyName) === '' && fold(givenName) === '') {
      report(diagnose('error', 'roster.nameless', {}, { source: { file: table.file, line: row.line } }));
      return;
    }
    if (typeof row.kept !== 'string') warnOfLines(table, row, [idText, whole, givenName], report);
    const levels = register.hold(combine(row, report));
    const lists =
      wishes.length === 0 && observed === undefined && absent === undefined
        ? NO_LISTS
        : {
            wishes: readWishes(table, row, wishes, readThemes, report),
            observed: readList(table, row, observed, readThemes, report),
            absences: readList(table, row, absent, readSessions, report),
          };
    totals.addPerson();
    names.add(familyName, givenName);
    people.push(new RosterPerson(sheet, row.kept, row.at, row.line, levels, lists));
    nameHashes.push(hashName(familyName, givenName));
    gathering.isAscending &&= idText > gathering.lastId;
    gathering.lastId = idText;
  });
  totals.diagnose().forEach(keep);
  const nameless = names.diagnose();
  // What is said of the column of names is said once.
  const isSaid = ({ code, source }: Diagnostic) =>
    code === 'roster.column-near' && nameless.some((one) => one.source?.field === source?.field);
  return [...diagnostics.filter((one) => !isSaid(one)), ...nameless];
}

/** Text that was quoted by two quotation marks that each stand alone looks like a name, and whoever stands between them is lost. */
function warnOfLines(table: RosterTable, { line }: Row, names: readonly string[], report: Report): void {
  const name = names.find((text) => text.includes('\n') && text.includes(table.delimiter));
  if (name === undefined) return;
  const source = { file: table.file, line };
  report(diagnose('warning', 'roster.lines-in-name', { spans: name.split('\n').length }, { source, value: name }));
}

/** The wishes of all columns, each once. */
function readWishes(
  table: RosterTable,
  row: Row,
  columns: readonly Column[],
  read: ListReader,
  report: Report,
): readonly string[] {
  if (columns.length === 1) return readList(table, row, columns[0], read, report);
  const wishes = columns.flatMap((column) => readList(table, row, column, read, report));
  return wishes.length === 0 ? NOTHING : [...new Set(wishes)];
}

function readList(
  table: RosterTable,
  row: Row,
  column: Column | undefined,
  read: ListReader,
  report: Report,
): readonly string[] {
  const cell = column === undefined ? '' : row.cell(column.index);
  return column === undefined || cell === '' ? NOTHING : read(cell, () => cellSource(table, row, column), report);
}

function settleCohort(gathering: Gathering, namesakes: NamesakeSetting, report: Report): Cohort {
  const { attributes, diagnostics } = gathering.register.settle();
  const participants = identify(gathering, createSettledNames(namesakes), report);
  diagnostics.forEach(report);
  return { participants, attributes };
}

interface AttributeSource {
  readonly key: string;
  readonly cells: AttributeRegister;
  /** Absent for the school that the settings name. */
  readonly column?: Column;
}

function attributeSources(
  table: RosterTable,
  { school, separator }: Required<Pick<RosterFile, 'school' | 'separator'>>,
  register: LevelRegister,
  report: Report,
): readonly AttributeSource[] {
  const sources: Omit<AttributeSource, 'cells'>[] = [];
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
    const meant = Object.entries(ROSTER_COLUMNS).flatMap(([known, words]) =>
      table.known.has(known as keyof typeof ROSTER_COLUMNS) ? [] : words,
    );
    const suggestion = nearest(column.header, meant);
    if (suggestion === undefined) continue;
    const source = { file: table.file, line: table.line, field: column.index + 1, column: column.header };
    report(diagnose('warning', 'roster.column-near', {}, { source, value: column.header, suggestion }));
  }
  for (const { key, column } of sources) if (column !== undefined) register.label(key, column.header);
  const fullName = table.known.get('name');
  if (fullName !== undefined && table.known.has('family_name')) ignore(fullName);
  return sources
    .map((source) => ({ ...source, cells: register.attribute(source.key, separator) }))
    .toSorted((a, b) => attributeRank(a.key) - attributeRank(b.key) || compareText(a.key, b.key));
}

/** Combinations remembered by the text of their cells. Where there are more, a column tells everyone apart, and none is looked up any more. */
const MOST_REMEMBERED = 10_000;

/** The combination of cells that a row has. Where the columns stand together, the text of them all is looked up at once. */
function createCombiner(
  table: RosterTable,
  attributes: readonly AttributeSource[],
  school: string,
  register: LevelRegister,
): (row: Row, report: Report) => number {
  const combine = (row: Row, report: Report): number => {
    let combination = 0;
    for (const { key, cells, column } of attributes) {
      const typed = column === undefined ? '' : row.cell(column.index);
      const isSchool = key === 'school';
      const text = isSchool && typed.trim() === '' ? school : typed;
      if (text === '') continue;
      const cell = cells.find(text) ?? cells.learn(text, sourceOf(table, row, column), isSchool);
      combination = register.add(combination, cell);
      const value = cell.values[0] ?? '';
      if (isSchool && school !== '' && text !== school && fold(value) !== fold(school)) {
        report(diagnose('error', 'roster.school-differs', { school }, { source: sourceOf(table, row, column), value }));
      }
    }
    return combination;
  };
  const places = attributes.flatMap(({ column }) => (column === undefined ? [] : [column.index]));
  const [first, last] = [leastOf(places), mostOf(places)];
  if (last - first + 1 !== places.length) return combine;
  const known = new Map<string, number>();
  return (row, report) => {
    const text = known.size === MOST_REMEMBERED ? undefined : row.span(first, last);
    if (text === undefined) return combine(row, report);
    const found = known.get(text);
    if (found !== undefined) return found;
    let isGood = true;
    const combination = combine(row, (diagnostic) => {
      isGood = false;
      report(diagnostic);
    });
    if (isGood) known.set(text, combination);
    return combination;
  };
}

function sourceOf(table: RosterTable, row: Row, column: Column | undefined): Source {
  return column === undefined ? { file: table.file, line: row.line } : cellSource(table, row, column);
}

interface WrongId {
  readonly value: string;
  readonly diagnose: (details: DiagnosticDetails) => Diagnostic;
  /** What was meant, where another separator parts ids that there are. */
  readonly suggestion: string | undefined;
}

type ListReader = (cell: string, source: () => Source, report: Report) => readonly string[];

function createListReaders(index: ReferenceIndex<string> | undefined): (separator: string) => ListReader {
  const readers = new Map<string, ListReader>();
  return (separator) => {
    const known = readers.get(separator) ?? createListReader(index, separator);
    readers.set(separator, known);
    return known;
  };
}

/** Reads cells of ids, each different text once; a bad id is reported for every cell that has it. Without an index all are kept. */
function createListReader(index: ReferenceIndex<string> | undefined, separator: string): ListReader {
  const known = new Map<string, { readonly ids: readonly string[]; readonly wrong: readonly WrongId[] }>();
  return (cell, source, report) => {
    if (cell === '') return NOTHING;
    let list = known.get(cell);
    if (list === undefined) {
      const ids = new Set<string>();
      const wrong: WrongId[] = [];
      for (const value of splitValues(cell, separatorsOf(separator))) {
        const match = index?.find(value) ?? { status: 'found', value };
        if (match.status === 'found') ids.add(match.value);
        else wrong.push({ value, diagnose: match.diagnose, suggestion: respell(value, index, separator) });
      }
      known.set(cell, (list = { ids: [...ids], wrong }));
    }
    for (const { value, diagnose: blame, suggestion } of list.wrong) {
      const diagnostic = blame({ source: source(), value });
      report(suggestion === undefined ? diagnostic : { ...diagnostic, suggestion });
    }
    return list.ids;
  };
}

/** `VILLE|EUROPE` for `VILLE, EUROPE`; `undefined` where that gives no ids that there are. */
function respell(value: string, index: ReferenceIndex<string> | undefined, separator: string): string | undefined {
  const parts = splitValues(value, OTHER_SEPARATOR);
  const areKnown = parts.length > 1 && parts.every((part) => index?.find(part).status === 'found');
  return areKnown ? parts.join(separator) : undefined;
}
