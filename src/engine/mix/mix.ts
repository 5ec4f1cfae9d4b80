import type { FairShares } from '../balance.js';
import { sizeClassesOf, type SizeClass } from '../terms/count-term.js';
import { groupProfiles, type Profiles } from './profiles.js';

/**
 * The balance of attributes by itself. Every price is a parabola, so that flat tables of a few numbers by level say what
 * any change costs: `curvature · (count + ½) − pull` for one holder more.
 */
export interface Mix {
  readonly peopleCount: number;
  readonly groupSizes: Int32Array;
  /** Person p holds the levels `levels[levelStart[p]] … levels[levelStart[p + 1] − 1]`, ascending. */
  readonly levelStart: Int32Array;
  readonly levels: Int32Array;
  readonly levelCount: number;
  /** Levels that everybody holds, one of each attribute in their order; 0 where somebody holds several of one. */
  readonly width: number;
  /** Attribute of each level, from 0. */
  readonly attributeOf: Int32Array;
  readonly attributeCount: number;
  /** By level: by how much each further holder costs more than the one before. */
  readonly curvature: Float64Array;
  /** Group sizes, ascending, and the index of each group's. */
  readonly classes: readonly SizeClass[];
  readonly classOf: Int32Array;
  /** By size class and level: curvature times the fair share. */
  readonly pull: Float64Array;
  /** By size class and level: what a whole count costs at least, which the penalty leaves out. */
  readonly least: Float64Array;
  readonly profiles: Profiles;
}

/** @param shares The levels with their weights, holders and unit, see `compileBalance`. */
export function createMix(shares: FairShares, groupSizes: Int32Array): Mix {
  const { levelStart, levels, levelCount, blocks, weights, holders, alike, unit } = shares;
  const peopleCount = levelStart.length - 1;
  const classes = sizeClassesOf(groupSizes);
  const indexOf = new Map(classes.map(({ size }, index) => [size, index]));
  const attributeOf = new Int32Array(levelCount);
  blocks.forEach(({ first, count }, attribute) => attributeOf.fill(attribute, first, first + count));
  const curvature = Float64Array.from(weights, (weight) => 2 * weight * unit);
  const pull = new Float64Array(classes.length * levelCount);
  const least = new Float64Array(pull.length);
  classes.forEach(({ size }, index) => {
    for (let level = 0; level < levelCount; level++) {
      const cell = index * levelCount + level;
      pull[cell] = 2 * weights[level] * ((holders[level] * size * unit) / peopleCount);
      const floor = Math.floor((holders[level] * size) / peopleCount);
      least[cell] = Math.min(
        parabola(curvature[level], pull[cell], floor),
        parabola(curvature[level], pull[cell], floor + 1),
      );
    }
  });
  return {
    peopleCount,
    groupSizes,
    levelStart,
    levels,
    levelCount,
    // Everybody holds at least one level of each attribute, the silent one where the cell is empty.
    width: levels.length === peopleCount * blocks.length ? blocks.length : 0,
    attributeOf,
    attributeCount: blocks.length,
    curvature,
    classes,
    classOf: Int32Array.from(groupSizes, (size) => indexOf.get(size) ?? 0),
    pull,
    least,
    profiles: groupProfiles(levelStart, levels, levelCount, alike),
  };
}

/** Price of a count, up to a constant: `curvature · count² / 2 − pull · count`. A whole number, as the halves of the curvature are. */
export function parabola(curvature: number, pull: number, count: number): number {
  return (curvature / 2) * count * count - pull * count;
}

/** The penalty of the balance, as its count term gives it. */
export function penaltyOf(mix: Mix, groupOf: Int32Array): number {
  const { levelStart, levels, levelCount, groupSizes, classOf } = mix;
  const counts = new Int32Array(groupSizes.length * levelCount);
  for (let p = 0; p < groupOf.length; p++) {
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) counts[groupOf[p] * levelCount + levels[i]]++;
  }
  return priceCounts(mix, counts, classOf);
}

/** The penalty of holders by group and level. @param classOf Index of the size of each of these groups. */
export function priceCounts(mix: Mix, counts: Int32Array, classOf: Int32Array): number {
  const { levelCount, curvature, pull, least } = mix;
  let penalty = 0;
  for (let group = 0; group < classOf.length; group++) {
    for (let level = 0; level < levelCount; level++) {
      const row = classOf[group] * levelCount + level;
      penalty += parabola(curvature[level], pull[row], counts[group * levelCount + level]) - least[row];
    }
  }
  return penalty;
}
