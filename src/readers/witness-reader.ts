import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import type { Theme } from '../domain/theme.js';
import type { Moment, Witness } from '../domain/witness.js';
import type { ColumnWords } from './columns.js';
import { readTable, reporterOf } from './delimited-table.js';
import { createIdRegister } from './duplicates.js';
import type { ColumnNames, InputFile, Reading } from './reading.js';
import { indexThemes } from './references.js';
import { readRow, type ValueWords } from './row-cells.js';

type WitnessColumn =
  | 'witness'
  | 'title'
  | 'family_name'
  | 'given_name'
  | 'position'
  | 'organisation'
  | 'role'
  | 'themes'
  | 'max_sessions'
  | 'max_groups_per_hearing'
  | 'arrival'
  | 'departure'
  | 'email';

/** Header words of `witnesses.csv`. */
export const WITNESS_COLUMNS: ColumnWords<WitnessColumn> = {
  witness: ['witness', 'témoin', 'grand témoin', 'id', 'identifiant'],
  title: ['title', 'titre', 'civilité', 'form of address'],
  family_name: ['family_name', 'nom', 'last name', 'surname', 'nom de famille'],
  given_name: ['given_name', 'prénom', 'first name'],
  position: ['position', 'fonction', 'poste'],
  organisation: ['organisation', 'organisme', 'organization', 'structure'],
  role: ['role', 'rôle'],
  themes: ['themes', 'thèmes'],
  max_sessions: ['max_sessions', 'séances max', 'max séances', 'nombre max de séances'],
  max_groups_per_hearing: ['max_groups_per_hearing', 'groupes par audition', 'max groupes par audition'],
  arrival: ['arrival', 'arrivée'],
  departure: ['departure', 'départ'],
  email: ['email', 'courriel', 'mail', 'adresse électronique'],
};

const ROLE_WORDS: ValueWords<'witness' | 'jury'> = {
  witness: ['witness', 'témoin', 'grand témoin'],
  jury: ['jury', 'jury', 'juré', 'jurée', 'membre du jury', 'jury member'],
};

/**
 * Guest witnesses and jury members in file order. An empty role is a witness; no theme named: all of them. A table without a
 * row is an error: leave the file out of the settings instead.
 */
export function readWitnesses(
  file: InputFile,
  columns: ColumnNames,
  { themes }: { readonly themes: readonly Theme[] },
): Reading<readonly Witness[]> {
  const { value: table, diagnostics: found } = readTable(file, {
    words: WITNESS_COLUMNS,
    required: [['witness']],
    columns,
    needsRows: 'witnesses',
  });
  const diagnostics: Diagnostic[] = [...found];
  if (table === undefined) return { value: [], diagnostics };
  const isNew = createIdRegister();
  const themeIndex = indexThemes(themes);
  const witnesses: Witness[] = [];
  for (const row of table.rows) {
    const report = reporterOf(row, diagnostics);
    const cells = readRow(table, row, report);
    const id = cells.requiredText('witness');
    const [role = 'witness'] = cells.valuesOf('role', ROLE_WORDS, /[|]/);
    const maxSessions = cells.wholeNumber('max_sessions', 1);
    const maxGroupsPerHearing = cells.wholeNumber('max_groups_per_hearing', 1) ?? 1;
    const arrival = cells.moment('arrival');
    const departure = cells.moment('departure');
    if (arrival !== undefined && departure !== undefined && leavesFirst(arrival, departure)) {
      const details = { source: cells.sourceOf('departure'), value: cells.text('departure') };
      report(diagnose('error', 'witness.departure-before-arrival', { arrival: cells.text('arrival') }, details));
    }
    const theirThemes = cells.references('themes', themeIndex);
    if (id === undefined || !isNew(id, cells.sourceOf('witness'), report)) continue;
    witnesses.push({
      id,
      title: cells.text('title'),
      familyName: cells.text('family_name'),
      givenName: cells.text('given_name'),
      position: cells.text('position'),
      organisation: cells.text('organisation'),
      role,
      themes: theirThemes,
      ...(maxSessions === undefined ? {} : { maxSessions }),
      maxGroupsPerHearing,
      ...(arrival === undefined ? {} : { arrival }),
      ...(departure === undefined ? {} : { departure }),
      email: cells.text('email'),
      source: cells.source,
    });
  }
  return { value: witnesses, diagnostics };
}

/** Only moments that both name a day, or both none, can be compared. */
function leavesFirst(arrival: Moment, departure: Moment): boolean {
  if ((arrival.date === undefined) !== (departure.date === undefined)) return false;
  if (arrival.date !== departure.date) return (departure.date ?? '') < (arrival.date ?? '');
  return arrival.time !== undefined && departure.time !== undefined && departure.time <= arrival.time;
}
