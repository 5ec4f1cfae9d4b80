import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Grouping } from '../domain/group.js';
import { orderPeople } from '../domain/participant.js';
import { idShown, shownIds, type Readership } from '../domain/readership.js';
import type { Cohort } from '../domain/roster.js';
import type { RotationKind } from '../domain/rotation-kind.js';
import type { Language } from '../domain/settings.js';
import { writeCsvParts, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';

export interface RotationListRequest {
  readonly cohort: Cohort;
  /** Of each module or round. */
  readonly groupings: readonly Pick<Grouping, 'assignment'>[];
  readonly kind: RotationKind;
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
  /** Leave names out: people go by their ids. */
  readonly pseudonyms: boolean;
  /** Who reads it; absent: the coordinator. */
  readonly readership?: Readership;
}

/** `rotation.csv`: one line a person, by name, and a column for each module or round with the group. What is posted. */
export function* writeRotation(request: RotationListRequest): Generator<Uint8Array, void> {
  const { cohort, groupings, kind, dialect, language, pseudonyms, readership = 'coordinator' } = request;
  const shown = shownIds(cohort.participants, readership, pseudonyms);
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly HeaderKey[] = [...(shown === 'none' ? [] : (['id'] as const)), ...names, 'school'];
  const rows = function* (): Generator<readonly CsvCell[], void> {
    const numbered = groupings.map((_, index) => `${headerOf(kind, language)} ${index + 1}`);
    yield [...columns.map((column) => headerOf(column, language)), ...numbered];
    for (const person of orderPeople(cohort.participants, pseudonyms)) {
      const { key, familyName, givenName, school } = person;
      const own = pseudonyms ? [] : [familyName, givenName];
      const ids = shown === 'none' ? [] : [idShown(person, shown)];
      yield [...ids, ...own, school, ...groupings.map(({ assignment }) => assignment.get(key) ?? '')];
    }
  };
  yield* writeCsvParts(rows(), dialect);
}
