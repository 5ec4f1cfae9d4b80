import type { CsvDialect } from '../domain/csv-dialect.js';
import type { JointDays, PersonDays } from '../domain/joint-days.js';
import type { Language } from '../domain/settings.js';
import { writeCsvParts, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';

export interface JointDaysListRequest {
  readonly jointDays: JointDays;
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
  /** Leave the columns of names out. */
  readonly pseudonyms: boolean;
}

type Column = Extract<
  HeaderKey,
  | 'id'
  | 'family_name'
  | 'given_name'
  | 'school'
  | 'group'
  | 'half_days'
  | 'days'
  | 'minutes'
  | 'earlier_half_days'
  | 'total_days'
  | 'missing_days'
>;

/** `joint-days.csv`: one line a person, in the order of the ledger; `missing_days` is empty where nothing is asked for. */
export function* writeJointDays(request: JointDaysListRequest): Generator<Uint8Array, void> {
  const { jointDays, dialect, language, pseudonyms } = request;
  const names: readonly Column[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const counts: readonly Column[] = ['half_days', 'days', 'minutes', 'earlier_half_days', 'total_days', 'missing_days'];
  const columns: readonly Column[] = ['id', ...names, 'school', 'group', ...counts];
  const isAsked = jointDays.asked !== undefined;
  const rows = function* (): Generator<readonly CsvCell[], void> {
    yield columns.map((column) => headerOf(column, language));
    for (const person of jointDays.people) {
      const cells = cellsOf(person, isAsked);
      yield columns.map((column) => cells[column]);
    }
  };
  yield* writeCsvParts(rows(), dialect);
}

function cellsOf(figure: PersonDays, isAsked: boolean): Readonly<Record<Column, CsvCell>> {
  const { person, group, halfDays, minutes, earlierHalfDays, totalDays, missingDays } = figure;
  return {
    id: person.id,
    family_name: person.familyName,
    given_name: person.givenName,
    school: person.school,
    group,
    half_days: halfDays,
    days: halfDays / 2,
    minutes,
    earlier_half_days: earlierHalfDays,
    total_days: totalDays,
    missing_days: isAsked ? missingDays : '',
  };
}
