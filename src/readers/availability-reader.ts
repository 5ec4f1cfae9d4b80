import type { Availability, AvailabilityLines, AvailabilityState } from '../domain/availability.js';
import { diagnose, hasError, type Diagnostic } from '../domain/diagnostic.js';
import type { Group } from '../domain/group.js';
import type { Session } from '../domain/session.js';
import type { Source } from '../domain/source.js';
import type { Witness } from '../domain/witness.js';
import { cleanText } from './cells.js';
import type { ColumnWords } from './columns.js';
import { cellSource, readTable, reporterOf, type Row, type Table } from './delimited-table.js';
import { placeOf } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { createReferenceIndex, indexSessions, type ReferenceIndex, type ReferenceName } from './references.js';
import { findValue, notOneOf, type ValueWords } from './row-cells.js';

type AvailabilityColumn = 'who' | 'session' | 'state' | 'family_name' | 'given_name';

/** Header words of `availability.csv`; sessions in columns are found by their ids. */
export const AVAILABILITY_COLUMNS: ColumnWords<AvailabilityColumn> = {
  who: [
    'who',
    'qui',
    'witness',
    'témoin',
    'grand témoin',
    'group',
    'groupe',
    'id',
    'identifiant',
    'name',
    'participant',
  ],
  session: ['session', 'séance'],
  state: ['state', 'état', 'availability', 'disponibilité', 'disponible'],
  family_name: ['family_name', 'nom'],
  given_name: ['given_name', 'prénom'],
};

const STATE_WORDS: ValueWords<AvailabilityState> = {
  yes: ['yes', 'oui', 'x', 'y', 'o', '1', 'ok', 'true', 'vrai', 'available', 'disponible', 'libre'],
  if_needed: ['if_needed', 'si_besoin', 'if need be', 'si nécessaire', 'maybe', 'peut-être', 'éventuellement'],
  no: ['no', 'non', 'n', '0', 'false', 'faux', 'unavailable', 'indisponible'],
};

/** Marks without a letter, which folding would lose. */
const STATE_MARKS: ReadonlyMap<string, AvailabilityState> = new Map([
  ['', 'no'],
  ['-', 'no'],
  ['–', 'no'],
  ['✗', 'no'],
  ['✘', 'no'],
  ['✓', 'yes'],
  ['✔', 'yes'],
  ['?', 'if_needed'],
  ['(x)', 'if_needed'],
  ['(?)', 'if_needed'],
  ['(✓)', 'if_needed'],
]);

/** What an availability can be about. */
export interface AvailabilityReferences {
  readonly witnesses: readonly Witness[];
  readonly groups: readonly Group[];
  readonly sessions: readonly Session[];
}

interface Statement {
  readonly who: string;
  readonly session: string;
  readonly state: AvailabilityState;
  readonly source: Source;
}

/**
 * Who can attend what. Two shapes: `who;session;state`, or the grid that polls give (people in rows, session ids in the
 * header). An empty cell is not available. The same person and session twice with different states is an error; a witness of
 * whom the table says nothing gets a warning.
 */
export function readAvailability(
  file: InputFile,
  columns: ColumnNames,
  references: AvailabilityReferences,
): Reading<Availability> & { readonly lines: AvailabilityLines } {
  const sessions = indexSessions(references.sessions);
  const { value: table, diagnostics: found } = readTable(file, {
    words: AVAILABILITY_COLUMNS,
    required: [['who', 'family_name']],
    columns,
    needsRows: 'availability',
    keepsOthers: true,
    isHeader: (header) => sessions.find(header).status === 'found',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: new Map(), lines: new Map(), diagnostics };
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const people = indexPeople(references);
  const statements = table.known.has('session')
    ? readLong(table, people, sessions, diagnostics)
    : readGrid(table, people, sessions, diagnostics);
  const states = new Map<string, Map<string, AvailabilityState>>();
  const lines = new Map<string, Map<string, Source>>();
  for (const { who, session, state, source } of statements) {
    const own = states.get(who) ?? new Map<string, AvailabilityState>();
    const places = lines.get(who) ?? new Map<string, Source>();
    states.set(who, own);
    lines.set(who, places);
    const earlier = own.get(session);
    if (earlier !== undefined && earlier !== state) {
      report(
        diagnose(
          'error',
          'availability.contradiction',
          { who, session, ...placeOf(places.get(session) ?? source) },
          { source },
        ),
      );
    }
    if (earlier === undefined) {
      own.set(session, state);
      places.set(session, source);
    }
  }
  // A line with an error may be the one of the witness who seems to be missing.
  const missing = hasError(diagnostics) ? [] : references.witnesses.filter(({ id }) => !states.has(id));
  for (const { id } of missing) {
    report(diagnose('warning', 'availability.witness-missing', { witness: id }, { source: { file: file.name } }));
  }
  return { value: states, lines, diagnostics };
}

type AvailabilityTable = Table<AvailabilityColumn>;
type Report = (diagnostic: Diagnostic) => void;

function readLong(
  table: AvailabilityTable,
  people: ReferenceIndex<string>,
  sessions: ReferenceIndex<string>,
  diagnostics: Diagnostic[],
): Statement[] {
  const statements: Statement[] = [];
  const sessionColumn = table.known.get('session');
  const stateColumn = table.known.get('state');
  if (stateColumn === undefined) {
    const accepted = AVAILABILITY_COLUMNS.state.slice(0, 2);
    diagnostics.push(
      diagnose('error', 'column.missing', { accepted }, { source: { file: table.file, line: table.line } }),
    );
  }
  if (sessionColumn === undefined || stateColumn === undefined) return statements;
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const who = readWho(table, row, people, report);
    const value = cleanText(row.cell(sessionColumn.index));
    const source = cellSource(table, row, sessionColumn);
    const session = sessions.find(value);
    if (value === '') report(diagnose('error', 'cell.empty', {}, { source }));
    else if (session.status !== 'found') report(session.diagnose({ source, value }));
    const state = readState(cleanText(row.cell(stateColumn.index)), cellSource(table, row, stateColumn), report);
    if (who !== undefined && session.status === 'found' && state !== undefined) {
      statements.push({
        who,
        session: session.value,
        state,
        source: { file: table.file, line: row.line },
      });
    }
  }
  return statements;
}

