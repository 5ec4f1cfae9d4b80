import type { Random } from '../random.js';
import type { DenseProblem } from './dense-problem.js';
import { shuffle } from './group-sizes.js';

/**
 * Group-wise crossover: the parents hand down whole groups in turn, each time the one of which the most is left to place,
 * which keeps its limits of size; who is in none of these goes where there is room, at random. (Falkenauer 1996, grouping genetic algorithm.)
 */
export function crossGroups(
  { least, most, weights }: DenseProblem,
  parents: readonly [Int32Array, Int32Array],
  random: Random,
): Int32Array {
  const n = weights.peopleCount;
  const groupCount = least.length;
  const child = new Int32Array(n).fill(-1);
  const sizes = new Int32Array(groupCount);
  const isFilled = new Uint8Array(groupCount);
  const left = parents.map((parent) => {
    const counts = new Int32Array(groupCount);
    for (const group of parent) counts[group]++;
    return counts;
  });
  /** A free label of the child for a group: its own where it is free, else one of the same limits. */
  const labelFor = (group: number) => {
    if (isFilled[group] === 0) return group;
    for (let label = 0; label < groupCount; label++) {
      if (isFilled[label] === 0 && least[label] === least[group] && most[label] === most[group]) return label;
    }
    return -1;
  };
  for (let round = 0, turn = random.index(2); round < groupCount; round++, turn = 1 - turn) {
    let chosen = -1;
    let label = -1;
    const first = random.index(groupCount);
    for (let i = 0; i < groupCount; i++) {
      const group = (first + i) % groupCount;
      if (left[turn][group] === 0 || (chosen >= 0 && left[turn][group] <= left[turn][chosen])) continue;
      const free = labelFor(group);
      if (free < 0) continue;
      chosen = group;
      label = free;
    }
    if (chosen < 0) continue;
    isFilled[label] = 1;
    for (let p = 0; p < n; p++) {
      if (parents[turn][p] !== chosen || child[p] >= 0) continue;
      child[p] = label;
      sizes[label]++;
      left[0][parents[0][p]]--;
      left[1][parents[1][p]]--;
    }
  }
  placeTheRest(child, sizes, least, most, random);
  return child;
}

/** First what the groups lack, then anywhere with room; what is lacking still is taken from groups that can spare it. */
function placeTheRest(child: Int32Array, sizes: Int32Array, least: Int32Array, most: Int32Array, random: Random): void {
  const people = [...child.keys()];
  shuffle(people, random);
  const lacking: number[] = [];
  const spare: number[] = [];
  for (let group = 0; group < sizes.length; group++) {
    for (let size = sizes[group]; size < least[group]; size++) lacking.push(group);
    for (let size = Math.max(sizes[group], least[group]); size < most[group]; size++) spare.push(group);
  }
  shuffle(spare, random);
  const put = (p: number, group: number) => {
    child[p] = group;
    sizes[group]++;
  };
  for (const p of people) if (child[p] < 0) put(p, lacking.pop() ?? spare.pop() ?? 0);
  for (const p of people) {
    if (lacking.length === 0) return;
    if (sizes[child[p]] <= least[child[p]]) continue;
    sizes[child[p]]--;
    put(p, lacking.pop() ?? 0);
  }
}
