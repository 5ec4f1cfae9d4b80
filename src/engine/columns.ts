import { profilesOf } from '../domain/profiles.js';
import { attributeOf, type Cohort } from '../domain/roster.js';

/** An attribute to balance, its levels numbered by how many hold them. */
export interface Column {
  readonly key: string;
  readonly weight: number;
  /** People who hold each level. */
  readonly holders: Int32Array;
  /** The profile of each person, see {@link profilesOf}, and the levels that people of each profile hold, ascending. */
  readonly profileOf: Int32Array;
  readonly heldBy: readonly (readonly number[])[];
}

/**
 * The attributes of a weight above 0 that somebody holds: heaviest first, their levels by the number of holders, largest
 * first; then by who holds them. What attributes and levels are called, and the order of the settings, change nothing.
 */
export function findColumns(cohort: Cohort, balance: ReadonlyMap<string, number>): readonly Column[] {
  return [...balance]
    .flatMap(([key, weight]) =>
      weight === 0 || attributeOf(cohort, key) === undefined ? [] : [findColumn(cohort, key, weight)],
    )
    .sort((a, b) => b.weight - a.weight || compareColumns(a, b));
}

function findColumn(cohort: Cohort, key: string, weight: number): Column {
  const { profileOf, levels: levelsOf, people } = profilesOf(cohort);
  const numberOf = new Map<string, number>();
  const counts: number[] = [];
  const heldBy = levelsOf.map((own, profile) =>
    (own.get(key) ?? []).map((level) => {
      let number = numberOf.get(level);
      if (number === undefined) {
        number = counts.push(0) - 1;
        numberOf.set(level, number);
      }
      counts[number] += people[profile];
      return number;
    }),
  );
  const rank = rankLevels(counts, heldBy, profileOf);
  const ranked = heldBy.map((numbers) => numbers.map((number) => rank[number]).sort((a, b) => a - b));
  const holders = new Int32Array(counts.length);
  counts.forEach((count, number) => (holders[rank[number]] = count));
  return { key, weight, holders, profileOf, heldBy: ranked };
}

/** The place of each level: more holders first, then the one held by the first person who does not hold both. */
function rankLevels(
  counts: readonly number[],
  heldBy: readonly (readonly number[])[],
  profileOf: Int32Array,
): Int32Array {
  const holdsOne = (a: number, b: number) => {
    for (const profile of profileOf) {
      const holdsA = heldBy[profile].includes(a);
      if (holdsA !== heldBy[profile].includes(b)) return holdsA ? -1 : 1;
    }
    return 0;
  };
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || holdsOne(a, b));
  const rank = new Int32Array(counts.length);
  order.forEach((number, place) => (rank[number] = place));
  return rank;
}

/** Of two attributes, the one whose first level that differs has more holders, or earlier ones. */
function compareColumns(a: Column, b: Column): number {
  for (let level = 0; level < Math.min(a.holders.length, b.holders.length); level++) {
    if (a.holders[level] !== b.holders[level]) return b.holders[level] - a.holders[level];
  }
  if (a.holders.length !== b.holders.length) return a.holders.length - b.holders.length;
  return compareHolders(a, b);
}

/** The one of which the first people to differ hold fewer levels; where all hold as many, the one whose first that differs is less. */
function compareHolders(a: Column, b: Column): number {
  let difference = 0;
  for (let p = 0; p < a.profileOf.length; p++) {
    const [own, other] = [a.heldBy[a.profileOf[p]], b.heldBy[b.profileOf[p]]];
    if (own.length !== other.length) return own.length - other.length;
    for (let i = 0; i < own.length && difference === 0; i++) difference = own[i] - other[i];
  }
  return difference;
}
