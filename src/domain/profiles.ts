import type { Participant } from './participant.js';
import type { Cohort } from './roster.js';

/** The people of a cohort by school and the levels they hold: those read from cells that are alike share one `levels`. */
export interface Profiles {
  /** By person, in cohort order: a number from 0, in the order in which profiles are met. Two numbers may stand for the same levels. */
  readonly profileOf: Int32Array;
  /** By profile. */
  readonly levels: readonly Participant['levels'][];
  readonly schools: readonly string[];
  /** People of each profile. */
  readonly people: readonly number[];
}

const known = new WeakMap<Cohort, Profiles>();

/** The profiles of a cohort, found once: what is asked of levels is asked of some hundred profiles, not of a million people. */
export function profilesOf(cohort: Cohort): Profiles {
  let profiles = known.get(cohort);
  if (profiles === undefined) known.set(cohort, (profiles = findProfiles(cohort.participants)));
  return profiles;
}

/** Number of people who hold each level of an attribute; levels that nobody holds are left out. */
export function countHolders(cohort: Cohort, attribute: string): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  const { levels, people } = profilesOf(cohort);
  levels.forEach((own, profile) => {
    for (const level of own.get(attribute) ?? []) holders.set(level, (holders.get(level) ?? 0) + people[profile]);
  });
  return holders;
}

/** How many people each school has, in the order in which the cohort names them. */
export function countSchools(cohort: Cohort): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const { schools, people } = profilesOf(cohort);
  schools.forEach((school, profile) => counts.set(school, (counts.get(school) ?? 0) + people[profile]));
  return counts;
}

function findProfiles(participants: readonly Participant[]): Profiles {
  const numbers = new Map<Participant['levels'], number[]>();
  const levels: Participant['levels'][] = [];
  const schools: string[] = [];
  const people: number[] = [];
  const profileOf = new Int32Array(participants.length);
  participants.forEach((person, p) => {
    const { school } = person;
    let own = numbers.get(person.levels);
    if (own === undefined) numbers.set(person.levels, (own = []));
    let profile: number | undefined = own[0];
    // In a cohort that was read, the school is one of the levels.
    if (schools[profile] !== school) profile = own.find((number) => schools[number] === school);
    if (profile === undefined) {
      profile = levels.push(person.levels) - 1;
      schools.push(school);
      people.push(0);
      own.push(profile);
    }
    people[profile]++;
    profileOf[p] = profile;
  });
  return { profileOf, levels, schools, people };
}
