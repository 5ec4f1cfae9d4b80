import type { Random } from '../random.js';

/** How many people are in a group at least and at most; both reached, or not, by the search alone. */
export interface SizeRange {
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/**
 * Sizes within their ranges, adding up to `people`, that let the groups hold the most pairs, or the fewest: what all pairs
 * weigh on average counts for more than which pairs they are, and a search by exchanges cannot mend it. Drawn among those that
 * are as good, by dynamic programming over the groups.
 *
 * @param wish `'most'` where a pair weighs something on average, `'fewest'` where it costs.
 */
export function drawSizes({ least, most }: SizeRange, people: number, wish: 'most' | 'fewest', random: Random) {
  const sizes = least.slice();
  const surplus = people - least.reduce((sum, size) => sum + size, 0);
  if (surplus === 0) return sizes;
  const width = surplus + 1;
  const sign = wish === 'most' ? 1 : -1;
  const worth = (group: number, extra: number) => sign * (least[group] + extra) * (least[group] + extra);
  // best[g · width + k]: what groups g and after are worth when k people more than their least sizes are left for them.
  const best = new Float64Array((least.length + 1) * width).fill(-Infinity);
  best[least.length * width] = 0;
  for (let group = least.length - 1; group >= 0; group--) {
    const room = most[group] - least[group];
    for (let left = 0; left < width; left++) {
      for (let extra = 0; extra <= Math.min(room, left); extra++) {
        const total = worth(group, extra) + best[(group + 1) * width + left - extra];
        if (total > best[group * width + left]) best[group * width + left] = total;
      }
    }
  }
  let left = surplus;
  for (let group = 0; group < least.length; group++) {
    const room = Math.min(most[group] - least[group], left);
    const choices: number[] = [];
    for (let extra = 0; extra <= room; extra++) {
      if (worth(group, extra) + best[(group + 1) * width + left - extra] === best[group * width + left])
        choices.push(extra);
    }
    const extra = choices[random.index(choices.length)];
    sizes[group] += extra;
    left -= extra;
  }
  return sizes;
}

/** People dealt at random to groups of these sizes. */
export function dealAtRandom(sizes: Int32Array, random: Random): Int32Array {
  const seats = Int32Array.from(Array.from(sizes, (size, group) => Array.from({ length: size }, () => group)).flat());
  shuffle(seats, random);
  return seats;
}

/** Fisher and Yates, in place. */
export function shuffle(values: { [index: number]: number; readonly length: number }, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.index(i + 1);
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
