import type { Group } from './group.js';

type Place = Pick<Group, 'theme' | 'strand'>;

/** Position of the first wish that a group fulfils, from 0; `undefined` when none does. A wish is `THEME` or `THEME/STRAND`. */
export function wishRank(wishes: readonly string[], place: Place): number | undefined {
  const rank = wishes.findIndex((wish) => wish === place.theme || wish === `${place.theme}/${place.strand}`);
  return rank === -1 ? undefined : rank;
}

/** Whether a list of themes and strands contains the group's. */
export function isWished(list: readonly string[], place: Place): boolean {
  return wishRank(list, place) !== undefined;
}
