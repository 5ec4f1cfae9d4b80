import type { Assignment } from './group.js';

/**
 * The assignment of a whole cohort, in cohort order, as a map that costs no more than its labels until somebody looks a key
 * up: most go through all of it once.
 *
 * @param keys of all participants, in cohort order
 * @param labels of the groups of these
 */
export function assignCohort(keys: readonly string[], labels: readonly string[]): Assignment {
  return new CohortAssignment(keys, labels);
}

class CohortAssignment implements Assignment {
  readonly #keys: readonly string[];
  readonly #labels: readonly string[];
  #byKey: Map<string, string> | undefined;

  constructor(keys: readonly string[], labels: readonly string[]) {
    this.#keys = keys;
    this.#labels = labels;
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
    this.#keys.forEach((key, p) => visit.call(self, this.#labels[p], key, this));
  }

  keys(): MapIterator<string> {
    return this.#index().keys();
  }

  values(): MapIterator<string> {
    return this.#index().values();
  }

  *entries(): MapIterator<[string, string]> {
    for (let p = 0; p < this.#keys.length; p++) yield [this.#keys[p], this.#labels[p]];
  }

  [Symbol.iterator](): MapIterator<[string, string]> {
    return this.entries();
  }

  #index(): Map<string, string> {
    return (this.#byKey ??= new Map(this));
  }
}
