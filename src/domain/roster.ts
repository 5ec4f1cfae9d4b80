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

/** The people who hold a level, in cohort order. */
export function holdersOf(cohort: Cohort, attribute: string, level: string): readonly Participant[] {
  return cohort.participants.filter((person) => person.levels.get(attribute)?.includes(level) ?? false);
}