function readGrid(
  table: AvailabilityTable,
  people: ReferenceIndex<string>,
  sessions: ReferenceIndex<string>,
  diagnostics: Diagnostic[],
): Statement[] {
  const sessionColumns = table.others.flatMap((column) => {
    const session = sessions.find(column.header);
    if (session.status === 'found') return [{ column, session: session.value }];
    const source = {
      file: table.file,
      line: table.line,
      field: column.index + 1,
      column: column.header,
    };
    diagnostics.push(session.diagnose({ source, value: column.header }));
    return [];
  });
  const statements: Statement[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const who = readWho(table, row, people, report);
    for (const { column, session } of sessionColumns) {
      const source = cellSource(table, row, column);
      const state = readState(cleanText(row.cell(column.index)), source, report);
      if (who !== undefined && state !== undefined) statements.push({ who, session, state, source });
    }
  }
  return statements;
}

function readState(value: string, source: Source, report: Report): AvailabilityState | undefined {
  const state = STATE_MARKS.get(value.toLowerCase()) ?? findValue(value, STATE_WORDS);
  if (state !== undefined) return state;
  const { suggestion } = notOneOf(value, STATE_WORDS, source);
  report(diagnose('error', 'availability.unknown-state', {}, { source, value, suggestion }));
  return undefined;
}

function readWho(
  table: AvailabilityTable,
  row: Row,
  people: ReferenceIndex<string>,
  report: Report,
): string | undefined {
  const textOf = (key: AvailabilityColumn): string => {
    const column = table.known.get(key);
    return column === undefined ? '' : cleanText(row.cell(column.index));
  };
  const column = table.known.get('who') ?? table.known.get('family_name');
  const source = column === undefined ? { file: table.file, line: row.line } : cellSource(table, row, column);
  const value = textOf('who') || `${textOf('family_name')} ${textOf('given_name')}`.trim();
  if (value === '') {
    report(diagnose('error', 'cell.empty', {}, { source }));
    return undefined;
  }
  const match = people.find(value);
  if (match.status === 'found') return match.value;
  report(match.diagnose({ source, value }));
  return undefined;
}

/** Ids of witnesses and labels of groups before names; names in either order, with or without the given name. */
function indexPeople({ witnesses, groups }: AvailabilityReferences): ReferenceIndex<string> {
  const names: ReferenceName<string>[] = groups.map(({ label }) => ({ text: label, value: label }));
  const shown = witnesses.map(({ id }) => id);
  const fullNames = witnesses.map(({ familyName, givenName }) => `${familyName} ${givenName}`.trim());
  for (const { id, title, familyName, givenName } of witnesses) {
    names.push({ text: id, value: id });
    const full = [`${familyName} ${givenName}`, `${givenName} ${familyName}`, familyName];
    for (const text of [...full, ...full.map((name) => `${title} ${name}`)]) {
      if (familyName !== '') names.push({ text: text.trim(), value: id, isSecondary: true });
    }
  }
  const familyNames = witnesses.map(({ familyName }) => familyName);
  const labels = groups.map(({ label }) => label);
  return createReferenceIndex('witness-or-group', names, shown, () => [
    ...shown,
    ...labels,
    ...fullNames,
    ...familyNames,
  ]);
}
