import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { participantName, type Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import type { Source } from '../domain/source.js';
import { personOf, type PersonMatch } from './person-clues.js';
import { indexPeople } from './people-index.js';

/** A row that names a person, and whom it was found to mean. */
export interface MatchedRow {
  readonly match: PersonMatch;
  /** What it says, as typed: the id, else the name. */
  readonly value: string;
  /** Where it says it. */
  readonly source: Source;
}

/**
 * What is to be said of each of these rows: a warning where the person was found in doubt, or where two rows were found to mean
 * one person and either is in doubt; an error where nobody was found. To be asked by the index of a row, from the first to the
 * last.
 */
export function createMatchReport(rows: readonly MatchedRow[], cohort: Cohort): (row: number) => readonly Diagnostic[] {
  const isSure = ({ match }: MatchedRow) => match.status === 'certain' || match.status === 'by-name';
  let sureLines: ReadonlyMap<string, number> | undefined;
  const sureLineOf = (person: Participant) => {
    sureLines ??= new Map(
      rows
        .flatMap((row): [string, number][] =>
          isSure(row) ? [[personOf(row.match)?.key ?? '', row.source.line ?? 0]] : [],
        )
        .reverse(),
    );
    return sureLines.get(person.key) ?? 0;
  };
  let people: ReturnType<typeof indexPeople> | undefined;
  const firstOf = new Map<string, MatchedRow>();
  return (index) => {
    const row = rows[index];
    const { match, source, value } = row;
    const details = { source, value };
    if (match.status === 'taken') {
      const params = { person: personLabel(match.person), otherLine: sureLineOf(match.person) };
      return [diagnose('error', 'person.taken', params, details)];
    }
    if (match.status === 'ambiguous') {
      const candidates = candidateLabels(match.candidates);
      return [diagnose('error', 'reference.ambiguous', { kind: 'person', candidates }, details)];
    }
    if (match.status === 'unknown') {
      const found = (people ??= indexPeople(cohort)).find(value);
      if (found.status !== 'found') return [found.diagnose(details)];
      return [diagnose('error', 'reference.unknown', { kind: 'person', known: [], count: 0 }, details)];
    }
    const { person } = match;
    const found: Diagnostic[] = [];
    if (match.status === 'in-doubt') {
      const other = match.other === undefined ? '' : personLabel(match.other);
      found.push(
        diagnose('warning', 'person.in-doubt', { person: personLabel(person), doubt: match.doubt, other }, details),
      );
    }
    const first = firstOf.get(person.key);
    if (first === undefined) firstOf.set(person.key, row);
    else if (!isSure(row) || !isSure(first)) {
      const params = { person: personLabel(person), otherLine: first.source.line ?? 0 };
      found.push(diagnose('warning', 'person.two-rows', params, details));
    }
    return found;
  };
}

/** A person for a message, told from namesakes: `Nom Prénom (id)`, or the school where there is no id. */
function personLabel(person: Participant): string {
  const name = participantName(person);
  const more = person.id === '' ? person.school : person.id;
  return more === '' || more === name ? name : `${name} (${more})`;
}

/** What tells people apart whom a row may mean: ids, with the school where they are the same. */
function candidateLabels(people: readonly Participant[]): readonly string[] {
  return people.map((person) => {
    const { id, school } = person;
    if (id === '') return personLabel(person);
    return school !== '' && people.some((other) => other !== person && other.id === id) ? `${school}:${id}` : id;
  });
}
