import { attributeOf, type Cohort } from '../domain/roster.js';

/** An attribute to balance, its levels numbered by how many hold them. */
export interface Column {
  readonly key: string;
  readonly weight: number;
  /** People who hold each level. */
  readonly holders: Int32Array;
  /** Person p holds the levels `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending. */
  readonly levelStart: Int32Array;
  readonly levels: Int32Array;
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

/** How many people hold each level of an attribute, largest first. */
export function countHolders(cohort: Cohort, key: string): Int32Array {
  return findColumn(cohort, key, 1).holders;
}

function findColumn(cohort: Cohort, key: string, weight: number): Column {
  const people = cohort.participants;
  const numberOf = new Map<string, number>();
  const met: number[] = [];
  const levelStart = new Int32Array(people.length + 1);
  people.forEach((person, p) => {
    const held = person.levels.get(key);
    if (held !== undefined) {
      for (const level of held) {
        let number = numberOf.get(level);
        if (number === undefined) {
          number = numberOf.size;
          numberOf.set(level, number);
        }
        met.push(number);
      }
    }
    levelStart[p + 1] = met.length;
  });
  const counts = new Int32Array(numberOf.size);
  for (const number of met) counts[number]++;
  const rank = rankLevels(counts, met, levelStart);
  const levels = Int32Array.from(met, (number) => rank[number]);
  for (let p = 0; p < people.length; p++) {
    if (levelStart[p + 1] - levelStart[p] > 1) levels.subarray(levelStart[p], levelStart[p + 1]).sort();
  }
  const holders = new Int32Array(counts.length);
  counts.forEach((count, number) => (holders[rank[number]] = count));
  return { key, weight, holders, levelStart, levels };
}

/** The place of each level: more holders first, then the one that the first person has who does not hold both. */
function rankLevels(counts: Int32Array, met: readonly number[], levelStart: Int32Array): Int32Array {
  const heldBy = Array.from(counts, (): number[] => []);
  for (let p = 0; p + 1 < levelStart.length; p++) {
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) heldBy[met[i]].push(p);
  }
  const order = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || compareNumbers(heldBy[a], heldBy[b]));
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
  return compareNumbers(a.levelStart, b.levelStart) || compareNumbers(a.levels, b.levels);
}

function compareNumbers(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}
