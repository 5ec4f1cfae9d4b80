import type { Assignment, Grouping } from './group.js';
import { indexPlaces, type Cohort } from './roster.js';

/**
 * The assignment of a whole cohort, in cohort order, as a map that costs next to nothing until somebody looks a key up:
 * most go through all of it once.
 *
 * @param participants all of them, in cohort order
 * @param labels of the groups
 * @param groupOf index of the label of each participant
 */
export function assignCohort(
  participants: Cohort['participants'],
  labels: readonly string[],
  groupOf: Int32Array,
): Assignment {
  return new CohortAssignment(participants, labels, groupOf);
}

/** By person, in cohort order: the index of the group among those of the grouping; −1 for people in none of them. */
export function indexGroups(cohort: Cohort, { groups, assignment }: Grouping): Int32Array {
  const { participants } = cohort;
  if (assignment instanceof CohortAssignment && assignment.isOf(participants)) return assignment.indicesIn(groups);
  const indexOf = indexLabels(groups);
  const placeOf = indexPlaces(cohort);
  const groupOf = new Int32Array(participants.length).fill(-1);
  assignment.forEach((label, key) => {
    const p = placeOf(key);
    if (p !== undefined) groupOf[p] = indexOf.get(label) ?? -1;
  });
  return groupOf;
}

function indexLabels(groups: Grouping['groups']): ReadonlyMap<string, number> {
  return new Map(groups.map(({ label }, g) => [label, g]));
}

class CohortAssignment implements Assignment {
  readonly #participants: Cohort['participants'];
  readonly #labels: readonly string[];
  readonly #groupOf: Int32Array;
  #byKey: Map<string, string> | undefined;
  #renumbered: { readonly groups: Grouping['groups']; readonly groupOf: Int32Array } | undefined;

  constructor(participants: Cohort['participants'], labels: readonly string[], groupOf: Int32Array) {
    this.#participants = participants;
    this.#labels = labels;
    this.#groupOf = groupOf;
  }

  /** Whether these are the people it assigns. */
  isOf(participants: Cohort['participants']): boolean {
    return participants === this.#participants;
  }

  /** The group of each person, renumbered by label; −1 for a label that is none of these. Kept for the next who asks. */
  indicesIn(groups: Grouping['groups']): Int32Array {
    if (this.#renumbered?.groups !== groups) {
      const indexOf = indexLabels(groups);
      const numbers = this.#labels.map((label) => indexOf.get(label) ?? -1);
      this.#renumbered = { groups, groupOf: this.#groupOf.map((group) => numbers[group]) };
    }
    return this.#renumbered.groupOf;
  }

  get size(): number {
    return this.#participants.length;
  }

  get(key: string): string | undefined {
    return this.#index().get(key);
  }

  has(key: string): boolean {
    return this.#index().has(key);
  }

  forEach(visit: (label: string, key: string, map: Assignment) => void, self?: unknown): void {
    this.#participants.forEach(({ key }, p) => visit.call(self, this.#labels[this.#groupOf[p]], key, this));
  }

  keys(): MapIterator<string> {
    return this.#index().keys();
  }

  values(): MapIterator<string> {
    return this.#index().values();
  }

  *entries(): MapIterator<[string, string]> {
    for (let p = 0; p < this.size; p++) yield [this.#participants[p].key, this.#labels[this.#groupOf[p]]];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  #index(): Map<string, string> {
    return (this.#byKey ??= new Map(this));
  }
}
