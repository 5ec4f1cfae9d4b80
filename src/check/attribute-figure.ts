import { fraction, type Fraction } from '../domain/fraction.js';
import { profilesOf } from '../domain/profiles.js';
import { isShared, type Roles } from '../domain/role.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import type { PlacedPeople } from './placed-people.js';

/** How evenly the levels of one attribute are spread over the groups. */
export interface AttributeFigure {
  readonly key: string;
  readonly label: string;
  readonly weight: number;
  readonly levels: readonly string[];
  /** People of the cohort who hold each level. */
  readonly holders: readonly number[];
  /** People of each group (first index) who hold each level (second index). */
  readonly counts: readonly (readonly number[])[];
  /** By level: whether it is to have its fair share; what follows is about these levels alone. */
  readonly isShared: readonly boolean[];
  /** Sum over groups and levels of (count − share)², share = holders × group size / people. */
  readonly deviation: Fraction;
  readonly groupDeviations: readonly Fraction[];
  /** By group: whether every count is the floor or the ceiling of its share. */
  readonly isFair: readonly boolean[];
  /** Groups × levels, and how many of these counts are the floor or the ceiling of their share. */
  readonly cells: number;
  readonly fairCells: number;
}

/** Counts one attribute over the groups of a list. An attribute that nobody has gives no levels and a deviation of 0. */
export function judgeAttribute(
  cohort: Cohort,
  key: string,
  weight: number,
  { groups, groupOf, sizes }: PlacedPeople,
  roles?: Roles,
): AttributeFigure {
  const attribute = attributeOf(cohort, key);
  const levels = attribute?.levels ?? [];
  const width = levels.length;
  const isLevelShared = levels.map((level) => isShared(roles, key, level));
  const sharedLevels = isLevelShared.filter(Boolean).length;
  const indexOf = new Map(levels.map((level, index) => [level, index]));
  const profiles = profilesOf(cohort);
  const heldBy = profiles.levels.map((own) => (own.get(key) ?? []).map((level) => indexOf.get(level) ?? 0));
  const holders = levels.map(() => 0);
  heldBy.forEach((held, profile) => {
    for (const level of held) holders[level] += profiles.people[profile];
  });
  const table = new Int32Array(groups.length * width);
  for (let p = 0; p < groupOf.length; p++) {
    if (groupOf[p] < 0) continue;
    for (const level of heldBy[profiles.profileOf[p]]) table[groupOf[p] * width + level]++;
  }
  const people = cohort.participants.length;
  // Numbers while they count exactly: a million people in small groups are far below that.
  const largest = people * sizes.reduce((most, size) => Math.max(most, size), 0);
  const isSafe = width * largest * largest <= Number.MAX_SAFE_INTEGER;
  let fairCells = 0;
  const isFair: boolean[] = [];
  const groupSums: bigint[] = [];
  const counts = groups.map((_, g) => {
    const row: number[] = [];
    let sum = 0;
    let exactSum = 0n;
    let fair = 0;
    for (let level = 0; level < width; level++) {
      const count = table[g * width + level];
      row.push(count);
      if (!isLevelShared[level]) continue;
      const off = count * people - holders[level] * sizes[g];
      if (isSafe) sum += off * off;
      else exactSum += BigInt(off) * BigInt(off);
      if (Math.abs(off) < people) fair++;
    }
    fairCells += fair;
    isFair.push(fair === sharedLevels);
    groupSums.push(isSafe ? BigInt(sum) : exactSum);
    return row;
  });
  const unit = BigInt(Math.max(people, 1)) ** 2n;
  return {
    key,
    label: attribute?.label ?? key,
    weight,
    levels,
    holders,
    counts,
    isShared: isLevelShared,
    deviation: fraction(
      groupSums.reduce((sum, part) => sum + part, 0n),
      unit,
    ),
    groupDeviations: groupSums.map((sum) => fraction(sum, unit)),
    isFair,
    cells: groups.length * sharedLevels,
    fairCells,
  };
}
