import type { MeetingFigure } from '../domain/meeting-figure.js';
import type { CsvDialect } from '../domain/csv-dialect.js';
import type { Assignment } from '../domain/group.js';
import { orderPeople, participantName, type Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { Language } from '../domain/settings.js';
import { writeCsvParts, type CsvCell } from './csv.js';
import { headerOf, type HeaderKey } from './headers.js';

export interface MeetingListRequest {
  readonly cohort: Cohort;
  /** The groups of now; absent: of several modules, and the column of the group is left out. */
  readonly assignment?: Assignment;
  readonly meetings: Pick<MeetingFigure, 'people'>;
  readonly dialect: CsvDialect;
  /** Of the header words. */
  readonly language: Language;
  /** Leave names out: people go by their ids. */
  readonly pseudonyms: boolean;
}

/** `meetings.csv`: one line a person, by name: how many others of this cohort each met before, meets now for the first time, has met in all, and whom again. */
export function* writeMeetings(request: MeetingListRequest): Generator<Uint8Array, void> {
  const { cohort, assignment, meetings, dialect, language, pseudonyms } = request;
  const names: readonly HeaderKey[] = pseudonyms ? [] : ['family_name', 'given_name'];
  const columns: readonly HeaderKey[] = [
    'id',
    ...names,
    'school',
    ...(assignment === undefined ? [] : (['group'] as const)),
    'met_before',
    'met_now',
    'met_in_all',
    'met_again',
  ];
  const figureOf = new Map(meetings.people.map((figure) => [figure.key, figure]));
  const call = (person: Participant) => (pseudonyms ? person.id : participantName(person));
  const callOf = new Map(cohort.participants.map((person) => [person.key, call(person)]));
  const rows = function* (): Generator<readonly CsvCell[], void> {
    yield columns.map((column) => headerOf(column, language));
    for (const { key, id, familyName, givenName, school } of orderPeople(cohort.participants, pseudonyms)) {
      const { before = 0, fresh = 0, again = [] } = figureOf.get(key) ?? {};
      const own = pseudonyms ? [] : [familyName, givenName];
      const who = again.map((other) => callOf.get(other) ?? '').join('|');
      const group = assignment === undefined ? [] : [assignment.get(key) ?? ''];
      yield [id, ...own, school, ...group, before, fresh, before + fresh, who];
    }
  };
  yield* writeCsvParts(rows(), dialect);
}
