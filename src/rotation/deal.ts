import { shuffle, type Random } from '../engine/random.js';

/**
 * Deals people to groups, one to each group that has room before anybody goes second, so that every group has its share of
 * each kind; within a kind at random.
 *
 * @param people by kind.
 * @param sizes by group.
 */
export function dealByKind(people: Int32Array, kindOf: Int32Array, sizes: Int32Array, random: Random): Int32Array {
  const order = people.slice();
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && kindOf[order[to]] === kindOf[order[from]]) to++;
    shuffle(order.subarray(from, to), random);
    from = to;
  }
  const groupOf = new Int32Array(order.length);
  const groups = shuffle(
    Int32Array.from(sizes, (_, group) => group),
    random,
  );
  let next = 0;
  for (let row = 0; next < order.length; row++) {
    for (const group of groups) if (sizes[group] > row) groupOf[order[next++]] = group;
  }
  return groupOf;
}
