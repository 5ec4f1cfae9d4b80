import type { Random } from '../random.js';
import type { Mix } from './mix.js';
import { sortByKey } from './profiles.js';
import type { Rests } from './rests.js';

/** Draws people who differ from somebody in one attribute at most: exchanging the two leaves all other counts alone. */
export interface Partners {
  readonly draw: (person: number, random: Random) => number;
}

/**
 * Partners among the people at the given seats.
 *
 * @param people Person at each seat; people are drawn by their seat's number.
 * @param from First seat, `to` the seat after the last.
 */
export function createPartners(
  mix: Mix,
  allRests: readonly Rests[],
  people: Int32Array,
  from: number,
  to: number,
): Partners {
  const { profileOf } = mix.profiles;
  const lists = allRests.map(({ restOf, restCount }) => {
    const rests = new Int32Array(to - from);
    for (let seat = from; seat < to; seat++) rests[seat - from] = restOf[profileOf[people[seat]]];
    return { rests, ...sortByKey(rests, restCount) };
  });
  return {
    draw: (seat, random) => {
      const { rests, order, start } = lists[random.index(lists.length)];
      const rest = rests[seat - from];
      return from + order[start[rest] + random.index(start[rest + 1] - start[rest])];
    },
  };
}
