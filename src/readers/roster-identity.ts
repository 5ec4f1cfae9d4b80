import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { fold } from '../domain/fold.js';
import { participantName } from '../domain/participant.js';
import type { Source } from '../domain/source.js';
import { placeOf } from './duplicates.js';

/** Homonyms listed one by one; the rest is counted. */
const MOST_HOMONYMS = 20;

/** What tells a person from another. */
export interface Identity {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  /** In its settled spelling. */
  readonly school: string;
  readonly source: Source;
}

/** A person with the key made of it. */
export interface Identified extends Identity {
  readonly key: string;
}

/**
 * Unique in a cohort and independent of the order of rows. Its parts are parted by NUL, so that sorting by it sorts by id,
 * then school; people without an id come first, by folded family name, given name and school.
 */
export function participantKey(person: Omit<Identity, 'source'>): string {
  if (person.id !== '') return `${person.id}\u0000${person.school}`;
  return `\u0000${fold(person.familyName)}\u0000${fold(person.givenName)}\u0000${fold(person.school)}`;
}

/**
 * Each person once, in the order given. Reported: one person twice, one id for two people, two people of one name and school
 * without ids (errors); one name in two rosters or schools (warning).
 */
export function identify<Person extends Identified>(
  people: readonly Person[],
  report: (diagnostic: Diagnostic) => void,
): Iterable<Person> {
  const byKey = new Map<string, Person>();
  const byName = new Map<string, Person>();
  let homonyms = 0;
  for (const person of people) {
    const twin = byKey.get(person.key);
    if (twin !== undefined) {
      report(diagnoseTwin(person, twin));
      continue;
    }
    byKey.set(person.key, person);
    const name = fold(`${person.familyName} ${person.givenName}`);
    if (name === '') continue;
    const homonym = byName.get(name);
    if (homonym === undefined) byName.set(name, person);
    else if (mayBeOne(person, homonym) && ++homonyms <= MOST_HOMONYMS) {
      const params = {
        name: participantName(person),
        school: person.school,
        otherSchool: homonym.school,
        ...placeOf(homonym.source),
      };
      report(
        diagnose('warning', 'roster.same-name', params, {
          source: person.source,
          value: participantName(person),
        }),
      );
    }
  }
  if (homonyms > MOST_HOMONYMS)
    report(diagnose('warning', 'roster.same-name-more', { count: homonyms - MOST_HOMONYMS }));
  return byKey.values();
}

/** Two ids within one school and file tell two people apart beyond doubt. */
function mayBeOne(a: Identity, b: Identity): boolean {
  return a.source.file !== b.source.file || fold(a.school) !== fold(b.school) || (a.id === '') !== (b.id === '');
}

function diagnoseTwin(person: Identity, twin: Identity): Diagnostic {
  const name = participantName(person);
  const other = placeOf(twin.source);
  const details = { source: person.source, value: person.id === '' ? name : person.id };
  const hasSameName = fold(`${person.familyName} ${person.givenName}`) === fold(`${twin.familyName} ${twin.givenName}`);
  if (person.id !== '' && !hasSameName) {
    return diagnose(
      'error',
      'roster.id-shared',
      { id: person.id, name, otherName: participantName(twin), ...other },
      details,
    );
  }
  if (person.id !== '') return diagnose('error', 'roster.person-twice', { name, ...other }, details);
  return diagnose('error', 'roster.homonyms', { name, school: person.school, ...other }, details);
}
