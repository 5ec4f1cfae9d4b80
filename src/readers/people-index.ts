import { compareText } from '../domain/fold.js';
import type { Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import { createReferenceIndex, type ReferenceIndex, type ReferenceName } from './references.js';

/**
 * Participants by id, by `SCHOOL:id` where two schools use one id, or by name in either order (`Nom Prénom`). The value is
 * the participant; a name borne by two people is ambiguous and its error lists their ids.
 */
export function indexPeople(cohort: Cohort): ReferenceIndex<Participant> {
  const byId = createReferenceIndex('person', idNames(cohort), []);
  // Lists of 100,000 people refer to them by id: names are indexed when one is first asked for.
  let byName: ReferenceIndex<Participant> | undefined;
  return {
    find: (text) => {
      const match = byId.find(text);
      if (match.status !== 'unknown') return match;
      byName ??= createReferenceIndex('person', otherNames(cohort), [], () => suggestible(cohort.participants));
      return byName.find(text);
    },
  };
}

function* idNames({ participants }: Cohort): Generator<ReferenceName<Participant>> {
  for (const person of participants) {
    const { id, school } = person;
    if (id !== '') yield { text: id, value: person, label: school === '' ? id : `${school}:${id}` };
  }
}

function* otherNames({ participants }: Cohort): Generator<ReferenceName<Participant>> {
  for (const person of participants) {
    const { id, school, familyName, givenName } = person;
    if (id !== '' && school !== '') yield { text: `${school}:${id}`, value: person };
    const text = `${familyName} ${givenName}`.trim();
    const label = id === '' ? text : id;
    yield { text, value: person, label };
    if (givenName !== '' && familyName !== '') yield { text: `${givenName} ${familyName}`, value: person, label };
  }
}

function suggestible(participants: readonly Participant[]): readonly string[] {
  const ids = participants.map(({ id }) => id).filter((id) => id !== '');
  const fullNames = participants.flatMap(({ familyName, givenName }) =>
    familyName === '' || givenName === ''
      ? [familyName || givenName]
      : [`${familyName} ${givenName}`, `${givenName} ${familyName}`],
  );
  return [...ids.toSorted(compareText), ...fullNames.filter((name) => name !== '').toSorted(compareText)];
}
