import type { CsvDialect } from '../domain/csv-dialect.js';
import type { GroupChange } from '../domain/group-change.js';
import type { Rule } from '../domain/rule.js';
import type { Language } from '../domain/settings.js';
import { createReasonTeller } from '../report/change-reasons.js';
import { writeCsvParts, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';

export interface GroupChangeListRequest {
  readonly changes: readonly GroupChange[];
  /** The module's, which reasons name by their lines. */
  readonly rules: readonly Rule[];
  readonly dialect: CsvDialect;
  /** Of the header words and reasons. */
  readonly language: Language;
  /** Leave the columns of names out, and call people by their ids in the reasons. */
  readonly pseudonyms: boolean;
}

type Column = Extract<HeaderKey, 'id' | 'family_name' | 'given_name' | 'school' | 'from_group' | 'to_group' | 'why'>;

/** `moves.csv`: one line for everybody whose group is another than before, who came, or left, as given. Those who left are called as they were listed. */
export function* writeGroupChanges(request: GroupChangeListRequest): Generator<Uint8Array, void> {
  const { changes, dialect, language, pseudonyms } = request;
  const names: readonly Column[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly Column[] = ['id', ...names, 'school', 'from_group', 'to_group', 'why'];
  const why = createReasonTeller(request);
  const rows = function* (): Generator<readonly CsvCell[], void> {
    yield columns.map((column) => headerOf(column, language));
    for (const change of changes) {
      const cells = cellsOf(change, why(change));
      yield columns.map((column) => cells[column]);
    }
  };
  yield* writeCsvParts(rows(), dialect);
}

function cellsOf({ person, gone, from, to }: GroupChange, why: string): Readonly<Record<Column, CsvCell>> {
  return {
    id: (person ?? gone)?.id ?? '',
    family_name: (person ?? gone)?.familyName ?? '',
    given_name: (person ?? gone)?.givenName ?? '',
    school: (person ?? gone)?.school ?? '',
    from_group: from,
    to_group: to,
    why,
  };
}
