import type { Mix } from './mix.js';
import type { Partners } from './partners.js';
import { sortByKey } from './profiles.js';

/**
 * Draws people who share a level with somebody: exchanging the two leaves at least that level where it is. Of two people who
 * share none, an exchange between settled bins puts all attributes off at once, and is hardly ever worth a proposal.
 *
 * @param people Person at each seat; people are drawn by their seat's number.
 * @param from First seat, `to` the seat after the last.
 */
export function createPeers(
  { levelStart, levels, levelCount }: Mix,
  people: Int32Array,
  from: number,
  to: number,
): Pick<Partners, 'draw'> {
  const seats: number[] = [];
  const held: number[] = [];
  for (let seat = from; seat < to; seat++) {
    for (let i = levelStart[people[seat]]; i < levelStart[people[seat] + 1]; i++) {
      seats.push(seat);
      held.push(levels[i]);
    }
  }
  const { order, start } = sortByKey(Int32Array.from(held), levelCount);
  const holders = order.map((index) => seats[index]);
  return {
    draw: (seat, random) => {
      const first = levelStart[people[seat]];
      const level = levels[first + random.index(levelStart[people[seat] + 1] - first)];
      const holder = start[level] + random.index(start[level + 1] - start[level]);
      return holder < start[level + 1] ? holders[holder] : seat;
    },
  };
}
