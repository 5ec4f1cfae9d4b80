/** For whom a plan is written: coordinators see all of it; pupils and guests see who is where and when, and nothing else about anybody. */
export const READERSHIPS = ['coordinator', 'participants', 'witnesses'] as const;
export type Readership = (typeof READERSHIPS)[number];

/**
 * The attributes that may stand beside a name. The school may always; what else a roster says (gender, route, origin, internships) is for whoever
 * forms the groups alone.
 */
export function shownAttributes(keys: Iterable<string>, readership: Readership): readonly string[] {
  return [...keys].filter((key) => readership === 'coordinator' || key === 'school');
}
