import { compareText } from './fold.js';

/** For whom a plan is written: coordinators see all of it; pupils and guests see who is where and when, and nothing else about anybody. */
export const READERSHIPS = ['coordinator', 'participants', 'witnesses'] as const;
export type Readership = (typeof READERSHIPS)[number];

/** Whether ids are shown: to the coordinator, where they stand for names, and where somebody has no name; the numbers that schools give are nobody else's business. */
export function showsIds(
  people: readonly { readonly familyName: string; readonly givenName: string }[],
  readership: Readership,
  pseudonyms: boolean,
): boolean {
  const isNameless = ({ familyName, givenName }: { familyName: string; givenName: string }) =>
    familyName === '' && givenName === '';
  return readership === 'coordinator' || pseudonyms || people.some(isNameless);
}

/**
 * The attributes that a list of people has after the school, by key, so that changing a weight moves no column: what a roster says beside it (gender, route,
 * origin, internships) is for whoever forms the groups alone.
 */
export function listedAttributes(keys: Iterable<string>, readership: Readership): readonly string[] {
  return readership === 'coordinator' ? [...keys].filter((key) => key !== 'school').toSorted(compareText) : [];
}
