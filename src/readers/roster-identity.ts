import { diagnose, type Diagnostic } from '../domain/diagnostic.js';
import { compareText, fold } from '../domain/fold.js';
import { participantName } from '../domain/participant.js';
import type { Source } from '../domain/source.js';
import { placeOf } from './duplicates.js';
import { createNamesakeFinder, foldedName } from './namesakes.js';

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

/** People in the order given, and what was noted of them when they were read. */
export interface Found<Person extends Identified> {
  readonly people: readonly Person[];
  /** Of each name, from one {@link createNameHash}. */
  readonly nameHashes: readonly number[];
  /** Whether each has an id, greater than that of the one before: then they are sorted by key, and nobody is there twice. */
  readonly isAscending: boolean;
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
 * Each person once, sorted by key. Reported, in the order given: one person twice, one id for two people, two people of one
 * name and school without ids (errors); one name in two rosters or schools (warning).
 *
 * @param isSettled whether a person of such a name is known to be another than its namesakes
 */
export function identify<Person extends Identified>(
  { people, nameHashes, isAscending }: Found<Person>,
  isSettled: (person: Person) => boolean,
  report: (diagnostic: Diagnostic) => void,
): readonly Person[] {
  const keys = isAscending ? [] : people.map(({ key }) => key);
  const order = isAscending ? undefined : orderByKey(keys);
  const twinOf = order === undefined ? NO_TWINS : findTwins(keys, order);
  let homonyms = 0;
  const firstNamesake = createNamesakeFinder(people, nameHashes);
  const mayHaveHomonyms = people.some((person) => mayBeOne(person, people[0]));
  people.forEach((person, p) => {
    const twin = twinOf.get(p);
    if (twin !== undefined) {
      report(diagnoseTwin(person, people[twin]));
      return;
    }
    if (!mayHaveHomonyms) return;
    const homonym = people[firstNamesake(p)];
    if (homonym === person || !mayBeOne(person, homonym) || isSettled(person)) return;
    if (++homonyms <= MOST_HOMONYMS) {
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
  });
  if (homonyms > MOST_HOMONYMS)
    report(diagnose('warning', 'roster.same-name-more', { count: homonyms - MOST_HOMONYMS }));
  if (order === undefined) return people;
  const sorted: Person[] = [];
  for (const p of order) if (!twinOf.has(p)) sorted.push(people[p]);
  return sorted;
}

/** For people who are there already, the first of their key. */
type Twins = ReadonlyMap<number, number>;

const NO_TWINS: Twins = new Map();

/** People by key, those of one key in the order given. */
function orderByKey(keys: readonly string[]): Int32Array {
  const order = new Int32Array(keys.length);
  for (let p = 0; p < order.length; p++) order[p] = p;
  return order.sort((p, q) => compareText(keys[p], keys[q]) || p - q);
}

function findTwins(keys: readonly string[], order: Int32Array): Twins {
  const twinOf = new Map<number, number>();
  for (let at = 1; at < order.length; at++) {
    const [before, p] = [order[at - 1], order[at]];
    if (keys[before] === keys[p]) twinOf.set(p, twinOf.get(before) ?? before);
  }
  return twinOf;
}

/** Two ids within one school and file tell two people apart beyond doubt. */
function mayBeOne(a: Identity, b: Identity): boolean {
  if (a.source.file !== b.source.file || (a.id === '') !== (b.id === '')) return true;
  return a.school !== b.school && fold(a.school) !== fold(b.school);
}

function diagnoseTwin(person: Identity, twin: Identity): Diagnostic {
  const name = participantName(person);
  const other = placeOf(twin.source);
  const details = { source: person.source, value: person.id === '' ? name : person.id };
  const hasSameName = foldedName(person) === foldedName(twin);
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
