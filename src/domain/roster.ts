import type { Attribute } from './attribute.js';
import type { Participant } from './participant.js';

/** All participants of all rosters together, sorted by key, with the attributes found. */
export interface Cohort {
  readonly participants: readonly Participant[];
  readonly attributes: readonly Attribute[];
}

/** The attribute of that key, or `undefined` when no roster has it. */
export function attributeOf(cohort: Cohort, key: string): Attribute | undefined {
  return cohort.attributes.find((attribute) => attribute.key === key);
}

/** The person of that key, or `undefined` when there is none. */
export function participantOf(cohort: Cohort, key: string): Participant | undefined {
  const place = placeOf(cohort, key);
  return place === undefined ? undefined : cohort.participants[place];
}

/**
 * Finds the place of a person in the cohort by key, `undefined` for a stranger. Quick for keys asked for in cohort order, and
 * without a map of all keys for any other.
 */
export function indexPlaces(cohort: Cohort): (key: string) => number | undefined {
  let next = 0;
  return (key) => {
    const place = cohort.participants[next]?.key === key ? next : placeOf(cohort, key);
    if (place !== undefined) next = place + 1;
    return place;
  };
}

function placeOf({ participants }: Cohort, key: string): number | undefined {
  let [from, to] = [0, participants.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (participants[middle].key < key) from = middle + 1;
    else to = middle;
  }
  return participants[from]?.key === key ? from : undefined;
}

/** The people who hold a level, in cohort order. */
export function holdersOf(cohort: Cohort, attribute: string, level: string): readonly Participant[] {
  return cohort.participants.filter((person) => person.levels.get(attribute)?.includes(level) ?? false);
}
