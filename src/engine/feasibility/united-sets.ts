/** A partition of people: everybody is in one set, by themselves where nothing unites them with others. */
export interface UnitedSets {
  /** By person, the index of the set. */
  readonly setOf: Int32Array;
  /** People ascending; sets in the order of their first person. */
  readonly sets: readonly (readonly number[])[];
}

/** Unites sets that share somebody (union-find with path halving). */
export function uniteSets(peopleCount: number, shared: readonly (readonly number[])[]): UnitedSets {
  const parent = Int32Array.from({ length: peopleCount }, (_, person) => person);
  const rootOf = (person: number) => {
    let root = person;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]];
    return root;
  };
  for (const people of shared) {
    for (const person of people) {
      const [a, b] = [rootOf(people[0]), rootOf(person)];
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const sets: number[][] = [];
  const setOf = new Int32Array(peopleCount);
  for (let person = 0; person < peopleCount; person++) {
    const root = rootOf(person);
    setOf[person] = root === person ? sets.push([]) - 1 : setOf[root];
    sets[setOf[person]].push(person);
  }
  return { setOf, sets };
}
