import { fold } from '../domain/fold.js';
import type { PersonDoubt } from '../domain/diagnostics/person.js';
import type { Participant } from '../domain/participant.js';
import type { Cohort } from '../domain/roster.js';
import { indexNames, type NameIndex } from './name-index.js';
import { isNameOf, nameWords, sharesWord, withoutTitle, wordsKey, wordsOf } from './name-words.js';
import { personOf, type PersonClues, type PersonMatch } from './person-clues.js';

/** How far a row may be from what the rosters say. */
export interface MatchOptions {
  /**
   * Whether abbreviated, incomplete and misspelt names are matched too, in doubt; otherwise a person needs a right id, or the
   * right name where no id is given.
   */
  readonly isTolerant: boolean;
}

/**
 * Finds the person that each row means. Who is found exactly, by id or whole name, is found first, so that no doubtful row
 * takes a person away from the row that names him; what is found does not depend on the order of the rows. Two rows may be
 * found to mean one person, exactly or in doubt.
 *
 * 1. The id, or `SCHOOL:id`; where two schools use one id, school or name decides.
 * 2. The whole name in any order, whatever case, accents, hyphens, spaces, titles and particles; school tells namesakes apart.
 * 3. Tolerantly, among those whom no other row names exactly: an id but for zeros in front; a name with words left out or
 *    added; with initials; with one or two slips, where no other name is nearly as near.
 */
export function matchPeople(
  rows: readonly PersonClues[],
  cohort: Cohort,
  { isTolerant }: MatchOptions,
): readonly PersonMatch[] {
  const matcher = createMatcher(cohort);
  const matches = rows.map((clues) => matcher.exact(clues, isTolerant));
  if (!isTolerant || matches.every((match) => personOf(match) !== undefined)) return matches;
  const taken = new Set(matches.flatMap((match) => personOf(match)?.key ?? []));
  return matches.map((match, row) => (personOf(match) === undefined ? matcher.near(rows[row], match, taken) : match));
}

/**
 * Finds whom a row means by id or whole name alone, as {@link matchPeople} does before it compares rows: certainly, by name, in doubt where
 * id and name, or school and name, say different things, or several, or nobody.
 */
export function createExactMatcher(cohort: Cohort): (clues: PersonClues) => PersonMatch {
  const { exact } = createMatcher(cohort);
  return (clues) => exact(clues, true);
}

interface Matcher {
  readonly exact: (clues: PersonClues, isTolerant: boolean) => PersonMatch;
  /** Whom clues mean that name nobody exactly, or several. */
  readonly near: (clues: PersonClues, exact: PersonMatch, taken: ReadonlySet<string>) => PersonMatch;
}

const UNKNOWN: PersonMatch = { status: 'unknown' };

