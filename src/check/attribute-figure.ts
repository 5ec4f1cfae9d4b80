import { fraction, type Fraction } from '../domain/fraction.js';
import { profilesOf } from '../domain/profiles.js';
import { isShared, type Roles } from '../domain/role.js';
import { attributeOf, type Cohort } from '../domain/roster.js';
import { once } from './once.js';
import type { PlacedPeople } from './placed-people.js';

/** Numbers up to here, and the sum of two of them, are whole in double precision. */
const MOST_EXACT = 2 ** 52;

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
  const isSmall = sizes.every((size) => size <= 0xffff);
  const table = isSmall ? new Uint16Array(groups.length * width) : new Int32Array(groups.length * width);
  for (let p = 0; p < groupOf.length; p++) {
    if (groupOf[p] < 0) continue;
    for (const level of heldBy[profiles.profileOf[p]]) table[groupOf[p] * width + level]++;
  }
  const people = cohort.participants.length;
  const offOf = (g: number, level: number) => table[g * width + level] * people - holders[level] * sizes[g];
  // Numbers while they count exactly: a million people in small groups are far below that.
  const largest = people * sizes.reduce((most, size) => Math.max(most, size), 0);
  const isSafe = width * largest * largest <= MOST_EXACT;
  let total = 0n;
  let part = 0;
  let fairCells = 0;
  for (let g = 0; g < groups.length; g++) {
    for (let level = 0; level < width; level++) {
      if (!isLevelShared[level]) continue;
      const off = offOf(g, level);
      if (Math.abs(off) < people) fairCells++;
      if (isSafe) part += off * off;
      else total += BigInt(off) * BigInt(off);
    }
    if (part <= MOST_EXACT) continue;
    total += BigInt(part);
    part = 0;
  }
  const unit = BigInt(Math.max(people, 1)) ** 2n;
  const eachGroup = <T>(judge: (g: number) => T) => once(() => groups.map((_, g) => judge(g)));
  // A list alone asks for none of these: in a large cohort they take longer than all else.
  const counts = eachGroup((g) => [...table.subarray(g * width, (g + 1) * width)]);
  const groupDeviations = eachGroup((g) => {
    const squares = levels.map((_, level) => (isLevelShared[level] ? BigInt(offOf(g, level)) ** 2n : 0n));
    return fraction(
      squares.reduce((sum, square) => sum + square, 0n),
      unit,
    );
  });
  const isFair = eachGroup((g) =>
    levels.every((_, level) => !isLevelShared[level] || Math.abs(offOf(g, level)) < people),
  );
  return {
    key,
    label: attribute?.label ?? key,
    weight,
    levels,
    holders,
    get counts() {
      return counts();
    },
    isShared: isLevelShared,
    deviation: fraction(total + BigInt(part), unit),
    get groupDeviations() {
      return groupDeviations();
    },
    get isFair() {
      return isFair();
    },
    cells: groups.length * sharedLevels,
    fairCells,
  };
}
