import type { Assignment, Grouping } from './group.js';
import { indexPlaces, type Cohort } from './roster.js';

/**
 * The assignment of a whole cohort, in cohort order, as a map that costs next to nothing until somebody looks a key up:
 * most go through all of it once.
 *
 * @param keys of all participants, in cohort order
 * @param labels of the groups
 * @param groupOf index of the label of each participant
 */
export function assignCohort(keys: readonly string[], labels: readonly string[], groupOf: Int32Array): Assignment {
  return new CohortAssignment(keys, labels, groupOf);
}

/** By person, in cohort order: the index of the group among those of the grouping; −1 for people in none of them. */
export function indexGroups(cohort: Cohort, { groups, assignment }: Grouping): Int32Array {
  const indexOf = new Map(groups.map(({ label }, g) => [label, g]));
  const { participants } = cohort;
  if (assignment instanceof CohortAssignment && assignment.isOf(participants)) return assignment.indices(indexOf);
  const placeOf = indexPlaces(cohort);
  const groupOf = new Int32Array(participants.length).fill(-1);
  assignment.forEach((label, key) => {
    const p = placeOf(key);
    if (p !== undefined) groupOf[p] = indexOf.get(label) ?? -1;
  });
  return groupOf;
}

class CohortAssignment implements Assignment {
  readonly #keys: readonly string[];
  readonly #labels: readonly string[];
  readonly #groupOf: Int32Array;
  #byKey: Map<string, string> | undefined;

  constructor(keys: readonly string[], labels: readonly string[], groupOf: Int32Array) {
    this.#keys = keys;
    this.#labels = labels;
    this.#groupOf = groupOf;
  }

  /** Whether these are the people it assigns, in its order. */
  isOf(participants: Cohort['participants']): boolean {
    return participants.length === this.#keys.length && participants.every(({ key }, p) => key === this.#keys[p]);
  }

  /** The group of each person, renumbered by label; −1 for a label that has no number. */
  indices(indexOf: ReadonlyMap<string, number>): Int32Array {
    const numbers = Int32Array.from(this.#labels, (label) => indexOf.get(label) ?? -1);
    return this.#groupOf.map((group) => numbers[group]);
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): string | undefined {
    return this.#index().get(key);
  }

  has(key: string): boolean {
    return this.#index().has(key);
  }

  forEach(visit: (label: string, key: string, map: Assignment) => void, self?: unknown): void {
    this.#keys.forEach((key, p) => visit.call(self, this.#labels[this.#groupOf[p]], key, this));
  }

  keys(): MapIterator<string> {
    return this.#index().keys();
  }

  values(): MapIterator<string> {
    return this.#index().values();
  }

  *entries(): MapIterator<[string, string]> {
    for (let p = 0; p < this.#keys.length; p++) yield [this.#keys[p], this.#labels[this.#groupOf[p]]];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  #index(): Map<string, string> {
    return (this.#byKey ??= new Map(this));
  }
}
