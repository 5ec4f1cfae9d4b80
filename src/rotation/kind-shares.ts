/** How far a number of people of a kind is off what a group should have: by kind, by count; 0 where it is right. */
export type OffShare = (kind: number, count: number) => number;

/**
 * The fair share of each kind in groups of these sizes: from that of the smallest group, rounded down, to that of the largest, rounded up.
 *
 * @param kindOf by person, numbered from 0.
 */
export function fairShares(sizes: Int32Array, kindOf: Int32Array): OffShare {
  const filled = [...sizes].filter((size) => size > 0);
  const smallest = filled.reduce((least, size) => Math.min(least, size), Infinity);
  const largest = filled.reduce((most, size) => Math.max(most, size), 0);
  const limits = countKinds(kindOf).map((holders) => ({
    least: Math.floor((holders * smallest) / kindOf.length),
    most: Math.ceil((holders * largest) / kindOf.length),
  }));
  return (kind, count) => Math.max(0, count - limits[kind].most, limits[kind].least - count);
}

/** By kind: how many people. */
export function countKinds(kindOf: Iterable<number>): readonly number[] {
  const counts: number[] = [];
  for (const kind of kindOf) {
    while (counts.length <= kind) counts.push(0);
    counts[kind]++;
  }
  return counts;
}

/** By group, by kind: how many people. */
export function tallyKinds(groupOf: Int32Array, groupCount: number, kindOf: Int32Array): readonly number[][] {
  const kinds = countKinds(kindOf).length;
  const tally = Array.from({ length: groupCount }, () => Array.from({ length: kinds }, () => 0));
  groupOf.forEach((group, person) => tally[group][kindOf[person]]++);
  return tally;
}

/** How far all groups of a module are off their shares, together. */
export function sumOffShares(groupOf: Int32Array, sizes: Int32Array, kindOf: Int32Array): number {
  const off = fairShares(sizes, kindOf);
  return tallyKinds(groupOf, sizes.length, kindOf)
    .filter((_, group) => sizes[group] > 0)
    .reduce((sum, counts) => counts.reduce((all, count, kind) => all + off(kind, count), sum), 0);
}
