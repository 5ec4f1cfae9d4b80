import { compareText, fold } from './fold.js';
import type { Source } from './source.js';

/** One person of a roster. Texts are trimmed, NFC-normalised and otherwise as typed. */
export interface Participant {
  /** Unique in the cohort and independent of the order of rows; never shown. See {@link participantKey}. */
  readonly key: string;
  /** As typed (`0012` stays `0012`); `''` where the roster has no ids. */
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  /** `''` where neither the settings nor a column name a school. */
  readonly school: string;
  /** Attribute key to the levels held, sorted, without repeats. An attribute with an empty cell is absent. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
  /** Ids of themes or strands, best first. */
  readonly wishes: readonly string[];
  /** Ids of themes or strands seen during an internship. */
  readonly observed: readonly string[];
  readonly email: string;
  /** Ids of sessions the person cannot attend. */
  readonly absences: readonly string[];
  readonly source: Source;
}

/** A person as plain data, which every way of copying copies whole: one that was read cuts its texts out of the file when asked. */
export function copyParticipant(person: Participant, levels = person.levels): Participant {
  const { key, id, familyName, givenName, school, wishes, observed, email, absences, source } = person;
  return { key, id, familyName, givenName, school, levels, wishes, observed, email, absences, source };
}

/** How a message names a person: `Nom Prénom`, else the id. */
export function participantName(person: Pick<Participant, 'familyName' | 'givenName' | 'id'>): string {
  const name = `${person.familyName} ${person.givenName}`.trim();
  return name === '' ? person.id : name;
}

/** Orders people by folded family name, then given name: 0 for namesakes. */
export function compareNames(
  a: Pick<Participant, 'familyName' | 'givenName'>,
  b: Pick<Participant, 'familyName' | 'givenName'>,
): number {
  return compareText(fold(a.familyName), fold(b.familyName)) || compareText(fold(a.givenName), fold(b.givenName));
}

/** People by name, then id; by id alone where names are hidden, of which an alphabetical order would give much away. */
export function orderPeople(people: readonly Participant[], pseudonyms: boolean): readonly Participant[] {
  return people.toSorted(
    (a, b) => (pseudonyms ? 0 : compareNames(a, b)) || compareText(a.id, b.id) || compareText(a.key, b.key),
  );
}
