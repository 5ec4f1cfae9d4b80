import { fraction, type Fraction } from '../domain/fraction.js';
import type { Group } from '../domain/group.js';
import { isShared, type Roles } from '../domain/role.js';
import { attributeOf, type Cohort } from '../domain/roster.js';

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
  groups: readonly Group[],
  membersOf: ReadonlyMap<string, readonly string[]>,
  roles?: Roles,
): AttributeFigure {
  const attribute = attributeOf(cohort, key);
  const levels = attribute?.levels ?? [];
  const isLevelShared = levels.map((level) => isShared(roles, key, level));
  const sharedLevels = isLevelShared.filter(Boolean).length;
  const indexOf = new Map(levels.map((level, index) => [level, index]));
  const heldBy = new Map(cohort.participants.map((person) => [person.key, person.levels.get(key) ?? []]));
  const holders = levels.map(() => 0);
  for (const held of heldBy.values()) for (const level of held) holders[indexOf.get(level) ?? 0]++;
  const people = cohort.participants.length;

  const counts = groups.map(({ label }) => {
    const row = levels.map(() => 0);
    for (const member of membersOf.get(label) ?? [])
      for (const level of heldBy.get(member) ?? []) row[indexOf.get(level) ?? 0]++;
    return row;
  });
  let fairCells = 0;
  const isFair: boolean[] = [];
  const groupSums = counts.map((row, g) => {
    const size = membersOf.get(groups[g].label)?.length ?? 0;
    let sum = 0n;
    let fair = 0;
    row.forEach((count, level) => {
      if (!isLevelShared[level]) return;
      const off = count * people - holders[level] * size;
      sum += BigInt(off) * BigInt(off);
      if (Math.abs(off) < people) fair++;
    });
    fairCells += fair;
    isFair.push(fair === sharedLevels);
    return sum;
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
