import { compareText } from './fold.js';

/** For whom a plan is written: coordinators see all of it; pupils and guests see who is where and when, and nothing else about anybody. */
export const READERSHIPS = ['coordinator', 'participants', 'witnesses'] as const;
export type Readership = (typeof READERSHIPS)[number];

type Named = { readonly familyName: string; readonly givenName: string };

/** Whose ids are shown: `all` to the coordinator and where they stand for names; else of those who have no name. The numbers that schools give are nobody else's business. */
export type ShownIds = 'all' | 'nameless' | 'none';

export function shownIds(people: readonly Named[], readership: Readership, pseudonyms: boolean): ShownIds {
  if (readership === 'coordinator' || pseudonyms) return 'all';
  return people.some(isNameless) ? 'nameless' : 'none';
}

/** The id of somebody as it is shown; `''` where it is not. */
export function idShown(person: Named & { readonly id: string }, shown: ShownIds): string {
  return shown === 'all' || (shown === 'nameless' && isNameless(person)) ? person.id : '';
}

function isNameless({ familyName, givenName }: Named): boolean {
  return familyName === '' && givenName === '';
}

/**
 * The attributes that a list of people has after the school, by key, so that changing a weight moves no column: what a roster says beside it (gender, route,
 * origin, internships) is for whoever forms the groups alone.
 */
export function listedAttributes(keys: Iterable<string>, readership: Readership): readonly string[] {
  return readership === 'coordinator' ? [...keys].filter((key) => key !== 'school').toSorted(compareText) : [];
}
