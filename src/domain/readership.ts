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
 * The attributes that may stand beside a name. The school may always; what else a roster says (gender, route, origin, internships) is for whoever
 * forms the groups alone.
 */
export function shownAttributes(keys: Iterable<string>, readership: Readership): readonly string[] {
  return [...keys].filter((key) => readership === 'coordinator' || key === 'school');
}
