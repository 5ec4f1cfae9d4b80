import type { Mix } from './mix.js';
import { groupProfiles } from './profiles.js';

/** Profiles that differ in one attribute alone, by attribute. */
export interface Rests {
  /** Number of each profile's rest, its levels but those of the attribute; profiles of one rest are exchanged at no cost to the other attributes. */
  readonly restOf: Int32Array;
  readonly restCount: number;
}

/** The rests of every profile with respect to one attribute. Linear in the levels of the profiles. */
export function findRests(mix: Mix, attribute: number): Rests {
  const { levelStart, levels, levelCount, attributeOf, profiles } = mix;
  const profileCount = profiles.start.length - 1;
  const restStart = new Int32Array(profileCount + 1);
  const restLevels: number[] = [];
  for (let profile = 0; profile < profileCount; profile++) {
    const p = profiles.order[profiles.start[profile]];
    for (let i = levelStart[p]; i < levelStart[p + 1]; i++) {
      if (attributeOf[levels[i]] !== attribute) restLevels.push(levels[i]);
    }
    restStart[profile + 1] = restLevels.length;
  }
  const { profileOf, start } = groupProfiles(restStart, Int32Array.from(restLevels), levelCount);
  return { restOf: profileOf, restCount: start.length - 1 };
}