function createMatcher({ participants }: Cohort): Matcher {
  const byId = new Map<string, Participant[]>();
  for (const person of participants) push(byId, person.id, person);
  let folded: Map<string, Participant[]> | undefined;
  const byFoldedId = (text: string) => {
    if (folded === undefined) {
      folded = new Map();
      for (const person of participants) {
        if (person.id === '') continue;
        push(folded, fold(person.id), person);
        if (person.school !== '') push(folded, fold(`${person.school}:${person.id}`), person);
      }
    }
    return folded.get(fold(text)) ?? [];
  };
  let bare: Map<string, Participant[]> | undefined;
  const byBareId = (text: string) => {
    if (bare === undefined) {
      bare = new Map();
      for (const person of participants) push(bare, bareId(person.id), person);
    }
    return bare.get(bareId(text)) ?? [];
  };
  let madeNames: NameIndex | undefined;
  const names = () => (madeNames ??= indexNames(participants));
  const at = (indices: readonly number[]) => indices.map((p) => participants[p]);

  const exact: Matcher['exact'] = (clues, isTolerant) => {
    const hasName = clues.familyName !== '' || clues.givenName !== '' || clues.fullName !== '';
    const id = clues.id === '' && clues.familyName === '' ? clues.fullName : clues.id;
    if (id !== '') {
      const found = byId.get(id) ?? byFoldedId(id);
      if (found.length > 0) return matchById(found, clues, hasName && clues.id !== '');
    }
    // A name where the id should be is understood too; an id that nobody has is not to be overruled by a name beside it.
    const inPlaceOfId =
      clues.id === '' ? clues : { ...clues, id: '', familyName: '', givenName: '', fullName: clues.id };
    const match = matchByName(hasName && isTolerant ? clues : inPlaceOfId);
    const person = personOf(match);
    if (clues.id === '' || !hasName || !isTolerant || person === undefined || bareId(person.id) === bareId(clues.id))
      return match;
    return { status: 'in-doubt', person, doubt: 'unknown-id' };
  };

  const matchById = (found: readonly Participant[], clues: PersonClues, hasName: boolean): PersonMatch => {
    const narrowed = ofSchool(found, clues.school);
    if (narrowed.length === 1 && (!hasName || isSpelled(narrowed[0], clues))) return certain(narrowed[0]);
    if (!hasName) return { status: 'ambiguous', candidates: narrowed };
    const words = withoutTitle(nameWords(writtenName(clues)));
    const agreeing = narrowed.filter((person) => isNameOf(words, wordsOf(person)));
    if (agreeing.length === 1) return certain(agreeing[0]);
    if (narrowed.length > 1) return { status: 'ambiguous', candidates: agreeing.length > 0 ? agreeing : narrowed };
    const [person] = narrowed;
    if (person.familyName === '' && person.givenName === '') return certain(person);
    const others = ofSchool(at(names().whole(words)), clues.school);
    if (others.length > 0) return { status: 'in-doubt', person, doubt: 'other-name', other: others[0] };
    return sharesWord(words, wordsOf(person)) ? certain(person) : { status: 'in-doubt', person, doubt: 'name-differs' };
  };

  const matchByName = (clues: PersonClues): PersonMatch => {
    const words = withoutTitle(nameWords(writtenName(clues)));
    const all = at(names().whole(words));
    if (all.length === 0) return UNKNOWN;
    const ordered = all.filter((person) => isInOrder(person, clues));
    const named = ordered.length > 0 ? ordered : all;
    const schooled = ofSchool(named, clues.school);
    const spelled = schooled.filter((person) => isSpelled(person, clues));
    const found = spelled.length > 0 ? spelled : schooled;
    if (found.length > 1) return { status: 'ambiguous', candidates: found };
    const [person] = found;
    if (!isOfOtherSchool(clues, person)) return { status: 'by-name', person };
    // Nobody of that school is called so: where several of others are, it would be a guess.
    return { status: 'in-doubt', person, doubt: 'other-school' };
  };

  const near: Matcher['near'] = (clues, exactMatch, taken) => {
    const choose = (candidates: readonly Participant[], doubt: PersonDoubt): PersonMatch => {
      const schooled = ofSchool(candidates, clues.school);
      const free = schooled.filter(({ key }) => !taken.has(key));
      if (free.length === 1) return { status: 'in-doubt', person: free[0], doubt };
      if (free.length > 1) return { status: 'ambiguous', candidates: free };
      return schooled.length === 1
        ? { status: 'taken', person: schooled[0] }
        : { status: 'ambiguous', candidates: schooled };
    };
    if (exactMatch.status === 'ambiguous') return choose(exactMatch.candidates, 'namesake');
    const typedId = clues.id === '' && clues.familyName === '' ? clues.fullName : clues.id;
    if (/\d/.test(typedId)) {
      const sameNumber = byBareId(typedId);
      if (sameNumber.length > 0) return choose(sameNumber, 'zeros');
    }
    const words = nameWords(writtenName(clues) || clues.id);
    const untitled = withoutTitle(words);
    const ways: readonly (readonly [PersonDoubt, () => readonly number[]])[] = [
      ['left-out', () => names().partial(untitled)],
      ['initials', () => names().initials(untitled)],
      ['left-out', () => (words[0] === 'm' ? names().partial(words.slice(1)) : [])],
      ['slip', () => names().slips(untitled)],
    ];
    for (const [doubt, find] of ways) {
      const candidates = at(find());
      if (candidates.length > 0) return choose(candidates, doubt);
    }
    return UNKNOWN;
  };
  return { exact, near };
}

function certain(person: Participant): PersonMatch {
  return { status: 'certain', person };
}

/** Those of a school, where there are any. */
function ofSchool(people: readonly Participant[], school: string): readonly Participant[] {
  if (school === '') return people;
  const own = people.filter((person) => isSameSchool(person.school, school));
  return own.length > 0 ? own : people;
}

/** Whether a row names a school that is not a person's. */
export function isOfOtherSchool({ school }: PersonClues, person: Participant): boolean {
  return school !== '' && person.school !== '' && !isSameSchool(person.school, school);
}

function isSameSchool(a: string, b: string): boolean {
  return a === b || nameWords(a).join('') === nameWords(b).join('');
}

/** Whether the names stand as the roster has them, to the letter. */
function isSpelled(person: Participant, clues: PersonClues): boolean {
  const { familyName, givenName } = person;
  if (clues.fullName === '') return clues.familyName === familyName && clues.givenName === givenName;
  return clues.fullName === `${familyName} ${givenName}` || clues.fullName === `${givenName} ${familyName}`;
}

/** Whether family and given name each stand in their own column. */
function isInOrder({ familyName, givenName }: Participant, clues: PersonClues): boolean {
  return (
    clues.familyName !== '' &&
    clues.givenName !== '' &&
    wordsKey(nameWords(clues.familyName)) === wordsKey(nameWords(familyName)) &&
    wordsKey(nameWords(clues.givenName)) === wordsKey(nameWords(givenName))
  );
}

/** All that a row says of a name. */
function writtenName({ familyName, givenName, fullName }: PersonClues): string {
  return `${familyName === '' ? fullName : familyName} ${givenName}`.trim();
}

/** An id without zeros in front of its number, which spreadsheets take off. */
function bareId(id: string): string {
  return fold(id).replace(/^(\D*)0+(?=\d)/, '$1');
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
