import type { Random } from '../random.js';
import type { Mix } from './mix.js';
import { sortByKey } from './profiles.js';
import type { Rests } from './rests.js';

/** People who differ from somebody in one attribute at most: exchanging the two leaves all other counts alone. */
export interface Partners {
  /** One of them, of an attribute drawn at random; at times the person alone. */
  readonly draw: (seat: number, random: Random) => number;
  /** All of them by attribute. */
  readonly byAttribute: readonly AlikePeople[];
}

/** People sorted by what they hold in all attributes but one. */
export interface AlikePeople {
  /** Seats, those of people alike together. */
  readonly order: Int32Array;
  /** Where the people alike to the one at a seat begin in `order`, and after whom they end. */
  readonly firstOf: (seat: number) => number;
  readonly endOf: (seat: number) => number;
}

/**
 * Finds the partners among the people at some seats, in time proportional to these.
 *
 * @param people Person at each seat.
 * @returns The partners at seats `from … to − 1`, to be used until others are asked for: their memory is the same.
 */
export function createPartnerFinder(
  { profiles: { profileOf } }: Mix,
  allRests: readonly Rests[],
  people: Int32Array,
): (from: number, to: number) => Partners {
  // Rests are numbered anew among the seats looked at: a cohort can have as many as people, and is looked at in blocks.
  const numbers = allRests.map(({ restCount }) => new Int32Array(restCount).fill(-1));
  let memory = allocate(0);
  return (from, to) => {
    if (memory.profiles.length < to - from) memory = allocate(to - from);
    const profiles = memory.profiles.subarray(0, to - from);
    for (let seat = from; seat < to; seat++) profiles[seat - from] = profileOf[people[seat]];
    const byAttribute = allRests.map(({ restOf }, attribute): AlikePeople => {
      const number = numbers[attribute];
      const rests = memory.rests[attribute].subarray(0, to - from);
      let count = 0;
      for (let at = 0; at < rests.length; at++) {
        const rest = restOf[profiles[at]];
        if (number[rest] < 0) number[rest] = count++;
        rests[at] = number[rest];
      }
      for (let at = 0; at < rests.length; at++) number[restOf[profiles[at]]] = -1;
      const { order, start } = sortByKey(rests, count, memory.orders[attribute]);
      for (let place = 0; place < rests.length; place++) order[place] += from;
      return { order, firstOf: (seat) => start[rests[seat - from]], endOf: (seat) => start[rests[seat - from] + 1] };
    });
    return {
      byAttribute,
      draw: (seat, random) => {
        const { order, firstOf, endOf } = byAttribute[random.index(byAttribute.length)];
        const first = firstOf(seat);
        return order[first + random.index(endOf(seat) - first)];
      },
    };
  };

  function allocate(seats: number) {
    const lists = () => allRests.map(() => new Int32Array(seats));
    return { profiles: new Int32Array(seats), rests: lists(), orders: lists() };
  }
}
